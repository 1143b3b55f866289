//! What the log is told of a request, kept while the request is being answered, if anybody is told.
//!
//! An error of the service gives no request back, so that this is cloned before the service is
//! called: nothing of it is allocated, and nothing is made text before there is an error.

use actix_web::HttpRequest;
use actix_web::dev::ServiceRequest;
use actix_web::http::Method;
use actix_web::http::uri::PathAndQuery;

/// Which request it is, for the log.
pub(crate) struct Asked {
    method: Method,
    /// None of a request that has none, as that of CONNECT.
    path: Option<PathAndQuery>,
    /// Known once there is a response.
    route: Option<String>,
    has_refused_id: bool,
}

impl Asked {
    pub(crate) fn of(request: &ServiceRequest, has_refused_id: bool) -> Self {
        let head = request.head();
        Self {
            method: head.method.clone(),
            path: head.uri.path_and_query().cloned(),
            route: None,
            has_refused_id,
        }
    }

    /// Notes the route that has answered the request.
    pub(crate) fn note_route(&mut self, request: &HttpRequest) {
        self.route = request.match_pattern();
    }

    pub(crate) fn describe<'a>(&'a self, request: &mut manila::adapter::Request<'a>) {
        request.method = Some(self.method.as_str());
        request.path = self.path.as_ref().map(PathAndQuery::path);
        request.route = self.route.as_deref();
        request.has_refused_id = self.has_refused_id;
    }
}
