//! The format of catalog files as data: its tables, their keys, and what each takes.
//!
//! The readers of files and of exports run on the tables from which this is told, as does the JSON
//! Schema. So what stands here is what they read.
//!
//! ```
//! use manila_catalog_file::format::{self, Shape};
//!
//! let file = format::file();
//! let Shape::Named(_, code) = &file.key("codes").unwrap().shape else {
//!     panic!("the names of codes are the authors' own");
//! };
//! let Shape::Table(code) = &**code else {
//!     panic!("a code is a table");
//! };
//! let status = code.key("status").unwrap();
//! assert!(matches!(status.shape, Shape::Integer { min: 400, max: 599 }));
//! assert_eq!((code.name, status.example), ("[codes.CODE]", "402"));
//! ```

mod catalog;
mod code;
mod detail;
mod field;
mod file;
mod operation;
mod shape;
mod text;

#[cfg(feature = "toml")]
pub(crate) use self::text::pattern_of;
pub(crate) use self::{
    catalog::{CatalogPart, HEAD, TABLES},
    code::{CODES, EntryPart},
    detail::DETAILS,
    field::{Bounds, Field, Part, Pointed, Set},
    operation::OPERATIONS,
};
pub use self::{
    file::file,
    shape::{Key, Missing, Names, Shape, Table},
    text::Text,
};
pub use crate::words::Word;
pub(crate) use crate::words::Words;
