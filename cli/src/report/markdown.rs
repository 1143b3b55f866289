//! Text for the comments of a pull request.

use crate::shown::shown;

/// How many bytes of lists are written. A comment on GitHub has 65,536 characters at most.
const LONGEST: usize = 60_000;

/// Adds a list to a text, and how many items are left out where the text would be too long.
pub(crate) fn add_list(text: &mut String, items: impl ExactSizeIterator<Item = String>) {
    let count = items.len();
    for (at, item) in items.enumerate() {
        if text.len() + item.len() > LONGEST {
            *text += &format!("- and {} more\n", count - at);
            break;
        }
        *text += &format!("- {item}\n");
    }
}

/// Returns a text as code, whatever is in it.
pub(crate) fn code(text: &str) -> String {
    let text = shown(text);
    if text.contains('`') {
        let longest = text.split(|character| character != '`').map(str::len).max();
        let fence = "`".repeat(longest.unwrap_or_default() + 1);
        format!("{fence} {text} {fence}")
    } else {
        format!("`{text}`")
    }
}

/// Returns a message, whose names stand in backticks, so that nothing in it is markup or mentions
/// somebody.
pub(crate) fn escaped(message: &str) -> String {
    let parts: Vec<&str> = message.split('`').collect();
    // A backtick in a name leaves one that nothing closes, or closes another: no part is trusted.
    if parts.len().is_multiple_of(2) {
        return plain(message);
    }
    let mut escaped = String::new();
    for (at, part) in parts.iter().enumerate() {
        match (at % 2 == 1, part.is_empty()) {
            (true, true) => {}
            (true, false) => escaped += &format!("`{}`", shown(part)),
            (false, _) => escaped += &plain(part),
        }
    }
    escaped
}

fn plain(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in shown(text).chars() {
        match character {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            // Without what stands between, these name a user or a thread.
            '@' | '#' => escaped.extend([character.to_string().as_str(), "<!-- -->"]),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '!' | '$' => {
                escaped.extend(['\\', character])
            }
            other => escaped.push(other),
        }
    }
    escaped
}
