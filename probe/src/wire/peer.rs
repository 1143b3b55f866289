//! Whom requests go to.

use std::net::SocketAddr;
use std::time::Duration;

/// How long an exchange may take by default.
const TIMEOUT: Duration = Duration::from_secs(10);

/// A server, the name that requests call it by, and the time that each exchange with it may take.
#[derive(Debug, Clone)]
pub(super) struct Peer {
    pub(super) address: SocketAddr,
    /// The name in requests, as `host:port`.
    pub(super) authority: String,
    pub(super) timeout: Duration,
}

impl Peer {
    pub(super) fn new(address: SocketAddr) -> Self {
        Self {
            address,
            authority: address.to_string(),
            timeout: TIMEOUT,
        }
    }
}
