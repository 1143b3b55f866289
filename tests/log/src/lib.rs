//! What the documentation shows of the log and of observers, compiled; the tests run it.

#[cfg(doctest)]
#[doc = include_str!("../../../docs/log.md")]
#[derive(Debug)]
pub struct Page;
