//! What holds for every input, written down once for the property tests and the fuzzers.
//!
//! Each module has a `Case`, which any bytes can be read as, and a `check` that panics where a
//! property does not hold. What is expected comes from the wire contract, written down a second
//! time: nothing here asks the library what it would do.

mod body;
pub mod catalog;
mod catalogs;
pub mod decode;
pub mod expected;
mod fault;
mod ids;
pub mod json;
#[cfg(feature = "fluent")]
pub mod languages;
pub mod layers;
mod log;
pub mod markdown;
pub mod meddled;
pub mod render;
mod settings;
mod text;
