//! The shape of success, for services that want both ends of it.

use std::sync::Arc;

use serde::Serialize;

use crate::Condition;
use crate::envelopes::context::Context;
use crate::fault::Fault;
use crate::http::header::{DESCRIBES_OLD_BYTES, ResponseHeader};
use crate::json::{Buffer, Object, Sink as _};
use crate::style::write_service_meta;

/// What stands before and behind the data in the twin of `ok-error`.
const OK: (&[u8], &[u8]) = (br#"{"ok":true,"data":"#, b"}");

/// The data of a success, to be wrapped as the service wraps its errors. Adapters carry it to
/// their layer as they do a [`Fault`].
///
/// ```
/// use manila::{Envelopes, Success};
///
/// let success = Success::new(&[1, 2]).unwrap();
/// let body = |envelopes: Envelopes| {
///     let (_, body) = success.render(&envelopes.context(Some("abc-123")));
///     String::from_utf8(body).unwrap()
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
    /// The data inside the twin of `ok-error`, which is the body where no layer wraps it.
    ok_body: Arc<[u8]>,
    /// Called through here alone: every layer looks for a success, and a program that never makes
    /// one does not contain what renders it.
    render: fn(&[u8], &Context<'_>) -> Vec<u8>,
}

/// How a style wraps the data of a success.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Wrapping {
    /// `{"ok":true,"data":…}`
    Ok,
    /// `{"data":…,"meta":…}`
    JsonApi,
    /// `{"code":0,"data":…}`
    Code,
    /// Not at all.
    Plain,
}

impl Success {
    /// The data, serialized at once.
    ///
    /// # Errors
    ///
    /// The condition `internal`, if it does not serialize; why is for the log alone.
    pub fn new(data: &impl Serialize) -> Result<Self, Fault> {
        let mut body = OK.0.to_vec();
        serde_json::to_writer(&mut body, data)
            .map_err(|error| Fault::detected(Condition::Internal).because(error))?;
        body.extend_from_slice(OK.1);
        Ok(Self {
            ok_body: body.into(),
            render: wrap,
        })
    }

    /// Whether a response of this status has the data for its content, so that it can be wrapped
    /// anew. 204, 205 and 304 have no content (RFC 9110 §15.3.5, §15.3.6, §15.4.5), as where a
    /// layer has found that the client has the data already; and that of 206 is a part.
    #[must_use]
    pub const fn is_content_of(status: u16) -> bool {
        matches!(status, 200..400) && !matches!(status, 204..=206 | 304)
    }

    /// The media type and the body in the service's style.
    #[must_use]
    pub fn render(&self, context: &Context<'_>) -> (&'static str, Vec<u8>) {
        let media_type = match context.envelopes.wrapping {
            Wrapping::JsonApi => context.envelopes.media_type,
            Wrapping::Ok | Wrapping::Code | Wrapping::Plain => "application/json",
        };
        (media_type, (self.render)(&self.ok_body, context))
    }

    /// Takes away the header fields that describe the bytes of the body that is being wrapped
    /// anew, such as the coding of a compressing layer further in.
    pub fn strip(header: &mut impl ResponseHeader) {
        let keep: &dyn Fn(&str) -> bool = &|name| !DESCRIBES_OLD_BYTES.contains(&name);
        header.retain(keep);
    }

    /// The body where nothing wraps it otherwise: `{"ok":true,"data":…}`.
    #[must_use]
    pub fn into_default_body(self) -> Arc<[u8]> {
        self.ok_body
    }
}

/// The data of `ok_body` in the service's style.
fn wrap(ok_body: &[u8], context: &Context<'_>) -> Vec<u8> {
    let data = &ok_body[OK.0.len()..ok_body.len() - OK.1.len()];
    let around = |before: &[u8], behind: &[u8]| [before, data, behind].concat();
    match context.envelopes.wrapping {
        Wrapping::Ok => ok_body.to_vec(),
        Wrapping::Plain => data.to_vec(),
        Wrapping::Code => around(br#"{"code":0,"data":"#, b"}"),
        Wrapping::JsonApi => {
            let mut end = Buffer::new();
            end.put(br#","meta":"#);
            Object::write(&mut end, |meta| write_service_meta(context, meta));
            end.put(b"}");
            around(br#"{"data":"#, end.as_slice())
        }
    }
}
