//! What the pages of the documentation say.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod golden;
mod layers;
mod wire;
