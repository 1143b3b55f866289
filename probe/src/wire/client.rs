//! Everything that can be done with one connection.

use std::io;
use std::net::SocketAddr;
use std::time::Duration;

use super::message::{Protocol, Request, Response};
use super::{http1, http2};

/// How long an exchange may take, unless the client is told otherwise.
const TIMEOUT: Duration = Duration::from_secs(10);

/// Where requests go, and how long they may take. Each call has a connection of its own.
#[derive(Debug, Clone)]
pub struct Client {
    address: SocketAddr,
    authority: String,
    timeout: Duration,
}

impl Client {
    /// A client of the server at an address.
    #[must_use]
    pub fn new(address: SocketAddr) -> Self {
        Self {
            address,
            authority: address.to_string(),
            timeout: TIMEOUT,
        }
    }

    /// Names the server in requests by another name than its address, as `host:port`.
    #[must_use]
    pub fn authority(self, authority: impl Into<String>) -> Self {
        Self {
            authority: authority.into(),
            ..self
        }
    }

    /// How long each call may take; ten seconds unless this says otherwise.
    #[must_use]
    pub const fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Sends one request and reads the response to the end.
    ///
    /// # Errors
    ///
    /// If the connection fails, or if what comes back is not exactly one well-formed response.
    pub fn send(&self, protocol: Protocol, request: &Request) -> io::Result<Response> {
        match protocol {
            Protocol::Http1 => http1::send(self, request),
            Protocol::Http2 => http2::send(self, request),
        }
    }

    /// Sends several requests on one connection without waiting for their answers: one behind the
    /// other over HTTP/1.1, as streams of their own over HTTP/2. Over HTTP/1.1 the last one waits
    /// for the answers to the others, and asks the server to close.
    ///
    /// A server may close the connection behind a response that says so; then there are fewer
    /// responses than requests (RFC 9112 §9.6).
    ///
    /// # Errors
    ///
    /// If the connection fails, or if what comes back is not exactly one well-formed response for
    /// each request, in their order.
    pub fn batch(&self, protocol: Protocol, requests: &[Request]) -> io::Result<Vec<Response>> {
        match protocol {
            Protocol::Http1 => http1::batch(self, requests),
            Protocol::Http2 => http2::batch(self, requests),
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
                http1::cancel(self, cancelled)?;
                http1::send(self, request)
            }
            Protocol::Http2 => http2::send_after_cancelling(self, cancelled, request),
        }
    }

    /// Sends bytes that need not be a request, over HTTP/1.1, and reads the response to the end.
    ///
    /// # Errors
    ///
    /// If the connection fails, or if what comes back is not exactly one well-formed response.
    pub fn send_raw(&self, bytes: &[u8]) -> io::Result<Response> {
        http1::send_raw(self, bytes)
    }

    /// Whether the server answers the preface of HTTP/2 as RFC 9113 §3.4 demands, with a SETTINGS
    /// frame.
    ///
    /// # Errors
    ///
    /// If the server cannot be reached.
    pub fn speaks_http2(&self) -> io::Result<bool> {
        http2::is_spoken(self)
    }

    pub(super) const fn address(&self) -> SocketAddr {
        self.address
    }

    pub(super) fn host(&self) -> &str {
        &self.authority
    }

    pub(super) const fn patience(&self) -> Duration {
        self.timeout
    }
}
