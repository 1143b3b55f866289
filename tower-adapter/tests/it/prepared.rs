//! Responses that are the same each time, and so are made once.

use std::future::ready;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::BodyExt as _;
use manila::{Condition, Envelopes, Fault};
use manila_tower::{CarrierBody, EnvelopeLayer, fault_response};
use tower::{Layer as _, ServiceExt as _, service_fn};

/// What the layer makes of a service's answer.
async fn answer(layer: &EnvelopeLayer, reply: Response<CarrierBody>) -> Response<Bytes> {
    let mut reply = Some(reply);
    let service = service_fn(move |_| ready(reply.take().ok_or("called once")));
    let request = Request::builder().header("x-request-id", "abc-123");
    let request = request.body(()).unwrap();
    let response = layer.layer(service).oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    Response::from_parts(parts, body.collect().await.unwrap().to_bytes())
}

#[tokio::test]
async fn the_media_type_is_that_of_the_body_however_small_the_limit_is() {
    let mut seen = [false; 2];
    for limit in 0..400 {
        let layer = EnvelopeLayer::new(Envelopes::json_api().body_limit(limit));
        let reply = fault_response(Fault::condition(Condition::Gone), |body| body);
        let answer = answer(&layer, reply).await;
        let is_own = answer.body().starts_with(br#"{"errors""#);
        let expected = ["application/json", "application/vnd.api+json"];
        let media_type = &answer.headers()["content-type"];
        assert_eq!(media_type, expected[usize::from(is_own)], "{limit}");
        seen[usize::from(is_own)] = true;
    }
    assert_eq!(seen, [true; 2]);
}

#[tokio::test]
async fn what_is_made_once_is_what_is_written_field_by_field() {
    for envelopes in [
        Envelopes::ok_error(),
        Envelopes::json_api().check_media_types([""; 0]),
        Envelopes::code_data(),
        Envelopes::problem(),
    ] {
        for status in [400, 401, 404, 416, 429, 499, 503] {
            let fail = || fault_response(Fault::foreign(status), |body| body);
            let layer = EnvelopeLayer::new(envelopes.clone());
            for _ in 0..2 {
                let same = answer(&layer, fail()).await;
                // A field of the service's own keeps the header from being made once.
                let mut marked = fail();
                marked.headers_mut().insert("x-own", "1".parse().unwrap());
                let mut other = answer(&layer, marked).await;
                assert!(other.headers_mut().remove("x-own").is_some());
                assert_eq!(same.status(), other.status());
                assert_eq!(same.headers(), other.headers());
                assert_eq!(same.body(), other.body());
            }
        }
    }
}
