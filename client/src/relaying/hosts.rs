//! The hosts that are told the ids of a request.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::request_ids::{RequestIds, TRACEPARENT, TRACESTATE};

/// The hosts that the ids of a request are sent to, and no other.
///
/// The ids of a service are for its own log and the logs of the services behind it. A third party could tie
/// the requests of one person together by them, so that every host is named.
///
/// It is a middleware of `reqwest-middleware`, a layer of `tower`, and a guard for `awc`: see the modules of the
/// features. Which ids a request relays is said at the request, by `relay(&request_header)`. A field that is on
/// the request already is kept.
///
/// ```
/// use manila_client::{RelayTo, RequestIds};
///
/// let relay_to = RelayTo::hosts(["ledger.internal", "127.0.0.1:3001"])?;
/// let ids = RequestIds::of([("x-request-id", "a1b2c3")]);
/// let sent = |host, port| relay_to.fields(&ids, host, port).collect::<Vec<_>>();
/// assert_eq!(sent("ledger.internal", Some(443)), [("x-request-id", "a1b2c3")]);
/// assert_eq!(sent("127.0.0.1", Some(3001)), [("x-request-id", "a1b2c3")]);
/// assert_eq!(sent("127.0.0.1", Some(3002)), []);
/// assert_eq!(sent("evil-ledger.internal", Some(443)), []);
/// # Ok::<(), manila_client::InvalidHost>(())
/// ```
#[derive(Debug, Clone)]
pub struct RelayTo {
    hosts: Option<Arc<[Host]>>,
    request_id_header: Cow<'static, str>,
}

#[derive(Debug)]
struct Host {
    name: String,
    port: Option<u16>,
}

impl RelayTo {
    /// Names the hosts: each a name or an address, with a port or for any port. Names are compared as a whole
    /// and without regard to case; a subdomain is another host. An address of IPv6 is in brackets.
    ///
    /// # Errors
    ///
    /// Returns an error where one is no host: a URL, say.
    pub fn hosts<H: AsRef<str>>(hosts: impl IntoIterator<Item = H>) -> Result<Self, InvalidHost> {
        let hosts = hosts.into_iter().map(|host| Host::parse(host.as_ref()));
        Ok(Self {
            hosts: Some(hosts.collect::<Result<_, _>>()?),
            ..Self::everywhere()
        })
    }

    /// Relays to whatever host a request is for: for a client that can reach one service only, such as a
    /// channel of `tonic`, whose requests do not name it.
    #[must_use]
    pub const fn everywhere() -> Self {
        Self {
            hosts: None,
            request_id_header: Cow::Borrowed("x-request-id"),
        }
    }

    /// Sets the field that has the request's id where it is sent; by default `x-request-id`.
    #[must_use]
    pub fn request_id_header(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.request_id_header = name.into();
        self
    }

    /// Returns whether a host is named. The port is that of the connection: 443 for `https` without one.
    #[must_use]
    pub fn names(&self, host: &str, port: Option<u16>) -> bool {
        let is = |named: &Host| {
            named.name.eq_ignore_ascii_case(host) && (named.port.is_none() || named.port == port)
        };
        self.hosts
            .as_deref()
            .is_none_or(|hosts| hosts.iter().any(is))
    }

    /// Returns the fields that a request to a host relays; none where the host is not named.
    pub fn fields<'a>(
        &'a self,
        ids: &'a RequestIds,
        host: &str,
        port: Option<u16>,
    ) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let ids = self.names(host, port).then_some(ids);
        let request_id = ids
            .and_then(RequestIds::request_id)
            .map(|id| (&*self.request_id_header, id));
        let trace = ids.into_iter().flat_map(RequestIds::trace);
        request_id.into_iter().chain(trace)
    }

    /// The names of all fields that may be relayed.
    #[cfg_attr(
        not(feature = "awc-3"),
        expect(dead_code, reason = "what takes them off a request")
    )]
    pub(crate) fn field_names(&self) -> [&str; 3] {
        [&self.request_id_header, TRACEPARENT, TRACESTATE]
    }
}

impl Host {
    fn parse(text: &str) -> Result<Self, InvalidHost> {
        let invalid = || InvalidHost(text.to_owned());
        let name_end = match text.find(']') {
            Some(end) => end + 1,
            None => text.find(':').unwrap_or(text.len()),
        };
        let (name, port) = text.split_at(name_end);
        let port = match port.strip_prefix(':') {
            Some(port) => Some(port.parse().map_err(|_| invalid())?),
            None if port.is_empty() => None,
            None => return Err(invalid()),
        };
        let address = name.strip_prefix('[').and_then(|it| it.strip_suffix(']'));
        let is_host = match address {
            Some(address) => address.parse::<std::net::Ipv6Addr>().is_ok(),
            None => !name.is_empty() && name.bytes().all(is_of_name),
        };
        is_host
            .then(|| Self {
                name: name.to_owned(),
                port,
            })
            .ok_or_else(invalid)
    }
}

/// The port of a scheme (RFC 9110 §4.2, RFC 6455 §3), where a URI names none.
#[cfg(any(feature = "awc-3", feature = "tower-service-03"))]
pub(crate) fn default_port(scheme: &str) -> Option<u16> {
    match scheme {
        "http" | "ws" => Some(80),
        "https" | "wss" => Some(443),
        _ => None,
    }
}

/// Whether the byte may be in a name or an address of IPv4. One of another language is in its ASCII form, in
/// which clients send it.
const fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_')
}

/// The error of a text that names no host.
///
/// ```
/// use manila_client::RelayTo;
///
/// let error = RelayTo::hosts(["https://ledger.internal/"]).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     r#""https://ledger.internal/" is no host: write a name or an address, such as `ledger.internal` or `127.0.0.1:3001`"#,
/// );
/// assert!(RelayTo::hosts(["[::1]:3001", "[::1]", "localhost"]).is_ok());
/// assert!(RelayTo::hosts(["::1"]).is_err());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidHost(String);

impl fmt::Display for InvalidHost {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let host = &self.0;
        write!(
            f,
            "{host:?} is no host: write a name or an address, such as `ledger.internal` or `127.0.0.1:3001`"
        )
    }
}

impl std::error::Error for InvalidHost {}
