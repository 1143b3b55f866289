//! What can be found.

use crate::report::Severity;

/// A kind of finding, and why it matters.
pub(super) struct Rule {
    pub(super) id: &'static str,
    pub(super) severity: Severity,
    pub(super) about: &'static str,
}

const fn rule(id: &'static str, severity: Severity, about: &'static str) -> Rule {
    Rule {
        id,
        severity,
        about,
    }
}

pub(super) const UNDECLARED: Rule = rule(
    "undeclared",
    Severity::Error,
    "An operation answers with the codes that name it, and with those of the framework.",
);
pub(super) const RETIRED: Rule = rule(
    "retired",
    Severity::Warning,
    "A service does not answer with a retired code.",
);
pub(super) const OTHER_STATUS: Rule = rule(
    "other-status",
    Severity::Warning,
    "A code is sent with a status that it has in the catalog.",
);
pub(super) const UNKNOWN_OPERATION: Rule = rule(
    "unknown-operation",
    Severity::Warning,
    "What a code names as an operation leads to a method and a route.",
);
pub(super) const NEVER_EXERCISED: Rule = rule(
    "never-exercised",
    Severity::Warning,
    "The tests call each operation that a code names.",
);
pub(super) const NEVER_SEEN: Rule = rule(
    "never-seen",
    Severity::Warning,
    "The tests provoke each code that an operation has.",
);
pub(super) const NO_CODE: Rule = rule(
    "no-code",
    Severity::Note,
    "An error that the service answers in its own form has no code.",
);
pub(super) const NO_CODES: Rule = rule(
    "no-codes",
    Severity::Warning,
    "The recorder stands outside of the envelope, where codes are known.",
);
