//! What is known of a text before it is ever written.

/// Whether a text stands in JSON as it is: `manila` escapes none of it. `manila-macros` finds that
/// out, so that neither the compiler nor a response has to.
///
/// ```
/// assert!(manila_catalog_file::is_plain_text("The plan's limit is reached."));
/// assert!(!manila_catalog_file::is_plain_text("\"Basic\" & \"Pro\""));
/// ```
#[must_use]
pub fn is_plain_text(text: &str) -> bool {
    !text.bytes().any(|byte| {
        matches!(
            byte,
            0..0x20 | b'"' | b'\\' | b'<' | b'>' | b'&' | 0x7f | 0xe2
        )
    })
}

/// Whether a message tells a detail, as in `The plan includes { $limit } apps.`
///
/// ```
/// assert!(manila_catalog_file::has_placeholder("The plan includes { $limit } apps."));
/// assert!(manila_catalog_file::has_placeholder("The plan includes {$limit} apps."));
/// assert!(!manila_catalog_file::has_placeholder("The plan's limit is reached."));
/// ```
#[must_use]
pub fn has_placeholder(message: &str) -> bool {
    let mut behind_braces = message.split('{').skip(1);
    behind_braces.any(|text| text.trim_start().starts_with('$'))
}
