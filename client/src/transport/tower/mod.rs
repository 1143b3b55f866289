//! Layers of tower, for clients of hyper, tonic and what else is a `Service` of `http::Request`s.
//!
//! [`RelayTo`](crate::RelayTo) is a layer itself; [`RetryLayer`] makes one of a [`Retrier`](crate::Retrier).
//!
//! A layer that follows redirections goes outside of both: so each request that it makes is judged by its own
//! host, and has attempts of its own.

mod relay;
mod repeat;
mod retry;

pub use self::{
    relay::RelayService,
    repeat::{CloneBody, Repeat},
    retry::{RetryFuture, RetryLayer, RetryService},
};
