//! For the expansions of `ErrorCode` and `catalog!` alone; nothing in it is stable.

pub use crate::catalog::CatalogFacts;
pub use crate::catalog::{CodeFacts, CodeNotes};
pub use crate::fault::{DeclaredDetails, with_details};

use crate::catalog::Catalog;
use crate::catalog::Code;
use crate::http::status::Status;

/// A code that says what most codes say.
#[must_use]
pub const fn code(
    catalog: &'static Catalog,
    name: &'static str,
    status: u16,
    title: &'static str,
    message: &'static str,
    meaning: &'static str,
) -> Code {
    Code::new(CodeFacts::of(
        catalog, name, status, title, message, meaning,
    ))
}

/// A status that the macro has checked.
#[must_use]
pub const fn status(status: u16) -> Status {
    match Status::new(status) {
        Some(status) => status,
        None => Status::INTERNAL,
    }
}

/// The text of an error for a client, as far as its `Display` gets.
#[must_use]
pub fn display(error: &dyn std::fmt::Display) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    let _ = write!(text, "{error}");
    text
}
