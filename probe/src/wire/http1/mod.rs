//! HTTP/1.1, byte by byte (RFC 9112).

mod body;
mod connection;
mod encode;
mod head;

use std::io;
use std::net::Shutdown;
use std::thread;
use std::time::Duration;

use self::connection::Connection;
use self::encode::{Persistence, body_of, head_of};
use super::message::{Request, Response};
use super::peer::Peer;

/// A body that is larger is sent while the response is read, which may come before its end.
const LARGE: usize = 64 * 1024;

/// How long a server may take to ask for a body, before it is sent unasked (RFC 9110 §10.1.1).
const UNASKED: Duration = Duration::from_secs(1);

pub(super) fn send(peer: &Peer, request: &Request) -> io::Result<Response> {
    let mut connection = Connection::open(peer)?;
    let head = head_of(peer, request, Persistence::Close);
    let body = body_of(request);
    if body.len() > LARGE {
        return upload(connection, request, &head, &body);
    }
    if request
        .values("expect")
        .any(|value| value == b"100-continue")
    {
        connection.write(&head)?;
        if connection
            .peek_status(UNASKED)?
            .is_none_or(|status| status < 200)
        {
            connection.write(&body)?;
        }
    } else {
        connection.write(&[head, body].concat())?;
    }
    let response = connection.read(request.is_head())?;
    if response.status != 101 {
        connection.expect_end()?;
    }
    Ok(response)
}

/// Sends while it reads. What the server does with the rest of a body that it has refused is its
/// own affair (RFC 9112 §9.3).
fn upload(
    mut connection: Connection,
    request: &Request,
    head: &[u8],
    body: &[u8],
) -> io::Result<Response> {
    let mut writer = connection.another()?;
    thread::scope(|scope| {
        // A server that has refused the request need not take the rest.
        scope.spawn(move || writer.write(head).and_then(|()| writer.write(body)).ok());
        let response = connection.read(request.is_head());
        connection.shut_down(Shutdown::Both);
        response
    })
}

pub(super) fn batch(peer: &Peer, requests: &[Request]) -> io::Result<Vec<Response>> {
    let mut connection = Connection::open(peer)?;
    let Some((last, pipelined)) = requests.split_last() else {
        return Ok(Vec::new());
    };
    let encode =
        |request, persistence| [head_of(peer, request, persistence), body_of(request)].concat();
    let pipeline = pipelined
        .iter()
        .flat_map(|request| encode(request, Persistence::KeepAlive));
    connection.write(&pipeline.collect::<Vec<_>>())?;
    let mut responses = Vec::new();
    for request in pipelined {
        responses.push(connection.read(request.is_head())?);
        if !connection.persists() {
            connection.expect_end()?;
            return Ok(responses);
        }
    }
    connection.write(&encode(last, Persistence::Close))?;
    responses.push(connection.read(last.is_head())?);
    connection.expect_end()?;
    Ok(responses)
}

/// Says that more will come, and closes.
pub(super) fn cancel(peer: &Peer, request: &Request) -> io::Result<()> {
    let mut connection = Connection::open(peer)?;
    let head = head_of(peer, request, Persistence::Close);
    let body = body_of(request);
    connection.write(&[&head, &body[..body.len() / 2]].concat())?;
    connection.shut_down(Shutdown::Both);
    Ok(())
}

pub(super) fn send_raw(peer: &Peer, bytes: &[u8]) -> io::Result<Response> {
    let mut connection = Connection::open(peer)?;
    connection.write(bytes)?;
    connection.read(false)
}
