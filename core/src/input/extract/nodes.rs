//! The number of objects and arrays in a body of JSON.
//!
//! A few bytes of JSON may become hundreds of bytes of a value, and thousands of what a validator says
//! of it. The number of values that have members bounds both, before any is made.

use crate::Condition;
use crate::fault::Fault;
use crate::json::string_length;

/// The most objects and arrays that the adapters' extractors read from a body of JSON, where the service
/// sets no other number.
pub const MAX_NODES: usize = 10_000;

/// Checks that a body of JSON has no more than so many objects and arrays. They are counted in the bytes,
/// so that nothing is made of what is refused; a body of no more bytes is not looked at. What is no JSON
/// is left to the reader.
///
/// ```
/// use manila::extract::{MAX_NODES, expect_nodes};
///
/// let many = |count| format!("[{}[]]", "[],".repeat(count - 2));
/// assert!(expect_nodes(many(MAX_NODES).as_bytes(), MAX_NODES).is_ok());
/// let fault = expect_nodes(many(MAX_NODES + 1).as_bytes(), MAX_NODES).unwrap_err();
/// assert_eq!(fault.http_status(), 413);
/// // A text is one value, whatever it says.
/// assert!(expect_nodes(br#"["[[[["]"#, 2).is_ok());
/// ```
///
/// # Errors
///
/// The condition `body_too_large`, with the number in the detail `max_nodes`.
pub fn expect_nodes(body: &[u8], most: usize) -> Result<(), Fault> {
    if body.len() <= most || count_brackets(body) <= most || !has_more(body, most) {
        return Ok(());
    }
    Err(Fault::detected(Condition::BodyTooLarge).with_detail("max_nodes", most))
}

/// `{` and `[` differ in this bit, which no other byte of JSON has beside theirs.
const CASE: u8 = 0x20;

const fn opens(byte: u8) -> bool {
    byte | CASE == b'{'
}

/// How many brackets open, in texts too: a loop without branches, which takes many bytes at a time.
fn count_brackets(body: &[u8]) -> usize {
    let blocks = body.chunks(u8::MAX.into());
    let counts = blocks.map(|block| {
        let count = block.iter().map(|byte| u8::from(opens(*byte))).sum::<u8>();
        usize::from(count)
    });
    counts.sum()
}

/// Whether more objects and arrays than these begin outside of texts.
fn has_more(body: &[u8], most: usize) -> bool {
    let (mut count, mut at) = (0, 0);
    while let Some(byte) = body.get(at) {
        if *byte == b'"' {
            let Some(length) = string_length(&body[at..]) else {
                return false;
            };
            at += length;
            continue;
        }
        count += usize::from(opens(*byte));
        if count > most {
            return true;
        }
        at += 1;
    }
    false
}
