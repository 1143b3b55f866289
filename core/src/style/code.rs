//! A code and its title, as every style writes them.

use crate::catalog::{Code, WireCode};
use crate::json::{Object, key};

/// Writes the short text of a code.
pub(super) fn write_title(object: &mut Object<'_>, entry: Option<&Code>, title: &str) {
    if entry.is_none_or(Code::needs_no_escape) {
        object.plain(key!("title"), title);
    } else {
        object.text(key!("title"), title);
    }
}

/// Writes a code as the catalog does: a string or an integer.
pub(super) fn write_code(object: &mut Object<'_>, code: &WireCode) {
    match code {
        // The grammar of every case needs no escape.
        WireCode::Name(name) => object.plain(key!("code"), name),
        WireCode::Number(number) => object.whole(key!("code"), (*number).into()),
    }
}
