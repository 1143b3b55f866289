//! Contracts held against what core writes, against the schemas of OpenAPI, and against documents of others.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod bodies;
mod broken;
mod catalogs;
mod completing;
mod documents;
mod faults;
mod hostile;
mod json_api;
mod marks;
mod operations;
mod overlays;
mod source_message;
