//! Success, for services whose answers and errors have one shape.
//!
//! The data are serialized when the handler returns, in the default wrapping; a layer takes them
//! out of it and wraps them in the service's style.

use std::borrow::Cow;
use std::ops::Range;

use bytes::Bytes;
use serde::Serialize;

use super::context::RequestContext;
use super::renderer::Renderer;
use crate::Condition;
use crate::fault::Fault;
use crate::json::{Buffer, Object};
use crate::panics::catch_panic;
use crate::style::{Meta, PublicSuccess};

/// The text before and behind the data of a success that no layer wraps.
const DEFAULT: (&[u8], &[u8]) = (br#"{"ok":true,"data":"#, b"}");

/// The data of a success, to be wrapped as the service wraps its errors. Adapters carry it to
/// their layer as they do a [`Fault`].
///
/// Handlers return the `Reply` of their adapter, which makes one. The four built-in styles:
///
/// ```
/// use manila::adapter::{Renderer, RequestContext};
/// use manila::{Envelopes, Success};
///
/// let success = Success::new(&[1, 2]).unwrap();
/// let body = |envelopes: Envelopes| {
///     let request = RequestContext::new(Some("abc-123"));
///     let (_, body) = Renderer::new(envelopes).wrap(&success, &request);
///     String::from_utf8(body.into()).unwrap()
/// };
/// assert_eq!(body(Envelopes::ok_error()), r#"{"ok":true,"data":[1,2]}"#);
/// assert_eq!(
///     body(Envelopes::json_api()),
///     r#"{"data":[1,2],"meta":{"request_id":"abc-123"}}"#,
/// );
/// assert_eq!(body(Envelopes::code_data()), r#"{"code":0,"data":[1,2]}"#);
/// // RFC 9457 is about errors alone.
/// assert_eq!(body(Envelopes::problem()), "[1,2]");
/// ```
#[derive(Debug, Clone)]
pub struct Success {
    /// The body where no layer wraps the data otherwise.
    body: Bytes,
    /// Called through here alone: every layer looks for a success, and a program that never makes
    /// one does not contain the code that wraps it.
    wrap: Wrap,
}

type Wrap = fn(&Success, &Renderer, &RequestContext<'_>) -> (Cow<'static, str>, Bytes);

impl Success {
    /// Creates a success by serializing its data as JSON, at once. Unlike details, data are not
    /// bounded: they are the service's own answer.
    ///
    /// ```
    /// use std::collections::HashMap;
    /// use manila::Success;
    ///
    /// assert!(Success::new(&HashMap::from([("seats", 5)])).is_ok());
    /// // The name of a member of JSON is a string.
    /// let fault = Success::new(&HashMap::from([([1, 2], 5)])).unwrap_err();
    /// assert_eq!(fault.http_status(), 500);
    /// ```
    ///
    /// # Errors
    ///
    /// The condition `internal`, if the data do not serialize; the reason is for the log alone.
    pub fn new(data: &impl Serialize) -> Result<Self, Fault> {
        let mut body = DEFAULT.0.to_vec();
        serde_json::to_writer(&mut body, data)
            .map_err(|error| Fault::detected(Condition::Internal).because(error))?;
        body.extend_from_slice(DEFAULT.1);
        Ok(Self {
            body: body.into(),
            wrap,
        })
    }

    /// Returns the body for a response that meets no layer: `{"ok":true,"data":…}`, as
    /// `application/json`.
    ///
    /// ```
    /// let success = manila::Success::new(&[1, 2]).unwrap();
    /// assert_eq!(success.default_body(), r#"{"ok":true,"data":[1,2]}"#);
    /// ```
    #[must_use]
    pub const fn default_body(&self) -> &Bytes {
        &self.body
    }

    const fn data(&self) -> Range<usize> {
        DEFAULT.0.len()..self.body.len() - DEFAULT.1.len()
    }
}

impl Renderer {
    /// Wraps the data of a success in the service's style; returns the media type and the body. It
    /// cannot fail: a wrapping of the user's that panics or writes bad JSON is replaced by
    /// `{"ok":true,"data":…}`. [`Success`] has an example.
    #[must_use]
    pub fn wrap(
        &self,
        success: &Success,
        request: &RequestContext<'_>,
    ) -> (Cow<'static, str>, Bytes) {
        (success.wrap)(success, self, request)
    }
}

fn wrap(
    success: &Success,
    renderer: &Renderer,
    request: &RequestContext<'_>,
) -> (Cow<'static, str>, Bytes) {
    let envelopes = renderer.envelopes();
    let style = &envelopes.style;
    let Some(writer) = &style.success else {
        let data = success.body.slice(success.data());
        return (style.success_media_type.clone(), data);
    };
    let view = PublicSuccess {
        data: &success.body[success.data()],
        meta: Meta {
            service: &envelopes.service,
            request_id: request.request_id,
        },
    };
    let mut body = Buffer::sized(success.body.len());
    let mut write = || {
        Object::write(&mut body, |object| {
            writer.get().write_success(&view, object)
        })
    };
    let is_sound = match style.check {
        None => {
            write();
            true
        }
        Some(check) => catch_panic(write).is_some() && check(body.as_slice()),
    };
    if is_sound {
        (style.success_media_type.clone(), body.into_vec().into())
    } else {
        (Cow::Borrowed("application/json"), success.body.clone())
    }
}
