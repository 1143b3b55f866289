//! One input, and what is told of it.

use std::fmt;

use manila_probe::wire::Request;

/// A request, and the answer on either framework.
pub(crate) struct Row {
    pub(crate) request: Request,
    pub(super) status: u16,
    /// What stands in the body, in any style.
    pub(super) told: String,
}

impl Row {
    pub(super) fn new(request: Request, status: u16, told: &str) -> Self {
        Self {
            request,
            status,
            told: told.to_owned(),
        }
    }

    /// A GET.
    pub(super) fn get(path: &str, status: u16, told: &str) -> Self {
        Self::new(Request::get(path), status, told)
    }

    /// A body of JSON.
    pub(super) fn json(path: &str, body: impl Into<Vec<u8>>, status: u16, told: &str) -> Self {
        let request = Request::new("POST", path).body("application/json", body);
        Self::new(request, status, told)
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Request {
            method,
            path,
            body,
            headers,
            ..
        } = &self.request;
        let body = String::from_utf8_lossy(&body[..body.len().min(80)]);
        write!(f, "{method} {path:.80} {headers:?} {body}")
    }
}
