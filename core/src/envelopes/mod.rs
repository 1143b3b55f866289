//! How a service writes its errors.

mod foreign;
mod ids;
mod media_types;

use std::borrow::Cow;
use std::ops::RangeInclusive;

pub(crate) use self::foreign::ForeignPolicy;
pub use self::ids::{IdPolicy, MakeRequestId, NewRequest, only_id};
use self::media_types::MediaTypes;
use crate::catalog::Catalog;
use crate::http::InvalidSetting;
use crate::http::header::{in_lower_case, is_field_name, is_field_value};
use crate::style::{Service, Style, WriteStyle};

/// The largest body by default, in bytes.
const BODY_LIMIT: usize = 64 * 1024;

/// How a service writes its errors: the style, the catalog that names the conditions, and what
/// the envelope tells of the service. Adapters wrap it in a layer.
///
/// It is plain data; what is made of it once stands in a [`Renderer`](crate::adapter::Renderer).
///
/// ```
/// use manila::{Condition, Envelopes, Fault};
///
/// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
///
/// let envelopes = Envelopes::json_api().catalog(ApiError::CATALOG).version("1.47.0");
/// let rendered = envelopes.render(
///     &Fault::condition(Condition::MethodNotAllowed),
///     Some("a1b2c3d4e5f6"),
/// );
/// assert_eq!(rendered.content_type(), "application/vnd.api+json");
/// assert!(rendered.body().ends_with(
///     br#""meta":{"version":"1.47.0","request_id":"a1b2c3d4e5f6"}}"#,
/// ));
/// ```
#[derive(Debug, Clone)]
pub struct Envelopes {
    pub(crate) style: Style,
    pub(crate) service: Service,
    pub(crate) ids: IdPolicy,
    pub(crate) foreign: ForeignPolicy,
    pub(crate) challenge: Cow<'static, str>,
    pub(crate) body_limit: usize,
    /// Boxed, as few services have any.
    pub(crate) rare: Option<Box<RareSettings>>,
}

/// Settings that few services have.
#[derive(Debug, Clone, Default)]
pub(crate) struct RareSettings {
    pub(crate) media_types: Option<MediaTypes>,
    pub(crate) answers_grpc: bool,
}

impl Envelopes {
    /// Creates the settings of a service that writes its errors in this style.
    #[must_use]
    pub const fn new(style: Style) -> Self {
        Self {
            style,
            service: Service {
                catalog: None,
                version: None,
                api_version: None,
                datetime: None,
                reference: None,
            },
            ids: IdPolicy::new(),
            foreign: ForeignPolicy {
                passed: Vec::new(),
                kept: Vec::new(),
                dropped: Vec::new(),
            },
            challenge: Cow::Borrowed("Bearer realm=\"api\""),
            body_limit: BODY_LIMIT,
            rare: None,
        }
    }

    /// Creates settings of the style [`Style::ok_error`]:
    /// `{"ok":false,"error":{"code":…,"message":…,"details":{…}}}`, as `application/json`.
    #[must_use]
    pub const fn ok_error() -> Self {
        Self::new(Style::ok_error())
    }

    /// Creates settings of the style [`Style::json_api`], JSON:API 1.1: `{"errors":[…],"meta":{…}}`,
    /// as `application/vnd.api+json`.
    #[must_use]
    pub const fn json_api() -> Self {
        Self::new(Style::json_api())
    }

    /// Creates settings of the style [`Style::code_data`]: `{"code":-403,"data":…}` with negative
    /// codes, as `application/json`.
    #[must_use]
    pub const fn code_data() -> Self {
        Self::new(Style::code_data())
    }

    /// Creates settings of the style [`Style::problem`], problem details (RFC 9457), as
    /// `application/problem+json`.
    #[must_use]
    pub const fn problem() -> Self {
        Self::new(Style::problem())
    }

    /// Creates settings of a style of your own, under its media type; see [`Style::custom`].
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Object, PublicFault};
    ///
    /// fn acme(fault: &PublicFault<'_>, body: &mut Object<'_>) {
    ///     body.string("fail", fault.message());
    ///     body.integer("http", fault.status().into());
    /// }
    ///
    /// let envelopes = Envelopes::custom("application/json", acme).unwrap();
    /// let rendered = envelopes.render(&Fault::condition(Condition::Gone), None);
    /// assert_eq!(rendered.body(), br#"{"fail":"The resource is gone for good.","http":410}"#);
    /// ```
    ///
    /// # Errors
    ///
    /// If the media type is empty or not a valid header value.
    pub fn custom(
        media_type: impl Into<Cow<'static, str>>,
        style: impl WriteStyle,
    ) -> Result<Self, InvalidSetting> {
        Style::custom(media_type, style).map(Self::new)
    }

    /// Sets the catalog whose codes stand for conditions. Without one, HTTP's own codes do, in
    /// `snake_case`.
    #[must_use]
    pub const fn catalog(mut self, catalog: &'static Catalog) -> Self {
        self.service.catalog = Some(catalog);
        self
    }

    /// Sets the version of the service, for `meta.version` of JSON:API.
    #[must_use]
    pub fn version(mut self, version: impl Into<Cow<'static, str>>) -> Self {
        self.service.version = Some(version.into());
        self
    }

    /// Sets the version of the API, for `meta.api_version` of JSON:API.
    #[must_use]
    pub fn api_version(mut self, version: impl Into<Cow<'static, str>>) -> Self {
        self.service.api_version = Some(version.into());
        self
    }

    /// Sets the time zone and the format of the API's dates, for `meta.datetime` of JSON:API.
    #[must_use]
    pub fn datetime(
        mut self,
        timezone: impl Into<Cow<'static, str>>,
        format: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.service.datetime = Some((timezone.into(), format.into()));
        self
    }

    /// Sets the address of the error reference. A code's page is `{address}/{code}`; it becomes
    /// `type` of a problem and `links.type` of JSON:API.
    ///
    /// ```
    /// use manila::Envelopes;
    ///
    /// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    ///
    /// let envelopes = Envelopes::problem().reference_url("https://docs.example/errors");
    /// let rendered = envelopes.render(&ApiError::Conflict.fault(), None);
    /// assert!(rendered.body().starts_with(br#"{"type":"https://docs.example/errors/CONFLICT","#));
    /// ```
    #[must_use]
    pub fn reference_url(mut self, address: impl Into<Cow<'static, str>>) -> Self {
        self.service.reference = Some(address.into());
        self
    }

    /// Sets the challenge of a 401 whose handler sets none (RFC 9110 §11.6.1);
    /// `Bearer realm="api"` by default.
    ///
    /// ```
    /// use manila::Envelopes;
    ///
    /// assert!(Envelopes::ok_error().www_authenticate("Basic realm=\"admin\"").is_ok());
    /// assert!(Envelopes::ok_error().www_authenticate("Basic\r\n").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// If the challenge is empty or not a valid header value (RFC 9110 §5.5).
    pub fn www_authenticate(
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

    /// Sets the largest body of an error, in bytes; 64 KiB by default. Violations from the end, then
    /// details, are left out of one that would be larger, and `truncated` counts them.
    #[must_use]
    pub const fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Sets where request ids come from.
    #[must_use]
    pub fn ids(mut self, ids: IdPolicy) -> Self {
        self.ids = ids;
        self
    }

    /// Returns where request ids come from.
    #[must_use]
    pub const fn id_policy(&self) -> &IdPolicy {
        &self.ids
    }

    /// Sets the header that carries request ids, see [`IdPolicy::header`].
    ///
    /// ```
    /// use manila::Envelopes;
    ///
    /// assert!(Envelopes::ok_error().request_id_header("x-correlation-id").is_ok());
    /// assert!(Envelopes::ok_error().request_id_header("X Correlation").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// If it is not a valid header name in lower case.
    pub fn request_id_header(
        mut self,
        name: impl Into<Cow<'static, str>>,
    ) -> Result<Self, InvalidSetting> {
        self.ids = self.ids.header(name)?;
        Ok(self)
    }

    /// Gives every request a fresh id, see [`IdPolicy::ignore_inbound_ids`].
    #[must_use]
    pub fn ignore_inbound_ids(mut self) -> Self {
        self.ids = self.ids.ignore_inbound_ids();
        self
    }

    /// Takes trace ids as request ids, see [`IdPolicy::trace_id_as_request_id`].
    #[must_use]
    pub fn trace_id_as_request_id(mut self) -> Self {
        self.ids = self.ids.trace_id_as_request_id();
        self
    }

    /// Makes fresh ids another way than as UUIDs version 7, see [`IdPolicy::generator`].
    #[must_use]
    pub fn id_generator(mut self, generator: impl MakeRequestId) -> Self {
        self.ids = self.ids.generator(generator);
        self
    }

    /// Passes foreign error responses through, byte for byte, whose status is among these and whose
    /// media type begins like this: the pages of a site beside the API (`text/html`), say, or
    /// everything (an empty text).
    #[must_use]
    pub fn pass_through(
        mut self,
        statuses: RangeInclusive<u16>,
        media_type: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.foreign.passed.push((statuses, media_type.into()));
        self
    }

    /// Keeps a header of replaced responses that would be dropped otherwise.
    ///
    /// ```
    /// use manila::Envelopes;
    ///
    /// assert!(Envelopes::ok_error().keep_header("ETag").is_ok());
    /// assert!(Envelopes::ok_error().keep_header("no name").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// If it is not a valid header name (RFC 9110 §5.1).
    pub fn keep_header(
        mut self,
        name: impl Into<Cow<'static, str>>,
    ) -> Result<Self, InvalidSetting> {
        self.foreign.kept.push(field_name(name.into())?);
        Ok(self)
    }

    /// Drops a header of replaced responses that would be kept otherwise.
    ///
    /// # Errors
    ///
    /// If it is not a valid header name (RFC 9110 §5.1).
    pub fn drop_header(
        mut self,
        name: impl Into<Cow<'static, str>>,
    ) -> Result<Self, InvalidSetting> {
        self.foreign.dropped.push(field_name(name.into())?);
        Ok(self)
    }

    /// Answers gRPC calls with gRPC statuses: a trailers-only response (gRPC over HTTP/2,
    /// "Responses") in place of an envelope. A call is a POST over HTTP/2 with `te: trailers` and the
    /// content type `application/grpc`; gRPC-Web is not, and its errors are envelopes.
    ///
    /// Such an answer has the HTTP status 200, whatever went wrong. So this belongs on a layer
    /// around gRPC routes, and never on a service that a forward-auth check asks, for which 200
    /// means that the request is allowed. Without it no error leaves as a success, whatever a
    /// client sends.
    #[must_use]
    pub fn grpc(mut self) -> Self {
        self.rare.get_or_insert_default().answers_grpc = true;
        self
    }

    /// Holds every request to JSON:API's rules for media types (JSON:API 1.1, server
    /// responsibilities), for a service that speaks it throughout and supports these extensions:
    ///
    /// - a `content-type` of JSON:API with a parameter other than `ext` and `profile`, or with an
    ///   extension that is not supported: 415;
    /// - an `accept` that names JSON:API only with such parameters or extensions: 406;
    /// - `vary: accept` on every response.
    ///
    /// Profiles are ignored, as the specification asks.
    ///
    /// ```
    /// use manila::Envelopes;
    /// use manila::adapter::Renderer;
    ///
    /// let envelopes = Envelopes::json_api().check_media_types(["https://jsonapi.org/ext/atomic"]);
    /// let renderer = Renderer::new(envelopes);
    /// let status = |content_type, accept: &[&str]| {
    ///     let refusal = renderer.refuse_media_types(content_type, accept.iter().copied());
    ///     refusal.map(|fault| fault.http_status())
    /// };
    /// assert_eq!(status(Some("application/vnd.api+json"), &["*/*"]), None);
    /// let atomic = r#"application/vnd.api+json; ext="https://jsonapi.org/ext/atomic""#;
    /// assert_eq!(status(Some(atomic), &[]), None);
    /// assert_eq!(status(Some("application/vnd.api+json; charset=utf-8"), &[]), Some(415));
    /// assert_eq!(status(None, &["application/vnd.api+json; v=1, text/html"]), Some(406));
    /// ```
    #[must_use]
    pub fn check_media_types<T: Into<Cow<'static, str>>>(
        mut self,
        extensions: impl IntoIterator<Item = T>,
    ) -> Self {
        let extensions = extensions.into_iter().map(Into::into).collect();
        self.rare.get_or_insert_default().media_types = Some(MediaTypes::new(extensions));
        self
    }
}

impl Default for Envelopes {
    fn default() -> Self {
        Self::new(Style::default())
    }
}

fn field_name(name: Cow<'static, str>) -> Result<Cow<'static, str>, InvalidSetting> {
    let name = in_lower_case(name);
    if !is_field_name(&name) {
        return Err(InvalidSetting {
            what: "header name",
            value: name.into_owned(),
        });
    }
    Ok(name)
}
