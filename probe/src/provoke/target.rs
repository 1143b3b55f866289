//! What provocations are made for.

use crate::routes::Operation;
use crate::wire::Request;

/// The last segment of paths that do not exist.
const MISSING: &str = "manila-probe-missing";

/// A path of the service, and what every request has to respect.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Target<'a> {
    /// The path before every other, empty or without a slash at its end.
    pub(crate) base: &'a str,
    /// The path itself, with the base.
    pub(crate) route: &'a str,
    /// The method of the path.
    pub(crate) method: &'a str,
    /// The header field of the request's id.
    pub(crate) request_id: &'a str,
    /// The server's own name.
    pub(crate) authority: &'a str,
    /// The operation, if the path is one's.
    pub(crate) operation: Option<&'a Operation>,
    /// Whether an operation that may change something is carried out.
    pub(crate) may_change: bool,
}

impl Target<'_> {
    /// A path that does not exist.
    pub(crate) fn missing(&self) -> String {
        format!("{}/{MISSING}", self.base)
    }

    /// A path below the route that does not exist.
    pub(super) fn below(&self, segment: &str) -> String {
        format!("{}/{segment}", self.route.trim_end_matches('/'))
    }

    pub(super) fn missing_below(&self) -> String {
        self.below(MISSING)
    }

    /// GET of a path that does not exist.
    pub(super) fn get_missing(&self) -> Request {
        Request::get(self.missing())
    }

    /// The same with an id.
    pub(super) fn identified(&self, id: impl Into<Vec<u8>>) -> Request {
        self.get_missing().raw_header(self.request_id, id)
    }

    /// The method of the path, with a body.
    pub(super) fn with_body(&self, content_type: &str, body: impl Into<Vec<u8>>) -> Request {
        Request::new(self.method.to_owned(), self.route).body(content_type, body)
    }

    /// The same with JSON.
    pub(super) fn with_json(&self, body: impl Into<Vec<u8>>) -> Request {
        self.with_body("application/json", body)
    }

    /// Whether bodies go to the path: its method has one, and may be called.
    pub(crate) fn takes_bodies(&self) -> bool {
        let has_body = matches!(self.method, "POST" | "PUT" | "PATCH");
        has_body && self.may_be_called()
    }

    /// Whether the method may be called. A path that was named with its method is asked for that one.
    pub(crate) fn may_be_called(&self) -> bool {
        self.may_change || self.operation.is_none_or(Operation::is_safe)
    }

    /// The operation itself, with a query.
    pub(super) fn call(&self, query: &str) -> Request {
        Request::new(self.method.to_owned(), format!("{}{query}", self.route))
    }

    /// A request of the operation's for each of its parameters, with a value of another type.
    pub(super) fn each_replaced(&self, by: &str) -> Vec<Request> {
        let paths = self.operation.map(|operation| operation.each_replaced(by));
        let paths = paths.unwrap_or_default().into_iter();
        paths
            .map(|path| Request::new(self.method.to_owned(), format!("{}{path}", self.base)))
            .collect()
    }
}
