//! What refers to a code in the text of a catalog.

use toml_edit::{Item, Value};

/// Lets the relations and replacements of all codes follow a code to its new name.
pub(super) fn references(codes: &mut Item, old: &str, new: &str) {
    let Some(codes) = codes.as_table_like_mut() else {
        return;
    };
    for (_, entry) in codes.iter_mut() {
        let Some(entry) = entry.as_table_like_mut() else {
            continue;
        };
        if let Some(related) = entry.get_mut("related").and_then(Item::as_array_mut) {
            related.iter_mut().for_each(|code| rename(code, old, new));
        }
        if let Some(code) = entry.get_mut("replaced_by").and_then(Item::as_value_mut) {
            rename(code, old, new);
        }
    }
}

/// Lets the values of a table follow a code to its new name.
pub(super) fn values(table: &mut Item, old: &str, new: &str) {
    let Some(table) = table.as_table_like_mut() else {
        return;
    };
    for (_, code) in table.iter_mut() {
        if let Some(code) = code.as_value_mut() {
            rename(code, old, new);
        }
    }
}

/// Another name with the same blanks and comments around it.
fn rename(code: &mut Value, old: &str, new: &str) {
    if code.as_str() == Some(old) {
        let decor = code.decor().clone();
        *code = Value::from(new);
        *code.decor_mut() = decor;
    }
}
