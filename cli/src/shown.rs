//! Names that others chose, and numbers of things.

use std::borrow::Cow;

use manila_catalog_file::printable;

/// Returns a name as it can be shown: whoever names a file commands neither a terminal nor a workflow.
pub(crate) fn shown(name: &str) -> String {
    name.chars().flat_map(printable).collect()
}

/// The same in quotes, and not longer than a line.
pub(crate) fn quoted(text: &str) -> String {
    const LONGEST: usize = 80;
    let start: String = text.chars().take(LONGEST).collect();
    let rest = if start.len() < text.len() { "…" } else { "" };
    format!("`{}{rest}`", shown(&start))
}

/// The beginning of a text that others chose, of at most so many characters, with `…` where there is more.
pub(crate) fn cut(text: &str, most: usize) -> Cow<'_, str> {
    match text.char_indices().nth(most) {
        None => Cow::Borrowed(text),
        Some((end, _)) => Cow::Owned(format!("{}…", &text[..end])),
    }
}

/// A number of things, in the plural unless it is one.
pub(crate) fn counted(count: usize, what: &str) -> String {
    match count {
        1 => format!("1 {what}"),
        count => format!("{count} {what}s"),
    }
}
