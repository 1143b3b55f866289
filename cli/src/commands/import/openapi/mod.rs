//! The codes that an OpenAPI document has in its error responses.

mod codes;
mod document;
mod found;

use self::codes::{Members, Search};
use self::document::{Document, NamedOperation};
use self::found::Found;
use super::cell::{Cell, List};
use super::maps::Maps;
use super::told::Told;
use super::{json, yaml};

/// The operations of a document.
pub(in crate::commands) fn operations_of(text: &str) -> Result<Vec<NamedOperation>, String> {
    let root = root_of(text)?;
    let document = Document::of(&root)?;
    Ok(document.named_operations().collect())
}

fn root_of(text: &str) -> Result<Cell, String> {
    if text.trim_start().starts_with('{') {
        json::document(text)
    } else {
        yaml::document(text)
    }
}

pub(super) fn read(text: &str, maps: &Maps, told: &mut Told) -> Result<List, String> {
    let root = root_of(text)?;
    let document = Document::of(&root)?;
    let mut search = Search::new(&document, Members::of(maps));
    let mut found = Found::default();
    for response in document.responses()? {
        found.responses += 1;
        search.find(&response, &mut found)?;
    }
    document.tell(told);
    found.tell(told);
    let title = document.title();
    let operations = document.operations();
    let says_more =
        |title: &Option<String>, groups: &[String]| title.is_some() || !groups.is_empty();
    let operations = operations
        .filter(|(name, title, groups)| found.has_operation(name) && says_more(title, groups));
    Ok(List {
        operations: operations.collect(),
        title,
        rows: found.into_rows()?,
        has_columns: false,
    })
}
