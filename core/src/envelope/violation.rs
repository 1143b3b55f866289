//! What a reader outside may see of a violation.

use std::borrow::Cow;

use super::view::write_title;
use crate::catalog::WireCode;
use crate::code::Code;
use crate::context::Context;
use crate::json::{Object, key};
use crate::render::{Resolved, resolve_violation};
use crate::violation::{Place, Violation};

/// What a reader outside may see of a violation.
#[derive(Debug)]
pub struct PublicViolation<'a> {
    violation: &'a Violation,
    /// The code and the status, where they are not the fault's.
    own: Option<Resolved>,
    fault: &'a Resolved,
}

impl<'a> PublicViolation<'a> {
    #[inline]
    pub(super) fn of(violation: &'a Violation, fault: &'a Resolved, context: &Context<'_>) -> Self {
        Self {
            violation,
            own: resolve_violation(violation, fault, context),
            fault,
        }
    }
}

impl PublicViolation<'_> {
    const fn resolved(&self) -> &Resolved {
        match &self.own {
            Some(own) => own,
            None => self.fault,
        }
    }

    /// The status of the violation's own code; the fault's, where it has no code of its own.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.resolved().status
    }

    /// The code as the catalog puts it on the wire.
    #[must_use]
    pub const fn code(&self) -> &WireCode {
        &self.resolved().code
    }

    /// The short text that is the same for every occurrence of the code.
    #[must_use]
    pub fn title(&self) -> Cow<'static, str> {
        self.resolved().title()
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

    pub(super) const fn entry(&self) -> Option<&'static Code> {
        self.resolved().entry
    }

    /// Whether the code is an entry of a catalog, rather than HTTP's own.
    #[must_use]
    pub const fn is_catalogs(&self) -> bool {
        self.resolved().entry.is_some()
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
        write_title(object, self.resolved());
    }

    /// Writes the parameters of the broken rule.
    pub fn write_details(&self, object: &mut Object<'_>) {
        if let Some(details) = self
            .violation
            .details()
            .filter(|details| !details.is_empty())
        {
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
