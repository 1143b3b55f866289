//! From the enum to its items.

mod code;
mod entry;
mod fault;
mod impls;
mod tables;
mod word;

pub(crate) use self::impls::{impls, stubs};
