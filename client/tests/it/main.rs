//! What is read of responses.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod corpus;
mod exit;
mod fixtures;
mod known;
mod markdown;
mod relay;
mod retry;
mod sent;
mod shapes;
#[cfg(all(
    feature = "awc-3",
    feature = "reqwest-012-blocking",
    feature = "reqwest-013-blocking",
    feature = "reqwest-middleware-04",
    feature = "reqwest-middleware-05",
    feature = "tower-service-03"
))]
mod transports;
mod written;
