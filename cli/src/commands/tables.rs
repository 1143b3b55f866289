//! Changes of a catalog's text that keep its layout.

use toml_edit::{TableLike, Value};

/// Adds members at the end of a table. The last one of an inline table has the blank before the brace.
pub(super) fn append<const N: usize>(entry: &mut dyn TableLike, members: [(&str, Value); N]) {
    let suffix = last_suffix(entry);
    if suffix.is_some() {
        set_last_suffix(entry, Some(String::new()));
    }
    for (key, value) in members {
        entry.insert(key, toml_edit::value(value));
    }
    set_last_suffix(entry, suffix);
}

/// What stands behind the last value of an inline table.
pub(super) fn last_suffix(entry: &dyn TableLike) -> Option<String> {
    let (_, last) = entry.iter().last()?;
    let suffix = last.as_value()?.decor().suffix()?.as_str()?;
    (!suffix.contains(['#', '\n']) && suffix.chars().all(char::is_whitespace))
        .then(|| suffix.to_owned())
}

pub(super) fn set_last_suffix(entry: &mut dyn TableLike, suffix: Option<String>) {
    let last = entry.iter_mut().last();
    if let (Some(suffix), Some(value)) = (suffix, last.and_then(|(_, item)| item.as_value_mut())) {
        value.decor_mut().set_suffix(suffix);
    }
}

/// The lines that are written anew end as the others do.
pub(super) fn with_line_ends_of(text: &str, edited: String) -> String {
    if text.contains("\r\n") {
        edited.replace("\r\n", "\n").replace('\n', "\r\n")
    } else {
        edited
    }
}
