//! What a response can say about itself, in its extensions.

/// Marks an error response as meant to leave as it is. Put it into the response's extensions.
///
/// The middleware marks its own envelopes for middleware further out.
///
/// ```
/// use actix_web::HttpResponse;
/// use manila_actix::PassThrough;
///
/// let mut page = HttpResponse::NotFound().body("<h1>Not here</h1>");
/// page.extensions_mut().insert(PassThrough);
/// ```
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PassThrough;
