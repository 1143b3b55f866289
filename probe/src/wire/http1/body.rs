//! Where a body ends.

/// What ends a body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ending {
    /// There is none.
    None,
    /// Its length.
    Length(usize),
    /// A chunk of no bytes.
    Chunks,
    /// The end of the connection.
    Close,
}

/// The chunks of a whole body and how many bytes they took; nothing while more has to come
/// (RFC 9112 §7.1).
pub(super) fn read_chunks(bytes: &[u8]) -> Result<Option<(Vec<u8>, usize)>, &'static str> {
    let mut body = Vec::new();
    let mut rest = bytes;
    loop {
        let Some((line, behind)) = line_of(rest)? else {
            return Ok(None);
        };
        let size = line.split(|byte| *byte == b';').next().unwrap_or_default();
        let size = size_of(size).ok_or("a chunk size that is not a number")?;
        if size == 0 {
            let end = end_of_trailers(behind)?;
            return Ok(end.map(|left| (body, bytes.len() - left)));
        }
        let Some((chunk, behind)) = behind.split_at_checked(size) else {
            return Ok(None);
        };
        body.extend_from_slice(chunk);
        rest = match behind {
            [b'\r', b'\n', rest @ ..] => rest,
            [] | [b'\r'] => return Ok(None),
            _ => return Err("a chunk without its final line break"),
        };
    }
}

/// How many bytes are left behind the trailer fields.
fn end_of_trailers(mut rest: &[u8]) -> Result<Option<usize>, &'static str> {
    loop {
        match line_of(rest)? {
            None => return Ok(None),
            Some(([], behind)) => return Ok(Some(behind.len())),
            Some((line, behind)) if line.contains(&b':') => rest = behind,
            Some(_) => return Err("a trailer field without a colon"),
        }
    }
}

/// A line without its end, and what is behind it.
type Line<'a> = (&'a [u8], &'a [u8]);

/// The line that the bytes begin with; nothing while more of it has to come.
fn line_of(bytes: &[u8]) -> Result<Option<Line<'_>>, &'static str> {
    const LONGEST: usize = 8 * 1024;
    match bytes.windows(2).position(|window| window == b"\r\n") {
        Some(end) => Ok(Some((&bytes[..end], &bytes[end + 2..]))),
        None if bytes.len() > LONGEST => Err("a chunk without a size"),
        None => Ok(None),
    }
}

fn size_of(size: &[u8]) -> Option<usize> {
    let is_hex = !size.is_empty() && size.iter().all(u8::is_ascii_hexdigit);
    let size = str::from_utf8(size).ok().filter(|_| is_hex)?;
    usize::from_str_radix(size, 16).ok()
}
