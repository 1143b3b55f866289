//! What a client's types allow of repeating.

/// How a request is kept for another attempt, and which errors of a client are no attempt at all.
///
/// [`CloneBody`] is for bodies that are `Clone`, as `http_body_util::Full` is, and repeats after no error. For
/// other bodies, and to repeat where no connection could be made:
///
/// ```
/// use bytes::Bytes;
/// use http_body_util::combinators::BoxBody;
/// use http_body_util::{BodyExt as _, Empty};
/// use hyper_util::client::legacy::Error;
/// use manila_client::Retrier;
/// use manila_client::tower::{Repeat, RetryLayer};
///
/// #[derive(Clone)]
/// struct EmptyBodies;
///
/// impl Repeat<BoxBody<Bytes, Error>, Error> for EmptyBodies {
///     fn copy(&self, body: &BoxBody<Bytes, Error>) -> Option<BoxBody<Bytes, Error>> {
///         let is_empty = http_body::Body::size_hint(body).exact() == Some(0);
///         is_empty.then(|| Empty::new().map_err(|never| match never {}).boxed())
///     }
///
///     fn is_unsent(&self, error: &Error) -> bool {
///         error.is_connect()
///     }
/// }
///
/// let layer = RetryLayer::new(Retrier::default()).repeat_by(EmptyBodies);
/// # let _ = layer;
/// let empty = Empty::new().map_err(|never| match never {}).boxed();
/// assert!(EmptyBodies.copy(&empty).is_some());
/// ```
pub trait Repeat<B, E> {
    /// Copies a body before it is sent; `None` where it cannot be sent twice.
    fn copy(&self, body: &B) -> Option<B>;

    /// Returns whether an error says that no connection could be made, so that nothing was sent.
    fn is_unsent(&self, error: &E) -> bool {
        let _ = error;
        false
    }
}

/// Keeps requests whose bodies are `Clone`, and repeats after no error of the client.
#[derive(Debug, Clone, Copy, Default)]
pub struct CloneBody;

impl<B: Clone, E> Repeat<B, E> for CloneBody {
    fn copy(&self, body: &B) -> Option<B> {
        Some(body.clone())
    }
}
