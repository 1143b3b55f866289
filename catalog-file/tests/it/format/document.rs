//! A small catalog, in which any key can be given any value.

use manila_catalog_file::format::{Key, Shape, Table, file};

/// The tables of the catalog: each with its header, and its keys with their values.
const BASE: &[(&str, &[(&str, &str)])] = &[
    (
        "catalog",
        &[("name", "'plans'"), ("case", "'SCREAMING_SNAKE_CASE'")],
    ),
    ("operations.OPERATION", &[("title", "'An operation'")]),
    (
        "codes.CODE",
        &[("number", "4021"), ("status", "402"), ("title", "'A code'")],
    ),
    (
        "codes.CODE.details.DETAIL",
        &[("type", "'array'"), ("items", "'string'")],
    ),
    ("codes.CODE.details.limit", &[("type", "'integer'")]),
    ("codes.NOT_FOUND", &[("number", "4041"), ("status", "404")]),
    ("codes.INTERNAL", &[("number", "5001"), ("status", "500")]),
    ("codes.MISSING", &[("number", "4221"), ("status", "422")]),
    ("codes.TOO_LONG", &[("number", "4222"), ("status", "422")]),
];

/// Each key of the format, with the table that it belongs to.
pub(crate) fn keys() -> Vec<(Table, Key)> {
    let mut found = Vec::new();
    let mut tables = vec![file()];
    while let Some(table) = tables.pop() {
        for key in &table.keys {
            tables.extend(table_of(&key.shape).cloned());
            found.push((table.clone(), key.clone()));
        }
    }
    found
}

/// The table that is the value, or that each member of the value is.
pub(crate) fn table_of(shape: &Shape) -> Option<&Table> {
    match shape {
        Shape::Table(table) => Some(table),
        Shape::Named(_, values) => table_of(values),
        _ => None,
    }
}

/// The catalog with a value for a key of a table, or without the key.
pub(crate) fn document(table: &Table, key: &str, value: Option<&str>) -> String {
    let at = table.name.trim_matches(['[', ']']);
    let line = value.map(|value| format!("{key} = {value}\n"));
    let mut text = line.clone().filter(|_| at.is_empty()).unwrap_or_default();
    let within = if at.is_empty() {
        key.to_owned()
    } else {
        format!("{at}.{key}")
    };
    for (header, members) in BASE {
        // The value says what the key has.
        if *header == within || header.starts_with(&format!("{within}.")) {
            continue;
        }
        text.push_str(&format!("[{header}]\n"));
        for (name, value) in *members {
            let gives_way = match key {
                "statuses" => *name == "status",
                "type" => *name == "items",
                _ => false,
            };
            if *header != at || (*name != key && !gives_way) {
                text.push_str(&format!("{name} = {value}\n"));
            }
        }
        if *header == at {
            text.push_str(line.as_deref().unwrap_or_default());
        }
    }
    text
}
