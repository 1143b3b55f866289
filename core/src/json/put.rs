//! Single values in the form that they have in JSON.

use super::body_buffer::Buffer;
use super::buffer::{InlineBuffer, Sink as _};
use super::escape::{escape_each, needs_no_escape};

pub(super) fn write_boolean(out: &mut Buffer, value: bool) {
    out.put(if value { b"true" } else { b"false" });
}

pub(super) fn write_integer(out: &mut Buffer, prefix: &[u8], value: i64) {
    put_integer(out, prefix, value.unsigned_abs(), value < 0);
}

/// Puts an integer behind its prefix.
pub(super) fn put_integer<const SIZE: usize>(
    out: &mut InlineBuffer<SIZE>,
    prefix: &[u8],
    absolute: u64,
    is_negative: bool,
) {
    let mut count = 1;
    let mut rest = absolute / 10;
    while rest > 0 {
        count += 1;
        rest /= 10;
    }
    let sign = usize::from(is_negative);
    out.put_with(prefix.len() + sign + count, |place| {
        let (before, number) = place.split_at_mut(prefix.len());
        before.copy_from_slice(prefix);
        let (minus, digits) = number.split_at_mut(sign);
        minus.fill(b'-');
        let mut rest = absolute;
        for digit in digits.iter_mut().rev() {
            *digit = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
    });
}

/// Puts a text behind its prefix, between quotation marks and escaped.
pub(crate) fn put_text<const SIZE: usize>(
    out: &mut InlineBuffer<SIZE>,
    prefix: &[u8],
    text: &[u8],
) {
    if needs_no_escape(text) {
        out.put_member(prefix, text);
    } else {
        put_escaped(out, prefix, text);
    }
}

pub(super) fn put_escaped<const SIZE: usize>(
    out: &mut InlineBuffer<SIZE>,
    prefix: &[u8],
    text: &[u8],
) {
    out.put(prefix);
    out.put(b"\"");
    escape_each(out, text);
    out.put(b"\"");
}
