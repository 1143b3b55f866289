//! The settings of a service: its style, where its ids come from, what becomes of foreign
//! responses.
//!
//! They are plain data, checked when they are set, and know no framework and no cache.

mod browsers;
mod foreign;
mod id_settings;
mod ids;
mod judge;
mod languages;
mod markdown;
mod media_types;
mod new_request;
mod observe;
mod readers;
mod replaced;
mod service_error;
mod translations;

use std::borrow::Cow;

pub(crate) use self::foreign::ForeignPolicy;
pub use self::ids::IdPolicy;
use self::judge::JudgeError;
pub(crate) use self::languages::Languages;
pub(crate) use self::markdown::Markdown;
use self::media_types::MediaTypes;
pub use self::new_request::{MakeRequestId, NewRequest};

use crate::catalog::Catalog;
use crate::http::header::is_field_value;
use crate::http::{InvalidSetting, NOT_HTTP};
use crate::observe::Observers;
use crate::style::{Service, Style, WriteStyle};

/// The largest body by default, in bytes.
const BODY_LIMIT: usize = 64 * 1024;

/// The settings of a service that writes its errors in envelopes: the style, the catalog that names
/// the conditions, where request ids come from, and what becomes of responses that others made.
/// Adapters wrap them in a layer.
///
/// They are plain data, and each setter returns them changed; one that HTTP may not allow, an
/// [`InvalidSetting`] at the start of the service, rather than a broken response later.
///
#[doc = include_str!("../docs/envelopes/example.md")]
#[derive(Debug, Clone)]
pub struct Envelopes {
    pub(crate) style: Style,
    pub(crate) service: Service,
    pub(crate) ids: IdPolicy,
    pub(crate) foreign: ForeignPolicy,
    pub(crate) challenge: Option<Cow<'static, str>>,
    pub(crate) body_limit: usize,
    /// Boxed, as few services have any.
    pub(crate) rare: Option<Box<RareSettings>>,
}

/// Settings that few services have.
#[derive(Debug, Clone, Default)]
pub(crate) struct RareSettings {
    pub(crate) media_types: Option<MediaTypes>,
    pub(crate) answers_grpc: bool,
    /// Whether Manila's header fields are named to scripts of other origins.
    pub(crate) exposes_headers: bool,
    /// Whether no text of a foreign 4xx is for the client.
    pub(crate) hides_reasons: bool,
    /// Whether nothing of a foreign body is kept for the log.
    pub(crate) drops_foreign_texts: bool,
    /// Whether a foreign 5xx loses the fields that nobody knows.
    pub(crate) hides_foreign_headers: bool,
    /// How errors are written as Markdown, where a request asks for that.
    pub(crate) markdown: Option<Markdown>,
    pub(crate) languages: Option<Languages>,
    /// Whether the code of each error stays in the extensions of its response.
    pub(crate) keeps_code: bool,
    /// What an error of a service means.
    service_error: Option<JudgeError>,
    pub(crate) observers: Observers,
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
                is_id_in_body: false,
                has_remedies: false,
                has_source_message: false,
            },
            ids: IdPolicy::new(),
            foreign: ForeignPolicy {
                passed: Vec::new(),
                kept: Vec::new(),
                dropped: Vec::new(),
            },
            challenge: Some(Cow::Borrowed("Bearer realm=\"api\"")),
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

    /// Creates settings of the style [`Style::json_api`], JSON:API 1.1:
    /// `{"errors":[…],"meta":{…}}`, as `application/vnd.api+json`.
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

    /// Sets the style, and leaves every other setting: for a service that writes the same errors in
    /// another shape elsewhere.
    ///
    #[doc = include_str!("../docs/envelopes/style.md")]
    #[must_use]
    pub fn style(mut self, style: Style) -> Self {
        self.style = style;
        self
    }

    /// Creates settings of a style of your own, under its media type; see [`Style::custom`]. A
    /// function is enough for a simple one:
    ///
    #[doc = include_str!("../docs/envelopes/custom.md")]
    ///
    /// # Errors
    ///
    /// If HTTP does not allow the media type (RFC 9110 §8.3.1): `type/subtype`, and parameters.
    pub fn custom(
        media_type: impl Into<Cow<'static, str>>,
        style: impl WriteStyle,
    ) -> Result<Self, InvalidSetting> {
        Style::custom(media_type, style).map(Self::new)
    }

    /// Sets the catalog whose codes conditions are answered with, such as an unknown route; HTTP's
    /// own by default, and where it names none. A code that a handler raises may be of any catalog.
    ///
    #[doc = include_str!("../docs/envelopes/catalog.md")]
    #[must_use]
    pub const fn catalog(mut self, catalog: &'static Catalog) -> Self {
        self.service.catalog = Some(catalog);
        self
    }

    /// Returns the catalog that [`catalog`](Self::catalog) sets, or `None` where HTTP's own codes answer
    /// conditions.
    ///
    /// ```
    /// use manila::Envelopes;
    ///
    /// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    ///
    /// assert!(Envelopes::ok_error().condition_catalog().is_none());
    /// let envelopes = Envelopes::ok_error().catalog(ApiError::CATALOG);
    /// assert_eq!(envelopes.condition_catalog().unwrap().name(), "vibehost");
    /// ```
    #[must_use]
    pub const fn condition_catalog(&self) -> Option<&'static Catalog> {
        self.service.catalog
    }

    /// Sets the version of the service: `meta.version` of JSON:API, of a success too.
    #[must_use]
    pub fn version(mut self, version: impl Into<Cow<'static, str>>) -> Self {
        self.service.version = Some(version.into());
        self
    }

    /// Sets the version of the API: `meta.api_version` of JSON:API.
    #[must_use]
    pub fn api_version(mut self, version: impl Into<Cow<'static, str>>) -> Self {
        self.service.api_version = Some(version.into());
        self
    }

    /// Sets the time zone and the format of the API's dates: `meta.datetime` of JSON:API.
    ///
    #[doc = include_str!("../docs/envelopes/meta.md")]
    #[must_use]
    pub fn datetime(
        mut self,
        timezone: impl Into<Cow<'static, str>>,
        format: impl Into<Cow<'static, str>>,
    ) -> Self {
        self.service.datetime = Some((timezone.into(), format.into()));
        self
    }

    /// Sets the address of the error reference; that of the service's catalog by default
    /// ([`Catalog::documentation`](crate::Catalog::documentation)), if it has one. A code's page is
    /// `{address}/{code}`, which becomes `type` of a problem and `links.type` of JSON:API; `/`, `:` and
    /// `.` of a code become `-` in it. A slash at the end of the address is ignored.
    ///
    #[doc = include_str!("../docs/envelopes/reference_url.md")]
    #[must_use]
    pub fn reference_url(mut self, address: impl Into<Cow<'static, str>>) -> Self {
        self.service.reference = Some(address.into());
        self
    }

    /// Sets the challenge of a 401 for which neither the handler nor the
    /// [fault](crate::Fault::with_www_authenticate) has one: `www-authenticate`, which every 401 has
    /// to have (RFC 9110 §11.6.1); `Bearer realm="api"` by default.
    ///
    #[doc = include_str!("../docs/envelopes/www_authenticate.md")]
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
                why: NOT_HTTP,
            });
        }
        self.challenge = Some(challenge);
        Ok(self)
    }

    /// Sends no challenge of the service's own, so that a 401 has `www-authenticate` only where the
    /// handler or the fault sets it: for a service whose clients log in by a form or a cookie, and
    /// which no scheme of HTTP describes. RFC 9110 §15.5.2 asks for one, and clients that go by it
    /// may treat such a 401 as malformed.
    ///
    #[doc = include_str!("../docs/envelopes/no_www_authenticate.md")]
    #[must_use]
    pub fn no_www_authenticate(mut self) -> Self {
        self.challenge = None;
        self
    }

    /// Sets the largest body of an error, in bytes; 64 KiB by default. Violations from the end,
    /// then details, are left out of one that would be larger, and `truncated` counts them. A limit
    /// that no envelope fits yields a constant body of about 100 bytes.
    ///
    #[doc = include_str!("../docs/envelopes/body_limit.md")]
    #[must_use]
    pub const fn body_limit(mut self, bytes: usize) -> Self {
        self.body_limit = bytes;
        self
    }

    /// Answers gRPC calls with gRPC statuses: a trailers-only response (gRPC over HTTP/2,
    /// "Responses") in place of an envelope. A call is a POST over HTTP/2 with `te: trailers` and
    /// the content type `application/grpc`; gRPC-Web is not, and its errors are envelopes.
    ///
    /// Such an answer has the HTTP status 200, whatever went wrong. So this belongs on a layer
    /// around gRPC routes, and never on a service that a forward-auth check asks, for which 200
    /// means that the request is allowed. The code is in the metadata, as `x-error-code`, and how long to
    /// wait, as `grpc-retry-pushback-ms`. Without it no error is sent as a success, whatever a
    /// client sends.
    ///
    #[doc = include_str!("../docs/envelopes/grpc.md")]
    #[must_use]
    pub fn grpc(mut self) -> Self {
        self.rare.get_or_insert_default().answers_grpc = true;
        self
    }

    /// Holds every request to JSON:API's rules for media types (JSON:API 1.1, server
    /// responsibilities), for a service that speaks it throughout and supports these extensions:
    ///
    #[doc = include_str!("../docs/envelopes/check_media_types.md")]
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

/// Returns [`Envelopes::ok_error`].
impl Default for Envelopes {
    fn default() -> Self {
        Self::new(Style::default())
    }
}
