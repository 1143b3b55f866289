//! What is compiled of a service's settings, and writes its faults.

use std::fmt;

use super::body::write_body;
use super::context::RequestContext;
use super::rendered::{Body, Rendered};
use super::repeated::{Repeated, find};
use crate::envelopes::Envelopes;
use crate::fault::{Attached, ByKind, Fault};
use crate::http::header::ResponseHeader;
use crate::style::Meta;

/// Writes the faults of a service. A layer makes it once of its [`Envelopes`]: what bodies say each
/// time is written once and kept here.
///
/// ```
/// use manila::adapter::{Renderer, RequestContext};
/// use manila::{Condition, Envelopes, Fault};
///
/// let renderer = Renderer::new(Envelopes::code_data());
/// let fault = Fault::condition(Condition::RouteNotFound);
/// let rendered = renderer.render(&fault, &RequestContext::new(Some("abc-123")));
/// assert_eq!(rendered.body(), br#"{"code":-404,"data":"Nothing was found at this address."}"#);
/// ```
pub struct Renderer {
    envelopes: Envelopes,
    repeated: ByKind<Repeated>,
}

impl Renderer {
    /// Compiles the settings of a service.
    #[must_use]
    pub fn new(envelopes: Envelopes) -> Self {
        Self {
            repeated: ByKind::new(envelopes.service.catalog),
            envelopes,
        }
    }

    /// Returns the settings.
    #[must_use]
    pub const fn envelopes(&self) -> &Envelopes {
        &self.envelopes
    }

    /// Writes a fault as the service writes its errors. It cannot fail: what does not serialize was
    /// left out when it was attached, and a style of the user's that panics or writes bad JSON is
    /// replaced by `ok-error`, with the code and the status as they are.
    #[must_use]
    pub fn render(&self, fault: &Fault, request: &RequestContext<'_>) -> Rendered {
        let envelopes = &self.envelopes;
        match find(&self.repeated, fault, request, envelopes) {
            Some((response, body)) if fault.attached().is_none_or(Attached::has_no_headers) => {
                response.with_body(body)
            }
            Some((_, body)) => {
                let resolved = fault.resolve(envelopes.service.catalog);
                Rendered::envelope(fault, envelopes, resolved, Body::InStyle(body))
            }
            None => render(fault, request, envelopes),
        }
    }

    /// Returns the fault of a request whose media types the service cannot take, given its
    /// `content-type` and every field of its `accept`; none where the service has not asked for
    /// [that check](Envelopes::check_media_types).
    pub fn refuse_media_types<'a>(
        &self,
        content_type: Option<&str>,
        accept: impl IntoIterator<Item = &'a str>,
    ) -> Option<Fault> {
        let rare = self.envelopes.rare.as_deref()?;
        let media_types = rare.media_types.as_ref()?;
        media_types.refuse(content_type, &mut accept.into_iter())
    }

    /// Whether [`refuse_media_types`](Self::refuse_media_types) has anything to look at.
    #[must_use]
    #[inline]
    pub const fn checks_media_types(&self) -> bool {
        matches!(&self.envelopes.rare, Some(rare) if rare.media_types.is_some())
    }

    /// Says on a response that it depends on `accept`, where the service checks media types.
    #[inline]
    pub fn vary<H: ResponseHeader + ?Sized>(&self, header: &mut H) {
        if self.checks_media_types() {
            header.append("vary".into(), "accept".into());
        }
    }
}

impl Envelopes {
    /// Writes a fault as the service writes its errors, for a request with this id. It cannot fail.
    ///
    /// Nothing is kept for the next fault; a [`Renderer`] does that.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// let rendered = Envelopes::ok_error().render(&Fault::condition(Condition::Gone), None);
    /// assert_eq!(rendered.status(), 410);
    /// ```
    #[must_use]
    pub fn render(&self, fault: &Fault, request_id: Option<&str>) -> Rendered {
        render(fault, &RequestContext::new(request_id), self)
    }
}

fn render(fault: &Fault, request: &RequestContext<'_>, envelopes: &Envelopes) -> Rendered {
    let resolved = fault.resolve(envelopes.service.catalog);
    if request.speaks_grpc {
        return Rendered::grpc(fault, &resolved);
    }
    let meta = Meta {
        service: &envelopes.service,
        request_id: request.request_id,
    };
    let body = write_body(fault, meta, envelopes, &resolved);
    Rendered::envelope(fault, envelopes, resolved, body)
}

impl fmt::Debug for Renderer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Renderer")
            .field("envelopes", &self.envelopes)
            .finish_non_exhaustive()
    }
}
