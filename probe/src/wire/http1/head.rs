//! The head of a response, without what lenient readers forgive.

use super::body::Ending;

/// The status line and the header fields.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) status: u16,
    /// Whether the version is HTTP/1.1, whose connections persist.
    is_current: bool,
    pub(super) fields: Vec<(String, String)>,
}

/// Reads a head without its last empty line.
pub(super) fn parse(bytes: &[u8]) -> Result<Head, String> {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.split("\r\n");
    let status = lines
        .next()
        .and_then(status_of)
        .ok_or("no valid status line")?;
    let fields = lines.map(field).collect::<Result<_, _>>()?;
    Ok(Head {
        status,
        is_current: text.starts_with("HTTP/1.1"),
        fields,
    })
}

/// The status of a status line (RFC 9112 §4).
fn status_of(line: &str) -> Option<u16> {
    let rest = line
        .strip_prefix("HTTP/1.1 ")
        .or_else(|| line.strip_prefix("HTTP/1.0 "))?;
    let (status, phrase) = rest.split_once(' ').unwrap_or((rest, ""));
    let is_status = status.len() == 3 && status.bytes().all(|byte| byte.is_ascii_digit());
    let status = status.parse().ok().filter(|status| *status >= 100)?;
    (is_status && !phrase.contains(is_control)).then_some(status)
}

/// A field line (RFC 9112 §5).
fn field(line: &str) -> Result<(String, String), String> {
    let (name, value) = line
        .split_once(':')
        .ok_or_else(|| format!("a field without a colon: {line:?}"))?;
    if name.is_empty() || !name.bytes().all(is_token) {
        return Err(format!("a field name that is not a token: {name:?}"));
    }
    if value.contains(is_control) {
        return Err(format!("a control character in the field {name}"));
    }
    let value = value.trim_matches([' ', '\t']);
    Ok((name.to_ascii_lowercase(), value.to_owned()))
}

fn is_control(character: char) -> bool {
    character.is_ascii_control() && character != '\t'
}

/// A character of a token (RFC 9110 §5.6.2).
const fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(byte, b'!' | b'#'..=b'\'' | b'*' | b'+' | b'-' | b'.')
        || matches!(byte, b'^' | b'_' | b'`' | b'|' | b'~')
}

impl Head {
    /// Where the body ends (RFC 9112 §6.3).
    pub(super) fn ending(&self, is_head: bool) -> Result<Ending, &'static str> {
        let mut lengths = self.values("content-length");
        let mut codings = self.values("transfer-encoding");
        let (length, coding) = (lengths.next(), codings.next());
        if lengths.next().is_some() {
            return Err("more than one content-length");
        }
        if length.is_some() && coding.is_some() {
            return Err("both content-length and transfer-encoding");
        }
        let has_framing = length.is_some() || coding.is_some();
        if has_framing && (self.status < 200 || self.status == 204) {
            return Err("a body length where no body is allowed");
        }
        let length = length.map(length_of).transpose()?;
        if is_head || self.status < 200 || matches!(self.status, 204 | 304) {
            return Ok(Ending::None);
        }
        match (length, coding) {
            (Some(length), _) => Ok(Ending::Length(length)),
            (None, None) => Ok(Ending::Close),
            (None, Some(coding)) => {
                let is_plain = coding.eq_ignore_ascii_case("chunked") && codings.next().is_none();
                is_plain
                    .then_some(Ending::Chunks)
                    .ok_or("a transfer coding that was not requested")
            }
        }
    }

    /// Whether the server means to keep the connection (RFC 9112 §9.3).
    pub(super) fn persists(&self) -> bool {
        let mut options = self
            .values("connection")
            .flat_map(|value| value.split(','))
            .map(|option| option.trim().to_ascii_lowercase());
        if self.is_current {
            options.all(|option| option != "close")
        } else {
            options.any(|option| option == "keep-alive")
        }
    }

    fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let named = self.fields.iter().filter(move |(field, _)| field == name);
        named.map(|(_, value)| &**value)
    }
}

fn length_of(value: &str) -> Result<usize, &'static str> {
    let is_number = value.bytes().all(|byte| byte.is_ascii_digit());
    let length = value.parse().ok().filter(|_| is_number);
    length.ok_or("a content-length that is not a number")
}
