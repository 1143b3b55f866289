//! What core reads of a request and of the head of a response.

use std::fmt;

use super::carrier::Carrier;
use crate::Condition;
use crate::envelopes::Envelopes;
use crate::http::media_type::is_grpc_call;
use crate::render::Preferences;

/// The head of a response, as a framework has it, for core to read.
///
#[doc = include_str!("../docs/adapter/inspect_response.md")]
pub trait InspectResponse {
    /// Returns the status.
    fn status(&self) -> u16;

    /// Returns the value of the first field of this name, which is in lower case, if it is there and
    /// visible ASCII: `content-type`, `content-length`, `accept-encoding` or
    /// `x-error-code`.
    fn text(&self, name: &'static str) -> Option<&str>;

    /// Returns whether there is a field of this name, which is in lower case: `upgrade` or
    /// `content-encoding`. A framework that knows of an upgrade before it writes the field says so
    /// here.
    fn has(&self, name: &'static str) -> bool;

    /// Returns whether the service has put [`PassThrough`](super::PassThrough) into the extensions.
    fn is_passed_through(&self) -> bool;

    /// Returns whether the service has put [`PassEnveloped`](super::PassEnveloped) into the
    /// extensions; not so by default.
    fn is_of_upstream(&self) -> bool {
        false
    }

    /// Returns the [`Carrier`] in the extensions.
    fn carrier(&self) -> Option<&Carrier>;

    /// Returns the id in the field of this name, which is in lower case, if there is exactly one that
    /// fits ([`only_id`](super::only_id)).
    fn id(&self, header: &str) -> Option<&[u8]>;

    /// Returns the error that the framework keeps beside the response, for the log; `None` by
    /// default. Only asked about foreign responses.
    fn cause(&self) -> Option<&dyn fmt::Display> {
        None
    }

    /// Returns the condition that the error beside the response is, where its type says more than
    /// the status that the framework gives it; `None` by default. Only asked about foreign
    /// responses, none of which passes then. Errors of the standard library are the service's own
    /// trouble, [`Internal`](Condition::Internal), as they are for core.
    fn condition(&self) -> Option<Condition> {
        None
    }
}

/// The facts of a request that decide about its answer. An adapter starts with `default()`, in
/// which nothing is the case, and sets the fields that it knows.
///
#[doc = include_str!("../docs/adapter/request.md")]
#[derive(Debug, Clone, Copy, Default)]
#[non_exhaustive]
pub struct Request<'a> {
    /// Whether it is HEAD, so that the answer has no body (RFC 9110 §9.3.2).
    pub is_head: bool,
    /// Whether it is a gRPC call to a service that speaks gRPC ([`Envelopes::speaks_grpc`]).
    pub speaks_grpc: bool,
    /// What it asks for of the form of an error ([`Renderer::negotiate`](super::Renderer::negotiate)).
    pub preferences: Preferences,
    /// Whether a layer may stand further out, which an envelope then has to be marked for, or the
    /// service [asks for the mark](Envelopes::keeps_code). An adapter
    /// that cannot tell says true: that costs an entry in the extensions and changes nothing on the
    /// wire.
    pub may_be_nested: bool,
    /// Whether the layer stands inside of a router that adds the methods of the route, as `allow`, to
    /// a 405 that has none. Elsewhere nobody further out can know them, and the envelope of such a
    /// 405 gets an empty `allow` (RFC 9110 §10.2.1, §15.5.6).
    pub is_inside_router: bool,
    /// Whether it has an `origin`, where the service
    /// [names exposed headers](super::Renderer::exposes_headers); elsewhere it need not be looked
    /// for.
    pub has_origin: bool,
    /// The value of `traceparent` (W3C Trace Context §3.2), if it is text, for the log event. It
    /// need not be valid.
    pub traceparent: Option<&'a str>,
    /// The method, for the log event and the observers.
    pub method: Option<&'a str>,
    /// The path as it was requested, percent-encoded and without the query.
    pub path: Option<&'a str>,
    /// The route that the framework has matched, such as `/apps/{id}`, where the layer can know it.
    pub route: Option<&'a str>,
    /// Whether the client sent an id that was not taken
    /// ([`IdPolicy::refuses`](crate::IdPolicy::refuses)).
    pub has_refused_id: bool,
}

impl Envelopes {
    /// Returns whether a request is a gRPC call (gRPC over HTTP/2, "Requests") to a service that
    /// [answers those](Self::grpc). `field` gives the only header field of a name, if it is text;
    /// it is asked for `content-type` and `te` alone, and not at all where the service speaks no
    /// gRPC.
    ///
    /// ```
    /// use manila::Envelopes;
    ///
    /// let field = |name: &str| match name {
    ///     "content-type" => Some("application/grpc+proto"),
    ///     "te" => Some("trailers"),
    ///     _ => None,
    /// };
    /// assert!(Envelopes::ok_error().grpc().speaks_grpc(true, true, field));
    /// assert!(!Envelopes::ok_error().grpc().speaks_grpc(true, false, field));
    /// assert!(!Envelopes::ok_error().speaks_grpc(true, true, field));
    /// ```
    #[inline]
    #[must_use]
    pub fn speaks_grpc<'a>(
        &self,
        is_post: bool,
        is_http2: bool,
        field: impl Fn(&'static str) -> Option<&'a str>,
    ) -> bool {
        let answers = self.rare.as_ref().is_some_and(|rare| rare.answers_grpc);
        answers && is_post && is_http2 && is_call(&field)
    }
}

/// Whether a request's fields are those of a gRPC call (gRPC over HTTP/2, "Requests").
fn is_call<'a>(field: &dyn Fn(&'static str) -> Option<&'a str>) -> bool {
    let is_trailers = |coding: &str| coding.trim_ascii().eq_ignore_ascii_case("trailers");
    field("content-type").is_some_and(is_grpc_call)
        && field("te").is_some_and(|codings| codings.split(',').any(is_trailers))
}
