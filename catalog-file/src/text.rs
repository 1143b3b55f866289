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

/// Returns a character as it can be shown: one that is not seen is escaped, so that a text cannot
/// forge a line of a log, send a command to a terminal, or be read in another order than it is
/// written. These are the control characters, U+2028 and U+2029, which some viewers end a line at,
/// and the characters that steer the direction of text (Unicode Standard Annex #9 §2).
///
/// ```
/// use manila_catalog_file::printable;
///
/// let shown = |text: &str| text.chars().flat_map(printable).collect::<String>();
/// assert_eq!(shown("the disk\nis full"), r"the disk\nis full");
/// assert_eq!(shown("abc\u{202e}fdp"), r"abc\u{202e}fdp");
/// ```
pub fn printable(character: char) -> impl Iterator<Item = char> {
    let is_unseen = is_unseen(character);
    let escaped = is_unseen.then(|| character.escape_default());
    let itself = (!is_unseen).then_some(character);
    escaped.into_iter().flatten().chain(itself)
}

/// Whether a character is not seen where it stands but changes how the text around it is shown.
const fn is_unseen(character: char) -> bool {
    matches!(
        character,
        '\0'..='\x1f'
            | '\x7f'..='\u{9f}'
            | '\u{61c}'
            | '\u{200e}'
            | '\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2066}'..='\u{2069}'
    )
}
