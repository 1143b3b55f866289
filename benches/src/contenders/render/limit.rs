//! The least that the work takes: bytes put in their place, in one block that has room for them.

/// Writes text of which nothing is known beforehand: it is looked through for what JSON escapes.
pub(super) fn push_text(text: &str, body: &mut Vec<u8>) {
    let is_plain = text
        .bytes()
        .fold(true, |plain, byte| plain & PLAIN[usize::from(byte)]);
    if is_plain {
        body.extend_from_slice(text.as_bytes());
    } else {
        text.bytes().for_each(|byte| push_escaped(byte, body));
    }
}

fn push_escaped(byte: u8, body: &mut Vec<u8>) {
    if PLAIN[usize::from(byte)] {
        body.push(byte);
    } else {
        body.extend_from_slice(format!("\\u{byte:04x}").as_bytes());
    }
}

/// The bytes that stand for themselves in a JSON string.
static PLAIN: [bool; 256] = {
    let mut table = [true; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = false;
        byte += 1;
    }
    table[b'"' as usize] = false;
    table[b'\\' as usize] = false;
    table
};
