//! The formats of what is found.

use clap::ValueEnum;

/// How findings and changes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Text for people.
    Text,
    /// JSON, as README.md describes it.
    Json,
    /// Markdown, for a pull request.
    Markdown,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Annotations for GitHub workflows.
    Github,
}
