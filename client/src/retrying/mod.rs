//! When a request is sent again: what all transports ask, without a type of any of them.

mod attempts;
mod clock;
mod policy;
mod tokens;

pub use self::{
    attempts::{Attempts, Retrier},
    policy::RetryPolicy,
};
