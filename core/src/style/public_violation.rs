//! What a reader outside may see of a violation.

use std::borrow::Cow;

use super::code::write_title;
use super::service::Service;
use crate::catalog::{Code, Resolved, WireCode};
use crate::fault::{Source, Violation};
use crate::json::{Object, key};

/// What a reader outside may see of a violation.
#[derive(Debug)]
pub struct PublicViolation<'a> {
    violation: &'a Violation,
    /// The code, where it is not the fault's.
    own: Option<&'static Code>,
    fault: &'a Resolved,
}

impl<'a> PublicViolation<'a> {
    #[inline]
    pub(super) fn of(violation: &'a Violation, fault: &'a Resolved, service: &Service) -> Self {
        Self {
            violation,
            own: violation.resolve(fault, service.catalog),
            fault,
        }
    }
}

impl PublicViolation<'_> {
    /// Returns the status of the violation's own code; the fault's, where it has no code of its own.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self.own {
            Some(own) => own.status().get(),
            None => self.fault.status,
        }
    }

    /// Returns the code as the catalog puts it on the wire.
    #[must_use]
    pub fn code(&self) -> Cow<'_, WireCode> {
        match self.own {
            Some(own) => Cow::Owned(own.wire_code()),
            None => Cow::Borrowed(&self.fault.code),
        }
    }

    /// Returns the short text that is the same for every occurrence of the code.
    #[must_use]
    pub fn title(&self) -> Cow<'static, str> {
        match self.own {
            Some(own) => Cow::Borrowed(own.title()),
            None => self.fault.title(),
        }
    }

    /// Returns the sentence about this violation.
    #[must_use]
    pub fn message(&self) -> &str {
        self.violation.message()
    }

    /// Returns where in the request it is.
    #[must_use]
    pub const fn source(&self) -> Option<&Source> {
        self.violation.source()
    }

    /// Returns the entry of the catalog; none where the code is HTTP's own.
    #[must_use]
    pub fn catalog_code(&self) -> Option<&'static Code> {
        self.own.or(self.fault.entry)
    }

    /// Whether the code is an entry of a catalog, rather than HTTP's own.
    #[must_use]
    pub fn has_catalog_code(&self) -> bool {
        self.catalog_code().is_some()
    }

    /// Returns the parameters of the broken rule: each name, and the value as JSON.
    pub fn details(&self) -> impl Iterator<Item = (Cow<'_, str>, &str)> {
        self.violation.details()
    }

    /// Whether there is any detail to write.
    #[must_use]
    pub fn has_details(&self) -> bool {
        self.violation
            .attached()
            .is_some_and(|details| !details.is_empty())
    }

    /// Writes the short text of the code.
    pub(super) fn write_title(&self, object: &mut Object<'_>) {
        write_title(object, self.catalog_code(), &self.title());
    }

    /// Writes the parameters of the broken rule.
    pub fn write_details(&self, object: &mut Object<'_>) {
        if let Some(details) = self.violation.attached() {
            object.json(details.json());
        }
    }

    /// Writes `pointer`, `parameter` or `header`.
    pub(super) fn write_source(&self, object: &mut Object<'_>) {
        match self.source() {
            Some(Source::Pointer(pointer)) => object.text(key!("pointer"), pointer.as_str()),
            Some(Source::Parameter(name)) => object.text(key!("parameter"), name),
            Some(Source::Header(name)) => object.text(key!("header"), name),
            None => {}
        }
    }
}
