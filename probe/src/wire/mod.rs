//! A client that shares nothing with what it talks to: it writes requests byte by byte and reads
//! exactly what the server sends.

mod http1;
mod http2;
mod message;

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

pub use self::message::{Protocol, Request, Response};

/// How long an exchange may take.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Sends one request on a connection of its own and reads the response to the end.
///
/// # Errors
///
/// If the connection fails, or if what comes back is not exactly one well-formed response.
pub fn send(address: SocketAddr, protocol: Protocol, request: &Request) -> io::Result<Response> {
    match protocol {
        Protocol::Http1 => http1::send(address, request),
        Protocol::Http2 => http2::send(address, request),
    }
}
