//! Codes that the benchmark writes.

include!(env!("CODES", "the benchmark sets it to the file that it has written"));
