//! One API written with utoipa-axum, utoipa-actix-web and aide: what their documents say of its
//! errors, and what it really answers.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod api;
mod client;
mod document;
mod kept;
mod mistakes;
mod on_aide;
mod on_utoipa_actix_web;
mod on_utoipa_axum;
mod same;
mod serving;
mod successes;
