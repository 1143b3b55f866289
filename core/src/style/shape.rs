//! What a style is.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::public_fault::PublicFault;
use super::public_success::PublicSuccess;
use crate::json::Object;

/// Writes a fault in the JSON shape of a style.
///
/// A function or closure serves as one, see [`Style::custom`].
pub trait WriteStyle: Send + Sync + 'static {
    /// Writes the members of the body. It may be called more than once for a fault whose body
    /// would be too large, with less to write each time.
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>);
}

impl<F: Fn(&PublicFault<'_>, &mut Object<'_>) + Send + Sync + 'static> WriteStyle for F {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        self(fault, body);
    }
}

/// Writes a success in the JSON shape that belongs to a style's errors.
///
/// A function or closure serves as one, see [`Style::wrap_success`].
pub trait WriteSuccess: Send + Sync + 'static {
    /// Writes the members of the body, the data among them.
    fn write_success(&self, success: &PublicSuccess<'_>, body: &mut Object<'_>);
}

impl<F: Fn(&PublicSuccess<'_>, &mut Object<'_>) + Send + Sync + 'static> WriteSuccess for F {
    fn write_success(&self, success: &PublicSuccess<'_>, body: &mut Object<'_>) {
        self(success, body);
    }
}

/// A style: the JSON shape that errors are written in, its media type, and the shape of a success
/// beside it.
///
/// ```
/// use manila::{Condition, Envelopes, Fault, Object, PublicFault, PublicSuccess, Style};
///
/// fn write(fault: &PublicFault<'_>, body: &mut Object<'_>) {
///     body.string("fail", fault.message());
///     body.string_if("trace", fault.request_id());
/// }
///
/// fn wrap(success: &PublicSuccess<'_>, body: &mut Object<'_>) {
///     success.write_data("result", body);
/// }
///
/// let style = Style::custom("application/vnd.acme+json", write)
///     .unwrap()
///     .wrap_success("application/json", wrap)
///     .unwrap();
/// let rendered = Envelopes::new(style).render(&Fault::condition(Condition::Gone), Some("abc-123"));
/// assert_eq!(rendered.content_type(), "application/vnd.acme+json");
/// assert_eq!(rendered.body(), br#"{"fail":"The resource is gone for good.","trace":"abc-123"}"#);
/// ```
#[derive(Clone)]
pub struct Style {
    pub(crate) media_type: Cow<'static, str>,
    pub(crate) repeats: Repeats,
    pub(crate) writer: Writer<dyn WriteStyle>,
    /// How a success is wrapped; where there is no way, its data are the body.
    pub(crate) success: Option<Writer<dyn WriteSuccess>>,
    pub(crate) success_media_type: Cow<'static, str>,
    /// What holds writers of a user's own to JSON. Called through here alone, so that a program
    /// without one does not contain a reader of JSON.
    pub(crate) check: Option<fn(&[u8]) -> bool>,
}

/// What a body of the style says of the request, beside the fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Repeats {
    Nothing,
    /// The request's id, as it is.
    RequestId,
    /// The request's id, and once more as a URN where it is a UUID.
    RequestIdAndUrn,
    /// Whatever a writer of the user's likes.
    Anything,
}

/// A writer that is part of the library, or shared by the layers of a service.
pub(crate) enum Writer<W: ?Sized + 'static> {
    BuiltIn(&'static W),
    Shared(Arc<W>),
}

impl<W: ?Sized> Writer<W> {
    pub(crate) fn get(&self) -> &W {
        match self {
            Self::BuiltIn(writer) => writer,
            Self::Shared(writer) => writer,
        }
    }
}

impl<W: ?Sized> Clone for Writer<W> {
    fn clone(&self) -> Self {
        match self {
            Self::BuiltIn(writer) => Self::BuiltIn(writer),
            Self::Shared(writer) => Self::Shared(Arc::clone(writer)),
        }
    }
}

impl fmt::Debug for Style {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Style")
            .field("media_type", &self.media_type)
            .finish_non_exhaustive()
    }
}
