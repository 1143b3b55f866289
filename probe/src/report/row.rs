//! One answer.

use std::fmt;

use serde::Serialize;

use crate::oracle::{Finding, Style};
use crate::wire::{Protocol, Response};

/// The longest part of a body that a row shows, in characters.
const SHOWN: usize = 160;

/// The fields that every envelope has, beside its content type.
const FIELDS: [&str; 2] = ["x-content-type-options", "cache-control"];

/// What one provocation was answered with.
#[derive(Debug, Clone, Serialize)]
#[non_exhaustive]
pub struct Row {
    /// The name of the provocation.
    pub source: &'static str,
    /// The protocol that was spoken.
    pub protocol: Protocol,
    /// The method of the request.
    pub method: String,
    /// The path of the request.
    pub path: String,
    /// The part of the service that should have answered.
    pub position: String,
    /// The status, if there was a response.
    pub status: Option<u16>,
    /// The envelope that the body is in, else its media type.
    pub shape: String,
    /// `complete`, or which of the fields that every envelope has are missing.
    pub headers: String,
    /// The judgement.
    pub verdict: Verdict,
    /// Who has answered instead of the service, if somebody has.
    pub outsider: Option<Outsider>,
    /// The rules that the response breaks. They are a violation unless an outsider breaks them; then
    /// they are one to a [strict](crate::Probe::strict) probe.
    pub findings: Vec<Finding>,
    /// A summary of the response, or `no response`.
    pub received: String,
}

/// Who answers instead of a service.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Outsider {
    /// The HTTP server, which refuses a request before any service sees it.
    Server,
    /// The HTTP server, which frames the answers around a pipelined HEAD wrongly.
    Framing,
    /// CORS around the envelope, which refuses a preflight.
    Cors,
}

impl fmt::Display for Outsider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Server => "the HTTP server refuses requests by itself",
            Self::Framing => "the HTTP server frames the answers around a pipelined HEAD wrongly",
            Self::Cors => "CORS around the envelope refuses a preflight in its own words",
        })
    }
}

/// How an answer was judged.
///
/// It is closed on purpose: whoever reports the rows has a word for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Verdict {
    /// An error in its envelope.
    Pass,
    /// Not an error, or exempted.
    Exempt,
    /// Somebody else answered: the HTTP server, or middleware around the envelope.
    Outside,
    /// A rule is broken.
    Violation,
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Pass => "pass",
            Self::Exempt => "exempt",
            Self::Outside => "outside",
            Self::Violation => "VIOLATION",
        })
    }
}

impl Row {
    /// Whether the response did not pass through the layer that adds envelopes: it has no trace of
    /// one, or the body of a fault that wrote itself, without the fields that the layer adds.
    #[must_use]
    pub fn is_uncovered(&self) -> bool {
        let is_envelope = Style::ALL.iter().any(|style| style.name() == self.shape);
        let is_bare = if is_envelope {
            FIELDS.iter().all(|name| self.headers.contains(name))
        } else {
            self.headers != COMPLETE
        };
        self.verdict == Verdict::Violation && self.status.is_some() && is_bare
    }
}

/// What [`Row::headers`] says of a response that lacks nothing.
const COMPLETE: &str = "complete";

/// The envelope of a body, else its media type.
pub(crate) fn shape_of(response: &Response) -> String {
    let media_type = response.only("content-type").unwrap_or("no type");
    let media_type = media_type.split(';').next().unwrap_or_default();
    match Style::of(response) {
        Some(style) => style.name().to_owned(),
        None if response.body.is_empty() => "empty".to_owned(),
        None => media_type.to_owned(),
    }
}

/// Which of the fields that every envelope has are missing.
pub(crate) fn headers_of(response: &Response, request_id: &str) -> String {
    let missing: Vec<_> = [request_id]
        .into_iter()
        .chain(FIELDS)
        .filter(|name| !response.has(name))
        .collect();
    if missing.is_empty() {
        COMPLETE.to_owned()
    } else {
        format!("no {}", missing.join(", "))
    }
}

/// The response in one line.
pub(crate) fn summary_of(response: &Response) -> String {
    let media_type = response.only("content-type").unwrap_or("no content type");
    let text = response.text();
    let mut shown: String = text.chars().take(SHOWN).collect();
    if shown.len() < text.len() {
        shown.push('…');
    }
    let body = if text.is_empty() {
        "no body".to_owned()
    } else {
        format!("{shown:?}")
    };
    format!("{} {media_type}, {body}", response.status)
}
