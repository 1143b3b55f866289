//! What holds of the workspace's sources.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod api;
mod circles;
mod examples;
mod planted;
mod rooms;
mod sentences;
mod styles;
