//! The address of a service, as a user writes it.

use std::io;
use std::net::{SocketAddr, ToSocketAddrs as _};
use std::str::FromStr;

/// `http://host:port/base`
#[derive(Debug)]
pub(super) struct Url {
    host: String,
    port: u16,
    path: String,
}

impl Url {
    /// The host and the port, as requests name them.
    pub(super) fn authority(&self) -> String {
        format!("{}:{}", self.host, self.port)
    }

    /// The path before every other.
    pub(super) fn path(&self) -> &str {
        &self.path
    }

    pub(super) fn addresses(&self) -> io::Result<Vec<SocketAddr>> {
        // Brackets set an IPv6 address off from its port; it has none without one.
        let host = self.host.trim_start_matches('[').trim_end_matches(']');
        Ok((host, self.port).to_socket_addrs()?.collect())
    }
}

impl FromStr for Url {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.starts_with("https://") {
            return Err(format!(
                "the probe does not support TLS; instead of {text}, probe the port behind it, \
                 `http://HOST:PORT`"
            ));
        }
        let malformed = || format!("invalid address {text}; write http://HOST:PORT");
        let rest = text.strip_prefix("http://").ok_or_else(malformed)?;
        let (authority, path) = match rest.find('/') {
            Some(at) => rest.split_at(at),
            None => (rest, ""),
        };
        let is_plain = |text: &str| {
            text.bytes().all(|byte| byte.is_ascii_graphic()) && !text.contains(['?', '#', '@'])
        };
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => {
                (host, port.parse().map_err(|_| malformed())?)
            }
            _ => (authority, 80),
        };
        if host.is_empty() || !is_plain(host) || !is_plain(path) {
            return Err(malformed());
        }
        Ok(Self {
            host: host.to_owned(),
            port,
            path: path.to_owned(),
        })
    }
}
