//! A page of the error reference, as an answer to a request of `http` 1.x.

use bytes::Bytes;
use http::{HeaderName, HeaderValue, Request, Response, StatusCode};
use manila::{Condition, Fault};
use manila_reference::{Answer, Request as PageRequest, Site};

/// Answers a request with a page of the reference that is mounted at an address of the service: `mount` is that
/// address, and `below` what of the path is behind it, both as the client has sent them.
///
/// `manila_axum::reference` does so for a router. A service without one calls it where the path begins with its
/// address:
///
/// ```
/// use http::Request;
/// use manila_reference::Reference;
/// use manila_tower::reference_response;
///
/// # #[derive(Debug, thiserror::Error, manila::ErrorCode)]
/// # #[error_code(catalog = "plans")]
/// # enum ApiError { #[error("It is gone.")] #[error_code(status = 410)] Gone }
/// let site = Reference::new(ApiError::CATALOG).site();
/// let answer = |path: &str| {
///     let request = Request::get(path).body(()).unwrap();
///     let below = path.strip_prefix("/errors").unwrap();
///     reference_response(&site, &request, "/errors", below)
/// };
/// assert_eq!(answer("/errors/gone").unwrap().status(), 200);
/// assert_eq!(answer("/errors").unwrap().headers()["location"], "errors/");
/// assert_eq!(answer("/errors/no_code").unwrap_err().http_status(), 404);
/// ```
///
/// # Errors
///
/// Returns the fault that an address which is no page's is answered with, and a method other than GET and HEAD:
/// [`fault_response`](crate::fault_response) makes a response of it.
pub fn reference_response<B>(
    site: &Site,
    request: &Request<B>,
    mount: &str,
    below: &str,
) -> Result<Response<Bytes>, Fault> {
    let values = |name| {
        let values = request.headers().get_all(name).into_iter();
        let values = values.filter_map(|value| value.to_str().ok());
        values.collect::<Vec<_>>().join(", ")
    };
    let (accept, if_none_match) = (values("accept"), values("if-none-match"));
    let accept_language = values("accept-language");
    let asked = PageRequest::new(request.method().as_str(), below)
        .mount(mount)
        .query(request.uri().query().unwrap_or_default())
        .accept(&accept)
        .accept_language(&accept_language)
        .if_none_match(&if_none_match);
    let reply = match site.answer(&asked) {
        Answer::Reply(reply) => reply,
        Answer::Refuse(fault) => return Err(fault),
        _ => return Err(Fault::condition(Condition::Internal)),
    };
    let mut response = Response::new(Bytes::new());
    *response.status_mut() = StatusCode::from_u16(reply.status()).unwrap_or_default();
    for (name, value) in reply.header() {
        if let Ok(value) = HeaderValue::from_str(value) {
            response
                .headers_mut()
                .insert(HeaderName::from_static(name), value);
        }
    }
    *response.body_mut() = reply.into_body();
    Ok(response)
}
