//! What an HTTP server refuses before any service sees it.

use crate::provoke::provocation::{Act, Answer, Position, Provocation, Scope};
use crate::provoke::target::Target;

const fn server(name: &'static str, bytes: fn(&Target<'_>) -> Vec<u8>) -> Provocation {
    Provocation::new(name, Scope::Service, Position::Server, Act::Raw(bytes))
        .answer(Answer::OfServer)
        .http1()
}

pub(super) static TABLE: &[Provocation] = &[
    server("malformed-request-line", |_| b"MANILA\r\n\r\n".to_vec()),
    server("malformed-field", |to| head(to, "manila probe\r\n")),
    server("conflicting-lengths", |to| {
        head(to, "content-length: 3\r\ncontent-length: 4\r\n")
    }),
    server("malformed-length", |to| head(to, "content-length: -1\r\n")),
    server("unknown-transfer-coding", |to| {
        head(to, "transfer-encoding: x-manila-probe\r\n")
    }),
    server("oversized-header", |to| {
        head(to, &format!("x-manila-probe: {}\r\n", "m".repeat(1 << 20)))
    }),
    server("oversized-path", |to| {
        let path = format!("{}/{}", to.missing(), "m".repeat(1 << 17));
        format!(
            "GET {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n\r\n",
            to.authority
        )
        .into_bytes()
    }),
];

/// A request for a route that does not exist, with a field line more.
fn head(to: &Target<'_>, field: &str) -> Vec<u8> {
    format!(
        "GET {} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\n{field}\r\n",
        to.missing(),
        to.authority,
    )
    .into_bytes()
}
