//! Requests as bytes.

use crate::wire::message::{Framing, Request};
use crate::wire::peer::Peer;

/// Whether the connection is to be closed behind the response.
#[derive(Debug, Clone, Copy)]
pub(super) enum Persistence {
    Close,
    KeepAlive,
}

/// The request line and the header fields, to the empty line.
pub(super) fn head_of(peer: &Peer, request: &Request, persistence: Persistence) -> Vec<u8> {
    let mut head = format!(
        "{} {} HTTP/1.1\r\nhost: {}\r\n",
        request.method, request.path, peer.authority,
    )
    .into_bytes();
    if matches!(persistence, Persistence::Close) {
        head.extend(b"connection: close\r\n");
    }
    for (name, value) in request.fields() {
        head.extend([name.as_bytes(), b": ", value, b"\r\n"].concat());
    }
    match request.framing {
        Framing::Chunked => head.extend(b"transfer-encoding: chunked\r\n"),
        Framing::Length if !request.body.is_empty() => {
            head.extend(format!("content-length: {}\r\n", request.body.len()).into_bytes());
        }
        Framing::Length => {}
    }
    head.extend(b"\r\n");
    head
}

/// The body in its transfer coding.
pub(super) fn body_of(request: &Request) -> Vec<u8> {
    const CHUNK: usize = 16 * 1024;
    if request.framing == Framing::Length {
        return request.body.clone();
    }
    let mut coded = Vec::new();
    for chunk in request.body.chunks(CHUNK) {
        coded.extend(format!("{:x}\r\n", chunk.len()).into_bytes());
        coded.extend(chunk);
        coded.extend(b"\r\n");
    }
    coded.extend(b"0\r\n\r\n");
    coded
}
