//! What the contract says of the workbench: the entries of its catalogs as their files give them, in
//! the words of `manila_properties::expected`, which shares nothing with the library.

use std::collections::HashMap;
use std::sync::{LazyLock, Mutex};

use manila_examples::workbench::{CatalogName, Style};
use manila_properties::expected::{
    ExpectedCode, ExpectedFault, ExpectedHeader, ExpectedService, ExpectedStyle, Fields, Spelling,
    phrase,
};

use crate::acme;
use crate::servers::Cell;

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

/// The file of a catalog, read once.
fn kept_file(catalog: CatalogName) -> &'static toml::Table {
    static FILES: LazyLock<Mutex<HashMap<CatalogName, &'static toml::Table>>> =
        LazyLock::new(Mutex::default);
    let mut files = FILES.lock().unwrap();
    files
        .entry(catalog)
        .or_insert_with(|| Box::leak(Box::new(file(catalog))))
}

/// An entry of VibeHost's catalog.
pub(crate) fn of_catalog(code: &str) -> ExpectedFault {
    of_file(kept_file(CatalogName::Vibehost), code)
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

/// A code of the workbench's own, without a sentence, in the spelling of VibeHost's catalog.
pub(crate) fn of_own(status: u16, number: i64, code: &str, title: &str) -> ExpectedFault {
    let code = ExpectedCode {
        status,
        spelling: Spelling::Name(code.to_owned()),
        number: Some(number),
        title: title.to_owned(),
        is_listed: true,
        should_retry: None,
    };
    ExpectedFault::new(code, title)
}

/// The body that a workbench answers with.
pub(crate) fn body(fault: &ExpectedFault, cell: Cell, id: &str) -> String {
    let Some(style) = expected_style(cell.style) else {
        return acme::fail(fault, kept_file(cell.catalog), id).to_string();
    };
    let service = ExpectedService {
        version: Some("0.1.0"),
        api_version: Some("v1"),
        ..ExpectedService::default()
    };
    fault.body(style, service, Some(id)).to_string()
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
    let media_type = expected_style(style).map_or(acme::FAIL, ExpectedStyle::media_type);
    fields.put("content-type", media_type);
    fields.put("x-request-id", id);
    fields
}

/// The style, unless it is one's own.
const fn expected_style(style: Style) -> Option<ExpectedStyle> {
    Some(match style {
        Style::OkError => ExpectedStyle::OkError,
        Style::JsonApi => ExpectedStyle::JsonApi,
        Style::CodeData => ExpectedStyle::CodeData,
        Style::Problem => ExpectedStyle::Problem,
        Style::Acme => return None,
    })
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
