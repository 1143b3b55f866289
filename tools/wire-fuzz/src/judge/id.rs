//! Whose id an answer has.

use manila_probe::wire::Response;

/// Whose id an answer may have.
#[derive(Debug, Clone, Copy)]
pub(super) enum Identity<'a> {
    /// This one.
    Own(&'a str),
    /// One that the server made.
    Fresh,
    /// One that the server made, or one that is somewhere in these bytes.
    Within(&'a [u8]),
}

impl<'a> Identity<'a> {
    /// The identity of a request that was sent with an id or without one.
    pub(super) fn of(id: Option<&'a str>) -> Self {
        id.map_or(Self::Fresh, Self::Own)
    }

    /// What is wrong with the id of the answer.
    pub(super) fn check(self, response: &Response) -> Vec<String> {
        let Some(id) = response.only("x-request-id") else {
            return vec!["not exactly one x-request-id".to_owned()];
        };
        let is_right = match self {
            Self::Own(own) => id == own,
            Self::Fresh => is_fresh(id),
            Self::Within(bytes) => is_fresh(id) || (is_valid(id) && contains(bytes, id.as_bytes())),
        };
        if is_right {
            Vec::new()
        } else {
            vec![format!("the id {id}, which is not its request's")]
        }
    }
}

/// A UUID version 7 (RFC 9562 §5.7).
fn is_fresh(id: &str) -> bool {
    let is_placed = |(at, c): (usize, char)| match at {
        8 | 13 | 18 | 23 => c == '-',
        14 => c == '7',
        _ => matches!(c, '0'..='9' | 'a'..='f'),
    };
    id.len() == 36 && id.chars().enumerate().all(is_placed)
}

/// The grammar of an id that is taken over (wire.md §4).
fn is_valid(id: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"._-".contains(&byte);
    (1..=128).contains(&id.len()) && id.bytes().all(is_part)
}

pub(super) fn contains(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}
