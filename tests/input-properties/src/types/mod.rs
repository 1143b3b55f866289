//! The types that are read, each beside its shape.

#![expect(dead_code, reason = "read for their form alone")]

mod collections;
mod enums;
mod flattened;
mod scalars;
mod structs;
mod table;

pub(crate) use self::table::{Type, shaped, types};

/// All types.
pub(crate) fn all() -> Vec<Type> {
    let tables = [
        scalars::TYPES,
        structs::TYPES,
        collections::TYPES,
        enums::TYPES,
        flattened::TYPES,
    ];
    tables.concat()
}
