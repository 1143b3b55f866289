//! What a request says of its body.

use actix_web::HttpRequest;
use actix_web::http::header;

/// The body's media type. One that is no text is none that an extractor reads, but it is there.
pub(super) fn content_type(request: &HttpRequest) -> Option<&str> {
    let value = request.headers().get(header::CONTENT_TYPE)?;
    Some(value.to_str().unwrap_or_default())
}
