//! What a type asks for where something stands that no type takes.

use std::cell::RefCell;

use serde::de::Unexpected;

use super::sentence::json_type;

/// Bytes that no type takes for a value, and no document has: they are no UTF-8.
pub(super) const MARK: &[u8] = b"\xFFmanila";

thread_local! {
    /// The JSON types that were asked for where the mark was, while somebody collects them.
    static ASKED: RefCell<Option<Vec<&'static str>>> = const { RefCell::new(None) };
}

/// The JSON types for which the mark is refused meanwhile. A type may try several, and keeps but the
/// error of the last one.
pub(super) fn asked_of_mark<T>(read: impl FnOnce() -> T) -> Vec<&'static str> {
    let outer = ASKED.replace(Some(Vec::new()));
    read();
    ASKED.replace(outer).unwrap_or_default()
}

/// Notes what the mark is refused for.
pub(super) fn note_asked(unexpected: Unexpected<'_>, words: &str) {
    if unexpected != Unexpected::Bytes(MARK) {
        return;
    }
    ASKED.with_borrow_mut(|asked| {
        if let Some(asked) = asked {
            asked.extend(json_type(words));
        }
    });
}
