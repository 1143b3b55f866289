//! The error reference, served by the program that the errors are of.

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, Scope, web};
use manila_reference::{Answer, Reply, Request, Site};

use crate::error::{Error, Result};

/// Makes a scope of a reference, at an address of the service: then
/// [`Envelopes::reference_url`](manila::Envelopes::reference_url) is that address.
///
/// An address that is no page's, and a method other than GET and HEAD, are errors for the middleware around it. The
/// site is shared by the workers: make it once, outside of the closure that makes an app.
///
/// ```
/// use actix_web::{App, web::Data};
/// use manila_actix::{EnvelopeLayer, Envelopes, reference};
/// use manila_reference::Reference;
///
/// # #[derive(Debug, thiserror::Error, manila::ErrorCode)]
/// # #[error_code(catalog = "plans")]
/// # enum ApiError { #[error("It is gone.")] #[error_code(status = 410)] Gone }
/// let site = Data::new(Reference::new(ApiError::CATALOG).site());
/// let envelopes = Envelopes::problem().catalog(ApiError::CATALOG).reference_url("/errors");
/// let app = App::new().service(reference("/errors", site)).wrap(EnvelopeLayer::new(envelopes));
/// # let _ = app;
/// ```
#[must_use]
pub fn reference(address: &str, site: web::Data<Site>) -> Scope {
    web::scope(address).default_service(web::to(move |request: HttpRequest| {
        let site = site.clone();
        async move { answer(&site, &request) }
    }))
}

fn answer(site: &Site, request: &HttpRequest) -> Result<HttpResponse> {
    let path = request.uri().path();
    // What the scope has not matched is behind its own address, as the client has written it.
    let below = request.match_info().unprocessed().len();
    let (mount, below) = path.split_at(path.len().saturating_sub(below));
    let values = |name| {
        let values = request.headers().get_all(name);
        let values = values.filter_map(|value| value.to_str().ok());
        values.collect::<Vec<_>>().join(", ")
    };
    let (accept, if_none_match) = (values("accept"), values("if-none-match"));
    let accept_language = values("accept-language");
    let asked = Request::new(request.method().as_str(), below)
        .mount(mount)
        .query(request.uri().query().unwrap_or_default())
        .accept(&accept)
        .accept_language(&accept_language)
        .if_none_match(&if_none_match);
    match site.answer(&asked) {
        Answer::Reply(reply) => Ok(response(reply)),
        Answer::Refuse(fault) => Err(Error::from(fault)),
        _ => Err(Error::from(manila::Condition::Internal)),
    }
}

fn response(reply: Reply) -> HttpResponse {
    let status = StatusCode::from_u16(reply.status()).unwrap_or_default();
    let mut response = HttpResponse::new(status);
    for (name, value) in reply.header() {
        if let Ok(value) = HeaderValue::from_str(value) {
            response
                .headers_mut()
                .insert(HeaderName::from_static(name), value);
        }
    }
    response.set_body(reply.into_body()).map_into_boxed_body()
}
