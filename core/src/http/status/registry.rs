//! The names and sentences of HTTP's statuses (RFC 9110 §15.5, §15.6, and the IANA registry).
//!
//! The spellings of all cases are made when the library is built.

use std::borrow::Cow;

use manila_catalog_file::Case;

/// The IANA registry of HTTP status codes, 400 and above; RFC 9110 §15.5 and §15.6 where it names
/// them, each with a sentence for the client. Ordered by status.
#[rustfmt::skip]
const REGISTRY: [(u16, &str, &str); 39] = [
    (400, "Bad Request", "The request is malformed."),
    (401, "Unauthorized", "Authentication is required."),
    (402, "Payment Required", "Payment is required."),
    (403, "Forbidden", "The request is not allowed."),
    (404, "Not Found", "Nothing was found at this address."),
    (405, "Method Not Allowed", "The method is not allowed at this address."),
    (406, "Not Acceptable", "No acceptable form of the response exists."),
    (407, "Proxy Authentication Required", "Authentication with the proxy is required."),
    (408, "Request Timeout", "The request did not arrive in time."),
    (409, "Conflict", "The request conflicts with the state of the resource."),
    (410, "Gone", "The resource is gone for good."),
    (411, "Length Required", "The request has to state its length."),
    (412, "Precondition Failed", "A precondition of the request does not hold."),
    (413, "Content Too Large", "The content of the request is too large."),
    (414, "URI Too Long", "The address of the request is too long."),
    (415, "Unsupported Media Type", "The media type of the request is not supported."),
    (416, "Range Not Satisfiable", "The requested range cannot be served."),
    (417, "Expectation Failed", "The expectation of the request cannot be met."),
    (421, "Misdirected Request", "The request reached a server that does not answer for it."),
    (422, "Unprocessable Content", "The content of the request cannot be processed."),
    (423, "Locked", "The resource is locked."),
    (424, "Failed Dependency", "A request that this one depends on failed."),
    (425, "Too Early", "The request came too early to be safe from replay."),
    (426, "Upgrade Required", "The request has to use another protocol."),
    (428, "Precondition Required", "The request has to state a precondition."),
    (429, "Too Many Requests", "Too many requests were sent."),
    (431, "Request Header Fields Too Large", "The header of the request is too large."),
    (451, "Unavailable For Legal Reasons", "The resource is not available for legal reasons."),
    (500, "Internal Server Error", "Something went wrong on the server."),
    (501, "Not Implemented", "The server does not implement this."),
    (502, "Bad Gateway", "A server behind this one answered badly."),
    (503, "Service Unavailable", "The service is not available at the moment."),
    (504, "Gateway Timeout", "The service did not answer in time."),
    (505, "HTTP Version Not Supported", "This version of HTTP is not supported."),
    (506, "Variant Also Negotiates", "The server cannot choose a form of the response."),
    (507, "Insufficient Storage", "The server has no room to store this."),
    (508, "Loop Detected", "The server met a loop in the resources."),
    (510, "Not Extended", "The request needs an extension of HTTP."),
    (511, "Network Authentication Required", "Authentication with the network is required."),
];

/// The names of a status: the places of its texts in [`TEXTS`], and their lengths. A table of
/// references would be twice as large, and the loader would have to relocate each.
#[derive(Clone, Copy)]
struct Named {
    status: u16,
    at: u16,
    /// Of the phrase, and of each spelling that has a character for its blanks.
    phrase: u8,
    /// Of each spelling that has none.
    pascal: u8,
    message: u8,
}

/// The texts of every status, one behind the other: the phrase, its spelling in each of [`CASES`],
/// and the message.
static TEXTS: [u8; TEXTS_LENGTH] = {
    let mut texts = [0; TEXTS_LENGTH];
    let (mut row, mut at) = (0, 0);
    while row < REGISTRY.len() {
        let (_, phrase, message) = REGISTRY[row];
        at = copy(phrase, None, &mut texts, at);
        let mut case = 0;
        while case < CASES.len() {
            at = copy(phrase, Some(CASES[case]), &mut texts, at);
            case += 1;
        }
        at = copy(message, None, &mut texts, at);
        row += 1;
    }
    texts
};

/// Those that are shorter than the phrase come last.
const CASES: [Case; 5] = [
    Case::Snake,
    Case::ScreamingSnake,
    Case::Kebab,
    Case::Pascal,
    Case::Camel,
];

const TEXTS_LENGTH: usize = {
    let last = NAMES[NAMES.len() - 1];
    last.message_at() + last.message as usize
};

static NAMES: [Named; REGISTRY.len()] = {
    let mut names = [Named::of(REGISTRY[0], 0); REGISTRY.len()];
    let mut row = 1;
    while row < names.len() {
        let before = names[row - 1];
        names[row] = Named::of(REGISTRY[row], before.message_at() + before.message as usize);
        row += 1;
    }
    names
};

impl Named {
    const fn of((status, phrase, message): (u16, &str, &str), at: usize) -> Self {
        let (mut blanks, mut byte) = (0, 0);
        while byte < phrase.len() {
            blanks += (phrase.as_bytes()[byte] == b' ') as usize;
            byte += 1;
        }
        Self {
            status,
            at: at as u16,
            phrase: phrase.len() as u8,
            pascal: (phrase.len() - blanks) as u8,
            message: message.len() as u8,
        }
    }

    const fn message_at(self) -> usize {
        self.at as usize + 4 * self.phrase as usize + 2 * self.pascal as usize
    }

    fn phrase(self) -> &'static str {
        text(self.at.into(), self.phrase)
    }

    fn spelled(self, case: Case) -> &'static str {
        let (phrases, pascals, length) = match case {
            Case::ScreamingSnake => (2, 0, self.phrase),
            Case::Kebab => (3, 0, self.phrase),
            Case::Pascal => (4, 0, self.pascal),
            Case::Camel => (4, 1, self.pascal),
            _ => (1, 0, self.phrase),
        };
        let behind = phrases * usize::from(self.phrase) + pascals * usize::from(self.pascal);
        text(usize::from(self.at) + behind, length)
    }

    fn message(self) -> &'static str {
        text(self.message_at(), self.message)
    }
}

fn text(at: usize, length: u8) -> &'static str {
    const ALL: &str = match str::from_utf8(&TEXTS) {
        Ok(texts) => texts,
        Err(_) => "",
    };
    ALL.get(at..at + usize::from(length)).unwrap_or_default()
}

/// Copies a text, spelled in a case where one is given; returns where it ends.
const fn copy(text: &str, case: Option<Case>, texts: &mut [u8], mut at: usize) -> usize {
    let bytes = text.as_bytes();
    let mut i = 0;
    while i < bytes.len() {
        let is_first = i == 0 || bytes[i - 1] == b' ';
        let spelled = match (bytes[i], case) {
            (byte, None) => Some(byte),
            (b' ', Some(Case::Pascal | Case::Camel)) => None,
            (b' ', Some(Case::Kebab)) => Some(b'-'),
            (b' ', Some(_)) => Some(b'_'),
            (letter, Some(Case::ScreamingSnake)) => Some(letter.to_ascii_uppercase()),
            (letter, Some(Case::Pascal)) if is_first => Some(letter.to_ascii_uppercase()),
            (letter, Some(Case::Camel)) if is_first && i > 0 => Some(letter.to_ascii_uppercase()),
            (letter, Some(_)) => Some(letter.to_ascii_lowercase()),
        };
        if let Some(byte) = spelled {
            texts[at] = byte;
            at += 1;
        }
        i += 1;
    }
    at
}

fn named(status: u16) -> Option<Named> {
    NAMES
        .binary_search_by_key(&status, |name| name.status)
        .ok()
        .map(|index| NAMES[index])
}

/// HTTP's own code for a status, spelled in a case: `NOT_FOUND`, `HTTP_499`.
pub(crate) fn http_code_name(status: u16, case: Case) -> Cow<'static, str> {
    match (named(status), case) {
        (Some(name), _) => Cow::Borrowed(name.spelled(case)),
        (None, Case::ScreamingSnake) => Cow::Owned(format!("HTTP_{status}")),
        (None, Case::Pascal) => Cow::Owned(format!("Http{status}")),
        (None, Case::Kebab) => Cow::Owned(format!("http-{status}")),
        (None, _) => Cow::Owned(format!("http_{status}")),
    }
}

/// The phrase of a status that the registry has.
pub(super) fn registered_phrase(status: u16) -> Option<&'static str> {
    named(status).map(Named::phrase)
}

/// The phrase of a status, `HTTP 499` where the registry has none.
pub(crate) fn phrase(status: u16) -> Cow<'static, str> {
    registered_phrase(status).map_or_else(|| Cow::Owned(format!("HTTP {status}")), Cow::Borrowed)
}

/// A sentence for the client where no catalog has one.
pub(crate) fn message(status: u16) -> &'static str {
    match named(status) {
        Some(name) => name.message(),
        None if status < 500 => "The request could not be served.",
        None => "Something went wrong on the server.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_of_a_status_is_found_where_it_stands() {
        for (status, text, sentence) in REGISTRY {
            let lower = text.to_lowercase();
            for (case, spelled) in [
                (Case::Snake, lower.replace(' ', "_")),
                (Case::ScreamingSnake, text.to_uppercase().replace(' ', "_")),
                (Case::Kebab, lower.replace(' ', "-")),
            ] {
                assert_eq!(http_code_name(status, case), spelled);
            }
            let words = text.split(' ').map(|word| {
                let (first, rest) = word.split_at(1);
                first.to_uppercase() + &rest.to_lowercase()
            });
            let pascal: String = words.collect();
            assert_eq!(http_code_name(status, Case::Pascal), pascal);
            let camel = pascal[..1].to_lowercase() + &pascal[1..];
            assert_eq!(http_code_name(status, Case::Camel), camel);
            assert_eq!((phrase(status), message(status)), (text.into(), sentence));
        }
    }
}
