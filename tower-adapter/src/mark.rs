//! What a response can say about itself, in its extensions.

/// Marks an error response as meant to leave as it is. Put it into the response's extensions.
///
/// A layer marks its own envelopes for layers further out.
///
/// ```
/// use manila_tower::PassThrough;
///
/// let mut page = http::Response::new("<h1>Not here</h1>");
/// *page.status_mut() = http::StatusCode::NOT_FOUND;
/// page.extensions_mut().insert(PassThrough);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PassThrough;
