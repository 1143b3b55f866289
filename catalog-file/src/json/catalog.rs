//! Reads the object of an export.

use super::{
    code,
    value::{Keys, Value},
};
use crate::{
    Case, Catalog, CatalogPath, Condition, Operation, Wire, nearest,
    phrase::{did_you_mean, quoted},
};

const KEYS: &Keys<Catalog> = &[
    ("name", |catalog, value| {
        catalog.name = value.text().unwrap_or_default();
    }),
    ("title", |catalog, value| catalog.title = value.text()),
    ("case", |catalog, value| {
        catalog.case = value.word(Case::ALL, Case::as_str).unwrap_or(catalog.case);
    }),
    ("wire", |catalog, value| {
        catalog.wire = value.word(Wire::ALL, Wire::as_str).unwrap_or(catalog.wire);
    }),
    ("digits", |catalog, value| {
        catalog.digits = value.word(&["status"], |word| word).is_some();
    }),
    ("locales", |catalog, value| {
        catalog.locales = value.texts();
    }),
    ("documentation", |catalog, value| {
        catalog.documentation = value.text();
    }),
    ("http_case", |catalog, value| {
        catalog.http_case = value.word(Case::SPELLINGS, Case::as_str);
    }),
    ("brands", |catalog, value| {
        catalog.brands = value.texts();
    }),
    ("facts", |catalog, value| {
        value.each(|name, value| {
            let title = value.text().unwrap_or_default();
            catalog.facts.push((name.to_owned(), title));
        });
    }),
    ("exit_codes", exit_codes),
    ("conditions", conditions),
    ("rules", |catalog, value| {
        value.each(|rule, value| {
            let code = value.text().unwrap_or_default();
            catalog.rules.push((rule.to_owned(), code));
        });
    }),
    ("operations", |catalog, value| {
        catalog.operations = value.list(operation);
    }),
    ("codes", |catalog, value| {
        catalog.codes = value.list(code::read);
    }),
];

const OPERATION_KEYS: &Keys<Operation> = &[
    ("name", |operation, value| {
        operation.name = value.text().unwrap_or_default();
    }),
    ("title", |operation, value| operation.title = value.text()),
    ("groups", |operation, value| {
        operation.groups = value.texts();
    }),
];

const REQUIRED: &[&str] = &["name", "case", "codes"];

/// A catalog of which nothing has been read.
pub(super) fn empty() -> Catalog {
    Catalog::new(String::new(), Case::Snake)
}

pub(super) fn read(mut value: Value<'_, '_>) -> Catalog {
    let mut catalog = empty();
    value.fields(KEYS, REQUIRED, &mut catalog, CatalogPath::Catalog);
    catalog
}

fn operation(mut value: Value<'_, '_>) -> Option<Operation> {
    let mut operation = Operation::new("");
    let path = value.path;
    value.fields(OPERATION_KEYS, &["name"], &mut operation, |_| path);
    Some(operation)
}

fn exit_codes(catalog: &mut Catalog, value: Value<'_, '_>) {
    value.each(|status, mut value| {
        let known = status.parse().ok();
        let Some(known) = known.filter(|known: &u16| known.to_string() == status) else {
            let message = format!("{} is not an error status (400–599)", quoted(status));
            value.refuse("status-range", message, None);
            return;
        };
        let exit_code = value.integer(code::EXIT_CODES).unwrap_or_default();
        catalog.exit_codes.push((known, exit_code));
    });
}

fn conditions(catalog: &mut Catalog, value: Value<'_, '_>) {
    value.each(|name, mut value| {
        let Some(condition) = Condition::from_word(name) else {
            let known = Condition::ALL.iter().map(|condition| condition.as_str());
            let help = nearest(name, known).map(did_you_mean);
            let message = format!("unknown condition {}", quoted(name));
            value.refuse("unknown-word", message, help);
            return;
        };
        let code = value.text().unwrap_or_default();
        catalog.conditions.push((condition, code));
    });
}
