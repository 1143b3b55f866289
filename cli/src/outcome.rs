//! How a command ends.

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Nothing is wrong.
    Fine,
    /// There are findings.
    Findings,
}

/// Why a command failed, as the user reads it.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);
