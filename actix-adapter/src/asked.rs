//! What the log is told of a request, kept while the request is being answered, if anybody is told.
//!
//! An error of the service gives no request back, so that this is cloned before the service is
//! called. Nothing is made text before there is an error.

use std::cell::RefCell;
use std::fmt;

use actix_web::HttpRequest;
use actix_web::dev::ServiceRequest;
use actix_web::http::Method;
use actix_web::http::header::HeaderValue;
use actix_web::http::uri::PathAndQuery;

use crate::header::text;
use crate::id::TakenId;

/// Which request it is, for the log.
#[derive(Default)]
pub(crate) struct Asked {
    method: Method,
    /// None of a request that has none, as that of CONNECT.
    path: Option<PathAndQuery>,
    traceparent: Option<HeaderValue>,
    has_refused_id: bool,
    /// Known once there is a response.
    route: Option<String>,
}

impl Asked {
    /// Notes the route that has answered the request.
    pub(crate) fn note_route(&mut self, request: &HttpRequest) {
        self.route = request.match_pattern();
    }

    pub(crate) fn describe<'a>(&'a self, request: &mut manila::adapter::Request<'a>) {
        request.method = Some(self.method.as_str());
        request.path = self.path.as_ref().map(PathAndQuery::path);
        request.route = self.route.as_deref();
        request.has_refused_id = self.has_refused_id;
        request.traceparent = self.traceparent.as_ref().and_then(text);
    }
}

/// Places for what is noted of a request, for one after the other.
///
/// Each is boxed, as it would else be moved with the future of every request, noted or not; and kept,
/// so that a request that is served allocates nothing for it.
#[derive(Default)]
#[expect(clippy::vec_box, reason = "the boxes themselves are handed out again")]
pub(crate) struct Notes(RefCell<Vec<Box<Asked>>>);

impl Notes {
    /// How many are kept: as many as the framework keeps of requests.
    const MOST: usize = 128;

    /// Notes a request.
    #[inline(never)]
    pub(crate) fn take(&self, request: &ServiceRequest, taken: &mut TakenId) -> Box<Asked> {
        let mut asked = self.0.borrow_mut().pop().unwrap_or_default();
        let head = request.head();
        asked.method.clone_from(&head.method);
        asked.path = head.uri.path_and_query().cloned();
        asked.traceparent = taken.traceparent.take();
        asked.has_refused_id = taken.has_refused_id;
        asked
    }

    /// Takes back the place of a request that was answered.
    #[inline(never)]
    pub(crate) fn put_back(&self, mut asked: Box<Asked>) {
        // The method is written over; what holds on to memory is let go.
        (asked.path, asked.traceparent, asked.route) = (None, None, None);
        let mut notes = self.0.borrow_mut();
        if notes.len() < Self::MOST {
            notes.push(asked);
        }
    }
}

impl fmt::Debug for Notes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notes").finish_non_exhaustive()
    }
}
