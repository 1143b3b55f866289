//! Text of somebody else's that is shown to people.

/// The text on one line, at most so many bytes of it: line breaks and tabs become blanks, and what else
/// steers a terminal or reorders text becomes U+FFFD.
pub(crate) fn one_line(text: &str, limit: usize) -> String {
    let mut line = String::new();
    for c in text.chars() {
        let c = shown(c);
        if line.len() + c.len_utf8() > limit {
            break;
        }
        line.push(c);
    }
    line
}

/// The beginning of a body as a line of text, of at most so many of its bytes.
pub(crate) fn excerpt(body: &[u8], limit: usize) -> String {
    let start = &body[..body.len().min(limit)];
    let mut chunks = start.utf8_chunks().peekable();
    let mut line = String::new();
    while let Some(chunk) = chunks.next() {
        line.extend(chunk.valid().chars().map(shown));
        // A character that the limit cuts is no invalid one.
        let is_cut = chunks.peek().is_none() && start.len() < body.len();
        if !chunk.invalid().is_empty() && !is_cut {
            line.push(char::REPLACEMENT_CHARACTER);
        }
    }
    line
}

fn shown(c: char) -> char {
    match c {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
        c if c.is_control() || is_directional(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    }
}

/// Whether the character changes the direction in which text is shown (UAX #9 §2).
const fn is_directional(c: char) -> bool {
    matches!(
        c,
        '\u{061C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'
    )
}
