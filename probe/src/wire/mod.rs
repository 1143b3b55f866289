//! A client that shares nothing with what it talks to: it writes requests byte by byte and reads
//! exactly what the server sends.

mod client;
mod http1;
mod http2;
mod message;
mod peer;

use std::io;
use std::net::SocketAddr;

pub use self::client::Client;
pub use self::message::{Framing, Protocol, Request, Response};

/// Sends one request on a connection of its own and reads the response to the end.
///
/// # Errors
///
/// If the connection fails, or if what comes back is not exactly one well-formed response.
pub fn send(address: SocketAddr, protocol: Protocol, request: &Request) -> io::Result<Response> {
    Client::new(address).send(protocol, request)
}
