//! What the contract says of the workbench: the entries of its catalogs as their files give them, in
//! the words of `manila_properties::expected`, which shares nothing with the library.

use std::sync::OnceLock;

use manila_examples::workbench::{CatalogName, Style};
use manila_properties::expected::{
    ExpectedCode, ExpectedFault, ExpectedHeader, ExpectedService, ExpectedStyle, Fields, Spelling,
    phrase,
};

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

/// An entry of VibeHost's catalog.
pub(crate) fn of_catalog(code: &str) -> ExpectedFault {
    static FILE: OnceLock<toml::Table> = OnceLock::new();
    of_file(FILE.get_or_init(|| file(CatalogName::Vibehost)), code)
}

/// An entry of a catalog.
pub(crate) fn of_file(file: &toml::Table, code: &str) -> ExpectedFault {
    let entry = &file["codes"][code];
    let text = |key: &str| entry.get(key).and_then(toml::Value::as_str);
    let status = entry.get("status").unwrap_or_else(|| &entry["statuses"][0]);
    let number = entry.get("number").and_then(toml::Value::as_integer);
    let has_numbers = file["catalog"]["wire"].as_str() == Some("number");
    let code = ExpectedCode {
        status: status.as_integer().unwrap().try_into().unwrap(),
        spelling: if has_numbers {
            Spelling::Number(number.unwrap())
        } else {
            Spelling::Name(code.to_owned())
        },
        number,
        title: text("title").map_or_else(|| in_words(code), str::to_owned),
        is_listed: true,
        should_retry: text("retry").map(|advice| matches!(advice, "after" | "backoff")),
    };
    ExpectedFault::new(code, text("message").unwrap())
}

/// HTTP's own code, in the spelling of VibeHost's catalog.
pub(crate) fn of_http(status: u16, message: &str) -> ExpectedFault {
    let title = phrase(status);
    let code = ExpectedCode {
        status,
        spelling: Spelling::Name(title.to_uppercase().replace(' ', "_")),
        number: None,
        title,
        is_listed: false,
        should_retry: None,
    };
    ExpectedFault::new(code, message)
}

/// The body in a style of the workbench.
pub(crate) fn body(fault: &ExpectedFault, style: Style, id: &str) -> String {
    let service = ExpectedService {
        version: Some("0.1.0"),
        api_version: Some("v1"),
        ..ExpectedService::default()
    };
    fault
        .body(expected_style(style), service, Some(id))
        .to_string()
}

/// The header beside what other layers write: what is kept, and what Manila adds to it.
pub(crate) fn fields(
    fault: &ExpectedFault,
    style: Style,
    length: usize,
    id: &str,
    kept: &[(&str, &str)],
) -> Fields {
    let mut fields = Fields::default();
    for (name, value) in kept {
        fields.add(name, *value);
    }
    let header = ExpectedHeader {
        set: Vec::new(),
        retry_after: None,
        challenge: r#"Bearer realm="api""#,
        id_header: "x-request-id",
    };
    header.add_to(&mut fields, &fault.code);
    fields.put("content-length", length.to_string());
    fields.put("content-type", expected_style(style).media_type());
    fields.put("x-request-id", id);
    fields
}

const fn expected_style(style: Style) -> ExpectedStyle {
    match style {
        Style::OkError => ExpectedStyle::OkError,
        Style::JsonApi => ExpectedStyle::JsonApi,
        Style::CodeData => ExpectedStyle::CodeData,
        Style::Problem => ExpectedStyle::Problem,
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
