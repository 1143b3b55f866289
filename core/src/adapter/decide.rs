//! The decision about a response: sent unchanged, wrapped, or replaced by an envelope.
//!
//! It is made once, for every framework, from the head of the response and a few facts of the
//! request. A body is looked at where the response states something about itself, and where its
//! beginning is worth a place in the envelope that replaces it, or in the log.

use std::error::Error;
use std::fmt;

use super::bond::{InspectBody, Look};
use super::carrier::Carrier;
use super::foreign::{fault_of_foreign, fault_of_framework};
use super::inspect::{InspectResponse, Request};
use super::statement::Statement;
use crate::Condition;
use crate::fault::{Fault, Kind};
use crate::observe::Origin;
use crate::render::{Renderer, Success};

/// The decision about a response, as [`decide`] makes it. For each there is a method of
/// [`Responder`](super::Responder) that writes the head.
///
/// | response | decision |
/// |---|---|
/// | 200 to 399 | `Pass`, or `Wrap` if it carries a [`Success`] |
/// | carries a fault | `Replace` |
/// | [`PassThrough`](super::PassThrough), or an envelope already | `Pass` |
/// | [`PassEnveloped`](super::PassEnveloped), with the head of an envelope in the service's style | `Pass` |
/// | gRPC's or gRPC-Web's own, or [passed through](crate::Envelopes::pass_through) by its status and media type | `Pass` |
/// | 101 with `upgrade` | `Pass` |
/// | any other from 400, or below 200 | `Replace` |
///
/// ```
/// use bytes::Bytes;
/// use manila::adapter::{CarriedBody, Carrier, Decision, Request, Responder, decide};
/// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/response.rs")); }
/// # use example::Response;
/// use manila::{Condition, Envelopes, Fault, Success};
///
/// let responder = Responder::new(Envelopes::code_data());
/// let answer = |status, carrier, mut body: CarriedBody| -> Bytes {
///     let (mut head, request) = (Response::new(status, carrier), Request::default());
///     let id = "abc-123".to_owned();
///     let body = match decide(responder.renderer(), &request, &head, &mut body) {
///         Decision::Pass => {
///             responder.pass(&mut head, &request, id);
///             body
///         }
///         Decision::Wrap(success) => responder.wrap(&mut head, &request, id, &success),
///         Decision::Replace(replacement) => {
///             responder.replace(&mut head, &request, id, &replacement)
///         }
///         _ => unreachable!("a decision of a later version"),
///     };
///     body.into_plain().unwrap()
/// };
/// assert_eq!(answer(200, None, CarriedBody::plain("as it was".into())), "as it was");
/// let (carrier, body) = Carrier::success(Success::new(&[1, 2]).unwrap());
/// assert_eq!(answer(200, Some(carrier), body.into()), r#"{"code":0,"data":[1,2]}"#);
/// let gone = r#"{"code":-410,"data":"The resource is gone for good."}"#;
/// let (carrier, body) = Carrier::fault(Fault::condition(Condition::Gone));
/// assert_eq!(answer(410, Some(carrier), body.into()), gone);
/// assert_eq!(answer(410, None, CarriedBody::plain(Bytes::new())), gone);
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
/// [`Responder::replace`](super::Responder::replace). A short text of the body that is replaced is
/// kept as the reason, and what clients may not see of its beginning for the log:
///
#[doc = include_str!("../docs/adapter/reason.md")]
#[derive(Debug, Clone)]
pub struct Replacement {
    pub(super) fault: Fault,
    /// None where there was no response.
    pub(super) replaced: Option<ResponseOrigin>,
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
    /// assert_eq!(replacement.as_fault().http_status(), 504);
    /// ```
    #[must_use]
    pub const fn of_fault(fault: Fault) -> Self {
        Self {
            fault,
            replaced: None,
        }
    }

    /// Returns the fault.
    #[must_use]
    pub const fn as_fault(&self) -> &Fault {
        &self.fault
    }

    /// Who made the error. Of a fault without a response, one that the service's code has made knows
    /// where, or which code it is.
    pub(super) const fn origin(&self) -> Origin {
        let is_unlocated = self.fault.location.is_none();
        match (self.replaced, self.fault.kind) {
            (Some(ResponseOrigin::Foreign), _) => Origin::Foreign,
            (None, Kind::Condition(Condition::Panic, None)) => Origin::Panic,
            (None, Kind::Condition(_, None) | Kind::Foreign(_)) if is_unlocated => Origin::Service,
            (Some(ResponseOrigin::Fault) | None, _) => Origin::Fault,
        }
    }
}

/// Returns whether a response passes without a closer look: a success or a redirection (200 to 399)
/// without a [`Carrier`]. `has_carrier`, whether there is one in its extensions, is asked where it
/// matters.
///
/// It is the common case, so that an adapter asks this first and completes the header with
/// [`Renderer::complete`] and its id.
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
/// What the response states about itself is believed only while `body` is the body that it was made
/// with. The body is polled at most once, if it has to be asked for, or if its beginning may be kept
/// for the client or the log. What has not come by then is not waited for.
///
/// ```
/// use manila::Envelopes;
/// use manila::adapter::{
///     CarriedBody, Carrier, Decision, InspectResponse, Renderer, Request, decide,
/// };
///
/// struct Head(u16, &'static str);
///
/// impl InspectResponse for Head {
///     fn status(&self) -> u16 {
///         self.0
///     }
///     fn text(&self, name: &'static str) -> Option<&str> {
///         (name == "content-type").then_some(self.1)
///     }
///     fn has(&self, name: &'static str) -> bool {
///         name == "content-type"
///     }
///     fn is_passed_through(&self) -> bool {
///         false
///     }
///     fn carrier(&self) -> Option<&Carrier> {
///         None
///     }
///     fn id(&self, _: &str) -> Option<&[u8]> {
///         None
///     }
/// }
///
/// let renderer = Renderer::new(Envelopes::ok_error().pass_through(400..=499, "text/html"));
/// let decide = |head: Head| {
///     let body = &mut CarriedBody::plain("No such app.".into());
///     decide(&renderer, &Request::default(), &head, body)
/// };
/// assert!(matches!(decide(Head(200, "text/plain")), Decision::Pass));
/// assert!(matches!(decide(Head(404, "text/html")), Decision::Pass));
/// assert!(matches!(decide(Head(404, "text/plain")), Decision::Replace(_)));
/// ```
pub fn decide(
    renderer: &Renderer,
    request: &Request<'_>,
    response: &impl InspectResponse,
    body: &mut dyn InspectBody,
) -> Decision {
    let status = response.status();
    if !is_success(status) && response.is_passed_through() {
        if let Some(carrier) = response.carrier() {
            carrier.0.note_seen();
        }
        return Decision::Pass;
    }
    let mut look = Look::default();
    let mut unsent = None;
    if let Some(carrier) = response.carrier() {
        let is_bodys = carrier.0.ask(body, &mut look);
        let is_true = is_bodys || request.is_head && is_true_of_head(carrier, response);
        match &carrier.0.statement {
            Statement::Fault(fault, _) if is_true => return answer(renderer, request, fault),
            Statement::Fault(fault, _) => unsent = Some(fault),
            Statement::Success(success) if is_true && is_success(status) && has_content(status) => {
                return Decision::Wrap(success.clone());
            }
            Statement::Sent(sent)
                if is_true
                    && sent.status == status
                    && response.id(&sent.id_header) == Some(&sent.id)
                    && (sent.code.is_none()
                        || response.text("x-error-code") == sent.code.as_deref()) =>
            {
                return Decision::Pass;
            }
            Statement::Success(_) | Statement::Sent(_) => {}
        }
    }
    if is_success(status) {
        return Decision::Pass;
    }
    let foreign = fault_of_foreign(renderer.envelopes(), request, response, body, &mut look);
    // Middleware may have made another response around the body of a fault.
    if let Some(bond) = &look.reached
        && let Statement::Fault(fault, _) = &bond.statement
    {
        bond.note_seen();
        return answer(renderer, request, fault);
    }
    match foreign {
        Some(fault) => Decision::Replace(Replacement {
            fault: match unsent {
                Some(unsent) if fault.cause().is_none() => fault.because(Unsent(unsent.clone())),
                _ => fault,
            },
            replaced: Some(ResponseOrigin::Foreign),
        }),
        None => Decision::Pass,
    }
}

#[inline]
fn answer(renderer: &Renderer, request: &Request<'_>, fault: &Fault) -> Decision {
    if let Some(fault) = fault_of_framework(renderer.envelopes(), request, fault) {
        return Decision::Replace(Replacement {
            fault,
            replaced: Some(ResponseOrigin::Foreign),
        });
    }
    Decision::Replace(Replacement {
        fault: fault.clone(),
        replaced: Some(ResponseOrigin::Fault),
    })
}

/// Whether a statement is true of an answer to HEAD whose body the framework has taken away before
/// the layer could ask for it. The body of a fault has no size, so that the framework states none.
fn is_true_of_head(carrier: &Carrier, response: &impl InspectResponse) -> bool {
    let was_taken_away = carrier.0.was_taken_away();
    match &carrier.0.statement {
        Statement::Fault(fault, _) => {
            let length = response.text("content-length");
            let given = carrier.0.given().map(|given| given.len().to_string());
            let is_status = response.status() == fault.http_status();
            match length {
                None => was_taken_away || is_status,
                Some(_) => is_status && length == given.as_deref(),
            }
        }
        Statement::Success(_) | Statement::Sent(_) => was_taken_away,
    }
}

/// A fault that middleware has answered in its own way. Whoever did so has not told the log of it.
#[derive(Debug)]
struct Unsent(Fault);

impl fmt::Display for Unsent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "instead of the fault {}", self.0)?;
        match self.0.cause() {
            Some(cause) => write!(f, ": {cause}"),
            None => Ok(()),
        }
    }
}

impl Error for Unsent {}

const fn is_success(status: u16) -> bool {
    matches!(status, 200..400)
}

/// Whether the content of a response of this status is its data, so that it can be wrapped anew.
/// 204, 205 and 304 have no content (RFC 9110 §15.3.5, §15.3.6, §15.4.5), as where a layer has
/// found that the client has the data already; that of 206 is a part.
const fn has_content(status: u16) -> bool {
    !matches!(status, 204..=206 | 304)
}
