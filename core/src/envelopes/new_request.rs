//! What makes ids of a service's own, and what it sees of a request.

use std::fmt;

use crate::http::request_id::RequestId;

/// Makes the ids of requests that come without one. A closure serves, as in
/// [`IdPolicy`](super::IdPolicy); a type of its own can have a state:
///
/// ```
/// use std::sync::atomic::{AtomicU64, Ordering};
/// use manila::{IdPolicy, MakeRequestId, NewRequest, RequestId};
///
/// /// Ids that are short to read out on the phone: `gru-0`, `gru-1`, …
/// struct Counted { machine: &'static str, next: AtomicU64 }
///
/// impl MakeRequestId for Counted {
///     fn make_request_id(&self, _: &NewRequest<'_>) -> RequestId {
///         let count = self.next.fetch_add(1, Ordering::Relaxed);
///         RequestId::parse(&format!("{}-{count}", self.machine))
///             .unwrap_or_else(RequestId::random)
///     }
/// }
///
/// let ids = IdPolicy::new().generator(Counted { machine: "gru", next: AtomicU64::new(0) });
/// let request = NewRequest::new("GET", "/", &|_| None);
/// assert_eq!(ids.fresh_id(&request).as_str(), "gru-0");
/// assert_eq!(ids.fresh_id(&request).as_str(), "gru-1");
/// ```
pub trait MakeRequestId: Send + Sync + 'static {
    /// Returns a fresh id for a request. It is called for every request without an id, before the
    /// service, so that it should not wait for anything. If it panics, the request gets a UUID.
    fn make_request_id(&self, request: &NewRequest<'_>) -> RequestId;
}

impl<F: Fn(&NewRequest<'_>) -> RequestId + Send + Sync + 'static> MakeRequestId for F {
    fn make_request_id(&self, request: &NewRequest<'_>) -> RequestId {
        self(request)
    }
}

/// The head of a request that needs an id, as a generator may look at it: to take the id from
/// another header, or to mark the tenant.
///
/// ```
/// use manila::{MakeRequestId, NewRequest, RequestId};
///
/// let of_gateway = |request: &NewRequest<'_>| {
///     let id = request.field("x-amzn-trace-id").and_then(|it| it.strip_prefix("Root="));
///     id.and_then(RequestId::parse).unwrap_or_else(RequestId::random)
/// };
///
/// let fields = |name: &str| (name == "x-amzn-trace-id").then_some("Root=1-67891233-abcdef");
/// let request = NewRequest::new("GET", "/apps", &fields);
/// assert_eq!(of_gateway.make_request_id(&request).as_str(), "1-67891233-abcdef");
/// assert_eq!((request.method(), request.path()), ("GET", "/apps"));
/// ```
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct NewRequest<'a> {
    method: &'a str,
    path: &'a str,
    fields: &'a dyn Fn(&str) -> Option<&'a str>,
}

impl<'a> NewRequest<'a> {
    /// Creates the view of a request: for adapters, and for tests of a generator. `fields` gives
    /// the first header field of a name in lower case, if it is visible ASCII.
    #[must_use]
    pub const fn new(
        method: &'a str,
        path: &'a str,
        fields: &'a dyn Fn(&str) -> Option<&'a str>,
    ) -> Self {
        Self {
            method,
            path,
            fields,
        }
    }

    /// Returns the method, such as `GET`; empty where the adapter does not know it.
    #[must_use]
    pub const fn method(&self) -> &'a str {
        self.method
    }

    /// Returns the path as it was sent, percent-encoded and without the query.
    #[must_use]
    pub const fn path(&self) -> &'a str {
        self.path
    }

    /// Returns the first header field of this name, which is in lower case, if it is visible ASCII.
    /// Its value is the client's: parse it before it becomes an id.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&'a str> {
        (self.fields)(name)
    }
}

impl fmt::Debug for NewRequest<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("NewRequest")
            .field("method", &self.method)
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}
