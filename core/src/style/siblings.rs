//! What the violations of one fault have in common: the response.

use std::sync::OnceLock;

use super::language::Language;
use crate::catalog::{Catalog, Code, Resolved};
use crate::fault::{Fault, Violation};

/// The violations of a fault, also those that do not fit in the body.
#[derive(Debug)]
pub(crate) struct Siblings<'a> {
    violations: &'a [Violation],
    pub(crate) fault: &'a Resolved,
    catalog: Option<&'static Catalog>,
    /// None where the response is in the source's.
    pub(crate) language: Option<&'a Language<'a>>,
    has_several_statuses: OnceLock<bool>,
}

impl<'a> Siblings<'a> {
    pub(crate) fn of(
        fault: &'a Fault,
        resolved: &'a Resolved,
        catalog: Option<&'static Catalog>,
        language: Option<&'a Language<'a>>,
    ) -> Self {
        Self {
            violations: fault.violations(),
            fault: resolved,
            catalog,
            language,
            has_several_statuses: OnceLock::new(),
        }
    }

    pub(super) const fn violations(&self) -> &'a [Violation] {
        self.violations
    }

    /// The code of a violation; `None` if it is that of the fault.
    #[inline]
    pub(super) fn code_of(&self, violation: &Violation) -> Option<&'static Code> {
        violation.resolve(self.fault, self.catalog)
    }

    /// The status of a violation of this code: the response's, unless that is the one that stands for
    /// several, 400, and the violations disagree about theirs (JSON:API 1.1, "Error Objects"; RFC 9110
    /// §15).
    pub(super) fn status_of(&self, own: Option<&'static Code>) -> u16 {
        if self.fault.status == 400 && self.has_several_statuses() {
            self.own_status(own)
        } else {
            self.fault.status
        }
    }

    fn has_several_statuses(&self) -> bool {
        *self.has_several_statuses.get_or_init(|| {
            let statuses = self.violations.iter();
            let mut statuses = statuses.map(|violation| self.own_status(self.code_of(violation)));
            let first = statuses.next();
            statuses.any(|status| Some(status) != first)
        })
    }

    /// The status of a code, if it is one of what clients do wrong; that of the fault without one.
    fn own_status(&self, own: Option<&'static Code>) -> u16 {
        let own = own.map(|own| own.status().get());
        own.filter(|status| *status < 500)
            .unwrap_or(self.fault.status)
    }
}
