//! What became of a document.

/// What [`Contract::complete`](crate::Contract::complete) has done with a document.
///
/// ```
/// use manila_openapi::Contract;
/// use serde_json::json;
///
/// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
/// #[error_code(catalog = "plans")]
/// enum ApiError {
///     #[error("The plan's limit is reached.")]
///     #[error_code(status = 402, operations = ["POST /aps"])]
///     PlanLimit,
/// }
///
/// let mut document = json!({
///     "openapi": "3.1.0",
///     "info": { "title": "Plans", "version": "1.0.0" },
///     "paths": { "/apps": { "post": { "responses": { "500": { "description": "Oh." } } } } },
/// });
/// let report = Contract::new(ApiError::CATALOG).complete(&mut document).unwrap();
/// assert_eq!(report.operations(), 1);
/// assert_eq!(report.kept(), ["POST /apps 500"]);
/// assert_eq!(report.unknown_operations(), ["POST /aps"]);
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Report {
    pub(crate) operations: usize,
    pub(crate) added: usize,
    pub(crate) kept: Vec<String>,
    pub(crate) unread: Vec<String>,
    pub(crate) unknown: Vec<String>,
}

impl Report {
    /// Returns how many operations the document has, webhooks and callbacks apart: those are answered by
    /// others.
    #[must_use]
    pub const fn operations(&self) -> usize {
        self.operations
    }

    /// Returns how many responses were added to operations.
    #[must_use]
    pub const fn added(&self) -> usize {
        self.added
    }

    /// Returns the errors that operations declare themselves, which stayed as they are: `POST /apps 404`.
    #[must_use]
    pub fn kept(&self) -> &[String] {
        &self.kept
    }

    /// Returns the paths whose operations are in another document, which is not read.
    #[must_use]
    pub fn unread_paths(&self) -> &[String] {
        &self.unread
    }

    /// Returns what codes of the catalogs call operations, where the document has none of that name.
    #[must_use]
    pub fn unknown_operations(&self) -> &[String] {
        &self.unknown
    }
}
