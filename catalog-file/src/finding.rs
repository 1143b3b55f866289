//! What a rule has to say about a catalog.

use crate::{Place, words::words};

words! {
    /// What a finding means for the catalog.
    Level {
        /// The catalog cannot be used.
        Error = "error",
        /// The catalog can be used and should be better.
        Warning = "warning",
    }
}

/// One thing that a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule's id, in kebab-case.
    pub rule: &'static str,
    /// What it means for the catalog.
    pub level: Level,
    /// What it is about.
    pub place: Place,
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it, in one line.
    pub help: Option<String>,
}
