//! What an MCP client is told of faults, and what the log is.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bounds;
mod catalogs;
mod log;
mod masked;
mod numbers;
mod text;

use manila::{Envelopes, RequestId};
use manila_mcp::McpErrors;
use serde_json::Value;

/// The errors of a service without a catalog.
fn plain() -> McpErrors {
    McpErrors::new(Envelopes::ok_error())
}

fn id() -> RequestId {
    RequestId::parse("abc-123").unwrap()
}

/// The names of the members of an object, sorted.
fn names(object: &Value) -> Vec<&str> {
    let members = object.as_object().unwrap().keys();
    let mut names: Vec<_> = members.map(String::as_str).collect();
    names.sort_unstable();
    names
}
