//! The renderer, which is compiled of a service's settings and writes its faults.
//!
//! [`Envelopes`] are plain data and can be cloned and changed; a renderer is made of them once and
//! keeps the bodies that repeat. Both call the same function, so that their bytes are the same.

use std::fmt;

use bytes::Bytes;

use super::body::{write_body, write_markdown};
use super::context::{Form, RequestContext};
use super::rendered::{Body, Extent, Rendered};
use super::repeated::{Repeated, find};
use crate::catalog::Resolved;
use crate::envelopes::Envelopes;
use crate::fault::{Attached, ByKind, Fault};
use crate::http::header::{EXPOSED_HEADERS, ResponseHeader, add_members, add_vary};
use crate::style::translate::Locale;
use crate::style::{Language, Meta, Repeats};

/// Writes the faults of a service. A layer makes it once of its [`Envelopes`]: bodies that are the
/// same each time are written once and kept here.
///
/// It can be shared between threads. For a single fault, in a test say, [`Envelopes::render`] does
/// the same without keeping anything.
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
    /// Creates a renderer of the settings of a service. It allocates a slot for each code of the
    /// catalog, each condition and each status; bodies are written at their first use.
    #[must_use]
    pub fn new(mut envelopes: Envelopes) -> Self {
        if envelopes.languages().is_some_and(|it| it.speak_source) {
            // Of what is kept, the style alone has written the sentences.
            envelopes.style.repeats = Repeats::Anything;
        }
        Self {
            repeated: ByKind::new(envelopes.service.catalog),
            envelopes,
        }
    }

    /// Returns the settings that it was made of.
    #[must_use]
    pub const fn envelopes(&self) -> &Envelopes {
        &self.envelopes
    }

    /// Writes a fault as the service writes its errors. It cannot fail: a detail that does not
    /// serialize was left out when it was attached, and a style of the user's that panics or writes
    /// bad JSON is replaced by `ok-error`, with the code and the status as they are.
    ///
    /// Nothing is logged; that is [`Rendered::log`].
    ///
    /// ```
    /// use manila::adapter::{Renderer, RequestContext};
    /// use manila::{Condition, Envelopes, Fault, Object, PublicFault};
    ///
    /// let broken = |_: &PublicFault<'_>, _: &mut Object<'_>| panic!("a bug in the style");
    /// let renderer = Renderer::new(Envelopes::custom("application/vnd.acme+json", broken).unwrap());
    /// let fault = Fault::condition(Condition::Gone);
    /// let rendered = renderer.render(&fault, &RequestContext::default());
    /// assert_eq!((rendered.status(), rendered.code()), (410, "gone"));
    /// assert!(rendered.body().starts_with(br#"{"ok":false,"error":{"code":"gone""#));
    /// ```
    #[must_use]
    pub fn render(&self, fault: &Fault, request: &RequestContext<'_>) -> Rendered {
        let envelopes = &self.envelopes;
        match find(&self.repeated, fault, request, envelopes) {
            Some((response, body)) if fault.attached().is_none_or(Attached::has_no_headers) => {
                response.with_body(body)
            }
            Some((_, body)) => with_own_header(fault, envelopes, body),
            None => render(fault, request, envelopes),
        }
    }

    /// Returns the fault of a request whose media types the service cannot take, given its
    /// `content-type` and every field of its `accept`: 415 or 406 (JSON:API 1.1, "Server
    /// Responsibilities"). `None` if they are fine, and where the service has not asked for
    /// [that check](Envelopes::check_media_types).
    ///
    /// An adapter calls it before the service, and answers with the fault in its place.
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila::adapter::Renderer;
    ///
    /// let none: [&str; 0] = [];
    /// let renderer = Renderer::new(Envelopes::json_api().check_media_types(none));
    /// let fault = renderer.refuse_media_types(None, ["application/vnd.api+json; v=1"]).unwrap();
    /// assert_eq!(fault.http_status(), 406);
    /// assert!(renderer.refuse_media_types(None, ["application/vnd.api+json, */*"]).is_none());
    /// ```
    pub fn refuse_media_types<'a>(
        &self,
        content_type: Option<&str>,
        accept: impl IntoIterator<Item = &'a str>,
    ) -> Option<Fault> {
        let rare = self.envelopes.rare.as_deref()?;
        let media_types = rare.media_types.as_ref()?;
        media_types.refuse(content_type, &mut accept.into_iter())
    }

    /// Returns whether [`refuse_media_types`](Self::refuse_media_types) has anything to check, so
    /// that an adapter need not look up the fields.
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila::adapter::Renderer;
    ///
    /// assert!(!Renderer::new(Envelopes::json_api()).checks_media_types());
    /// let checked = Envelopes::json_api().check_media_types(["https://jsonapi.org/ext/atomic"]);
    /// assert!(Renderer::new(checked).checks_media_types());
    /// ```
    #[must_use]
    #[inline]
    pub const fn checks_media_types(&self) -> bool {
        matches!(&self.envelopes.rare, Some(rare) if rare.media_types.is_some())
    }

    /// Returns whether the service [names Manila's headers](Envelopes::expose_headers) to scripts of
    /// other origins, so that an adapter need not look for an `origin` otherwise.
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila::adapter::Renderer;
    ///
    /// assert!(!Renderer::new(Envelopes::ok_error()).exposes_headers());
    /// assert!(Renderer::new(Envelopes::ok_error().expose_headers()).exposes_headers());
    /// ```
    #[must_use]
    #[inline]
    pub const fn exposes_headers(&self) -> bool {
        matches!(&self.envelopes.rare, Some(rare) if rare.exposes_headers)
    }

    /// Adds the fields that every response of the service has, beside the request's id: `vary: accept`,
    /// where it checks media types, as with another `accept` it would have been a 406 (RFC 9110
    /// §12.5.5); and Manila's headers in `access-control-expose-headers`, where it
    /// [names them](Envelopes::expose_headers) and the request has an `origin`. What is there already
    /// is not repeated.
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila::adapter::Renderer;
    ///
    /// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/header.rs")); }
    /// # use example::Header;
    /// # let mut header = Header::default();
    /// Renderer::new(Envelopes::json_api()).complete(&mut header, true);
    /// assert_eq!(header.get("vary"), None);
    /// let checked = Envelopes::json_api().check_media_types(["https://jsonapi.org/ext/atomic"]);
    /// Renderer::new(checked).complete(&mut header, true);
    /// assert_eq!(header.get("vary"), Some("accept"));
    ///
    /// let named = Envelopes::ok_error().request_id_header("x-correlation-id").unwrap();
    /// Renderer::new(named.expose_headers()).complete(&mut header, true);
    /// assert_eq!(
    ///     header.get("access-control-expose-headers"),
    ///     Some("x-correlation-id, x-error-code, x-should-retry, retry-after"),
    /// );
    /// ```
    #[inline]
    pub fn complete<H: ResponseHeader + ?Sized>(&self, header: &mut H, has_origin: bool) {
        self.vary(header);
        if has_origin {
            self.expose(header);
        }
    }

    #[inline]
    pub(crate) fn vary<H: ResponseHeader + ?Sized>(&self, header: &mut H) {
        if self.checks_media_types() {
            add_vary(header, "accept".into());
        }
    }

    pub(crate) fn expose<H: ResponseHeader + ?Sized>(&self, header: &mut H) {
        if self.exposes_headers() {
            let [_, code, should_retry, retry_after] = EXPOSED_HEADERS;
            let id = self.envelopes.ids.header_name();
            let names = [id, code, should_retry, retry_after];
            add_members(header, "access-control-expose-headers", names);
        }
    }
}

impl Envelopes {
    /// Writes a fault as the service writes its errors, for a request with this id. It cannot fail,
    /// and logs nothing.
    ///
    /// For tests, and for services without a layer. Nothing is kept for the next fault; a
    /// [`Renderer`] does that.
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

/// A body that repeats, under a header that the fault adds to.
#[inline(never)]
fn with_own_header(fault: &Fault, envelopes: &Envelopes, body: Bytes) -> Rendered {
    let resolved = fault.resolve(envelopes.service.catalog);
    Rendered::envelope(
        fault,
        envelopes,
        resolved,
        Body::in_style(body, Extent::Whole),
        Locale::SOURCE,
    )
}

#[inline(never)]
fn render(fault: &Fault, request: &RequestContext<'_>, envelopes: &Envelopes) -> Rendered {
    let resolved = fault.resolve(envelopes.service.catalog);
    let meta = Meta {
        service: &envelopes.service,
        request_id: request.request_id,
    };
    if request.form != Form::USUAL || envelopes.rare.is_some() {
        return render_as_asked(fault, request.form, meta, envelopes, resolved);
    }
    let body = write_body(fault, meta, envelopes, &resolved, None);
    Rendered::envelope(fault, envelopes, resolved, body, Locale::SOURCE)
}

/// Writes a fault in the form that its request asks for, as far as the service has it.
#[inline(never)]
fn render_as_asked(
    fault: &Fault,
    form: Form,
    meta: Meta<'_>,
    envelopes: &Envelopes,
    resolved: Resolved,
) -> Rendered {
    if form.speaks_grpc() {
        return Rendered::grpc(fault, &resolved);
    }
    let languages = envelopes.languages();
    let has_source = envelopes.service.has_source_message;
    let language = languages.and_then(|it| it.language(form.locale(), has_source));
    let language = language.as_ref();
    let markdown = envelopes.as_markdown().filter(|_| form.wants_markdown());
    let body = markdown
        .and_then(|markdown| write_markdown(fault, meta, envelopes, &resolved, markdown, language))
        .unwrap_or_else(|| write_body(fault, meta, envelopes, &resolved, language));
    let locale = language.map_or(Locale::SOURCE, Language::locale_told);
    Rendered::envelope(fault, envelopes, resolved, body, locale)
}

impl fmt::Debug for Renderer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Renderer")
            .field("envelopes", &self.envelopes)
            .finish_non_exhaustive()
    }
}
