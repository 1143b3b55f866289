//! What is required of a response.

use std::fmt;

use serde::{Serialize, Serializer};

/// A requirement on every error response.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Rule {
    /// O1
    OneResponse,
    /// O2
    Envelope,
    /// O3
    ContentType,
    /// O4
    Length,
    /// O5
    RequestId,
    /// O6
    OldRepresentation,
    /// O7
    StatusFields,
    /// O8
    Leak,
    /// O9
    Caching,
    /// O10
    ServesOn,
    /// O11
    Event,
    /// O12
    Steadiness,
    /// O13
    Code,
}

impl Rule {
    /// Every rule, in the order of their ids.
    pub const ALL: &'static [Self] = &[
        Self::OneResponse,
        Self::Envelope,
        Self::ContentType,
        Self::Length,
        Self::RequestId,
        Self::OldRepresentation,
        Self::StatusFields,
        Self::Leak,
        Self::Caching,
        Self::ServesOn,
        Self::Event,
        Self::Steadiness,
        Self::Code,
    ];

    /// The id, `O1` to `O13`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::OneResponse => "O1",
            Self::Envelope => "O2",
            Self::ContentType => "O3",
            Self::Length => "O4",
            Self::RequestId => "O5",
            Self::OldRepresentation => "O6",
            Self::StatusFields => "O7",
            Self::Leak => "O8",
            Self::Caching => "O9",
            Self::ServesOn => "O10",
            Self::Event => "O11",
            Self::Steadiness => "O12",
            Self::Code => "O13",
        }
    }

    /// The name, in lower case with hyphens.
    ///
    /// ```
    /// use manila_probe::oracle::Rule;
    ///
    /// assert_eq!(Rule::RequestId.name(), "request-id");
    /// ```
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::OneResponse => "one-response",
            Self::Envelope => "envelope",
            Self::ContentType => "content-type",
            Self::Length => "length",
            Self::RequestId => "request-id",
            Self::OldRepresentation => "old-representation",
            Self::StatusFields => "status-fields",
            Self::Leak => "leak",
            Self::Caching => "caching",
            Self::ServesOn => "serves-on",
            Self::Event => "event",
            Self::Steadiness => "steadiness",
            Self::Code => "code",
        }
    }

    /// The rule with this name or id.
    pub(crate) fn find(name_or_id: &str) -> Option<Self> {
        let mut rules = Self::ALL.iter().copied();
        rules.find(|rule| rule.name() == name_or_id || rule.id() == name_or_id)
    }

    /// What the rule requires, in one line.
    #[must_use]
    pub const fn requirement(self) -> &'static str {
        match self {
            Self::OneResponse => "every request gets exactly one well-formed response",
            Self::Envelope => {
                "an error's body is strict JSON in the service's envelope and agrees with the status"
            }
            Self::ContentType => {
                "content-type is exactly the envelope's, and x-content-type-options is nosniff"
            }
            Self::Length => {
                "content-length is the length of the body; HEAD has no body and the same fields as GET"
            }
            Self::RequestId => {
                "exactly one x-request-id of [A-Za-z0-9._-]{1,128}, the same in the body"
            }
            Self::OldRepresentation => {
                "no header field of an error describes a body that the envelope replaced"
            }
            Self::StatusFields => {
                "the header fields that a status requires are present, and all are well-formed"
            }
            Self::Leak => {
                "no secret, path, stack trace or other internal detail of the service is sent"
            }
            Self::Caching => "cache-control keeps every cache from storing an error",
            Self::ServesOn => "the service keeps responding after a request has failed",
            Self::Event => {
                "the log has one event per error, with the response's id and all that the client is not told"
            }
            Self::Steadiness => {
                "nothing that a client sends turns an error into something else than its envelope"
            }
            Self::Code => "an error's code is one of the service's catalog",
        }
    }
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.id())
    }
}

impl Serialize for Rule {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

/// A rule that a response breaks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[non_exhaustive]
pub struct Finding {
    /// The rule.
    pub rule: Rule,
    /// How it is broken.
    pub message: String,
}

impl Finding {
    pub(crate) fn new(rule: Rule, message: impl Into<String>) -> Self {
        Self {
            rule,
            message: message.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.rule, self.message)
    }
}
