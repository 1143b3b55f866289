//! What the two sides write down.

use serde::{Deserialize, Serialize};

use crate::routes::Route;

/// What the server told the log of an error response.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Event {
    pub(crate) request_id: String,
    pub(crate) code: String,
    pub(crate) status: u16,
    pub(crate) method: String,
    /// Without the query.
    pub(crate) path: String,
    /// What the client is not told.
    pub(crate) cause: String,
    /// Whether nothing in it forges lines or steers a terminal.
    pub(crate) is_harmless: bool,
}

/// What the client knows of one request.
#[derive(Debug, Clone)]
pub(crate) struct Entry {
    /// Which request it was.
    pub(crate) number: u64,
    /// The id that it was sent with, if the server was to take it.
    pub(crate) sent: Option<String>,
    /// What it asked for.
    pub(crate) route: &'static Route,
    pub(crate) outcome: Outcome,
}

/// How a request ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// With a response, read to its end.
    Answered(Answer),
    /// The client gave up on it, as it was to.
    Cancelled,
    /// Without a response.
    Failed(String),
}

/// One response.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    /// The values of `x-request-id`.
    pub(crate) ids: Vec<String>,
    /// The id in the body, where its shape has one.
    pub(crate) body_id: Option<String>,
    /// The value of `x-error-code`.
    pub(crate) code: Option<String>,
    /// Whether the body is not what the request is owed.
    pub(crate) is_foreign: bool,
}
