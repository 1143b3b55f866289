//! Every answer together.

use serde::Serialize;

use super::row::{Row, Verdict};
use crate::oracle::Style;

/// The response to every provocation, and what is wrong with it.
///
/// [`Display`](std::fmt::Display) writes it as a table, followed by each finding.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Report {
    /// The service, as `host:port`.
    pub target: String,
    /// The envelope that its errors were judged by; `None` if they are in no known one.
    pub style: Option<Style>,
    /// One row for each response.
    pub rows: Vec<Row>,
    /// What is worth knowing but breaks no rule.
    pub notes: Vec<String>,
}

impl Report {
    /// The rows that break a rule.
    pub fn violations(&self) -> impl Iterator<Item = &Row> {
        let is_broken = |row: &&Row| row.verdict == Verdict::Violation;
        self.rows.iter().filter(is_broken)
    }

    /// Whether no response breaks a rule.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.violations().next().is_none()
    }
}
