//! Whom a layer tells of an error response, and what.

use super::decide::Replacement;
use super::inspect::Request;
use super::respond::Responder;
use crate::http::request_id::trace_id;
use crate::observe::ErrorReport;
use crate::render::Rendered;

impl<H> Responder<H> {
    /// Returns whether anybody is told of errors, the log or an observer, so that an adapter need not
    /// make a text for nobody.
    ///
    /// ```
    /// use manila::adapter::Responder;
    /// use manila::{Envelopes, ErrorReport};
    ///
    /// let observed = Envelopes::ok_error().observe(|_: &ErrorReport<'_>| ());
    /// assert!(Responder::<()>::new(observed).is_heard());
    /// assert!(!Responder::<()>::new(Envelopes::ok_error().no_event()).is_heard());
    /// ```
    #[inline]
    #[must_use]
    pub fn is_heard(&self) -> bool {
        self.envelopes().is_heard()
    }

    /// Tells the log and the observers of an error response, if there are any.
    #[inline]
    pub(super) fn tell(
        &self,
        rendered: &Rendered,
        replacement: &Replacement,
        id: &impl AsRef<[u8]>,
        request: &Request<'_>,
    ) {
        if self.is_heard() {
            self.report(rendered, replacement, id.as_ref(), request);
        }
    }

    #[inline(never)]
    fn report(
        &self,
        rendered: &Rendered,
        replacement: &Replacement,
        id: &[u8],
        request: &Request<'_>,
    ) {
        let report = ErrorReport {
            origin: replacement.origin(),
            method: request.method,
            path: request.path,
            route: request.route,
            request_id: str::from_utf8(id).ok(),
            trace_id: request.traceparent.and_then(trace_id),
            has_refused_id: request.has_refused_id,
            ..rendered.report(&replacement.fault)
        };
        self.envelopes().tell(report);
    }
}
