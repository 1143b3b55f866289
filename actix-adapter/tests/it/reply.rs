//! Replies whose status middleware further in has changed.

use actix_web::body::{BoxBody, MessageBody, to_bytes};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::{Next, from_fn};
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{App, Error, web};
use manila_actix::{EnvelopeLayer, Envelopes, Reply};

/// Answers with the status that the request names and nothing else, as middleware that compares
/// entity tags does.
async fn empty(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse, Error> {
    let status = request.query_string().parse::<u16>().unwrap();
    let mut response = next.call(request).await?;
    *response.response_mut().status_mut() = StatusCode::from_u16(status).unwrap();
    response.headers_mut().remove(header::CONTENT_TYPE);
    Ok(response.map_body(|_, _| BoxBody::new(())))
}

#[actix_web::test]
async fn a_reply_is_wrapped_only_where_the_status_has_all_of_it_for_its_content() {
    let app = App::new()
        .service(
            web::resource("/")
                .get(async || Reply([1, 2]))
                .wrap(from_fn(empty)),
        )
        .wrap(EnvelopeLayer::new(Envelopes::code_data()));
    let app = init_service(app).await;
    for (status, expected) in [
        (200, r#"{"code":0,"data":[1,2]}"#),
        (201, r#"{"code":0,"data":[1,2]}"#),
        (300, r#"{"code":0,"data":[1,2]}"#),
        (204, ""),
        (205, ""),
        (206, ""),
        (304, ""),
    ] {
        let request = TestRequest::with_uri(&format!("/?{status}")).to_request();
        let response = call_service(&app, request).await;
        let header = response.headers();
        assert_eq!(response.status(), status);
        assert_eq!(header.get_all("x-request-id").count(), 1, "{status}");
        let is_wrapped = header.contains_key(header::CONTENT_TYPE);
        assert_eq!(is_wrapped, !expected.is_empty(), "{status}");
        let body = to_bytes(response.into_body()).await.unwrap();
        assert_eq!(body, expected, "{status}");
    }
}
