//! The JSON Schema against the reader, by a validator that knows neither.

mod beyond;
mod judge;
mod values;

use manila_catalog_file::{
    format::{Shape, Table},
    schema,
};
use serde_json::Value;

use self::{
    beyond::BEYOND,
    judge::{broken, refused},
    values::VALUES,
};
use crate::format::{document, keys, table_of};

#[test]
fn the_schema_is_one_of_draft_7() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    assert!(jsonschema::draft7::meta::is_valid(&schema));
    assert_eq!(schema["required"], serde_json::json!(["catalog"]));
}

/// Asserts that the schema and the reader agree on a file, but for what is beyond a schema.
fn check(text: &str) {
    let Some(refused) = refused(text) else {
        assert!(!broken(text).is_empty(), "read, but no TOML:\n{text}");
        return;
    };
    let broken = broken(text);
    if broken.is_empty() {
        assert!(refused.is_empty(), "{refused:#?} in what is read:\n{text}");
    } else if refused.is_empty() {
        let is_beyond = |rule: &&str| BEYOND.iter().any(|(beyond, ..)| beyond == rule);
        assert!(
            broken.iter().all(is_beyond),
            "{broken:?} in what is valid:\n{text}"
        );
    }
}

#[test]
fn the_published_catalogs_are_valid() {
    for catalog in ["vibehost", "mxcep", "credicorp", "codelibra", "cpi"] {
        let file = format!("{}/../catalogs/{catalog}.toml", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(file).unwrap();
        assert_eq!(refused(&text), Some(Vec::new()), "{catalog}");
    }
}

#[test]
fn every_key_takes_the_values_that_the_reader_takes() {
    let mut checked = 0;
    for (table, key) in keys() {
        for value in VALUES {
            check(&document(&table, key.name, Some(value)));
            checked += 1;
        }
    }
    assert!(checked > 5_000, "{checked}");
}

#[test]
fn every_member_takes_the_values_that_the_reader_takes() {
    for (table, key) in keys() {
        let values: &[&dyn Fn(&str) -> String] = match key.shape {
            Shape::Named(..) => &[
                &|value| format!("{{ A = {value} }}"),
                &|value| format!("{{ 400 = {value} }}"),
                &|value| format!("{{ internal = {value} }}"),
                &|value| format!("{{ no-message = {value} }}"),
            ],
            Shape::List(_) | Shape::Distinct(..) | Shape::Steps => {
                &[&|value| format!("[{value}]"), &|value| {
                    format!("[{value}, {value}]")
                }]
            }
            _ => &[],
        };
        for value in VALUES {
            for written in values {
                check(&document(&table, key.name, Some(&written(value))));
            }
        }
    }
}

#[test]
fn no_table_takes_an_unknown_key() {
    let tables = keys()
        .into_iter()
        .filter_map(|(_, key)| table_of(&key.shape).cloned());
    for table in tables.chain([manila_catalog_file::format::file()]) {
        let text = document(&table, "0123456789", Some("1"));
        assert_eq!(broken(&text), ["unknown-key"], "{text}");
        assert_eq!(refused(&text).unwrap().len(), 1, "{text}");
    }
}

#[test]
fn names_are_as_the_reader_has_them() {
    let file = manila_catalog_file::format::file();
    let named = |key: &str, name: &str, value: &str| {
        document(&file, key, Some(&format!("{{ {name} = {value} }}")))
    };
    for name in NAMES {
        check(&named("codes", name, "{ status = 400 }"));
        check(&named("operations", name, "{}"));
        check(&named("rules", name, "'NOT_FOUND'"));
        check(&named("conditions", name, "'NOT_FOUND'"));
        for case in manila_catalog_file::Case::ALL {
            check(&format!(
                "[catalog]\nname = 'a'\ncase = '{case}'\n[codes.{name}]\nstatus = 400"
            ));
        }
        let codes = table_of(&file.key("codes").unwrap().shape).unwrap();
        let head = table_of(&file.key("catalog").unwrap().shape).unwrap();
        let member = |table: &Table, key: &str, value: &str| {
            check(&document(
                table,
                key,
                Some(&format!("{{ {name} = {value} }}")),
            ));
        };
        member(codes, "details", "{ type = 'any' }");
        member(codes, "facts", "1");
        member(codes, "allow", "'why'");
        member(head, "facts", "'Title'");
        member(head, "exit_codes", "3");
    }
}

/// Names that are near the edge of what some table takes.
const NAMES: &[&str] = &[
    "A",
    "a",
    "aB",
    "AB",
    "A_B",
    "a_b",
    "a-b",
    "A-B",
    "'a b'",
    "'a/b'",
    "'a.b'",
    "'a:b'",
    "A1",
    "a1",
    "1a",
    "1",
    "_a",
    "a_",
    "a__b",
    "A__B",
    "'é'",
    "''",
    "' '",
    "\"\\n\"",
    "\"a\\tb\"",
    "\"\\u0085\"",
    "\"\\u00a0\"",
    "\"\\u200b\"",
    "\"\\ufeff\"",
    "\"\\u2028\"",
    "errors",
    "retry",
    "Retry",
    "Index",
    "INDEX",
    "operations",
    "SCHEMA",
    "'a.json'",
    "'A.CSV'",
    "'a.jsonx'",
    "'index.'",
    "400",
    "599",
    "600",
    "399",
    "0400",
    "4000",
    "+400",
    "email",
    "my_rule",
    "internal",
    "panic",
    "no-message",
    "spelling",
    "self",
];
