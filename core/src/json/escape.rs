//! The escapes of text inside JSON strings.
//!
//! Besides the characters that RFC 8259 §7 demands, `<`, `>`, `&`, DEL, U+2028 and U+2029 are
//! escaped, so that a body is harmless inside HTML and JavaScript.

use super::buffer::Sink;

/// The escape of each byte of a string: 0 for none, `u` for `\u00XX`, `s` for the first byte of
/// U+2028 and U+2029 among others, and any other value is the letter behind the backslash.
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

/// Whether the bytes need no escape. Most texts show that in blocks of 32; others are looked at
/// byte by byte.
#[inline]
pub(crate) fn needs_no_escape(bytes: &[u8]) -> bool {
    surely_needs_no_escape(bytes) || bytes.iter().all(|&byte| ESCAPES[usize::from(byte)] == 0)
}

/// Looks at 32 bytes together; where there are fewer, at some of them twice.
#[inline]
fn surely_needs_no_escape(bytes: &[u8]) -> bool {
    if let Some(end) = bytes.last_chunk::<32>() {
        let (blocks, rest) = bytes.as_chunks::<32>();
        return blocks.iter().all(are_plain) && (rest.is_empty() || are_plain(end));
    }
    let mut all = [b' '; 32];
    if let (Some(start), Some(end)) = (bytes.first_chunk::<16>(), bytes.last_chunk::<16>()) {
        all[..16].copy_from_slice(start);
        all[16..].copy_from_slice(end);
    } else if let (Some(start), Some(end)) = (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        all[..8].copy_from_slice(start);
        all[8..16].copy_from_slice(end);
    } else if let (Some(start), Some(end)) = (bytes.first_chunk::<4>(), bytes.last_chunk::<4>()) {
        all[..4].copy_from_slice(start);
        all[4..8].copy_from_slice(end);
    } else {
        return false;
    }
    are_plain(&all)
}

/// Whether none of the bytes may need an escape, without a branch for any.
fn are_plain(bytes: &[u8; 32]) -> bool {
    const HIGHEST: u128 = u128::from_ne_bytes([0x80; 16]);
    let (low, high) = bytes.split_at(16);
    let mut found = [0; 16];
    for (found, (&low, &high)) in found.iter_mut().zip(low.iter().zip(high)) {
        *found = suspicion(low) | suspicion(high);
    }
    u128::from_ne_bytes(found) & HIGHEST == 0
}

/// A number with the highest bit for every byte that may need an escape, and for some that do not:
/// `^`, `|`, `~` and whatever is not ASCII. It is arithmetic that compilers turn into vector
/// instructions, where they make a test of bits, one byte at a time, of comparisons.
const fn suspicion(byte: u8) -> u8 {
    let is_control = byte.wrapping_sub(0x20) | byte.wrapping_add(1);
    // Of ASCII's numbers, nothing but zero less one has the highest bit.
    let is_quote_or_ampersand = ((byte | 0b100) ^ b'&').wrapping_sub(1);
    let is_angle_or_backslash = ((byte | 0b0110_0010) ^ b'~').wrapping_sub(1);
    byte | is_control | is_quote_or_ampersand | is_angle_or_backslash
}

/// Appends the text, escaped for the inside of a JSON string.
pub(super) fn escape(out: &mut impl Sink, text: &str) {
    if needs_no_escape(text.as_bytes()) {
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

#[cfg(test)]
mod tests {
    use manila_catalog_file::is_plain_text;

    use super::*;

    #[test]
    fn the_macros_know_which_texts_need_no_escape() {
        for character in ('\0'..='\u{ff}').chain(['\u{2028}', '\u{2029}', '\u{1f600}']) {
            let text = format!("a{character}");
            assert_eq!(
                is_plain_text(&text),
                needs_no_escape(text.as_bytes()),
                "{text:?}"
            );
        }
    }

    #[test]
    fn a_text_needs_no_escape_where_none_of_its_bytes_is_escaped() {
        for length in 1..=50 {
            for at in 0..length {
                for byte in u8::MIN..=u8::MAX {
                    let mut text = vec![b'~'; length];
                    text[at] = byte;
                    let is_escaped = ESCAPES[usize::from(byte)] != 0;
                    assert_eq!(
                        needs_no_escape(&text),
                        !is_escaped,
                        "{byte:#x} at {at} of {length}"
                    );
                }
            }
        }
    }
}
