//! The escapes of text inside JSON strings.

use super::buffer::Sink;

/// What a byte of a string becomes: 0 leaves it, `u` is a `\u00XX` escape, `s` may begin
/// U+2028 or U+2029, and anything else is the letter behind the backslash.
static ESCAPES: [u8; 256] = {
    let mut table = [0; 256];
    let mut control = 0;
    while control < 0x20 {
        table[control] = b'u';
        control += 1;
    }
    table[0x08] = b'b';
    table[0x09] = b't';
    table[0x0a] = b'n';
    table[0x0c] = b'f';
    table[0x0d] = b'r';
    table[b'"' as usize] = b'"';
    table[b'\\' as usize] = b'\\';
    table[b'<' as usize] = b'u';
    table[b'>' as usize] = b'u';
    table[b'&' as usize] = b'u';
    table[0x7f] = b'u';
    table[0xe2] = b's';
    table
};

/// Whether a text needs no escape, found out when the program is built.
pub(crate) const fn is_plain_text(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        if ESCAPES[bytes[at] as usize] != 0 {
            return false;
        }
        at += 1;
    }
    true
}

/// Whether the bytes need no escape. All of sixteen are looked at without a branch, which
/// compilers turn into vector instructions.
pub(super) fn is_plain(bytes: &[u8]) -> bool {
    let is_escaped = |byte: u8| {
        (byte < 0x20)
            | (byte == b'"')
            | (byte == b'\\')
            | (byte == b'<')
            | (byte == b'>')
            | (byte == b'&')
            | (byte == 0x7f)
            | (byte == 0xe2)
    };
    let is_plain = |chunk: &[u8; 16]| {
        !chunk
            .iter()
            .fold(false, |any, &byte| any | is_escaped(byte))
    };
    let (chunks, rest) = bytes.as_chunks::<16>();
    // The end is looked at together with what stands before it, which has been looked at.
    let end = bytes.last_chunk::<16>();
    chunks.iter().all(is_plain)
        && match end {
            Some(end) => rest.is_empty() || is_plain(end),
            None if rest.len() < 8 => rest.iter().all(|&byte| ESCAPES[usize::from(byte)] == 0),
            None => {
                let mut padded = [b' '; 16];
                padded[..rest.len()].copy_from_slice(rest);
                is_plain(&padded)
            }
        }
}

/// Appends the text, escaped for the inside of a JSON string.
pub(super) fn escape(out: &mut impl Sink, text: &str) {
    if is_plain(text.as_bytes()) {
        out.put(text.as_bytes());
    } else {
        escape_each(out, text.as_bytes());
    }
}

/// Appends text of which something needs an escape.
pub(super) fn escape_each(out: &mut impl Sink, bytes: &[u8]) {
    const HEX: &[u8; 16] = b"0123456789abcdef";
    let mut copied = 0;
    for (at, &byte) in bytes.iter().enumerate() {
        let escape = ESCAPES[usize::from(byte)];
        if escape == 0 {
            continue;
        }
        if escape == b's' {
            let separator = match bytes.get(at + 1..at + 3) {
                Some([0x80, 0xa8]) => b"\\u2028",
                Some([0x80, 0xa9]) => b"\\u2029",
                _ => continue,
            };
            out.put(&bytes[copied..at]);
            out.put(separator);
            copied = at + 3;
            continue;
        }
        out.put(&bytes[copied..at]);
        if escape == b'u' {
            let (high, low) = (usize::from(byte >> 4), usize::from(byte & 0xf));
            out.put(&[b'\\', b'u', b'0', b'0', HEX[high], HEX[low]]);
        } else {
            out.put(&[b'\\', escape]);
        }
        copied = at + 1;
    }
    out.put(&bytes[copied..]);
}
