//! Where a request's id is found.

use std::convert::Infallible;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full};
use manila::Envelopes;
use manila_tower::{EnvelopeLayer, request_id};
use tower::{ServiceBuilder, ServiceExt as _, service_fn};

fn named(header: &'static str) -> Envelopes {
    Envelopes::ok_error().request_id_header(header).unwrap()
}

#[tokio::test]
async fn the_id_is_that_of_the_innermost_layer() {
    let default = Envelopes::ok_error;
    for (outer, inner, header) in [
        (default(), default(), "x-request-id"),
        (named("x-outer"), default(), "x-request-id"),
        (default(), named("x-inner"), "x-inner"),
        (named("x-outer"), named("x-inner"), "x-inner"),
    ] {
        let service = ServiceBuilder::new()
            .layer(EnvelopeLayer::new(outer))
            .layer(EnvelopeLayer::new(inner))
            .service(service_fn(async |request: Request<()>| {
                let id = request_id(request.headers(), request.extensions()).unwrap();
                Ok::<_, Infallible>(Response::new(Full::<Bytes>::from(id.to_string())))
            }));
        let response = service.oneshot(Request::new(())).await.unwrap();
        let id = response.headers()[header].clone();
        let told = response.into_body().collect().await.unwrap().to_bytes();
        assert_eq!(told, id.as_bytes(), "{header}");
    }
}
