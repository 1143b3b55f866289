//! The JSON shapes that a fault is written in, and a success beside it.
//!
//! A style is one file and one value: media type, writer, shape of a success. It sees a
//! [`PublicFault`], which has what a client may see and nothing else. It knows no settings but
//! those that bodies repeat, and nothing outside this room asks which style it is.

mod code;
mod code_data;
mod details;
mod json_api;
mod language;
mod markdown;
mod ok_error;
mod problem;
mod public_fault;
mod public_success;
mod public_violation;
mod remedy;
mod sentence;
mod service;
mod shape;
mod siblings;
pub mod translate;
mod write;

use std::borrow::Cow;
use std::sync::Arc;

use self::shape::Writer;
pub(crate) use self::{
    details::count_public_members,
    language::Language,
    markdown::{MARKDOWN, write_markdown},
    public_fault::Visible,
    sentence::ClientMessage,
    service::{Meta, Service},
    shape::Repeats,
    siblings::Siblings,
};
pub use self::{
    public_fault::PublicFault,
    public_success::PublicSuccess,
    public_violation::PublicViolation,
    remedy::PublicRemedy,
    shape::{Style, WriteStyle, WriteSuccess},
};
use crate::http::media_type::is_media_type;
use crate::http::{InvalidSetting, NOT_HTTP};
use crate::json::is_strict_json;

impl Style {
    /// Returns the style `{"ok":false,"error":{"code":…,"message":…,"details":{…}}}`, of the media
    /// type `application/json`. A success is `{"ok":true,"data":…}`.
    ///
    /// Choose it for a new API: it is the default, the shortest, and easy to test for in a client
    /// (`if (!body.ok)`). The request's id is in the header alone. Violations are `details.errors`.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Style};
    ///
    /// let fault = Fault::condition(Condition::Gone).with_detail("since", 2024);
    /// let rendered = Envelopes::new(Style::ok_error()).render(&fault, None);
    /// assert_eq!(
    ///     rendered.into_body(),
    ///     r#"{"ok":false,"error":{"code":"gone","message":"The resource is gone for good.","details":{"since":2024}}}"#,
    /// );
    /// ```
    #[must_use]
    pub const fn ok_error() -> Self {
        ok_error::STYLE
    }

    /// Returns the style of JSON:API 1.1, `{"errors":[…],"meta":{…}}`, of the media type
    /// `application/vnd.api+json`. A success is `{"data":…,"meta":{…}}`.
    ///
    /// Each violation is an error object with a code of its own; a fault without any is one error
    /// object. The status of each is the response's, but where a 400 stands for violations of
    /// [several](PublicViolation::status). Status and code are strings, as the specification asks, details are
    /// `meta`.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Style};
    ///
    /// let fault = Fault::condition(Condition::Gone);
    /// let rendered = Envelopes::new(Style::json_api()).render(&fault, Some("abc-123"));
    /// assert_eq!(
    ///     rendered.into_body(),
    ///     r#"{"errors":[{"status":"410","code":"gone","title":"Gone","detail":"The resource is gone for good."}],"meta":{"request_id":"abc-123"}}"#,
    /// );
    /// ```
    #[must_use]
    pub const fn json_api() -> Self {
        json_api::STYLE
    }

    /// Returns the style `{"code":-403,"data":…}` with negative codes, of the media type
    /// `application/json`. A success is `{"code":0,"data":…}`.
    ///
    /// For clients that know the sign of a number. The code is the catalog's number, negated if it
    /// is positive; without numbers it is minus the status, and `x-error-code` has the name. `data`
    /// is the message, or an object with the message where there are details or violations.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Style};
    ///
    /// let body = |fault| {
    ///     let rendered = Envelopes::new(Style::code_data()).render(&fault, None);
    ///     String::from_utf8(rendered.into_body().into()).unwrap()
    /// };
    /// let fault = Fault::condition(Condition::Gone);
    /// assert_eq!(body(fault.clone()), r#"{"code":-410,"data":"The resource is gone for good."}"#);
    /// assert_eq!(
    ///     body(fault.with_detail("since", 2024)),
    ///     r#"{"code":-410,"data":{"message":"The resource is gone for good.","details":{"since":2024}}}"#,
    /// );
    /// ```
    #[must_use]
    pub const fn code_data() -> Self {
        code_data::STYLE
    }

    /// Returns the style of problem details (RFC 9457), of the media type
    /// `application/problem+json`. A success is its data alone: the RFC is about errors.
    ///
    /// `type` is the code's page where the service has an error reference
    /// ([`Envelopes::reference_url`](crate::Envelopes::reference_url)), else `about:blank`, with
    /// the status phrase as `title`. Code, id, details and violations are extension members;
    /// `instance` is the id as a URN, where it is a UUID.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Style};
    ///
    /// let fault = Fault::condition(Condition::Gone);
    /// let rendered = Envelopes::new(Style::problem()).render(&fault, Some("abc-123"));
    /// assert_eq!(
    ///     rendered.into_body(),
    ///     r#"{"type":"about:blank","title":"Gone","status":410,"detail":"The resource is gone for good.","code":"gone","request_id":"abc-123"}"#,
    /// );
    /// ```
    #[must_use]
    pub const fn problem() -> Self {
        problem::STYLE
    }

    /// Creates a style of your own, under its media type. It gets the guarantees of the built-in
    /// ones: the body is escaped, bounded and valid JSON, and details, messages and causes that are
    /// not for clients are out of its reach. If the writer panics, or writes a name twice, the
    /// fault is sent in `ok-error`, as `application/json`. [`WriteStyle`] has a whole style as its
    /// example.
    ///
    /// A success is its data alone, unless [`wrap_success`](Self::wrap_success) says otherwise.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Object, PublicFault, Style};
    ///
    /// let repeats_a_name = |fault: &PublicFault<'_>, body: &mut Object<'_>| {
    ///     body.string("error", fault.message());
    ///     body.string("error", &fault.title());
    /// };
    /// let style = Style::custom("application/vnd.acme+json", repeats_a_name).unwrap();
    /// let rendered = Envelopes::new(style).render(&Fault::condition(Condition::Gone), None);
    /// assert_eq!(rendered.status(), 410);
    /// assert_eq!(rendered.content_type(), "application/json");
    /// assert!(rendered.body().starts_with(br#"{"ok":false,"error":{"code":"gone""#));
    ///
    /// let error = Style::custom("not a type", repeats_a_name).unwrap_err();
    /// assert_eq!(error.to_string(), r#""not a type" cannot be a media type: HTTP does not allow it"#);
    /// ```
    ///
    /// # Errors
    ///
    /// If HTTP does not allow the media type (RFC 9110 §8.3.1): `type/subtype`, and parameters.
    pub fn custom(
        media_type: impl Into<Cow<'static, str>>,
        writer: impl WriteStyle,
    ) -> Result<Self, InvalidSetting> {
        Ok(Self {
            media_type: checked(media_type.into())?,
            repeats: Repeats::Anything,
            writer: Writer::Shared(Arc::new(writer)),
            success: None,
            success_media_type: Cow::Borrowed("application/json"),
            check: Some(is_strict_json),
        })
    }

    /// Sets how a success is wrapped, and its media type; without it, a success in a style of your
    /// own is the data alone, as `application/json`. If the writer panics, or writes a name twice,
    /// the success is sent as `{"ok":true,"data":…}`.
    ///
    /// It applies to what a handler returns as a `Reply` of its adapter. A built-in style can be
    /// given another wrapping too:
    ///
    /// ```
    /// use manila::adapter::{Renderer, RequestContext};
    /// use manila::{Envelopes, Object, PublicSuccess, Style, Success};
    ///
    /// fn wrap(success: &PublicSuccess<'_>, body: &mut Object<'_>) {
    ///     success.write_data("result", body);
    /// }
    ///
    /// let style = Style::problem().wrap_success("application/json", wrap).unwrap();
    /// let renderer = Renderer::new(Envelopes::new(style));
    /// let success = Success::new(&[1, 2]).unwrap();
    /// let (media_type, body) = renderer.wrap(&success, &RequestContext::default());
    /// assert_eq!((&*media_type, &*body), ("application/json", &br#"{"result":[1,2]}"#[..]));
    /// ```
    ///
    /// # Errors
    ///
    /// If HTTP does not allow the media type (RFC 9110 §8.3.1): `type/subtype`, and parameters.
    pub fn wrap_success(
        mut self,
        media_type: impl Into<Cow<'static, str>>,
        writer: impl WriteSuccess,
    ) -> Result<Self, InvalidSetting> {
        self.success_media_type = checked(media_type.into())?;
        self.success = Some(Writer::Shared(Arc::new(writer)));
        self.check = Some(is_strict_json);
        Ok(self)
    }

    /// Returns the media type of an error's body: `content-type` of the response, unless the style
    /// fails and `ok-error` takes its place.
    ///
    /// ```
    /// assert_eq!(manila::Style::problem().media_type(), "application/problem+json");
    /// ```
    #[must_use]
    pub fn media_type(&self) -> &str {
        &self.media_type
    }
}

/// Returns [`Style::ok_error`], which also takes the place of a style that fails.
impl Default for Style {
    fn default() -> Self {
        Self::ok_error()
    }
}

fn checked(media_type: Cow<'static, str>) -> Result<Cow<'static, str>, InvalidSetting> {
    if !is_media_type(&media_type) {
        return Err(InvalidSetting {
            what: "media type",
            value: media_type.into_owned(),
            why: NOT_HTTP,
        });
    }
    Ok(media_type)
}
