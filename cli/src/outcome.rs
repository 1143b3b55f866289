//! How a command ends.

/// How a command ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Nothing is wrong.
    Fine,
    /// There are findings.
    Findings,
    /// The exit code of what the command was asked about.
    Exit(u8),
}

/// Why a command failed, as the user reads it.
#[derive(Debug)]
pub(crate) struct Failure(pub(crate) String);
