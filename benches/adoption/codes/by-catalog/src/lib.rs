//! Codes that the benchmark writes.

include!(env!("CODES"));
