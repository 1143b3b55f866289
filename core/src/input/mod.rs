//! Values from requests, and what is wrong with them.

#[cfg(feature = "extract")]
pub mod extract;
pub mod field_names;
#[cfg(any(feature = "garde-023", feature = "validator-021"))]
pub mod validate;
