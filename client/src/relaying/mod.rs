//! The ids of a request that is being served, and where they are sent onwards.

mod hosts;
mod request_ids;

#[cfg(any(feature = "awc-3", feature = "tower-service-03"))]
pub(crate) use self::hosts::default_port;
pub use self::{
    hosts::{InvalidHost, RelayTo},
    request_ids::RequestIds,
};
