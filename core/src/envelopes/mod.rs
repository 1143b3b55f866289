//! How a service writes its errors.

pub(crate) mod context;
pub(crate) mod foreign;
pub(crate) mod invalid_setting;
pub(crate) mod media_types;

use std::borrow::Cow;
use std::fmt;
use std::ops::RangeInclusive;
use std::sync::Arc;

use crate::catalog::Catalog;
use crate::envelopes::context::Context;
use crate::envelopes::foreign::is_grpc_request;
use crate::envelopes::invalid_setting::InvalidSetting;
use crate::envelopes::media_types::MediaTypes;
use crate::http::header::{in_lower_case, is_field_name, is_field_value};
use crate::http::request_id::{MakeRequestId, RequestId};
use crate::json::is_strict_json;
use crate::render::Templates;
use crate::render::success::Wrapping;
use crate::style::{CodeData, Envelope, JsonApi, OkError, Problem};

/// The largest body by default, in bytes.
const BODY_LIMIT: usize = 64 * 1024;

/// How a service writes its errors: the style, the catalog that names the conditions, and what
/// the envelope tells of the service. Adapters wrap it in a layer.
///
/// ```
/// use manila::{Condition, Envelopes, Fault};
///
/// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
///
/// let envelopes = Envelopes::json_api().catalog(ApiError::CATALOG).version("1.47.0");
/// let rendered = manila::render(
///     &Fault::condition(Condition::MethodNotAllowed),
///     &envelopes.context(Some("a1b2c3d4e5f6")),
/// );
/// assert_eq!(rendered.content_type(), "application/vnd.api+json");
/// assert!(rendered.body().ends_with(
///     br#""meta":{"version":"1.47.0","request_id":"a1b2c3d4e5f6"}}"#,
/// ));
/// ```
#[derive(Clone)]
pub struct Envelopes {
    pub(crate) style: Arc<dyn Envelope>,
    /// What a style of the user's has to be held to. Called through here alone, so that a program
    /// without one does not contain a reader of JSON.
    pub(crate) check: Option<fn(&[u8]) -> bool>,
    pub(crate) wrapping: Wrapping,
    pub(crate) media_types: Option<MediaTypes>,
    pub(crate) media_type: &'static str,
    pub(crate) catalog: Option<&'static Catalog>,
    pub(crate) version: Option<Cow<'static, str>>,
    pub(crate) api_version: Option<Cow<'static, str>>,
    pub(crate) datetime: Option<(Cow<'static, str>, Cow<'static, str>)>,
    pub(crate) reference: Option<Cow<'static, str>>,
    pub(crate) challenge: Cow<'static, str>,
    pub(crate) body_limit: usize,
    pub(crate) left_alone: Vec<(RangeInclusive<u16>, Cow<'static, str>)>,
    pub(crate) kept: Vec<Cow<'static, str>>,
    pub(crate) dropped: Vec<Cow<'static, str>>,
    /// Whoever changes what a body says takes new ones.
    pub(crate) templates: Arc<Templates>,
    request_id_header: Cow<'static, str>,
    trusts_inbound_ids: bool,
    takes_trace_ids: bool,
    ids: Option<Arc<dyn MakeRequestId>>,
    answers_grpc: bool,
}

impl Envelopes {
    /// `{"ok":false,"error":{"code":…,"message":…,"details":{…}}}`, as `application/json`.
    #[must_use]
    pub fn ok_error() -> Self {
        Self::built_in("application/json", OkError, Wrapping::Ok)
    }

    /// JSON:API 1.1: `{"errors":[…],"meta":{…}}`, as `application/vnd.api+json`.
    #[must_use]
    pub fn json_api() -> Self {
        Self::built_in("application/vnd.api+json", JsonApi, Wrapping::JsonApi)
    }

    /// `{"code":-403,"data":…}` with negative codes, as `application/json`.
    #[must_use]
    pub fn code_data() -> Self {
        Self::built_in("application/json", CodeData, Wrapping::Code)
    }

    /// Problem details (RFC 9457), as `application/problem+json`.
    #[must_use]
    pub fn problem() -> Self {
        Self::built_in("application/problem+json", Problem, Wrapping::Plain)
    }

    /// A style of your own, under its media type. It gets the guarantees of the built-in ones:
    /// the body is escaped, bounded and valid JSON, and what may not be seen outside is out of
    /// its reach. A media type that is no header value is not sent: `application/json` is, which
    /// the body is as well.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Object, PublicFault};
    ///
    /// fn acme(fault: &PublicFault<'_>, body: &mut Object<'_>) {
    ///     body.string("fail", fault.message());
    ///     body.integer("http", fault.status().into());
    /// }
    ///
    /// let fault = Fault::condition(Condition::Gone);
    /// let rendered = manila::render(&fault, &Envelopes::custom("application/json", acme).context(None));
    /// assert_eq!(rendered.body(), br#"{"fail":"The resource is gone for good.","http":410}"#);
    /// ```
    #[must_use]
    pub fn custom(media_type: &'static str, style: impl Envelope) -> Self {
        let media_type = if is_field_value(media_type) && !media_type.is_empty() {
            media_type
        } else {
            "application/json"
        };
        Self {
            check: Some(is_strict_json),
            ..Self::built_in(media_type, style, Wrapping::Plain)
        }
    }

    fn built_in(media_type: &'static str, style: impl Envelope, wrapping: Wrapping) -> Self {
        Self {
            style: Arc::new(style),
            check: None,
            wrapping,
            media_types: None,
            media_type,
            catalog: None,
            version: None,
            api_version: None,
            datetime: None,
            reference: None,
            challenge: Cow::Borrowed("Bearer realm=\"api\""),
            body_limit: BODY_LIMIT,
            left_alone: Vec::new(),
            kept: Vec::new(),
            dropped: Vec::new(),
            templates: Arc::default(),
            request_id_header: Cow::Borrowed("x-request-id"),
            trusts_inbound_ids: true,
            takes_trace_ids: false,
            ids: None,
            answers_grpc: false,
        }
    }

    /// The catalog whose codes stand for conditions. Without one, HTTP's own codes do, in
    /// `snake_case`.
    #[must_use]
    pub fn catalog(mut self, catalog: &'static Catalog) -> Self {
        self.catalog = Some(catalog);
        self.templates = Arc::default();
        self
    }

    /// The version of the service, for `meta.version` of JSON:API.
    #[must_use]
    pub fn version(mut self, version: impl Into<Cow<'static, str>>) -> Self {
        self.version = Some(version.into());
        self.templates = Arc::default();
        self
    }

    /// The version of the API, for `meta.api_version` of JSON:API.
    #[must_use]
    pub fn api_version(mut self, version: impl Into<Cow<'static, str>>) -> Self {
        self.api_version = Some(version.into());
        self.templates = Arc::default();
        self
    }

    /// The time zone and the format of the API's dates, for `meta.datetime` of JSON:API.
    #[must_use]
    pub fn datetime(
        mut self,
        timezone: impl Into<Cow<'static, str>>,
        format: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.datetime = Some((timezone.into(), format.into()));
        self.templates = Arc::default();
        self
    }

    /// The address of the error reference; a code's own page is the address, a slash, and the
    /// code. It becomes `type` of a problem and `links.type` of JSON:API.
    #[must_use]
    pub fn reference(mut self, address: impl Into<Cow<'static, str>>) -> Self {
        self.reference = Some(address.into());
        self.templates = Arc::default();
        self
    }

    /// The challenge of a 401 whose handler sets none (RFC 9110 §11.6.1).
    ///
    /// # Errors
    ///
    /// If the challenge is empty or no valid header value.
    pub fn challenge(
        mut self,
        challenge: impl Into<Cow<'static, str>>,
    ) -> Result<Self, InvalidSetting> {
        let challenge = challenge.into();
        if challenge.is_empty() || !is_field_value(&challenge) {
            return Err(InvalidSetting {
                what: "challenge",
                value: challenge.into_owned(),
            });
        }
        self.challenge = challenge;
        Ok(self)
    }

    /// The largest body of an error, in bytes; 64 KiB by default. Violations from the end, then
    /// details, are left out of one that would be larger, and `truncated` counts them.
    #[must_use]
    pub const fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// The header that carries request ids, in lower case; `x-request-id` by default.
    ///
    /// # Errors
    ///
    /// If it is no valid header name.
    pub fn request_id_header(
        mut self,
        name: impl Into<Cow<'static, str>>,
    ) -> Result<Self, InvalidSetting> {
        let name = name.into();
        if !is_field_name(&name) {
            return Err(InvalidSetting {
                what: "request id header",
                value: name.into_owned(),
            });
        }
        self.request_id_header = name;
        Ok(self)
    }

    /// Makes every request's id anew, whatever the client sends.
    #[must_use]
    pub const fn distrust_inbound_ids(mut self) -> Self {
        self.trusts_inbound_ids = false;
        self
    }

    /// Takes the trace id of a valid `traceparent` (W3C Trace Context) as the id of a request that
    /// brings none of its own.
    #[must_use]
    pub const fn trace_ids(mut self) -> Self {
        self.takes_trace_ids = true;
        self
    }

    /// Makes fresh ids another way than as UUIDs version 7.
    #[must_use]
    pub fn make_ids(mut self, ids: impl MakeRequestId) -> Self {
        self.ids = Some(Arc::new(ids));
        self
    }

    /// Leaves foreign error responses alone, byte for byte, whose status is among these and whose
    /// media type begins like this: the pages of a site beside the API (`text/html`), say, or
    /// everything (an empty text).
    #[must_use]
    pub fn leave_alone(
        mut self,
        statuses: RangeInclusive<u16>,
        media_type: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.left_alone.push((statuses, media_type.into()));
        self
    }

    /// Keeps a header of replaced responses that would be dropped otherwise.
    #[must_use]
    pub fn keep_header(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.kept.push(in_lower_case(name.into()));
        self
    }

    /// Drops a header of replaced responses that would be kept otherwise.
    #[must_use]
    pub fn drop_header(mut self, name: impl Into<Cow<'static, str>>) -> Self {
        self.dropped.push(in_lower_case(name.into()));
        self
    }

    /// Answers gRPC requests with gRPC statuses: a trailers-only response (gRPC over HTTP/2,
    /// "Responses") in place of an envelope. A request is gRPC's if it is a POST over HTTP/2 with
    /// `te: trailers` and the content type `application/grpc`; gRPC-Web is not, and its errors are
    /// envelopes.
    ///
    /// Such an answer has the HTTP status 200, whatever went wrong. So this belongs on a layer
    /// around gRPC routes, and never on a service that a forward-auth check asks, for which 200
    /// means that the request is allowed. Without it no error leaves as a success, whatever a
    /// client sends.
    #[must_use]
    pub const fn grpc(mut self) -> Self {
        self.answers_grpc = true;
        self
    }

    /// Whether a request is to be answered with a gRPC status, given what its head says. `field`
    /// gives the only field of a name, if it is text.
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
    #[must_use]
    pub fn speaks_grpc<'a>(
        &self,
        is_post: bool,
        is_http2: bool,
        field: impl Fn(&'static str) -> Option<&'a str>,
    ) -> bool {
        self.answers_grpc && is_post && is_http2 && is_grpc_request(field)
    }

    /// What [`render`](crate::render) needs to know of one request.
    #[must_use]
    pub const fn context<'a>(&'a self, request_id: Option<&'a str>) -> Context<'a> {
        Context {
            envelopes: self,
            request_id,
            is_grpc: false,
        }
    }

    /// The header that carries request ids.
    #[must_use]
    pub fn id_header(&self) -> &str {
        &self.request_id_header
    }

    /// Whether a request's own id may be taken.
    #[must_use]
    pub const fn trusts_ids(&self) -> bool {
        self.trusts_inbound_ids
    }

    /// A fresh id for a request that brought none, given its `traceparent`.
    #[must_use]
    pub fn make_id(&self, traceparent: Option<&str>) -> RequestId {
        if self.takes_trace_ids
            && let Some(id) = traceparent.and_then(crate::http::request_id::trace_id)
            && let Some(id) = RequestId::parse(id)
        {
            return id;
        }
        match &self.ids {
            // A generator of the user's that panics costs its id, not the request.
            Some(ids) => {
                crate::panics::guard(|| ids.make_request_id()).unwrap_or_else(RequestId::random)
            }
            None => RequestId::random(),
        }
    }
}

impl Default for Envelopes {
    fn default() -> Self {
        Self::ok_error()
    }
}

impl fmt::Debug for Envelopes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Envelopes")
            .field("media_type", &self.media_type)
            .field("catalog", &self.catalog)
            .finish_non_exhaustive()
    }
}
