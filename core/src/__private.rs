//! For the expansions of `ErrorCode` and `catalog!` alone; nothing in it is stable.
//!
//! `manila-macros` is pinned to the same version (`=`), so that an expansion always meets the items
//! that it was written for.

pub use crate::catalog::{CatalogFacts, CodeFacts, CodeNotes};

pub use serde::Serialize;

use std::cell::RefCell;
use std::fmt::Display;
use std::time::SystemTime;

use manila_catalog_file::DetailType;

use crate::catalog::{Catalog, Code};
use crate::fault::detail::{List, Moment, Shown};
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

/// Attaches the cause of a 5xx whose `Display` is the same each time.
#[must_use]
pub fn because_fixed(fault: Fault, text: &'static str) -> Fault {
    fault.because_fixed(text)
}

/// The value of an enum of codes, whose `Display` is the cause of a 5xx: for the log, as no client
/// sees it. An enum that is no error has none to tell.
#[derive(Debug)]
pub struct Told<'a, T: ?Sized>(pub &'a T);

impl<T: std::error::Error> Told<'_, T> {
    /// Attaches the error, with its sources.
    #[must_use]
    pub fn because(&self, fault: Fault) -> Fault {
        fault.because_of(self.0)
    }
}

/// What is called where the value is no error: a method of the type itself goes before that of a
/// trait.
pub trait Untold {
    /// Attaches nothing.
    #[must_use]
    fn because(&self, fault: Fault) -> Fault {
        fault
    }
}

impl<T: ?Sized> Untold for Told<'_, T> {}

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

    /// Attaches the next one, if it is of the type that the catalog declares.
    pub fn add_as(
        &mut self,
        prefix: &'static str,
        kind: DetailType,
        value: impl Serialize,
    ) -> &mut Self {
        let before = self.0.len();
        self.add(prefix, value).0.keep_since_if(before, kind);
        self
    }

    /// Attaches the next one, whose name needs escapes, if it is of the type that the catalog
    /// declares.
    pub fn add_named_as(
        &mut self,
        name: &'static str,
        kind: DetailType,
        value: impl Serialize,
    ) -> &mut Self {
        let before = self.0.len();
        self.add_named(name, value).0.keep_since_if(before, kind);
        self
    }

    /// Attaches the next one, whose name needs escapes or may equal that of another.
    pub fn add_named(&mut self, name: &'static str, value: impl Serialize) -> &mut Self {
        self.0.attach(name, &value);
        self
    }
}

/// Returns what serializes as the moment.
#[must_use]
pub fn moment(moment: impl Into<SystemTime>) -> impl Serialize {
    Moment(moment.into())
}

/// Returns what serializes as the text that the value is shown as.
#[must_use]
pub fn shown(value: impl Display) -> impl Serialize {
    Shown(value)
}

/// Returns what serializes as an array of the items, once.
#[must_use]
pub fn list(items: impl IntoIterator<Item: Serialize>) -> impl Serialize {
    List(RefCell::new(items.into_iter()))
}
