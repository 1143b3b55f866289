//! The content coding of a body, which the framework undoes where it is built to.

use actix_web::HttpRequest;
use actix_web::dev::Payload;
use actix_web::http::header::{CONTENT_ENCODING, HeaderValue};
use manila::Fault;
use manila::extract::expect_no_coding;

/// The body as it was meant.
#[cfg(feature = "compress-gzip")]
pub(super) type Decoded = actix_web::dev::Decompress<Payload>;
/// The body as it was meant.
#[cfg(not(feature = "compress-gzip"))]
pub(super) type Decoded = Payload;

/// Undoes the coding of a body, where it is one that the framework is built for; refuses any other.
#[cfg(feature = "compress-gzip")]
pub(super) fn decoded(request: &HttpRequest, payload: Payload) -> Result<Decoded, Fault> {
    use actix_web::http::header::ContentEncoding;

    let mut fields = request.headers().get_all(CONTENT_ENCODING);
    let coding = match (fields.next(), fields.next()) {
        (Some(field), None) => field.to_str().ok().and_then(|field| field.parse().ok()),
        _ => None,
    };
    let coding = match coding {
        Some(coding @ (ContentEncoding::Gzip | ContentEncoding::Deflate)) => coding,
        _ => {
            expect_plain(request)?;
            ContentEncoding::Identity
        }
    };
    Ok(Decoded::new(payload, coding))
}

/// Refuses a body that has a coding.
#[cfg(not(feature = "compress-gzip"))]
pub(super) fn decoded(request: &HttpRequest, payload: Payload) -> Result<Decoded, Fault> {
    expect_plain(request).map(|()| payload)
}

fn expect_plain(request: &HttpRequest) -> Result<(), Fault> {
    let codings = request.headers().get_all(CONTENT_ENCODING);
    expect_no_coding(codings.map(HeaderValue::as_bytes))
}
