//! The bodies of Acme's style, written by code that knows nothing of the library's: what a catalog says
//! of a code is read from its file.

use manila_properties::expected::{
    ExpectedCode, ExpectedFault, ExpectedViolation, Members, Spelling,
};
use manila_properties::json::Json;

/// The media type of an error.
pub(crate) const FAIL: &str = "application/vnd.acme.fail+json";

/// The media type of a success.
pub(crate) const RESULT: &str = "application/vnd.acme.result+json";

/// The body of an error; `file` is the catalog that lists its code.
pub(crate) fn fail(fault: &ExpectedFault, file: &toml::Table, id: &str) -> Json {
    let mut body = vec![
        ("fail".to_owned(), Json::Object(of_code(fault, file))),
        ("trace".to_owned(), Json::text(id)),
    ];
    let details = Json::Object(fault.details.clone());
    let wait = details
        .get("retry")
        .and_then(|retry| retry.get("after_seconds"));
    body.extend(wait.map(|seconds| ("wait".to_owned(), seconds.clone())));
    body.extend(unless_empty(&fault.details));
    let fields: Vec<_> = fault.violations.iter().map(of_violation).collect();
    if !fields.is_empty() {
        body.push(("fields".to_owned(), Json::Array(fields)));
    }
    Json::Object(body)
}

/// The body of a success.
pub(crate) fn result(data: &Json, id: &str) -> Json {
    Json::Object(vec![
        ("result".to_owned(), data.clone()),
        ("trace".to_owned(), Json::text(id)),
    ])
}

fn of_code(fault: &ExpectedFault, file: &toml::Table) -> Members {
    let code = &fault.code;
    let mut fail = vec![
        ("code".to_owned(), code.json()),
        ("http".to_owned(), Json::integer(code.status)),
        ("text".to_owned(), Json::text(&*fault.message)),
    ];
    let entry = entry(code, file);
    for (member, key) in [
        ("section", "section"),
        ("category", "category"),
        ("severity", "severity"),
        ("advice", "retry"),
    ] {
        let text = entry.and_then(|entry| entry.get(key)?.as_str());
        fail.extend(text.map(|text| (member.to_owned(), Json::text(text))));
    }
    fail
}

/// The entry of a code; none for HTTP's own.
fn entry<'a>(code: &ExpectedCode, file: &'a toml::Table) -> Option<&'a toml::Value> {
    let codes = file["codes"].as_table()?;
    match &code.spelling {
        _ if !code.is_listed => None,
        Spelling::Name(name) => codes.get(name),
        Spelling::Number(number) => codes
            .values()
            .find(|entry| entry.get("number").and_then(toml::Value::as_integer) == Some(*number)),
    }
}

fn of_violation(violation: &ExpectedViolation) -> Json {
    let mut field = Members::new();
    if let Some((kind, place)) = &violation.place {
        field.push(((*kind).to_owned(), Json::text(&**place)));
    }
    field.push(("code".to_owned(), violation.code.json()));
    field.push(("text".to_owned(), Json::text(&*violation.message)));
    field.extend(unless_empty(&violation.details));
    Json::Object(field)
}

fn unless_empty(details: &Members) -> Option<(String, Json)> {
    (!details.is_empty()).then(|| ("data".to_owned(), Json::Object(details.clone())))
}
