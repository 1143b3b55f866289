//! What a proxy is answered by the service behind it.

use http::Response;
use manila::PassEnveloped;

/// Passes the envelope of a service behind this one, which writes its errors in the same style: status,
/// code and details reach the client, with the id that they came with. For the answers of a proxy.
///
/// The layer passes an error with an `x-error-code` and the media type of its style. An error without
/// them, as of a gateway on the way, is replaced; and a service that could not be reached at all is an
/// error of the proxy's, which [`Envelopes::on_service_error`](manila::Envelopes::on_service_error) judges.
/// The body is not read, and what an envelope of the other service tells is its own word. So this is for
/// services that are as trusted as this one. [`PassEnveloped`] is the mark that it puts there.
///
/// ```
/// use bytes::Bytes;
/// use http::{Request, Response};
/// use http_body_util::{BodyExt, Full};
/// use manila::Envelopes;
/// use manila_tower::{EnvelopeLayer, pass_enveloped};
/// use tower::{BoxError, ServiceBuilder, ServiceExt, service_fn};
///
/// /// Stands for the client of the service behind this one.
/// async fn ask(_: Request<()>) -> Result<Response<Full<Bytes>>, BoxError> {
///     let answer = Response::builder()
///         .status(402)
///         .header("content-type", "application/json")
///         .header("x-error-code", "PLAN_LIMIT_EXCEEDED")
///         .header("x-request-id", "abc-123");
///     Ok(answer.body(Full::from(r#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED"}}"#))?)
/// }
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let proxy = ServiceBuilder::new()
///     .layer(EnvelopeLayer::new(Envelopes::ok_error()))
///     .map_response(pass_enveloped)
///     .service(service_fn(ask));
/// let response = proxy.oneshot(Request::new(())).await.unwrap();
/// assert_eq!(response.headers()["x-error-code"], "PLAN_LIMIT_EXCEEDED");
/// assert_eq!(response.headers()["x-request-id"], "abc-123");
/// let body = response.into_body().collect().await.unwrap().to_bytes();
/// assert_eq!(body, r#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED"}}"#);
/// # }
/// ```
#[must_use]
pub fn pass_enveloped<B>(mut answer: Response<B>) -> Response<B> {
    let is_error = answer.status().is_client_error() || answer.status().is_server_error();
    if is_error {
        answer.extensions_mut().insert(PassEnveloped);
    }
    answer
}
