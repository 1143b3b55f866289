//! The shapes that a fault, and a success beside it, can leave in.

mod code;
mod code_data;
mod json_api;
mod ok_error;
mod problem;
mod public_fault;
mod public_success;
mod public_violation;
mod sentence;
mod service;
mod shape;
mod write;

use std::borrow::Cow;
use std::sync::Arc;

use self::shape::Writer;
pub use self::{
    public_fault::PublicFault,
    public_success::PublicSuccess,
    public_violation::PublicViolation,
    shape::{Style, WriteStyle, WriteSuccess},
};
pub(crate) use self::{
    public_fault::{Visible, count_public_members},
    sentence::ClientMessage,
    service::{Meta, Service},
    shape::Repeats,
};
use crate::http::InvalidSetting;
use crate::http::header::is_field_value;
use crate::json::is_strict_json;

impl Style {
    /// Returns the style `{"ok":false,"error":{"code":…,"message":…,"details":{…}}}`, of the media
    /// type `application/json`. A success is `{"ok":true,"data":…}`.
    #[must_use]
    pub const fn ok_error() -> Self {
        ok_error::STYLE
    }

    /// Returns the style of JSON:API 1.1, `{"errors":[…],"meta":{…}}`, of the media type
    /// `application/vnd.api+json`. A success is `{"data":…,"meta":{…}}`.
    #[must_use]
    pub const fn json_api() -> Self {
        json_api::STYLE
    }

    /// Returns the style `{"code":-403,"data":…}` with negative codes, of the media type
    /// `application/json`. A success is `{"code":0,"data":…}`.
    #[must_use]
    pub const fn code_data() -> Self {
        code_data::STYLE
    }

    /// Returns the style of problem details (RFC 9457), of the media type
    /// `application/problem+json`. A success is its data alone: the RFC is about errors.
    #[must_use]
    pub const fn problem() -> Self {
        problem::STYLE
    }

    /// Creates a style of your own, under its media type. It gets the guarantees of the built-in
    /// ones: the body is escaped, bounded and valid JSON, and what may not be seen outside is out of
    /// its reach. If the writer panics, or writes a name twice, the fault leaves in `ok-error`.
    ///
    /// A success is its data alone, unless [`wrap_success`](Self::wrap_success) says otherwise.
    ///
    /// # Errors
    ///
    /// If the media type is empty or not a valid header value (RFC 9110 §5.5).
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

    /// Sets how a success is wrapped, and under which media type it leaves. If the writer panics, or
    /// writes a name twice, the success leaves as `{"ok":true,"data":…}`.
    ///
    /// # Errors
    ///
    /// If the media type is empty or not a valid header value (RFC 9110 §5.5).
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

    /// Returns the media type of an error's body.
    ///
    /// ```
    /// assert_eq!(manila::Style::problem().media_type(), "application/problem+json");
    /// ```
    #[must_use]
    pub fn media_type(&self) -> &str {
        &self.media_type
    }
}

/// The style of [`Style::ok_error`], which also stands in where another fails.
impl Default for Style {
    fn default() -> Self {
        Self::ok_error()
    }
}

fn checked(media_type: Cow<'static, str>) -> Result<Cow<'static, str>, InvalidSetting> {
    if media_type.is_empty() || !is_field_value(&media_type) {
        return Err(InvalidSetting {
            what: "media type",
            value: media_type.into_owned(),
        });
    }
    Ok(media_type)
}
