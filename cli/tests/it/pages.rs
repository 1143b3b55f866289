//! The catalogs against the pages that they come from.

use std::collections::HashMap;
use std::process::Command;

use serde_json::Value;

/// The rows of a page's table, each with its columns.
fn facts(table: &str) -> Vec<Vec<(&str, &str)>> {
    let mut lines = table.lines().map(|line| line.split('\t'));
    let columns: Vec<_> = lines.next().unwrap().collect();
    lines
        .map(|cells| columns.iter().copied().zip(cells).collect())
        .collect()
}

/// What `manila export` writes of a published catalog.
fn export(catalog: &str) -> Value {
    let command = Command::new(env!("CARGO_BIN_EXE_manila"))
        .args(["export", catalog])
        .output();
    serde_json::from_slice(&command.unwrap().stdout).unwrap()
}

/// The text of a fact in the export, as the tables write it.
fn exported(code: &Value, column: &str, numbers: &HashMap<&str, String>) -> String {
    let list = |value: &Value, text: &dyn Fn(&Value) -> String| {
        let items = value.as_array().into_iter().flatten().map(text);
        items.collect::<Vec<_>>().join(",")
    };
    let plain = |value: &Value| match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    match column {
        "code" => plain(&code["name"]),
        // A status that the page does not give is the catalog's own.
        "statuses" if code["derived"] == true => String::new(),
        "statuses" => list(&code["statuses"], &plain),
        "scope" => list(&code["scope"], &plain),
        // The pages relate to numbers, the catalogs to names where they have them.
        "related" => {
            let named = list(&code["related"], &|name| {
                numbers[name.as_str().unwrap()].clone()
            });
            let mentioned = list(&code["mentions"], &plain);
            let all = [named, mentioned].join(",");
            let mut all: Vec<_> = all.split(',').filter(|item| !item.is_empty()).collect();
            all.sort_unstable();
            all.join(",")
        }
        "operations" | "source" => {
            let items = code[column].as_array().into_iter().flatten();
            items.map(plain).collect::<Vec<_>>().join(";")
        }
        // The sentences are the catalog's own, their number is the page's.
        "causes" | "client" | "server" => {
            let items = code[column].as_array();
            items.map_or(0, Vec::len).to_string()
        }
        "validation_error_webhook" => plain(&code["facts"][column]),
        column => plain(&code[column]),
    }
}

/// The fact of the page, in the same order as [`exported`] has it.
fn expected(column: &str, fact: &str) -> String {
    let mut items: Vec<_> = fact.split(',').collect();
    if column == "related" {
        items.sort_unstable();
    }
    items.join(",")
}

fn check(catalog: &str, count: usize, table: &str) {
    let export = export(catalog);
    let codes = export["codes"].as_array().unwrap();
    let rows = facts(table);
    assert_eq!((rows.len(), codes.len()), (count, count), "{catalog}");
    let order = |at: usize| codes.get(at).and_then(|code| code["name"].as_str());
    for (at, row) in rows.iter().enumerate() {
        assert_eq!(order(at), Some(row[0].1), "the order of {catalog}");
    }
    let by_name: HashMap<_, _> = codes
        .iter()
        .map(|code| (code["name"].as_str().unwrap(), code))
        .collect();
    let numbers = by_name
        .iter()
        .map(|(name, code)| (*name, code["number"].to_string()))
        .collect();
    for row in &rows {
        // The code is each table's first column.
        let name = row[0].1;
        let code = by_name[name];
        for (column, fact) in row {
            let found = exported(code, column, &numbers);
            let expected = expected(column, fact);
            let is_same = match *column {
                // A code of a response may be one of a violation too, which no page says.
                "scope" => expected
                    .split(',')
                    .all(|scope| found.split(',').any(|s| s == scope)),
                "causes" | "client" if fact.is_empty() => true,
                _ if *fact == "+" => found != "0",
                _ => found == expected,
            };
            assert!(
                is_same,
                "{catalog} {name}, {column}: {found:?}, not {expected:?}"
            );
        }
    }
}

#[test]
fn vibehost_is_as_its_page_says() {
    check("vibehost", 86, include_str!("facts/vibehost.tsv"));
}

#[test]
fn mxcep_is_as_its_page_says() {
    check("mxcep", 376, include_str!("facts/mxcep.tsv"));
}

#[test]
fn credicorp_is_as_its_page_says() {
    check("credicorp", 40, include_str!("facts/credicorp.tsv"));
}

#[test]
fn codelibra_is_as_its_page_says() {
    check("codelibra", 39, include_str!("facts/codelibra.tsv"));
}

#[test]
fn cpi_is_as_its_page_says() {
    check("cpi", 26, include_str!("facts/cpi.tsv"));
}
