//! The client, the oracle and the probe, from outside.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod coded;
mod enveloped;
mod oracle;
mod panics;
mod probe;
mod routes;
mod wire;
