//! The client, the oracle and the probe, from outside.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod enveloped;
mod oracle;
mod probe;
mod wire;
