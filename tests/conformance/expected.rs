//! What the contract says, written down a second time.

use std::sync::OnceLock;

use manila_examples::workbench::{CatalogName, Style};

use crate::violation::{self, Violation};

/// What is true of one error response in whatever style.
#[derive(Debug, Clone)]
pub(crate) struct Error {
    pub(crate) status: u16,
    /// The code as text.
    pub(crate) code: String,
    /// The catalog's number, where it has numbers.
    pub(crate) number: Option<i64>,
    /// Whether the number goes on the wire.
    pub(crate) is_number: bool,
    pub(crate) title: String,
    pub(crate) message: String,
    /// The members of the details, as JSON.
    pub(crate) details: Option<String>,
    pub(crate) violations: Vec<Violation>,
    /// The value of `x-should-retry`.
    pub(crate) should_retry: Option<&'static str>,
}

/// The file of a catalog, as plain TOML.
pub(crate) fn file(catalog: CatalogName) -> toml::Table {
    let text = match catalog {
        CatalogName::Vibehost => include_str!("../../catalogs/vibehost.toml"),
        CatalogName::Mxcep => include_str!("../../catalogs/mxcep.toml"),
        CatalogName::Credicorp => include_str!("../../catalogs/credicorp.toml"),
        CatalogName::Codelibra => include_str!("../../catalogs/codelibra.toml"),
        CatalogName::Cpi => include_str!("../../catalogs/cpi.toml"),
    };
    text.parse().unwrap()
}

impl Error {
    /// An entry of VibeHost's catalog, as its file gives it.
    pub(crate) fn of_catalog(code: &str) -> Self {
        static FILE: OnceLock<toml::Table> = OnceLock::new();
        Self::of_file(FILE.get_or_init(|| file(CatalogName::Vibehost)), code)
    }

    /// An entry of a catalog, as its file gives it.
    pub(crate) fn of_file(file: &toml::Table, code: &str) -> Self {
        let entry = &file["codes"][code];
        let text = |key: &str| {
            entry
                .get(key)
                .and_then(toml::Value::as_str)
                .map(str::to_owned)
        };
        let status = entry.get("status").unwrap_or_else(|| &entry["statuses"][0]);
        let number = entry.get("number").and_then(toml::Value::as_integer);
        let is_number = file["catalog"]["wire"].as_str() == Some("number");
        let name = if is_number {
            number.unwrap().to_string()
        } else {
            code.to_owned()
        };
        Self {
            status: status.as_integer().unwrap().try_into().unwrap(),
            code: name,
            number,
            is_number,
            title: text("title").unwrap_or_else(|| in_words(code)),
            message: text("message").unwrap().replace('"', "\\\""),
            details: None,
            violations: Vec::new(),
            should_retry: text("retry").map(|advice| match advice.as_str() {
                "after" | "backoff" => "true",
                _ => "false",
            }),
        }
    }

    /// HTTP's own code.
    pub(crate) fn of_http(status: u16, phrase: &str, message: &str) -> Self {
        Self {
            status,
            code: phrase.to_uppercase().replace(' ', "_"),
            number: None,
            is_number: false,
            title: phrase.to_owned(),
            message: message.to_owned(),
            details: None,
            violations: Vec::new(),
            should_retry: None,
        }
    }

    pub(crate) fn details(self, members: impl Into<String>) -> Self {
        Self {
            details: Some(members.into()),
            ..self
        }
    }

    pub(crate) fn message(self, message: &str) -> Self {
        Self {
            message: message.to_owned(),
            ..self
        }
    }

    pub(crate) fn violations(self, violations: impl Into<Vec<Violation>>) -> Self {
        Self {
            violations: violations.into(),
            ..self
        }
    }

    /// The code as JSON has it.
    pub(crate) fn json_code(&self) -> String {
        if self.is_number {
            self.code.clone()
        } else {
            format!("\"{}\"", self.code)
        }
    }

    /// The body in a style.
    pub(crate) fn body(&self, style: Style, request_id: &str) -> String {
        let Self {
            status,
            code,
            title,
            message,
            ..
        } = self;
        let negative = -self.number.map_or(i64::from(*status), i64::abs);
        let json_code = self.json_code();
        let details = self.details.as_deref();
        let errors = violation::errors(&self.violations, style);
        match style {
            Style::OkError => format!(
                r#"{{"ok":false,"error":{{"code":{json_code},"message":"{message}"{}}}}}"#,
                object("details", [details, errors.as_deref()]),
            ),
            Style::JsonApi => {
                let meta =
                    format!(r#""version":"0.1.0","api_version":"v1","request_id":"{request_id}""#);
                match errors {
                    None => format!(
                        r#"{{"errors":[{{"status":"{status}","code":"{code}","title":"{title}","detail":"{message}"{}}}],"meta":{{{meta}}}}}"#,
                        object("meta", [details]),
                    ),
                    Some(errors) => format!(
                        r#"{{{errors},"meta":{{{meta},"code":"{code}"{}}}}}"#,
                        object("details", [details]),
                    ),
                }
            }
            Style::CodeData if details.is_none() && errors.is_none() => {
                format!(r#"{{"code":{negative},"data":"{message}"}}"#)
            }
            Style::CodeData => format!(
                r#"{{"code":{negative},"data":{{"message":"{message}"{}{}}}}}"#,
                object("details", [details]),
                errors
                    .map(|errors| format!(",{errors}"))
                    .unwrap_or_default(),
            ),
            Style::Problem => {
                let is_uuid = request_id.len() == 36 && request_id.matches('-').count() == 4;
                let instance = format!(r#","instance":"urn:uuid:{request_id}""#);
                format!(
                    r#"{{"type":"about:blank","title":"{}","status":{status},"detail":"{message}"{},"code":{json_code},"request_id":"{request_id}"{}{}}}"#,
                    phrase(*status),
                    if is_uuid { instance } else { String::new() },
                    object("details", [details]),
                    errors
                        .map(|errors| format!(",{errors}"))
                        .unwrap_or_default(),
                )
            }
        }
    }

    /// The header fields in a style, without the request's id.
    pub(crate) fn headers(&self, style: Style, length: usize) -> Vec<(String, String)> {
        let mut headers = vec![
            ("cache-control", "no-store".to_owned()),
            ("content-length", length.to_string()),
            ("content-type", media_type(style).to_owned()),
            ("x-content-type-options", "nosniff".to_owned()),
            ("x-error-code", self.code.clone()),
        ];
        if let Some(should_retry) = self.should_retry {
            headers.push(("x-should-retry", should_retry.to_owned()));
        }
        if self.status == 401 {
            headers.push(("www-authenticate", r#"Bearer realm="api""#.to_owned()));
        }
        headers
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }
}

/// The member of a name, as one that follows others; nothing where it would be empty.
pub(crate) fn object<const N: usize>(name: &str, members: [Option<&str>; N]) -> String {
    let members: Vec<_> = members.into_iter().flatten().collect();
    if members.is_empty() {
        return String::new();
    }
    format!(",\"{name}\":{{{}}}", members.join(","))
}

fn media_type(style: Style) -> &'static str {
    match style {
        Style::OkError | Style::CodeData => "application/json",
        Style::JsonApi => "application/vnd.api+json",
        Style::Problem => "application/problem+json",
    }
}

/// The phrases of RFC 9110 that the table needs.
fn phrase(status: u16) -> &'static str {
    match status {
        400 => "Bad Request",
        401 => "Unauthorized",
        402 => "Payment Required",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        409 => "Conflict",
        410 => "Gone",
        415 => "Unsupported Media Type",
        422 => "Unprocessable Content",
        413 => "Content Too Large",
        429 => "Too Many Requests",
        451 => "Unavailable For Legal Reasons",
        418 => "HTTP 418",
        499 => "HTTP 499",
        500 => "Internal Server Error",
        501 => "Not Implemented",
        502 => "Bad Gateway",
        503 => "Service Unavailable",
        599 => "HTTP 599",
        799 => "HTTP 799",
        999 => "HTTP 999",
        _ => panic!("the table has no phrase for {status}"),
    }
}

/// A name in words: `PLAN_LIMIT` and `PlanLimit` become `Plan limit`.
fn in_words(name: &str) -> String {
    let mut words = String::new();
    for (at, c) in name.chars().enumerate() {
        let begins = c.is_uppercase() && name.contains(char::is_lowercase) && at > 0;
        match c {
            '_' => words.push(' '),
            c if begins => words.extend([' ', c.to_ascii_lowercase()]),
            c if at == 0 => words.push(c.to_ascii_uppercase()),
            c => words.push(c.to_ascii_lowercase()),
        }
    }
    words
}
