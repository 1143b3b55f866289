//! Everything that can be done with one connection.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use super::message::{Protocol, Request, Response};
use super::peer::Peer;
use super::{http1, http2};

/// Sends requests to one server. Each call opens a connection of its own.
#[derive(Debug, Clone)]
pub struct Client {
    peer: Peer,
}

impl Client {
    /// Creates a client of the server at an address.
    #[must_use]
    pub fn new(address: SocketAddr) -> Self {
        Self {
            peer: Peer::new(address),
        }
    }

    /// Sets the name of the server in requests, as `host:port`; by default its address.
    #[must_use]
    pub fn authority(mut self, authority: impl Into<String>) -> Self {
        self.peer.authority = authority.into();
        self
    }

    /// Limits how long each call may take; by default to ten seconds.
    #[must_use]
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.peer.timeout = timeout;
        self
    }

    /// Sends one request and reads the response to the end.
    ///
    /// # Errors
    ///
    /// If the connection fails, or if what comes back is not exactly one well-formed response.
    pub fn send(&self, protocol: Protocol, request: &Request) -> io::Result<Response> {
        match protocol {
            Protocol::Http1 => http1::send(&self.peer, request),
            Protocol::Http2 => http2::send(&self.peer, request),
        }
    }

    /// Sends several requests on one connection without waiting for their answers: one after the
    /// other over HTTP/1.1, as streams of their own over HTTP/2. Over HTTP/1.1 the last one waits
    /// for the answers to the others, and asks the server to close.
    ///
    /// A server may close the connection after a response that says so; then there are fewer
    /// responses than requests (RFC 9112 §9.6).
    ///
    /// # Errors
    ///
    /// If the connection fails, or if what comes back is not exactly one well-formed response for
    /// each request, in their order.
    pub fn batch(&self, protocol: Protocol, requests: &[Request]) -> io::Result<Vec<Response>> {
        match protocol {
            Protocol::Http1 => http1::batch(&self.peer, requests),
            Protocol::Http2 => http2::batch(&self.peer, requests),
        }
    }

    /// Begins a request, gives it up, and sends another: on a new connection over HTTP/1.1, where
    /// giving up is closing, and on the same one over HTTP/2, where it is `RST_STREAM`.
    ///
    /// # Errors
    ///
    /// If the second request is not answered with exactly one well-formed response.
    pub fn send_after_cancelling(
        &self,
        protocol: Protocol,
        cancelled: &Request,
        request: &Request,
    ) -> io::Result<Response> {
        match protocol {
            Protocol::Http1 => {
                http1::cancel(&self.peer, cancelled)?;
                http1::send(&self.peer, request)
            }
            Protocol::Http2 => http2::send_after_cancelling(&self.peer, cancelled, request),
        }
    }

    /// Sends bytes that need not be a request, over HTTP/1.1, and reads the response to the end.
    ///
    /// # Errors
    ///
    /// If the connection fails, or if what comes back is not exactly one well-formed response.
    pub fn send_raw(&self, bytes: &[u8]) -> io::Result<Response> {
        http1::send_raw(&self.peer, bytes)
    }

    /// Whether the server answers the preface of HTTP/2 as RFC 9113 §3.4 demands, with a SETTINGS
    /// frame.
    ///
    /// # Errors
    ///
    /// If the server cannot be reached.
    pub fn speaks_http2(&self) -> io::Result<bool> {
        http2::is_spoken(&self.peer)
    }
}
