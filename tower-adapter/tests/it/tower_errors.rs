//! What the errors of tower's own layers become.

use std::future::pending;
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use manila::Envelopes;
use manila_tower::EnvelopeLayer;
use tower::{BoxError, Layer as _, Service, ServiceBuilder, ServiceExt as _, service_fn};

type Reply = Response<Full<Bytes>>;

/// The status that the layer answers a service's error with.
async fn status(service: impl Service<Request<()>, Response = Reply, Error = BoxError>) -> u16 {
    let service = EnvelopeLayer::new(Envelopes::ok_error()).layer(service);
    let response = service.oneshot(Request::new(())).await.unwrap();
    response.status().as_u16()
}

#[tokio::test]
async fn towers_own_errors_have_their_conditions() {
    let never = service_fn(|_: Request<()>| pending::<Result<Reply, BoxError>>());
    let slow = ServiceBuilder::new().timeout(Duration::from_millis(5));
    assert_eq!(status(slow.service(never)).await, 504);
    let busy = ServiceBuilder::new().load_shed().concurrency_limit(0);
    assert_eq!(status(busy.service(never)).await, 503);
}
