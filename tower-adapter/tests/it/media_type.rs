//! The media type of a style of one's own.

use std::convert::Infallible;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use manila::{Envelopes, Object, PublicFault};
use manila_tower::EnvelopeLayer;
use tower::{Layer as _, ServiceExt as _, service_fn};

#[tokio::test]
async fn a_media_type_that_is_no_header_value_is_not_sent() {
    fn style(fault: &PublicFault<'_>, body: &mut Object<'_>) {
        body.string("message", fault.message());
    }
    for (media_type, sent) in [
        ("application/x", "application/x"),
        ("application/x; v=\"1\"", "application/x; v=\"1\""),
        ("application/\u{e9}", "application/json"),
        ("application/x\r\nset-cookie: a=1", "application/json"),
        ("", "application/json"),
    ] {
        let service = service_fn(async |_: Request<()>| {
            let mut response = Response::new(Full::<Bytes>::default());
            *response.status_mut() = http::StatusCode::CONFLICT;
            Ok::<_, Infallible>(response)
        });
        let envelopes = Envelopes::custom(media_type, style);
        let service = EnvelopeLayer::new(envelopes).layer(service);
        let response = service.oneshot(Request::new(())).await.unwrap();
        assert_eq!(response.headers()["content-type"], sent, "{media_type:?}");
    }
}
