//! What is known of a text before it is ever written.

/// Returns whether a text can be written to JSON as it is, as `manila` escapes none of it.
/// `manila-macros` finds that out once, so that no response has to.
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

/// Returns whether a message has a placeholder, as in `The plan includes { $limit } apps.`
///
/// ```
/// assert!(manila_catalog_file::has_placeholder("The plan includes { $limit } apps."));
/// assert!(manila_catalog_file::has_placeholder("The plan includes {$limit} apps."));
/// assert!(!manila_catalog_file::has_placeholder("The plan's limit is reached."));
/// ```
#[must_use]
pub fn has_placeholder(message: &str) -> bool {
    let mut behind_braces = message.split('{').skip(1);
    behind_braces.any(|text| placeholder(text).is_some())
}

/// What a text behind a brace begins with, if that is a placeholder: its name, and what stands behind
/// it; the text from the `$` on, where the brace is not closed.
pub(crate) fn placeholder(behind_brace: &str) -> Option<Result<(&str, &str), &str>> {
    let text = behind_brace.trim_start();
    let name = text.strip_prefix('$')?;
    Some(match name.split_once('}') {
        Some((name, behind)) => Ok((name.trim(), behind)),
        None => Err(text),
    })
}

/// Returns a character as it can be shown: a control character is escaped, so that a text cannot
/// forge a line of a log or send a command to a terminal.
///
/// ```
/// use manila_catalog_file::printable;
///
/// let shown: String = "the disk\nis full".chars().flat_map(printable).collect();
/// assert_eq!(shown, r"the disk\nis full");
/// ```
pub fn printable(character: char) -> impl Iterator<Item = char> {
    let is_control = character.is_control();
    let escaped = is_control.then(|| character.escape_default());
    let itself = (!is_control).then_some(character);
    escaped.into_iter().flatten().chain(itself)
}
