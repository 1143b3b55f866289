//! Whatever a service does, through the layers.

#[cfg(feature = "actix")]
pub mod actix;
mod body;
mod case;
mod few;
mod header;
mod judge;
mod model;
mod observed;
mod reply;
mod service;
mod tower;

pub use self::{case::Case, tower::check};
