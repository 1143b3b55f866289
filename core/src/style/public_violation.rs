//! What a reader outside may see of a violation.

use std::borrow::Cow;

use super::public_fault::write_title;
use crate::catalog::Code;
use crate::catalog::WireCode;
use crate::catalog::{Resolved, own_code_of};
use crate::envelopes::context::Context;
use crate::fault::violation::{Place, Violation};
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
    pub(super) fn of(violation: &'a Violation, fault: &'a Resolved, context: &Context<'_>) -> Self {
        Self {
            violation,
            own: own_code_of(violation, fault, context),
            fault,
        }
    }
}

impl PublicViolation<'_> {
    /// The status of the violation's own code; the fault's, where it has no code of its own.
    #[must_use]
    pub const fn status(&self) -> u16 {
        match self.own {
            Some(own) => own.status().get(),
            None => self.fault.status,
        }
    }

    /// The code as the catalog puts it on the wire.
    #[must_use]
    pub fn code(&self) -> Cow<'_, WireCode> {
        match self.own {
            Some(own) => Cow::Owned(WireCode::of(own)),
            None => Cow::Borrowed(&self.fault.code),
        }
    }

    /// The short text that is the same for every occurrence of the code.
    #[must_use]
    pub fn title(&self) -> Cow<'static, str> {
        match self.own {
            Some(own) => Cow::Borrowed(own.title()),
            None => self.fault.title(),
        }
    }

    /// The sentence about this violation.
    #[must_use]
    pub fn message(&self) -> &str {
        &self.violation.message
    }

    /// Where in the request it is.
    #[must_use]
    pub const fn place(&self) -> Option<&Place> {
        self.violation.place.as_ref()
    }

    pub(super) fn entry(&self) -> Option<&'static Code> {
        self.own.or(self.fault.entry)
    }

    /// Whether the code is an entry of a catalog, rather than HTTP's own.
    #[must_use]
    pub fn is_catalogs(&self) -> bool {
        self.entry().is_some()
    }

    /// Whether there is any detail to write.
    #[must_use]
    pub fn has_details(&self) -> bool {
        self.violation
            .details()
            .is_some_and(|details| !details.is_empty())
    }

    /// Writes the short text of the code.
    pub(super) fn write_title(&self, object: &mut Object<'_>) {
        write_title(object, self.entry(), &self.title());
    }

    /// Writes the parameters of the broken rule.
    pub fn write_details(&self, object: &mut Object<'_>) {
        if let Some(details) = self.violation.details() {
            object.json(details.json());
        }
    }

    /// Writes `pointer`, `parameter` or `header`.
    pub(super) fn write_place(&self, object: &mut Object<'_>) {
        match self.place() {
            Some(Place::Pointer(pointer)) => object.text(key!("pointer"), pointer.as_str()),
            Some(Place::Parameter(name)) => object.text(key!("parameter"), name),
            Some(Place::Header(name)) => object.text(key!("header"), name),
            None => {}
        }
    }
}
