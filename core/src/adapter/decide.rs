//! The decision about a response: sent unchanged, wrapped, or replaced by an envelope.
//!
//! It is made once, for every framework, from the head of the response and a few facts of the
//! request. Bodies are not looked at here; a replaced one may be read as the reason, within a
//! limit.

use super::carrier::{Carrier, Statement};
use crate::Condition;
use crate::envelopes::Envelopes;
use crate::fault::Fault;
use crate::http::media_type::{is_grpc, is_grpc_call, is_plain_text};
use crate::render::{Renderer, Success};

/// The longest foreign text that is kept as a reason, in bytes: a sentence, not a page.
const MAX_REASON: u64 = 1024;

/// The head of a response, as a framework has it, for core to read.
///
#[doc = include_str!("../docs/adapter/inspect_response.md")]
pub trait InspectResponse {
    /// Returns the status.
    fn status(&self) -> u16;

    /// Returns the value of `content-type`, if the field exists and is visible ASCII.
    fn content_type(&self) -> Option<&str>;

    /// Returns whether there is a field of this name, which is in lower case: `upgrade` or
    /// `content-encoding`. A framework that knows of an upgrade before it writes the field says so
    /// here.
    fn has(&self, name: &'static str) -> bool;

    /// Returns whether the service has put [`PassThrough`](super::PassThrough) into the extensions.
    fn is_passed_through(&self) -> bool;

    /// Returns a clone of the [`Carrier`] in the extensions.
    fn carrier(&self) -> Option<Carrier>;

    /// Returns the text of the error that the framework keeps beside the response, for the log;
    /// `None` by default. Only asked about foreign responses. It should catch a panic of the
    /// error's `Display`.
    fn cause(&self) -> Option<String> {
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
    /// Whether it is HEAD, so that the answer has no body (RFC 9110 §9.3.2); false where the server
    /// takes bodies away by itself.
    pub is_head: bool,
    /// Whether it is a gRPC call to a service that speaks gRPC ([`Envelopes::speaks_grpc`]).
    pub speaks_grpc: bool,
    /// Whether a layer may stand further out, which an envelope then has to be marked for. An adapter
    /// that cannot tell says true: that costs an entry in the extensions and changes nothing on the
    /// wire.
    pub may_be_nested: bool,
    /// The value of `traceparent` (W3C Trace Context §3.2), if it is text, for the log event. It
    /// need not be valid.
    pub traceparent: Option<&'a str>,
}

/// The decision about a response, as [`decide`] makes it. For each there is a method of
/// [`Responder`](super::Responder) that writes the head.
///
/// | response | decision |
/// |---|---|
/// | 200 to 399 | `Pass`, or `Wrap` if it carries a [`Success`] |
/// | carries a fault | `Replace` |
/// | [`PassThrough`](super::PassThrough), or an envelope already | `Pass` |
/// | gRPC's or gRPC-Web's own, or [passed through](Envelopes::pass_through) by its status and media type | `Pass` |
/// | 101 with `upgrade` | `Pass` |
/// | any other from 400, or below 200 | `Replace` |
///
/// ```
/// use manila::adapter::{Carrier, Decision, Request, Responder, WriteResponse, decide};
/// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/response.rs")); }
/// # use example::Response;
/// use manila::{Condition, Envelopes, Fault, Success};
///
/// let responder = Responder::new(Envelopes::code_data());
/// let answer = |status, carrier| {
///     let (mut head, request) = (Response::new(status, carrier), Request::default());
///     let id = "abc-123".to_owned();
///     match decide(responder.renderer(), &request, &head) {
///         Decision::Pass => {
///             responder.pass(&mut head, id);
///             "the body of the service".into()
///         }
///         Decision::Wrap(success) => responder.wrap(&mut head, &request, id, &success),
///         Decision::Replace(replacement) => {
///             responder.replace(&mut head, &request, id, replacement, None)
///         }
///         _ => unreachable!("a decision of a later version"),
///     }
/// };
/// assert_eq!(answer(200, None), "the body of the service");
/// let success = Success::new(&[1, 2]).unwrap();
/// assert_eq!(answer(200, Some(Carrier::success(success))), r#"{"code":0,"data":[1,2]}"#);
/// let body = r#"{"code":-410,"data":"The resource is gone for good."}"#;
/// let fault = Fault::condition(Condition::Gone);
/// assert_eq!(answer(410, Some(Carrier::fault(fault))), body);
/// assert_eq!(answer(410, None), body);
/// ```
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Decision {
    /// Sent unchanged, but for the request's id: [`Responder::pass`](super::Responder::pass).
    Pass,
    /// Its data are sent as the service wraps them: [`Responder::wrap`](super::Responder::wrap).
    Wrap(Success),
    /// An envelope takes its place: [`Responder::replace`](super::Responder::replace).
    Replace(Replacement),
}

/// The fault whose envelope takes the place of a response, or of one that never came. It goes to
/// [`Responder::replace`](super::Responder::replace), with the text of the replaced body if it may
/// be kept:
///
#[doc = include_str!("../docs/adapter/reason.md")]
#[derive(Debug, Clone)]
pub struct Replacement {
    pub(super) fault: Fault,
    /// None where there was no response.
    pub(super) replaced: Option<ResponseOrigin>,
    reason_limit: u64,
}

/// Who made the response that is replaced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ResponseOrigin {
    /// It carries a fault, so that what its header says is about the error.
    Fault,
    /// Code that knows nothing of Manila.
    Foreign,
}

impl Replacement {
    /// Creates the replacement for a fault that came without a response: a panic, a service that
    /// failed, a request that was refused.
    ///
    /// ```
    /// use manila::adapter::Replacement;
    /// use manila::{Condition, Fault};
    ///
    /// let replacement = Replacement::of_fault(Fault::condition(Condition::Timeout));
    /// assert_eq!(replacement.reason_limit(), 0);
    /// ```
    #[must_use]
    pub const fn of_fault(fault: Fault) -> Self {
        Self {
            fault,
            replaced: None,
            reason_limit: 0,
        }
    }

    /// Returns the most bytes that the response's body may have for its text to be kept as the
    /// fault's reason; 0 if it cannot be, so that the body need not be read.
    #[must_use]
    pub const fn reason_limit(&self) -> u64 {
        self.reason_limit
    }
}

/// Returns whether a response passes without a closer look: a success or a redirection (200 to 399)
/// without a [`Carrier`]. `has_carrier`, whether there is one in its extensions, is asked where it
/// matters.
///
/// It is the common case, so that an adapter asks this first and completes the header with
/// [`Renderer::vary`] and its id.
///
/// ```
/// use manila::adapter::passes_at_a_glance;
///
/// assert!(passes_at_a_glance(200, || false) && passes_at_a_glance(304, || false));
/// assert!(!passes_at_a_glance(200, || true) && !passes_at_a_glance(404, || false));
/// ```
#[inline]
#[must_use]
pub fn passes_at_a_glance(status: u16, has_carrier: impl FnOnce() -> bool) -> bool {
    is_success(status) && !has_carrier()
}

/// Decides about a response: a fault is answered with its envelope; successes, redirections,
/// upgrades, gRPC's own responses and those that the service passes through are sent unchanged; any
/// other from 400 up is replaced. [`Decision`] has the table.
///
/// ```
/// use manila::adapter::{Carrier, Decision, InspectResponse, Renderer, Request, decide};
/// use manila::Envelopes;
///
/// struct Head(u16, &'static str);
///
/// impl InspectResponse for Head {
///     fn status(&self) -> u16 {
///         self.0
///     }
///     fn content_type(&self) -> Option<&str> {
///         Some(self.1)
///     }
///     fn has(&self, name: &'static str) -> bool {
///         name == "content-type"
///     }
///     fn is_passed_through(&self) -> bool {
///         false
///     }
///     fn carrier(&self) -> Option<Carrier> {
///         None
///     }
/// }
///
/// let renderer = Renderer::new(Envelopes::ok_error().pass_through(400..=499, "text/html"));
/// let decide = |head: Head| decide(&renderer, &Request::default(), &head);
/// assert!(matches!(decide(Head(200, "text/plain")), Decision::Pass));
/// assert!(matches!(decide(Head(404, "text/html")), Decision::Pass));
/// let Decision::Replace(replacement) = decide(Head(404, "text/plain")) else { unreachable!() };
/// assert_eq!(replacement.reason_limit(), 1024);
/// ```
pub fn decide(
    renderer: &Renderer,
    request: &Request<'_>,
    response: &impl InspectResponse,
) -> Decision {
    let status = response.status();
    if is_success(status) {
        return match response.carrier() {
            Some(Carrier(Statement::Success(success))) if has_content(status) => {
                Decision::Wrap(success)
            }
            _ => Decision::Pass,
        };
    }
    if response.is_passed_through() {
        return Decision::Pass;
    }
    match response.carrier() {
        Some(Carrier(Statement::Fault(fault))) => Decision::Replace(Replacement {
            fault,
            replaced: Some(ResponseOrigin::Fault),
            reason_limit: 0,
        }),
        Some(Carrier(Statement::Envelope)) => Decision::Pass,
        Some(Carrier(Statement::Success(_))) | None => {
            decide_foreign(renderer.envelopes(), request, response)
        }
    }
}

/// Decides about a response from 400 up, or below 200, that says nothing of itself.
fn decide_foreign(
    envelopes: &Envelopes,
    request: &Request<'_>,
    response: &impl InspectResponse,
) -> Decision {
    let status = response.status();
    let replace = |fault: Fault, reason_limit| {
        Decision::Replace(Replacement {
            fault: match response.cause() {
                Some(cause) => fault.because_text(cause),
                None => fault,
            },
            replaced: Some(ResponseOrigin::Foreign),
            reason_limit,
        })
    };
    match status {
        101 if response.has("upgrade") => return Decision::Pass,
        // Any other interim status is no answer (RFC 9110 §15.2): HTTP/2 servers kill the whole
        // connection over it.
        100..200 => return replace(Fault::detected(Condition::Internal), 0),
        _ => {}
    }
    let content_type = response.content_type();
    if content_type.is_some_and(is_grpc) || envelopes.foreign.passes(status, content_type) {
        return Decision::Pass;
    }
    let fault = Fault::foreign(status);
    let is_client_error = |status: u16| (400..500).contains(&status);
    let keeps_reason = is_client_error(status)
        && !request.speaks_grpc
        && content_type.is_some_and(is_plain_text)
        && !response.has("content-encoding")
        && is_client_error(fault.resolve(envelopes.service.catalog).status);
    replace(fault, if keeps_reason { MAX_REASON } else { 0 })
}

const fn is_success(status: u16) -> bool {
    matches!(status, 200..400)
}

/// Whether the content of a response of this status is its data, so that it can be wrapped anew.
/// 204, 205 and 304 have no content (RFC 9110 §15.3.5, §15.3.6, §15.4.5), as where a layer has
/// found that the client has the data already; that of 206 is a part.
const fn has_content(status: u16) -> bool {
    !matches!(status, 204..=206 | 304)
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
