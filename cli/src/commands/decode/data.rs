//! A response that was read, as data.

use std::borrow::Cow;

use manila::Source;
use manila_catalog_file::{Catalog, Entry};
use manila_client::RemoteViolation;
use serde::Serialize;
use serde_json::Value;

use super::super::export::Code;
use super::super::http_code::HttpCode;
use super::decoded::Decoded;

/// What programs are told of a response. Members without a value are absent.
#[derive(Serialize)]
pub(super) struct Data<'a> {
    status: u16,
    is_error: bool,
    exit_code: u8,
    /// Who says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    exit_code_of: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<Error<'a>>,
}

#[derive(Serialize)]
struct Error<'a> {
    read_as: &'static str,
    class: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<Cow<'a, str>>,
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
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    violations: Vec<Violation<'a>>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    has_more_violations: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    truncated: Option<u64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    request_id: Option<Cow<'a, str>>,
    retry: Retry,
    #[serde(skip_serializing_if = "Option::is_none")]
    applied: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    remedy: Option<Remedy<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    documentation: Option<String>,
    #[serde(skip_serializing_if = "str::is_empty")]
    excerpt: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    catalog: Option<InCatalog<'a>>,
    /// What there is of one of HTTP's own codes.
    #[serde(skip_serializing_if = "Option::is_none")]
    http: Option<HttpCode>,
}

/// What the catalog says of the code.
#[derive(Serialize)]
struct InCatalog<'a> {
    name: &'a str,
    title: &'a str,
    /// As in an export.
    code: Code<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    conditions: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    rules: Vec<&'a str>,
}

/// What the service says of the way out.
#[derive(Debug, Serialize)]
struct Remedy<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    owner: Option<&'static str>,
    steps: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    next: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    documentation: Option<&'a str>,
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
            exit_code_of: decoded.is_error().then(|| decoded.exit_code_of().as_str()),
            error: decoded.is_error().then(|| Error::of(decoded)),
        }
    }
}

impl<'a> Error<'a> {
    fn of(decoded: &'a Decoded<'_>) -> Self {
        let remote = decoded.remote;
        let known = decoded.known();
        let wait = remote.retry().wait(std::time::SystemTime::now());
        Self {
            read_as: remote.read_as().as_str(),
            class: remote.class().as_str(),
            code: decoded.code(),
            is_known: remote.catalog_code().is_some(),
            message: remote.message(),
            source_message: remote.source_message(),
            language: remote.language(),
            title: remote.title(),
            details: remote.details(),
            reason: remote.reason(),
            violations: remote.violations().iter().map(Violation::of).collect(),
            has_more_violations: remote.has_more_violations(),
            truncated: remote.truncated(),
            request_id: decoded.request_id(),
            retry: Retry {
                is_advised: remote.retry().is_advised(),
                after_seconds: wait.map(|wait| wait.as_secs_f64()),
            },
            applied: remote.applied().map(manila::Applied::as_str),
            remedy: remote.remedy().map(Remedy::of),
            documentation: remote.documentation().map(Cow::into_owned),
            excerpt: remote.excerpt(),
            http: match known {
                Some(_) => None,
                None => remote.code().and_then(HttpCode::of),
            },
            catalog: known.map(|(catalog, entry)| InCatalog::of(catalog, entry)),
        }
    }
}

impl<'a> InCatalog<'a> {
    fn of(catalog: &'a Catalog, entry: &'a Entry) -> Self {
        let conditions = catalog.conditions.iter();
        let conditions = conditions.filter(|(_, code)| *code == entry.name);
        let rules = catalog.rules.iter();
        let rules = rules.filter(|(_, code)| *code == entry.name);
        Self {
            name: &catalog.name,
            title: catalog.title.as_ref().unwrap_or(&catalog.name),
            code: Code::of(catalog, entry),
            conditions: conditions
                .map(|(condition, _)| condition.as_str())
                .collect(),
            rules: rules.map(|(rule, _)| &**rule).collect(),
        }
    }
}

impl<'a> Remedy<'a> {
    fn of(remedy: &'a manila_client::Remedy) -> Self {
        Self {
            owner: remedy.owner().map(manila::Owner::as_str),
            steps: remedy.steps(),
            next: remedy.next(),
            documentation: remedy.documentation(),
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
