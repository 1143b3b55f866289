//! Reading what comes back (RFC 9112), strictly.

use manila_probe::wire::Response;

/// Whether the requests that are answered are HEAD, whose responses end with their head.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Heads<'a> {
    /// By the place of the request.
    Known(&'a [bool]),
    /// Any of them may be.
    Possible,
    /// None of them is.
    None,
}

/// Why bytes are no response.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Unread {
    /// They stop in the middle of one.
    Incomplete,
    /// They stop in the middle of a body of unknown length.
    BrokenOff,
    /// They break a rule.
    Broken(&'static str),
}

/// The responses in the bytes, but for interim ones, and what is wrong with the first that is none.
pub(crate) fn read_all(
    bytes: &[u8],
    heads: Heads<'_>,
    is_closed: bool,
) -> (Vec<Response>, Option<Unread>) {
    let mut responses = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let is_head = match heads {
            Heads::Known(heads) => heads.get(responses.len()).copied().unwrap_or_default(),
            Heads::Possible | Heads::None => false,
        };
        let mut outcome = read(rest, is_head, is_closed);
        let is_doubtful = match &outcome {
            Ok((response, after)) => {
                let is_end = after.is_empty() || after.starts_with(b"HTTP/");
                !is_end || response.body.starts_with(b"HTTP/")
            }
            Err(_) => true,
        };
        if is_doubtful && matches!(heads, Heads::Possible) {
            outcome = read(rest, true, is_closed).or(outcome);
        }
        match outcome {
            Ok((response, after)) => {
                let status = response.status;
                rest = if status == 101 { &[] } else { after };
                if status == 101 || status >= 200 {
                    responses.push(response);
                }
            }
            Err(unread) => return (responses, Some(unread)),
        }
    }
    (responses, None)
}

/// The first response in the bytes, and what comes after it.
fn read(bytes: &[u8], is_head: bool, is_closed: bool) -> Result<(Response, &[u8]), Unread> {
    let (mut response, rest) = read_head(bytes)?;
    let has_none = is_head || matches!(response.status, 100..=199 | 204 | 304);
    let chunked = response.values("transfer-encoding").next();
    let lengths: Vec<&str> = response.values("content-length").collect();
    let (body, rest) = match (chunked, &*lengths) {
        (Some(_), [_, ..]) => {
            return Err(Unread::Broken("both content-length and transfer-encoding"));
        }
        (_, [_, _, ..]) => return Err(Unread::Broken("several content-lengths")),
        _ if has_none => (Vec::new(), rest),
        (Some("chunked"), []) => read_chunks(rest).map_err(|unread| match unread {
            Unread::Incomplete => Unread::BrokenOff,
            other => other,
        })?,
        (Some(_), []) => return Err(Unread::Broken("an unknown transfer-encoding")),
        (None, [length]) => {
            let length = length
                .parse()
                .map_err(|_| Unread::Broken("a content-length that is no number"))?;
            let (body, rest) = rest.split_at_checked(length).ok_or(Unread::Incomplete)?;
            (body.to_vec(), rest)
        }
        (None, []) if is_closed => (rest.to_vec(), &[][..]),
        (None, []) => return Err(Unread::Incomplete),
    };
    response.body = body;
    Ok((response, rest))
}

fn read_head(bytes: &[u8]) -> Result<(Response, &[u8]), Unread> {
    let (line, mut rest) = read_line(bytes)?;
    let version = line
        .strip_prefix("HTTP/1.1 ")
        .or_else(|| line.strip_prefix("HTTP/1.0 "));
    let status = version.and_then(|line| line.get(..3));
    let status = status
        .and_then(|status| status.parse().ok())
        .ok_or(Unread::Broken("no status line"))?;
    let mut headers = Vec::new();
    loop {
        let (line, after) = read_line(rest)?;
        rest = after;
        if line.is_empty() {
            break;
        }
        let (name, value) = line
            .split_once(':')
            .ok_or(Unread::Broken("a field without a colon"))?;
        if name.is_empty() || !name.bytes().all(is_token) {
            return Err(Unread::Broken("a field name that is no token"));
        }
        if value.contains(|c: char| c.is_control() && c != '\t') {
            return Err(Unread::Broken("a control character in a field"));
        }
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let response = Response {
        status,
        headers,
        body: Vec::new(),
    };
    Ok((response, rest))
}

fn read_chunks(mut rest: &[u8]) -> Result<(Vec<u8>, &[u8]), Unread> {
    let mut body = Vec::new();
    loop {
        let (size, after) = read_line(rest)?;
        let size = usize::from_str_radix(size, 16)
            .map_err(|_| Unread::Broken("a chunk whose size is no number"))?;
        let (chunk, after) = after.split_at_checked(size).ok_or(Unread::Incomplete)?;
        body.extend_from_slice(chunk);
        let (end, after) = read_line(after)?;
        if !end.is_empty() {
            return Err(Unread::Broken("a chunk that does not end"));
        }
        rest = after;
        if size == 0 {
            return Ok((body, rest));
        }
    }
}

/// A line that ends with CR and LF, without them.
fn read_line(bytes: &[u8]) -> Result<(&str, &[u8]), Unread> {
    let end = bytes
        .windows(2)
        .position(|pair| pair == b"\r\n")
        .ok_or(Unread::Incomplete)?;
    let line = str::from_utf8(&bytes[..end]).map_err(|_| Unread::Broken("a line not in UTF-8"))?;
    Ok((line, &bytes[end + 2..]))
}

/// RFC 9110 §5.6.2.
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    const OK: &str = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok";

    /// How the bytes read: the statuses and bodies, and what is wrong.
    fn check(bytes: &str, heads: Heads<'_>, expected: &[(u16, &str)], unread: Option<Unread>) {
        let (responses, found) = read_all(bytes.as_bytes(), heads, false);
        let responses: Vec<(u16, String)> = responses
            .iter()
            .map(|response| (response.status, response.text()))
            .collect();
        let expected: Vec<(u16, String)> = expected
            .iter()
            .map(|(status, body)| (*status, (*body).to_owned()))
            .collect();
        assert_eq!((responses, found), (expected, unread), "{bytes}");
    }

    #[test]
    fn responses_follow_each_other() {
        let chunked =
            "HTTP/1.1 404 Not Found\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n0\r\n\r\n";
        let interim = "HTTP/1.1 100 Continue\r\n\r\n";
        check(
            &format!("{OK}{interim}{chunked}{OK}"),
            Heads::None,
            &[(200, "ok"), (404, "ab"), (200, "ok")],
            None,
        );
    }

    #[test]
    fn a_response_to_head_has_no_body() {
        let head = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n";
        for heads in [Heads::Known(&[true, false]), Heads::Possible] {
            check(
                &format!("{head}{OK}"),
                heads,
                &[(200, ""), (200, "ok")],
                None,
            );
            check(head, heads, &[(200, "")], None);
        }
    }

    #[test]
    fn what_breaks_off_is_incomplete() {
        for end in 1..OK.len() {
            check(&OK[..end], Heads::None, &[], Some(Unread::Incomplete));
        }
    }

    #[test]
    fn what_breaks_a_rule_is_found() {
        for bytes in [
            "HTTP/2 200\r\n\r\n",
            "HTTP/1.1 200 OK\r\nname\r\n\r\n",
            "HTTP/1.1 200 OK\r\na b: c\r\n\r\n",
            "HTTP/1.1 200 OK\r\na: b\rc\r\n\r\n",
            "HTTP/1.1 200 OK\r\ncontent-length: 0\r\ncontent-length: 0\r\n\r\n",
            "HTTP/1.1 200 OK\r\ncontent-length: 0\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n",
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nx\r\n",
        ] {
            let (responses, unread) = read_all(bytes.as_bytes(), Heads::None, true);
            assert!(responses.is_empty(), "{bytes}");
            assert!(matches!(unread, Some(Unread::Broken(_))), "{bytes}");
        }
        check(
            &format!("{OK}more"),
            Heads::None,
            &[(200, "ok")],
            Some(Unread::Incomplete),
        );
    }
}
