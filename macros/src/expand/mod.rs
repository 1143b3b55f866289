//! From the enum to its items.

mod code;
mod constructors;
mod entry;
mod fault;
mod impls;
mod tables;
mod word;

#[cfg(feature = "catalog")]
pub(crate) use self::constructors::{as_text, constructor_name};
pub(crate) use self::impls::{impls, stubs};
