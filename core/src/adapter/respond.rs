//! Writing a response: the head, the request's id, the log event.
//!
//! A head that is the same each time, but for the id, is made once in the framework's own types, if
//! the adapter can. Bodies are the renderer's; the adapter sends the bytes.

use std::borrow::Cow;
use std::fmt;

use bytes::Bytes;

use super::carried_body::CarriedBody;
use super::carrier::Carrier;
use super::decide::{Replacement, ResponseOrigin};
use super::inspect::Request;
use super::write::WriteResponse;
use crate::envelopes::Envelopes;
use crate::fault::{Attached, ByKind, Fault};
use crate::http::header::{DESCRIBES_OLD_BYTES, ResponseHeader};
use crate::render::{Preferences, Rendered, Renderer, RequestContext, Success};
use crate::style::Repeats;

/// Writes the responses of one layer: heads, ids, log events. A head that is the same each time is
/// made once and kept here.
///
/// `H` is [`WriteResponse::Head`]. A layer has one responder, which its requests share.
///
/// ```
/// use manila::adapter::{Replacement, Request, Responder, WriteResponse};
/// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/response.rs")); }
/// # use example::Response;
/// use manila::{Condition, Envelopes, Fault};
///
/// let responder = Responder::new(Envelopes::ok_error());
/// let replacement = Replacement::of_fault(Fault::condition(Condition::Timeout));
/// let (mut head, id) = (Response::default(), "abc-123".to_owned());
/// let body = responder.replace(&mut head, &Request::default(), id, &replacement);
/// assert_eq!(head.status(), 504);
/// assert_eq!(head.get("x-request-id"), Some("abc-123"));
/// let bytes = body.into_plain().unwrap();
/// assert!(bytes.starts_with(br#"{"ok":false,"error":{"code":"gateway_timeout""#));
/// ```
pub struct Responder<H> {
    renderer: Renderer,
    heads: ByKind<Option<Ready<H>>>,
}

/// A response that is the same each time, but for the id.
struct Ready<H> {
    rendered: Rendered,
    head: H,
}

/// The part of a response that is the same each time.
#[derive(PartialEq, Eq)]
enum Same {
    Nothing,
    /// Status and header, but for the id.
    Head,
    /// The body too.
    Whole,
}

impl<H> Responder<H> {
    /// Creates the responder of one layer from the settings of its service.
    #[must_use]
    pub fn new(envelopes: Envelopes) -> Self {
        Self {
            heads: ByKind::new(envelopes.service.catalog),
            renderer: Renderer::new(envelopes),
        }
    }

    /// Returns the renderer that writes the faults, for [`decide`](super::decide).
    #[must_use]
    pub const fn renderer(&self) -> &Renderer {
        &self.renderer
    }

    /// Returns the settings that it was made of.
    #[must_use]
    pub const fn envelopes(&self) -> &Envelopes {
        self.renderer.envelopes()
    }

    /// Completes the head of a response that [passes](super::Decision::Pass): the id, `vary` where
    /// the service checks media types, and the names of exposed headers where it names them. Nothing
    /// is logged.
    ///
    #[doc = include_str!("../docs/adapter/pass.md")]
    pub fn pass<W: WriteResponse<Head = H>>(&self, head: &mut W, request: &Request<'_>, id: W::Id) {
        self.renderer.complete(head, request.has_origin);
        head.ensure_id(id);
    }

    /// Completes the head of a [success](super::Decision::Wrap); returns its body, which has
    /// no content for HEAD. The status stays, and fields that describe the old bytes go. Nothing is logged.
    ///
    #[doc = include_str!("../docs/adapter/wrap.md")]
    pub fn wrap<W: WriteResponse<Head = H>>(
        &self,
        head: &mut W,
        request: &Request<'_>,
        id: W::Id,
        success: &Success,
    ) -> CarriedBody {
        // They describe bytes that another wrapping of the same data changes.
        head.retain(&|name| !DESCRIBES_OLD_BYTES.contains(&name));
        let id = head.ensure_id(id);
        let (media_type, body) = self.renderer.wrap(success, &context(request, &id));
        head.set(Cow::Borrowed("content-type"), media_type);
        self.renderer.complete(head, request.has_origin);
        let status = head.status();
        self.send(head, status, request, &id, body, None)
    }

    /// Writes the head of the [envelope](super::Decision::Replace) that takes the place of a
    /// response, or of one that never came, and logs it; returns the body. Where there was no
    /// response, the head is one without fields. The extensions of the response go; they were about
    /// its body, or about whoever sent that.
    ///
    #[doc = include_str!("../docs/adapter/reason.md")]
    pub fn replace<W: WriteResponse<Head = H>>(
        &self,
        head: &mut W,
        request: &Request<'_>,
        id: W::Id,
        replacement: &Replacement,
    ) -> CarriedBody {
        if replacement.replaced.is_some() {
            head.clear_extensions();
        }
        let id = if head.is_bare() {
            match self.put_ready(head, request, id, replacement) {
                Ok(body) => return body,
                Err(id) => id,
            }
        } else {
            id
        };
        let (id, rendered) = self.write(head, request, id, replacement);
        let status = head.status();
        let code = sent_code(request, &rendered);
        self.send(head, status, request, &id, rendered.into_body(), code)
    }

    /// Puts a head that was made beforehand, and returns the body; gives the id back if the fault
    /// has no such head.
    fn put_ready<W: WriteResponse<Head = H>>(
        &self,
        head: &mut W,
        request: &Request<'_>,
        id: W::Id,
        replacement: &Replacement,
    ) -> Result<CarriedBody, W::Id> {
        let fault = &replacement.fault;
        let same = self.same(request, fault);
        if same == Same::Nothing {
            return Err(id);
        }
        let make = |bare: &Fault| self.make_ready(head, bare);
        let Some(Some(ready)) = self.heads.get_or_make(fault, make) else {
            return Err(id);
        };
        let body = if same == Same::Whole {
            self.tell(&ready.rendered, replacement, &id, request);
            ready.rendered.shared_body().clone()
        } else {
            let rendered = self.renderer.render(fault, &context(request, &id));
            if rendered.is_stand_in() {
                return Err(id);
            }
            self.tell(&rendered, replacement, &id, request);
            rendered.into_body()
        };
        let status = ready.rendered.status();
        let code = sent_code(request, &ready.rendered);
        let body = self.send(head, status, request, &id, body, code);
        head.put_head(&ready.head, id);
        ensure_allow(head, request, status);
        if request.has_origin {
            self.renderer.expose(head);
        }
        Ok(body)
    }

    fn make_ready<W: WriteResponse<Head = H>>(&self, head: &W, bare: &Fault) -> Option<Ready<H>> {
        // What is made beforehand holds no id.
        let rendered = self.renderer.render(bare, &RequestContext::default());
        if rendered.is_stand_in() {
            return None;
        }
        let apply = |header: &mut dyn ResponseHeader| {
            rendered.apply(header);
            self.renderer.vary(header);
        };
        let head = head.make_head(rendered.status(), &apply)?;
        Some(Ready { rendered, head })
    }

    /// How much of the response to a fault is the same each time.
    fn same(&self, request: &Request<'_>, fault: &Fault) -> Same {
        let attached = fault.attached();
        let repeats = self.envelopes().style.repeats;
        // What a style of the user's writes, and under which media type it leaves in the end, may be
        // another each time.
        if request.speaks_grpc
            || self.envelopes().rare.is_some() && request.preferences != Preferences::default()
            || repeats == Repeats::Anything
            || !attached.is_none_or(Attached::has_no_headers)
        {
            Same::Nothing
        } else if repeats == Repeats::Nothing && attached.is_none_or(Attached::is_bare) {
            Same::Whole
        } else {
            Same::Head
        }
    }

    /// Writes a head field by field; returns the id that it has, and what was rendered.
    fn write<W: WriteResponse<Head = H>>(
        &self,
        head: &mut W,
        request: &Request<'_>,
        id: W::Id,
        replacement: &Replacement,
    ) -> (W::Id, Rendered) {
        let fault = &replacement.fault;
        if let Some(origin) = replacement.replaced {
            let status = head.status();
            let is_foreign = origin == ResponseOrigin::Foreign;
            self.envelopes().strip(head, status, is_foreign);
        }
        let id = head.ensure_id(id);
        let rendered = self.renderer.render(fault, &context(request, &id));
        self.tell(&rendered, replacement, &id, request);
        head.set_status(rendered.status());
        rendered.apply(head);
        ensure_allow(head, request, rendered.status());
        self.renderer.complete(head, request.has_origin);
        (id, rendered)
    }

    /// The body that is sent, and a statement about it for the layers further out, where there may
    /// be any.
    #[inline]
    fn send<W: WriteResponse>(
        &self,
        head: &mut W,
        status: u16,
        request: &Request<'_>,
        id: &W::Id,
        body: Bytes,
        code: Option<Cow<'static, str>>,
    ) -> CarriedBody {
        let body = if request.may_be_nested {
            self.state(head, status, id, body, code)
        } else {
            CarriedBody::plain(body)
        };
        body.without_content(request.is_head)
    }

    #[inline(never)]
    fn state<W: WriteResponse>(
        &self,
        head: &mut W,
        status: u16,
        id: &W::Id,
        body: Bytes,
        code: Option<Cow<'static, str>>,
    ) -> CarriedBody {
        let ids = self.envelopes().id_policy();
        let (carrier, body) = Carrier::sent(status, ids, id.as_ref(), code, body);
        head.set_carrier(carrier);
        body.into()
    }
}

fn context<'a>(request: &Request<'_>, id: &'a impl AsRef<[u8]>) -> RequestContext<'a> {
    // The grammar of ids is ASCII, so that there is nothing else to look for.
    let id = str::from_utf8(id.as_ref()).unwrap_or_default();
    RequestContext::new(Some(id))
        .with_grpc(request.speaks_grpc)
        .with_preferences(request.preferences)
}

/// The code that the head has, where a layer further out may ask for it.
#[inline]
fn sent_code(request: &Request<'_>, rendered: &Rendered) -> Option<Cow<'static, str>> {
    if request.may_be_nested {
        rendered.header_code().cloned()
    } else {
        None
    }
}

/// Gives a 405 the field that it has to have (RFC 9110 §15.5.6), where nobody further out can know
/// the methods.
#[inline]
fn ensure_allow<W: WriteResponse>(head: &mut W, request: &Request<'_>, status: u16) {
    if status == 405 && !request.is_inside_router && !ResponseHeader::has(head, "allow") {
        head.set(Cow::Borrowed("allow"), Cow::Borrowed(""));
    }
}

impl<H> fmt::Debug for Responder<H> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Responder")
            .field("envelopes", self.envelopes())
            .finish_non_exhaustive()
    }
}
