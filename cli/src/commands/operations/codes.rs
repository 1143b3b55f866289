//! Which code a service has sent.

use manila_catalog_file::{Case, Catalog, Entry, Wire};

/// The entry of a code as it is sent: by its number where numbers are sent, else by its name.
pub(super) fn entry_of<'c>(catalog: &'c Catalog, code: &str) -> Option<(usize, &'c Entry)> {
    let mut codes = catalog.codes.iter().enumerate();
    codes.find(|(_, entry)| match (catalog.wire, entry.number) {
        (Wire::Number, Some(number)) => number.to_string() == code,
        _ => entry.name == code,
    })
}

/// Whether a code is HTTP's own for a status, which clients get where the catalog has none.
pub(super) fn is_http_code(catalog: &Catalog, code: &str, status: u16) -> bool {
    if catalog.wire == Wire::Number {
        let status = i32::from(status);
        return code == (-status).to_string() || code == (status * 1000).to_string();
    }
    let letters = |text: &str| {
        let letters = text.chars().filter(char::is_ascii_alphanumeric);
        letters.collect::<String>().to_ascii_lowercase()
    };
    let phrase = manila::Status::new(status).map_or("", |status| status.phrase());
    let is_named = match phrase {
        "" => letters(code) == format!("http{status}"),
        phrase => letters(code) == letters(phrase),
    };
    let case = catalog.shown_http_case();
    // A status without a name has an underscore in most cases.
    is_named && (case.accepts(code) || Case::Snake.accepts(code) && phrase.is_empty())
}
