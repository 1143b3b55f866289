//! Values from requests, and the faults of those that cannot be read or are not valid.
//!
//! Public as `manila::extract`, `manila::validate` and `manila::field_names`. Adapters hand over
//! bytes and texts; no framework is known here.

#[cfg(feature = "extract")]
mod bounded_pointer;
#[cfg(feature = "extract")]
pub mod extract;
pub mod field_names;
#[cfg(any(feature = "garde-023", feature = "validator-021"))]
pub mod validate;

/// The longest place that is repeated, in bytes, and so the longest name from outside. A name
/// without end would otherwise be part of the place of each value inside it.
const LONGEST: usize = 1024;
