//! An operation as a record has it.

use std::fmt;

use manila_catalog_file::{OperationPattern, Template};

/// An operation of a service: a method, and the template of a route.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Operation<'r> {
    pub(super) template: &'r Template,
    pub(super) method: &'r str,
}

impl Operation<'_> {
    pub(super) fn is_of(&self, pattern: &OperationPattern) -> bool {
        pattern.takes(self.method, self.template)
    }

    /// Whether a pattern is for this one operation alone.
    pub(super) fn is(&self, pattern: &OperationPattern) -> bool {
        pattern.method().is_some() && !pattern.is_start() && self.is_of(pattern)
    }
}

impl fmt::Display for Operation<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.method, self.template)
    }
}
