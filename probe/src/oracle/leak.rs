//! O8: what may never leave a service.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD_NO_PAD, URL_SAFE_NO_PAD};

use serde_json::Value;

use super::rule::{Finding, Rule};
use crate::wire::Response;

/// Texts of runtimes and frameworks, which no message for a client contains.
const TRACES: [(&str, &str); 14] = [
    ("Traceback (most recent call last)", "a Python stack trace"),
    ("panicked at", "a Rust panic"),
    ("RUST_BACKTRACE", "a Rust panic"),
    ("goroutine 1 [", "a Go stack trace"),
    ("runtime error:", "a Go panic"),
    ("Exception in thread", "a Java stack trace"),
    ("\tat java.", "a Java stack trace"),
    ("at org.springframework.", "a Java stack trace"),
    ("   at System.", "a .NET stack trace"),
    ("node_modules/", "a Node.js stack trace"),
    ("(node:internal", "a Node.js stack trace"),
    ("Whitelabel Error Page", "a Spring Boot page"),
    ("<!doctype html", "an HTML page"),
    ("<html", "an HTML page"),
];

/// What tells of the inside of a service; a refusal may say it of its client's own request.
const INSIDES: [(&str, &str); 13] = [
    ("/home/", "a server path"),
    ("/usr/", "a server path"),
    ("/var/", "a server path"),
    ("/root/", "a server path"),
    ("C:\\", "a server path"),
    ("syntax error at or near", "an SQL error"),
    ("SQLSTATE", "an SQL error"),
    ("ORA-0", "an SQL error"),
    ("insert into ", "an SQL statement"),
    ("select * from", "an SQL statement"),
    ("connection refused", "a connection error"),
    ("password=", "a secret"),
    ("://localhost", "an internal address"),
];

/// The extensions of source files.
const SOURCES: [&str; 12] = [
    "rs", "py", "js", "ts", "java", "kt", "go", "rb", "php", "cs", "ex", "c",
];

/// Secrets that were planted in a service.
#[derive(Debug, Clone, Default)]
pub(super) struct Canaries(Vec<Canary>);

#[derive(Debug, Clone)]
struct Canary {
    name: String,
    /// The bytes in every form in which they could leave.
    forms: Vec<Vec<u8>>,
}

impl Canaries {
    pub(super) fn add(&mut self, canary: &str) {
        self.0.push(Canary {
            name: canary.to_owned(),
            forms: forms_of(canary),
        });
    }

    /// The canaries in a header or body, whatever the status is.
    pub(super) fn check(&self, response: &Response) -> Vec<Finding> {
        // JSON has many ways to write a character; written anew there is one.
        let body: Option<Value> = serde_json::from_slice(&response.body).ok();
        let body = body.map(|body| body.to_string()).unwrap_or_default();
        let fields = response
            .headers
            .iter()
            .map(|(name, value)| (&**name, value.as_bytes()));
        let bodies = [("body", &*response.body), ("body", body.as_bytes())];
        let places: Vec<_> = fields.chain(bodies).collect();
        let found = self.0.iter().filter_map(|canary| {
            let holds = |bytes: &[u8]| canary.forms.iter().any(|form| contains(bytes, form));
            let (place, _) = places.iter().find(|(_, bytes)| holds(bytes))?;
            let message = format!("the secret {:?} is in the {place}", canary.name);
            Some(Finding::new(Rule::Leak, message))
        });
        found.collect()
    }
}

/// The canary itself, escaped as in JSON, percent-encoded, and in Base64 at each offset.
fn forms_of(canary: &str) -> Vec<Vec<u8>> {
    let json = Value::from(canary).to_string();
    let json = json.trim_matches('"').to_owned();
    let percent = |digits: fn(u8) -> String| {
        let encoded = canary.bytes().map(|byte| {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                char::from(byte).to_string()
            } else {
                digits(byte)
            }
        });
        encoded.collect::<String>()
    };
    let mut forms = vec![
        canary.to_owned(),
        json,
        percent(|byte| format!("%{byte:02X}")),
        percent(|byte| format!("%{byte:02x}")),
    ];
    for offset in 0..3 {
        // The first and last characters depend on what stands around the canary.
        let text = [&b"\0\0\0"[..offset], canary.as_bytes()].concat();
        let start = (offset * 8).div_ceil(6);
        let end = text.len() * 8 / 6;
        for encoded in [STANDARD_NO_PAD.encode(&text), URL_SAFE_NO_PAD.encode(&text)] {
            forms.extend(encoded.get(start..end).map(str::to_owned));
        }
    }
    let mut forms: Vec<_> = forms.into_iter().map(String::into_bytes).collect();
    // What is as short as this is anywhere by chance.
    forms.retain(|form| form.len() >= 4 || form == canary.as_bytes());
    forms.sort();
    forms.dedup();
    forms
}

/// What a body tells of the inside of its service.
pub(super) fn insides(response: &Response) -> Vec<Finding> {
    let text = response.text();
    let lower = text.to_ascii_lowercase();
    let in_text = |table: &[(&'static str, &'static str)]| {
        let found = table
            .iter()
            .find(|(text, _)| lower.contains(&text.to_ascii_lowercase()));
        found.map(|(text, what)| format!("{what}: {text:?}"))
    };
    let is_of_server = response.status >= 500;
    let inside = || in_text(&INSIDES).filter(|_| is_of_server);
    let found = in_text(&TRACES)
        .or_else(|| line_of_source(&text))
        .or_else(inside);
    let findings = found.map(|message| Finding::new(Rule::Leak, message));
    findings.into_iter().collect()
}

/// A source file with a line in it: `main.rs:12`, or `File "app.py", line 12`.
fn line_of_source(text: &str) -> Option<String> {
    let dots = text.match_indices('.').map(|(at, _)| &text[at + 1..]);
    let is_line = |rest: &str| {
        let rest = rest
            .strip_prefix("\\\"")
            .or_else(|| rest.strip_prefix('"'))
            .unwrap_or(rest);
        let line = rest
            .strip_prefix(':')
            .or_else(|| rest.strip_prefix(", line "));
        line.is_some_and(|line| line.starts_with(|digit: char| digit.is_ascii_digit()))
    };
    let mut sources = dots.filter_map(|rest| {
        let source = SOURCES.iter().find(|source| rest.starts_with(**source))?;
        is_line(&rest[source.len()..])
            .then(|| format!("a line number in a source file: \".{source}:\""))
    });
    sources.next()
}

fn contains(bytes: &[u8], what: &[u8]) -> bool {
    !what.is_empty() && bytes.windows(what.len()).any(|window| window == what)
}
