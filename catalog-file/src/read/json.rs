//! A text that is another format.

use crate::diagnostic::Mistake;

/// Where a text begins as JSON does and TOML cannot: with an object, or a list of them.
pub(super) fn begins_as_json(text: &str) -> Option<Mistake> {
    let start = text.trim_start_matches('\u{FEFF}').trim_start();
    let first = start.strip_prefix('[').unwrap_or(start).trim_start();
    if !first.starts_with('{') {
        return None;
    }
    let at = text.len() - start.len();
    let message = "the file is JSON, and a catalog file is TOML".to_owned();
    let help = "make one of it with `manila import --from json`, or name the catalog file that it was exported from";
    Some(Mistake::error(
        "syntax",
        at..at + 1,
        message,
        Some(help.to_owned()),
    ))
}
