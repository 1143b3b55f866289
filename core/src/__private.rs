//! For the expansions of `ErrorCode` and `catalog!` alone; nothing in it is stable.
//!
//! `manila-macros` is pinned to the same version (`=`), so that an expansion always meets the items
//! that it was written for.

pub use crate::catalog::{CatalogFacts, CodeFacts, CodeNotes};

use serde::Serialize;

use crate::catalog::{Catalog, Code};
use crate::fault::{Details, Fault};
use crate::http::status::Status;

/// Creates a code that has the facts that most codes have; the rest is set field by field.
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

/// Creates a status that the macro has checked; 500 for one that it should have refused.
#[must_use]
pub const fn status(status: u16) -> Status {
    match Status::new(status) {
        Some(status) => status,
        None => Status::INTERNAL,
    }
}

/// Returns the text of an error for a client, as far as its `Display` gets.
#[must_use]
pub fn display(error: &dyn std::fmt::Display) -> String {
    use std::fmt::Write as _;
    let mut text = String::new();
    let _ = write!(text, "{error}");
    text
}

/// The details that a variant declares, to be attached to a fault that has none yet: their names
/// are known to differ, so that none is compared with another.
#[derive(Debug)]
pub struct DeclaredDetails<'a>(&'a mut Details);

/// Attaches the details that a variant declares, to a fault that has none yet.
#[must_use]
pub fn with_details(mut fault: Fault, attach: impl FnOnce(&mut DeclaredDetails<'_>)) -> Fault {
    attach(&mut DeclaredDetails(&mut fault.attached_mut().details));
    fault
}

impl DeclaredDetails<'_> {
    /// Attaches the next one, by its name as it is written behind a comma: `,"name":`.
    pub fn add(&mut self, prefix: &'static str, value: impl Serialize) -> &mut Self {
        self.0.attach_new(prefix, &value);
        self
    }

    /// Attaches the next one, whose name needs escapes or may equal that of another.
    pub fn add_named(&mut self, name: &'static str, value: impl Serialize) -> &mut Self {
        self.0.attach(name, &value);
        self
    }
}
