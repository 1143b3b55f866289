//! A response that was read, as data.

use manila::Source;
use manila_client::{RemoteError, RemoteViolation};
use serde::Serialize;
use serde_json::Value;

use super::decoded::Decoded;

/// What programs are told of a response. Members without a value are absent.
#[derive(Debug, Serialize)]
pub(super) struct Data<'a> {
    status: u16,
    is_error: bool,
    exit_code: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Error<'a>>,
}

#[derive(Debug, Serialize)]
struct Error<'a> {
    read_as: &'static str,
    class: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    is_known: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_message: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<Value>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    violations: Vec<Violation<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<&'a str>,
    retry: Retry,
    #[serde(skip_serializing_if = "Option::is_none")]
    applied: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    documentation: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    excerpt: &'a str,
}

#[derive(Debug, Serialize)]
struct Violation<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    source_message: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pointer: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    parameter: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    header: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    details: Option<Value>,
}

#[derive(Debug, Serialize)]
struct Retry {
    #[serde(skip_serializing_if = "Option::is_none")]
    is_advised: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    after_seconds: Option<f64>,
}

impl<'a> Data<'a> {
    pub(super) fn of(decoded: &'a Decoded<'_>) -> Self {
        Self {
            status: decoded.remote.status(),
            is_error: decoded.is_error(),
            exit_code: decoded.exit_code,
            error: decoded.is_error().then(|| Error::of(decoded.remote)),
        }
    }
}

impl<'a> Error<'a> {
    fn of(remote: &'a RemoteError) -> Self {
        let wait = remote.retry().wait(std::time::SystemTime::now());
        Self {
            read_as: remote.read_as().as_str(),
            class: remote.class().as_str(),
            code: remote.code(),
            is_known: remote.catalog_code().is_some(),
            message: remote.message(),
            source_message: remote.source_message(),
            language: remote.language(),
            title: remote.title(),
            details: remote.details(),
            violations: remote.violations().iter().map(Violation::of).collect(),
            request_id: remote.request_id(),
            retry: Retry {
                is_advised: remote.retry().is_advised(),
                after_seconds: wait.map(|wait| wait.as_secs_f64()),
            },
            applied: remote.applied().map(manila::Applied::as_str),
            documentation: remote.documentation().map(std::borrow::Cow::into_owned),
            excerpt: remote.excerpt(),
        }
    }
}

impl<'a> Violation<'a> {
    fn of(violation: &'a RemoteViolation) -> Self {
        let source = violation.source();
        Self {
            code: violation.code(),
            message: violation.message(),
            source_message: violation.source_message(),
            pointer: match source {
                Some(Source::Pointer(pointer)) => Some(pointer.to_string()),
                _ => None,
            },
            parameter: match source {
                Some(Source::Parameter(name)) => Some(name),
                _ => None,
            },
            header: match source {
                Some(Source::Header(name)) => Some(name),
                _ => None,
            },
            details: violation.details(),
        }
    }
}
