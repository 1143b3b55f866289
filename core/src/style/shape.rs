//! The type of a style, and the two traits that write its bodies.
//!
//! The built-in styles are constants of this type, a style of the user's is a value of it. Besides
//! the writers it says what a body repeats of the request, by which a renderer knows what it may
//! keep.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;

use super::public_fault::PublicFault;
use super::public_success::PublicSuccess;
use crate::json::Object;

#[doc = include_str!("../docs/write_style.md")]
pub trait WriteStyle: Send + Sync + 'static {
    /// Writes the members of the body, which is a JSON object. It may be called more than once for
    /// a fault whose body would be too large, with fewer violations and details to write each time,
    /// so that it should have no effect beside the body.
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>);
}

impl<F: Fn(&PublicFault<'_>, &mut Object<'_>) + Send + Sync + 'static> WriteStyle for F {
    fn write(&self, fault: &PublicFault<'_>, body: &mut Object<'_>) {
        self(fault, body);
    }
}

/// Writes a success in the JSON shape that belongs to a style's errors.
///
/// A function or closure serves as one, see [`Style::wrap_success`]. A type of its own can have
/// settings:
///
/// ```
/// use manila::adapter::{Renderer, RequestContext};
/// use manila::{Envelopes, Object, PublicSuccess, Style, Success, WriteSuccess};
///
/// struct Under(&'static str);
///
/// impl WriteSuccess for Under {
///     fn write_success(&self, success: &PublicSuccess<'_>, body: &mut Object<'_>) {
///         success.write_data(self.0, body);
///         body.string_if("trace", success.request_id());
///     }
/// }
///
/// let style = Style::ok_error().wrap_success("application/json", Under("items")).unwrap();
/// let renderer = Renderer::new(Envelopes::new(style));
/// let success = Success::new(&[7]).unwrap();
/// let (_, body) = renderer.wrap(&success, &RequestContext::new(Some("abc-123")));
/// assert_eq!(body, r#"{"items":[7],"trace":"abc-123"}"#);
/// ```
pub trait WriteSuccess: Send + Sync + 'static {
    /// Writes the members of the body, the data among them
    /// ([`PublicSuccess::write_data`]). It is called once for each success.
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
/// Four are built in, [`custom`](Self::custom) makes another. A service has one style for
/// everything; parts of it that speak another have a layer of their own.
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
    /// A service may ask for more.
    pub(crate) repeats: Repeats,
    pub(crate) writer: Writer<dyn WriteStyle>,
    /// How a success is wrapped; `None` if its data are the body.
    pub(crate) success: Option<Writer<dyn WriteSuccess>>,
    pub(crate) success_media_type: Cow<'static, str>,
    /// The check for valid JSON of a user's own writers. Called through here alone, so that a
    /// program without one does not contain a reader of JSON.
    pub(crate) check: Option<fn(&[u8]) -> bool>,
}

/// The part of the request that a body of the style repeats, beside the fault.
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

/// A writer that is part of the library, or one of the user's that the layers of a service share.
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
