//! The media type of a style of one's own.

use std::convert::Infallible;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use manila::{Envelopes, Object, PublicFault};
use manila_tower::EnvelopeLayer;
use tower::{Layer as _, ServiceExt as _, service_fn};

#[tokio::test]
async fn a_media_type_of_ones_own_is_sent_as_it_is() {
    for media_type in ["application/x", "application/x; v=\"1\""] {
        let service = service_fn(async |_: Request<()>| {
            let mut response = Response::new(Full::<Bytes>::default());
            *response.status_mut() = http::StatusCode::CONFLICT;
            Ok::<_, Infallible>(response)
        });
        let envelopes = Envelopes::custom(media_type, style).unwrap();
        let service = EnvelopeLayer::new(envelopes).layer(service);
        let response = service.oneshot(Request::new(())).await.unwrap();
        assert_eq!(response.headers()["content-type"], media_type);
    }
}

#[test]
fn a_media_type_that_is_no_header_value_is_refused() {
    for media_type in ["application/\u{e9}", "application/x\r\nset-cookie: a=1", ""] {
        let refused = Envelopes::custom(media_type, style).unwrap_err();
        assert!(refused.to_string().contains("media type"), "{refused}");
    }
}

fn style(fault: &PublicFault<'_>, body: &mut Object<'_>) {
    body.string("message", fault.message());
}
