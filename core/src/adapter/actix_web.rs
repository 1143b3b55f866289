//! What the orphan rule leaves to this crate for actix-web: a fault as an error of the framework's, and an
//! error of the framework's as a fault.

use std::convert::Infallible;
use std::io;
use std::pin::Pin;
use std::str::Utf8Error;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, MessageBody};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderValue, InvalidHeaderValue};
use actix_web::{Error, HttpResponse, ResponseError};
use bytes::Bytes;

use super::carried_body::StatedBody;
use super::carrier::Carrier;
use crate::Condition;
use crate::fault::{Fault, FrameworkWords, IntoFault, is_overflow};
use crate::http::header::is_known;
use crate::http::media_type::{is_json, is_plain_text, is_text};
use crate::panics::catch_panic;

/// So that `?` takes a fault in a function that returns `actix_web::Result`. The layer answers it with the
/// same envelope as the adapter's own error.
///
/// ```
/// use manila::{Condition, Fault};
///
/// fn seats(text: &str) -> actix_web::Result<u8> {
///     let refused = || Fault::condition(Condition::InvalidQuery).with_detail("most", 9);
///     Ok(text.parse().map_err(|_| refused())?)
/// }
///
/// assert_eq!(seats("7").unwrap(), 7);
/// assert_eq!(seats("many").unwrap_err().error_response().status(), 400);
/// ```
impl ResponseError for Fault {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.http_status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
    }

    fn error_response(&self) -> HttpResponse {
        let (carrier, body) = Carrier::fault(self.clone());
        let mut response = HttpResponse::with_body(self.status_code(), BoxBody::new(body));
        let json = HeaderValue::from_static("application/json");
        response.headers_mut().append(header::CONTENT_TYPE, json);
        response.extensions_mut().insert(carrier);
        response
    }
}

impl MessageBody for StatedBody {
    type Error = Infallible;

    #[inline]
    fn size(&self) -> BodySize {
        Self::size(self).map_or(BodySize::Stream, BodySize::Sized)
    }

    #[inline]
    fn poll_next(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, Infallible>>> {
        self.get_mut().poll(cx).map(|data| data.map(Ok))
    }
}

/// The fault that the error holds, of a handler or an extractor of the adapter's, say. Any other error is
/// what the layer makes of its response: the status decides about the code, and a plain text of a 4xx is
/// the reason. Of the header, fields that clients know what to do with stay, as `www-authenticate`.
///
/// A response that is no error, a redirection say, does not fit into a fault: it is the condition that the
/// status 500 means, with the error as the cause. Return such an error as it is.
///
/// ```
/// use actix_web::error::ErrorConflict;
/// use manila::{Condition, Fault, IntoFault};
///
/// let fault = Fault::condition(Condition::Gone).with_message("The app was deleted.");
/// let error = actix_web::Error::from(fault);
/// assert_eq!(error.to_fault().message(), Some("The app was deleted."));
/// assert_eq!(ErrorConflict("The name is taken.").to_fault().http_status(), 409);
/// ```
impl IntoFault for Error {
    fn to_fault(&self) -> Fault {
        match catch_panic(|| self.error_response()) {
            Some(response) => fault_of(self, response),
            None => Fault::foreign(500).because_text("the error's own response panicked"),
        }
    }
}

fn fault_of(error: &Error, response: HttpResponse) -> Fault {
    if let Some(carrier) = response.extensions().get::<Carrier>()
        && let Some(fault) = carrier.as_fault()
    {
        carrier.0.note_seen();
        return fault.clone();
    }
    let (response, body) = response.into_parts();
    let status = response.status();
    let body = body.try_into_bytes().unwrap_or_default();
    let (words, text) = words(response.headers(), &body);
    let fault = Fault::of_framework(status.as_u16(), words, text).because_text(error);
    let fault = match condition(error, status) {
        Some(condition) => fault.of_condition(condition),
        None => fault,
    };
    let fields = response.headers().iter();
    let known = fields.filter(|(name, _)| is_known(name.as_str()));
    known.fold(fault, |fault, (name, value)| match value.to_str() {
        Ok(value) => fault.with_header(name.as_str().to_owned(), value.to_owned()),
        Err(_) => fault,
    })
}

/// What a response says in its body, as far as it can be read.
fn words<'a>(headers: &HeaderMap, body: &'a [u8]) -> (FrameworkWords, std::borrow::Cow<'a, str>) {
    let content_type = headers.get(header::CONTENT_TYPE);
    let content_type = content_type.and_then(|value| value.to_str().ok());
    let is_readable = content_type.is_none_or(|it| is_text(it) || is_json(it))
        && !headers.contains_key(header::CONTENT_ENCODING);
    if !is_readable {
        return (FrameworkWords::Other, "".into());
    }
    match str::from_utf8(body) {
        Ok(text) if content_type.is_some_and(is_plain_text) => (FrameworkWords::Plain, text.into()),
        _ => (FrameworkWords::Other, String::from_utf8_lossy(body)),
    }
}

/// The condition that an error is, where its type says more than the status that the framework has for it.
fn condition(error: &Error, status: StatusCode) -> Option<Condition> {
    let is_of_std = error.as_error::<io::Error>().is_some()
        || error.as_error::<Utf8Error>().is_some()
        || error.as_error::<InvalidHeaderValue>().is_some()
        || error.as_error::<serde::de::value::Error>().is_some();
    if is_of_std {
        return Some(Condition::Internal);
    }
    let is_too_large = status == StatusCode::BAD_REQUEST && is_overflow(error);
    is_too_large.then_some(Condition::BodyTooLarge)
}
