//! What subscribers and observers are told, in the set-ups that the documentation shows.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod observers;
mod on_actix;
mod on_axum;
mod own_spans;
mod support;
