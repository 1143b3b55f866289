//! Adds operations to codes in the text of a catalog, and leaves the rest as it is.

use toml_edit::{Array, DocumentMut, Item, RawString, TableLike, Value};

use super::super::tables::{append, with_line_ends_of};

/// How long a list is that stands on one line, in bytes.
const WIDEST: usize = 100;

/// Where the items of a list of several lines begin.
const INDENT: &str = "\n    ";

/// Codes, each with the operations that it gets.
pub(super) type Additions = Vec<(String, Vec<String>)>;

pub(super) fn add(text: &str, added: &Additions) -> Result<String, String> {
    let parsed: Result<DocumentMut, _> = text.parse();
    let mut document = parsed.map_err(|error| error.message().to_owned())?;
    let codes = document.get_mut("codes").and_then(Item::as_table_like_mut);
    let codes = codes.ok_or("it has no codes")?;
    for (code, operations) in added {
        let entry = codes.get_mut(code).and_then(Item::as_table_like_mut);
        let entry = entry.ok_or_else(|| format!("`{code}` is no table"))?;
        add_to(entry, operations)?;
    }
    Ok(with_line_ends_of(text, document.to_string()))
}

fn add_to(entry: &mut dyn TableLike, operations: &[String]) -> Result<(), String> {
    match entry.get_mut("operations") {
        Some(item) => {
            let list = item.as_array_mut().ok_or("`operations` is no list")?;
            operations
                .iter()
                .for_each(|operation| push(list, operation));
        }
        None => append(entry, [("operations", Value::Array(list_of(operations)))]),
    }
    Ok(())
}

/// A new list: on one line, or with a line for each item.
fn list_of(operations: &[String]) -> Array {
    let mut list: Array = operations.iter().collect();
    if list.to_string().len() > WIDEST {
        for item in list.iter_mut() {
            item.decor_mut().set_prefix(INDENT);
        }
        list.set_trailing("\n");
        list.set_trailing_comma(true);
    }
    list
}

/// Adds an item behind the last one, whose comment stays behind it.
fn push(list: &mut Array, operation: &str) {
    let has_comma = list.trailing_comma() || list.is_empty();
    let last = list.iter().last().map(Value::decor);
    let prefix = text(last.and_then(|last| last.prefix())).to_owned();
    let behind = if has_comma {
        Some(list.trailing())
    } else {
        last.and_then(|last| last.suffix())
    };
    let behind = text(behind).to_owned();
    if !has_comma && let Some(last) = list.iter_mut().last() {
        last.decor_mut().set_suffix("");
    }
    // A comment ends with its line, and what is left of it closes the list.
    let comment = behind.trim_end();
    let end = match behind.rfind('\n') {
        Some(newline) => &behind[newline..],
        None => &behind[comment.len()..],
    };
    let indent = match prefix.rfind('\n') {
        Some(newline) => &prefix[newline..],
        None if comment.is_empty() && list.is_empty() => "",
        None if comment.is_empty() => " ",
        None => INDENT,
    };
    let mut item = Value::from(operation);
    item.decor_mut().set_prefix(format!("{comment}{indent}"));
    if has_comma {
        list.set_trailing(end);
    } else {
        item.decor_mut().set_suffix(end);
    }
    let keeps_comma = list.trailing_comma() || (list.is_empty() && !comment.is_empty());
    list.push_formatted(item);
    list.set_trailing_comma(keeps_comma);
}

fn text(raw: Option<&RawString>) -> &str {
    raw.and_then(|raw| raw.as_str()).unwrap_or_default()
}
