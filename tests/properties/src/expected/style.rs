//! How much of what a body shows, and in which shape.

use super::error::ExpectedFault;

/// The shape of a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExpectedStyle {
    /// `ok-error`.
    OkError,
    /// `json-api`.
    JsonApi,
    /// `code-data`.
    CodeData,
    /// `problem`.
    Problem,
    /// A style of the user's.
    Custom,
}

impl ExpectedStyle {
    /// The media type of a body.
    #[must_use]
    pub fn media_type(self) -> &'static str {
        match self {
            Self::OkError | Self::CodeData => "application/json",
            Self::JsonApi => "application/vnd.api+json",
            Self::Problem => "application/problem+json",
            Self::Custom => "application/vnd.acme+json",
        }
    }
}

/// What a body tells of its service.
#[derive(Debug, Clone, Copy, Default)]
pub struct ExpectedService<'a> {
    /// The version of the service.
    pub version: Option<&'a str>,
    /// The version of its API.
    pub api_version: Option<&'a str>,
    /// The time zone and the format of its dates.
    pub datetime: Option<(&'a str, &'a str)>,
    /// The address of the pages of its codes.
    pub reference: Option<&'a str>,
    /// Whether every style has the request's id in the body.
    pub has_id_in_body: bool,
}

/// Whose sentence a body has.
#[derive(Debug, Clone, Copy)]
pub(crate) enum ExpectedSentence {
    Faults,
    /// The catalog's, with the fault's details.
    Catalogs,
    /// The catalog's, without a word of the fault's.
    Shortest,
}

/// How much of a fault is in a body.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ExpectedExtent {
    pub(crate) violations: usize,
    pub(crate) details: usize,
    pub(crate) reason: bool,
    pub(crate) sentence: ExpectedSentence,
    pub(crate) truncated: usize,
}

impl ExpectedExtent {
    pub(crate) fn all(fault: &ExpectedFault) -> Self {
        Self {
            violations: fault.violations.len(),
            details: fault.details.len(),
            reason: true,
            sentence: ExpectedSentence::Faults,
            truncated: 0,
        }
    }
}
