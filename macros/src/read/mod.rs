//! From attributes to a catalog, with the span of everything.

mod crates;
mod error_type;
mod field;
mod field_attrs;
mod finding;
mod input;
mod names;
mod owner;
mod public_display;
mod reader;
#[cfg(test)]
mod same_as_file;
mod stand_ins;
mod type_attrs;
mod variant;
mod variant_attrs;

pub(crate) use self::crates::read_crates;
#[cfg(feature = "catalog")]
pub(crate) use self::crates::read_crates_alone;
pub(crate) use self::input::read;
