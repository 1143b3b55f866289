//! What a rule has to say about a catalog.

use crate::{About, CatalogPath, Level, RuleId};

/// One thing that a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub rule: RuleId,
    /// What the rule judges.
    pub about: About,
    /// What it means for the catalog.
    pub level: Level,
    /// The part of the catalog that is wrong.
    pub path: CatalogPath,
    /// What is wrong, in one line.
    pub message: String,
    /// What to do about it, in one line.
    pub help: Option<String>,
}
