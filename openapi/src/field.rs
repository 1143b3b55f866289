//! The header fields of errors.

use serde_json::{Value, json};

/// A header field of errors.
pub(crate) struct Field {
    /// `None` for that of the request's id, which a service names.
    pub(crate) name: Option<&'static str>,
    pub(crate) component: &'static str,
    pub(crate) when: When,
    kind: &'static str,
    description: &'static str,
}

/// The responses that have a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum When {
    Always,
    /// Those of errors that can pass by themselves.
    Waits,
    /// Those of this status.
    Status(u16),
    /// Those in which the service sends it.
    Sent,
}

/// Every field, in the order in which they are written.
pub(crate) const FIELDS: [Field; 6] = [
    Field {
        name: None,
        component: "RequestId",
        when: When::Always,
        kind: "string",
        description: "The request's id, for questions about it.",
    },
    Field {
        name: Some("x-error-code"),
        component: "ErrorCode",
        when: When::Always,
        kind: "string",
        description: "The code of the error.",
    },
    Field {
        name: Some("retry-after"),
        component: "RetryAfter",
        when: When::Waits,
        kind: "string",
        description: "When to send the request again: in so many seconds, or at a date (RFC 9110 §10.2.3).",
    },
    Field {
        name: Some("x-should-retry"),
        component: "ShouldRetry",
        when: When::Sent,
        kind: "boolean",
        description: "Whether to send the same request again.",
    },
    Field {
        name: Some("www-authenticate"),
        component: "WwwAuthenticate",
        when: When::Sent,
        kind: "string",
        description: "How to authenticate (RFC 9110 §11.6.1).",
    },
    Field {
        name: Some("allow"),
        component: "Allow",
        when: When::Status(405),
        kind: "string",
        description: "The methods of the path (RFC 9110 §10.2.1).",
    },
];

impl Field {
    /// The field as a component of OpenAPI.
    pub(crate) fn component(&self) -> Value {
        let mut header = json!({ "description": self.description });
        if self.when == When::Always {
            header["required"] = true.into();
        }
        header["schema"] = json!({ "type": self.kind });
        header
    }
}
