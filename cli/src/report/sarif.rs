//! The Static Analysis Results Interchange Format, version 2.1.0.

use serde_json::{Value, json};

use super::told::{Told, slashes};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Writes what is told as the results of one run.
pub(crate) fn sarif(told: &[Told<'_>]) -> Value {
    let mut rules: Vec<(&str, &str)> = Vec::new();
    let mut results = Vec::with_capacity(told.len());
    for one in told {
        // There are as many rules as the program has, however many results.
        let known = rules.iter().position(|(id, _)| *id == one.rule);
        let at = known.unwrap_or_else(|| {
            rules.push((one.rule, one.about));
            rules.len() - 1
        });
        results.push(result(one, at));
    }
    let rules: Vec<_> = rules.iter().map(|(id, about)| rule(id, about)).collect();
    json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": {
                "driver": {
                    "name": "manila",
                    "semanticVersion": env!("CARGO_PKG_VERSION"),
                    "rules": rules,
                },
            },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

fn rule(id: &str, about: &str) -> Value {
    if about.is_empty() {
        json!({ "id": id })
    } else {
        json!({ "id": id, "shortDescription": { "text": about } })
    }
}

fn result(told: &Told<'_>, rule: usize) -> Value {
    let mut physical = json!({ "artifactLocation": { "uri": uri(told.file) } });
    if let Some(place) = told.place {
        physical["region"] = json!({
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        });
    }
    let mut location = json!({ "physicalLocation": physical });
    if let Some(code) = told.code {
        location["logicalLocations"] = json!([{ "name": code, "kind": "member" }]);
    }
    json!({
        "ruleId": told.rule,
        "ruleIndex": rule,
        "level": told.severity.as_str(),
        "message": { "text": told.message.join("\n") },
        "locations": [location],
    })
}

/// The name of a file as a reference of RFC 3986: relative as the name is, with `/` between its parts.
fn uri(file: &str) -> String {
    let is_drive = |start: &str| start.ends_with(':') && start.len() == 2;
    let file = slashes(file, cfg!(windows));
    let mut uri = String::new();
    if file.starts_with('/') {
        uri.push_str("file://");
    } else if cfg!(windows) && file.get(..2).is_some_and(is_drive) {
        uri.push_str("file:///");
    }
    for byte in file.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                uri.push(char::from(byte));
            }
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri
}
