//! The layer around services that go wrong in ways that no framework lets them.

use std::convert::Infallible;
use std::future::{Future, ready};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::{BodyExt as _, Full};
use manila::{Condition, Envelopes, Fault, NewRequest, RequestId, Success};
use manila_tower::{
    EnvelopeLayer, PassThrough, RequestIdLayer, fault_response, request_id, success_response,
};
use tower::{BoxError, Layer as _, Service, ServiceBuilder, ServiceExt as _, service_fn};

pub(crate) type Reply = Response<Full<Bytes>>;

const INTERNAL: &str = r#"{"ok":false,"error":{"code":"internal_server_error","message":"Something went wrong on the server."}}"#;

/// What the layer makes of a service's answer to a request.
pub(crate) async fn answer<S, B>(
    envelopes: Envelopes,
    service: S,
    request: Request<()>,
) -> (Reply, String)
where
    S: Service<Request<()>, Response = Response<B>>,
    S::Error: Into<BoxError>,
    B: http_body::Body<Data = Bytes, Error = Infallible>,
{
    let service = EnvelopeLayer::new(envelopes).layer(service);
    let response = service.oneshot(request).await.unwrap();
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    let text = String::from_utf8(body.to_vec()).unwrap();
    (Response::from_parts(parts, Full::default()), text)
}

/// What the default layer makes of this outcome.
async fn outcome(outcome: Result<Reply, BoxError>) -> (Reply, String) {
    let mut outcome = Some(outcome);
    let service = service_fn(move |_: Request<()>| ready(outcome.take().unwrap()));
    answer(Envelopes::ok_error(), service, Request::new(())).await
}

pub(crate) fn text(status: u16, body: &str) -> Reply {
    let reply = Response::builder()
        .status(status)
        .header("content-type", "text/plain");
    reply.body(Full::from(body.to_owned())).unwrap()
}

#[tokio::test]
async fn an_error_of_the_service_is_told_to_nobody_outside() {
    let (head, body) = outcome(Err("canary: the database is away".into())).await;
    assert_eq!((head.status().as_u16(), &*body), (500, INTERNAL));
}

#[tokio::test]
async fn an_error_that_is_a_fault_is_taken_at_its_word() {
    #[derive(Debug, thiserror::Error)]
    #[error("wrapped")]
    struct Wrapped(#[source] Fault);

    for error in [
        BoxError::from(Fault::condition(Condition::Conflict)),
        BoxError::from(Wrapped(Fault::condition(Condition::Conflict))),
    ] {
        assert_eq!(outcome(Err(error)).await.0.status(), 409);
    }
}

/// A service that fails at one of its sites.
#[derive(Clone, Copy)]
enum Faulty {
    ReadyFails,
    ReadyPanics,
    CallPanics,
    PollPanics,
    DropPanics,
    PayloadDropPanics,
}

/// A payload of a panic that panics in turn.
struct Hostile;

impl Drop for Hostile {
    fn drop(&mut self) {
        panic!("canary: the payload's drop");
    }
}

/// A future that is done at once and panics when it is dropped.
struct DropPanics;

impl Future for DropPanics {
    type Output = Result<Reply, BoxError>;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
        Poll::Ready(Ok(text(200, "done")))
    }
}

impl Drop for DropPanics {
    fn drop(&mut self) {
        panic!("canary: the future's drop");
    }
}

impl Service<Request<()>> for Faulty {
    type Response = Reply;
    type Error = BoxError;
    type Future = Pin<Box<dyn Future<Output = Result<Reply, BoxError>>>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), BoxError>> {
        match self {
            Self::ReadyFails => Poll::Ready(Err("canary: not ready".into())),
            Self::ReadyPanics => panic!("canary: poll_ready"),
            _ => Poll::Ready(Ok(())),
        }
    }

    fn call(&mut self, _: Request<()>) -> Self::Future {
        match self {
            Self::CallPanics => panic!("canary: call"),
            Self::DropPanics => Box::pin(DropPanics),
            Self::PayloadDropPanics => Box::pin(async { std::panic::panic_any(Hostile) }),
            _ => Box::pin(async { panic!("canary: poll") }),
        }
    }
}

#[tokio::test]
async fn a_panic_at_any_site_is_answered() {
    for faulty in [
        Faulty::ReadyFails,
        Faulty::ReadyPanics,
        Faulty::CallPanics,
        Faulty::PollPanics,
        Faulty::PayloadDropPanics,
    ] {
        let (head, body) = answer(Envelopes::ok_error(), faulty, Request::new(())).await;
        assert_eq!((head.status().as_u16(), &*body), (500, INTERNAL));
    }
}

#[tokio::test]
async fn a_panic_while_the_future_is_dropped_does_not_undo_the_response() {
    let (head, body) = answer(Envelopes::ok_error(), Faulty::DropPanics, Request::new(())).await;
    assert_eq!((head.status().as_u16(), &*body), (200, "done"));
}

#[tokio::test]
async fn a_client_that_leaves_early_meets_no_panic() {
    struct Pending;

    impl Future for Pending {
        type Output = Result<Reply, BoxError>;

        fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Self::Output> {
            Poll::Pending
        }
    }

    impl Drop for Pending {
        fn drop(&mut self) {
            panic!("canary: the future's drop");
        }
    }

    let mut service = EnvelopeLayer::default().layer(service_fn(|_: Request<()>| Pending));
    let mut future = Box::pin(service.ready().await.unwrap().call(Request::new(())));
    assert!(poll_once(future.as_mut()).await.is_pending());
    drop(future);
}

/// One poll of a future.
async fn poll_once<F: Future>(mut future: Pin<&mut F>) -> Poll<F::Output> {
    std::future::poll_fn(|cx| Poll::Ready(future.as_mut().poll(cx))).await
}

#[tokio::test]
async fn readiness_that_is_pending_stays_pending() {
    #[derive(Clone)]
    struct Never;

    impl Service<Request<()>> for Never {
        type Response = Reply;
        type Error = Infallible;
        type Future = std::future::Ready<Result<Reply, Infallible>>;

        fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
            Poll::Pending
        }

        fn call(&mut self, _: Request<()>) -> Self::Future {
            ready(Ok(text(200, "done")))
        }
    }

    let mut service = EnvelopeLayer::default().layer(Never);
    let polled = std::future::poll_fn(|cx| Poll::Ready(service.poll_ready(cx).is_pending()));
    assert!(polled.await);
}

#[tokio::test]
async fn only_a_short_plain_text_of_a_4xx_becomes_the_reason() {
    let long = "x".repeat(1025);
    let fits = "x".repeat(1024);
    let plain = "text/plain; charset=utf-8";
    for (status, content_type, body, is_kept) in [
        (404, plain, "no such app", true),
        (404, "text/plain", "no such app", true),
        (404, "Text/Plain;charset=\"UTF-8\"", "no such app", true),
        (404, plain, &*fits, true),
        (404, plain, &*long, false),
        (404, plain, "", false),
        (404, "text/html", "no such app", false),
        (404, "text/plain; charset=latin1", "no such app", false),
        (500, plain, "canary", false),
        (599, plain, "canary", false),
    ] {
        let mut reply = text(status, body);
        reply
            .headers_mut()
            .insert("content-type", content_type.parse().unwrap());
        let (_, answered) = outcome(Ok(reply)).await;
        let reason = format!(r#""details":{{"reason":"{body}"}}"#);
        assert_eq!(
            answered.contains(&reason),
            is_kept,
            "{status} {content_type} {answered}"
        );
    }
}

#[tokio::test]
async fn an_encoded_text_is_no_reason() {
    let mut reply = text(404, "no such app");
    reply
        .headers_mut()
        .insert("content-encoding", "gzip".parse().unwrap());
    let (head, body) = outcome(Ok(reply)).await;
    assert!(!body.contains("reason"));
    assert!(!head.headers().contains_key("content-encoding"));
}

#[tokio::test]
async fn a_foreign_416_keeps_the_length_of_the_content() {
    for (status, is_kept) in [(416, true), (404, false)] {
        let mut reply = text(status, "");
        reply
            .headers_mut()
            .insert("content-range", "bytes */1000".parse().unwrap());
        let (head, _) = outcome(Ok(reply)).await;
        assert_eq!(head.headers().contains_key("content-range"), is_kept);
    }
}

#[tokio::test]
async fn what_the_service_marks_or_names_leaves_as_it_is() {
    let mut marked = text(404, "a page");
    marked.extensions_mut().insert(PassThrough);
    let (head, body) = outcome(Ok(marked)).await;
    assert_eq!((head.status().as_u16(), &*body), (404, "a page"));
    assert!(head.headers().contains_key("x-request-id"));
    assert!(!head.headers().contains_key("x-error-code"));

    for (content_type, is_left) in [("text/html", true), ("application/json", false)] {
        let envelopes = Envelopes::ok_error().pass_through(400..=599, "text/html");
        let service = service_fn(move |_: Request<()>| {
            let mut reply = text(404, "<h1>a page</h1>");
            reply
                .headers_mut()
                .insert("content-type", content_type.parse().unwrap());
            ready(Ok::<_, Infallible>(reply))
        });
        let (_, body) = answer(envelopes, service, Request::new(())).await;
        assert_eq!(body == "<h1>a page</h1>", is_left);
    }
}

#[tokio::test]
async fn an_interim_status_that_a_handler_makes_up_is_a_500() {
    for status in [100, 103] {
        assert_eq!(outcome(Ok(text(status, ""))).await.0.status(), 500);
    }
    let mut upgrade = text(101, "");
    upgrade
        .headers_mut()
        .insert("upgrade", "websocket".parse().unwrap());
    assert_eq!(outcome(Ok(upgrade)).await.0.status(), 101);
}

#[tokio::test]
async fn a_status_above_599_is_enveloped_as_it_is() {
    let (head, body) = outcome(Ok(text(799, "canary"))).await;
    assert_eq!(head.status(), 799);
    assert!(
        body.contains("http_799") && !body.contains("canary"),
        "{body}"
    );
}

#[tokio::test]
async fn a_grpc_call_is_answered_with_a_grpc_status_where_the_service_speaks_it() {
    let failing = || service_fn(|_: Request<()>| ready(Err::<Reply, BoxError>("canary".into())));
    let foreign = service_fn(|_: Request<()>| ready(Ok::<_, BoxError>(text(503, "canary"))));
    for (head, body) in [
        answer(Envelopes::ok_error().grpc(), failing(), grpc_call()).await,
        answer(Envelopes::ok_error().grpc(), foreign, grpc_call()).await,
    ] {
        assert_eq!((head.status().as_u16(), &*body), (200, ""));
        assert_eq!(head.headers()["content-type"], "application/grpc");
        assert_eq!(head.headers()["cache-control"], "no-store");
        assert!(["13", "14"].contains(&head.headers()["grpc-status"].to_str().unwrap()));
    }
    let (head, body) = answer(Envelopes::ok_error(), failing(), grpc_call()).await;
    assert_eq!(head.status(), 500);
    assert!(body.starts_with(r#"{"ok":false"#), "{body}");
}

#[tokio::test]
async fn what_is_no_grpc_call_gets_an_envelope_from_a_service_that_speaks_grpc() {
    type Change = fn(&mut Request<()>);
    let changes: [Change; 7] = [
        |request| *request.method_mut() = http::Method::GET,
        |request| *request.version_mut() = http::Version::HTTP_11,
        |request| drop(request.headers_mut().remove("te")),
        |request| drop(request.headers_mut().insert("te", "gzip".parse().unwrap())),
        |request| drop(request.headers_mut().remove("content-type")),
        |request| {
            let web = "application/grpc-web+proto".parse().unwrap();
            request.headers_mut().insert("content-type", web);
        },
        |request| {
            let json = "application/json".parse().unwrap();
            request.headers_mut().append("content-type", json);
        },
    ];
    for (at, change) in changes.into_iter().enumerate() {
        let mut request = grpc_call();
        change(&mut request);
        let foreign = service_fn(|_: Request<()>| ready(Ok::<_, BoxError>(text(503, "canary"))));
        let (head, body) = answer(Envelopes::ok_error().grpc(), foreign, request).await;
        assert_eq!(head.status(), 503, "{at}");
        assert!(body.starts_with(r#"{"ok":false"#), "{at}: {body}");
    }
}

fn grpc_call() -> Request<()> {
    Request::builder()
        .method("POST")
        .version(http::Version::HTTP_2)
        .header("te", "trailers")
        .header("content-type", "application/grpc+proto")
        .body(())
        .unwrap()
}

#[tokio::test]
async fn the_answer_to_head_has_no_length_of_the_layers() {
    let head = |body: &'static str| async move {
        let service = service_fn(move |_: Request<()>| ready(Ok::<_, Infallible>(text(404, body))));
        let request = Request::builder().method("HEAD").body(()).unwrap();
        answer(Envelopes::ok_error(), service, request).await
    };
    for text in ["no such app", ""] {
        let (head, body) = head(text).await;
        assert_eq!(body, "");
        assert!(!head.headers().contains_key("content-length"), "{text}");
    }
}

#[tokio::test]
async fn nested_layers_make_one_envelope_in_the_inner_style() {
    let service = ServiceBuilder::new()
        .layer(EnvelopeLayer::new(Envelopes::json_api()))
        .service(service_fn(|_: Request<()>| {
            let fault = Fault::condition(Condition::Gone);
            ready(Ok::<_, Infallible>(fault_response(fault, |body| body)))
        }));
    let (head, body) = answer(Envelopes::ok_error(), service, Request::new(())).await;
    assert_eq!(head.headers()["content-type"], "application/vnd.api+json");
    assert_eq!(head.headers().get_all("x-request-id").iter().count(), 1);
    let id = head.headers()["x-request-id"].to_str().unwrap();
    assert!(
        body.starts_with(r#"{"errors":[{"status":"410""#) && body.contains(id),
        "{body}"
    );
}

/// An inner layer's envelope whose `x-error-code` middleware takes away, sets or leaves is the outer
/// layer's to judge unless it is left; the data of a success have no code to go by.
#[tokio::test]
async fn an_inner_envelope_is_passed_while_its_code_stands() {
    const INNER: &str = "application/vnd.api+json";
    const OUTER: &str = "application/json";
    for (is_error, code, media_type) in [
        (true, Some("gone"), INNER),
        (true, Some("of_the_middleware"), OUTER),
        (true, None, OUTER),
        (false, Some("of_the_middleware"), INNER),
        (false, None, INNER),
    ] {
        let service = ServiceBuilder::new()
            .map_response(move |mut response: Response<_>| {
                let headers: &mut http::HeaderMap = response.headers_mut();
                headers.remove("x-error-code");
                if let Some(code) = code {
                    headers.insert("x-error-code", code.parse().unwrap());
                }
                response
            })
            .layer(EnvelopeLayer::new(Envelopes::json_api()))
            .service(service_fn(move |_: Request<()>| {
                ready(Ok::<_, Infallible>(if is_error {
                    fault_response(Fault::condition(Condition::Gone), |body| body)
                } else {
                    success_response(Success::new(&"card").unwrap(), |body| body)
                }))
            }));
        let (head, body) = answer(Envelopes::ok_error(), service, Request::new(())).await;
        assert_eq!(
            head.headers()["content-type"],
            media_type,
            "{code:?}: {body}"
        );
        if is_error {
            assert_eq!(head.status(), 410, "{code:?}");
            assert_eq!(head.headers()["x-error-code"], "gone", "{code:?}");
        }
    }
}

#[tokio::test]
async fn what_a_handler_says_of_a_fault_stays() {
    let service = service_fn(|_: Request<()>| {
        let fault = Fault::condition(Condition::Unauthenticated)
            .with_retry_after(Duration::from_millis(1200))
            .with_header("x-plan", "free");
        let mut reply = fault_response(fault, |body| body);
        let headers = reply.headers_mut();
        headers.insert("cache-control", "private, max-age=5".parse().unwrap());
        headers.insert("www-authenticate", "Basic realm=\"x\"".parse().unwrap());
        headers.insert("retry-after", "7".parse().unwrap());
        ready(Ok::<_, Infallible>(reply))
    });
    let (head, _) = answer(Envelopes::ok_error(), service, Request::new(())).await;
    for (name, value) in [
        // Only the fault itself can let a cache keep it.
        ("cache-control", "no-store"),
        ("www-authenticate", "Basic realm=\"x\""),
        ("retry-after", "7"),
        ("x-plan", "free"),
    ] {
        let values: Vec<_> = head.headers().get_all(name).iter().collect();
        assert_eq!(values, [value], "{name}");
    }
}

#[tokio::test]
async fn an_id_that_the_service_puts_on_its_response_is_kept() {
    for (status, expected) in [(200, "inner-1"), (503, "inner-1")] {
        let mut reply = text(status, "");
        reply
            .headers_mut()
            .insert("x-request-id", "inner-1".parse().unwrap());
        let (head, _) = outcome(Ok(reply)).await;
        assert_eq!(head.headers()["x-request-id"], expected);
    }
    let mut reply = text(200, "");
    reply
        .headers_mut()
        .insert("x-request-id", "not an id".parse().unwrap());
    assert_eq!(
        outcome(Ok(reply)).await.0.headers()["x-request-id"].len(),
        36
    );
}

#[tokio::test]
async fn ids_are_taken_and_made_as_the_service_says() {
    let id = |envelopes: Envelopes, name: &'static str, value: &'static str| async move {
        let header = envelopes.id_policy().header_name().to_owned();
        let service = service_fn(async |request: Request<()>| {
            let id = request_id(request.headers(), request.extensions()).unwrap();
            Ok::<_, Infallible>(text(200, id.as_str()))
        });
        let request = Request::builder().header(name, value).body(()).unwrap();
        let (head, seen) = answer(envelopes, service, request).await;
        assert_eq!(head.headers()[header].to_str().unwrap(), seen);
        seen
    };
    let trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    let default = Envelopes::ok_error;
    let named = default().request_id_header("x-correlation-id").unwrap();
    assert_eq!(id(named, "x-correlation-id", "abc").await, "abc");
    assert_ne!(
        id(default().ignore_inbound_ids(), "x-request-id", "abc").await,
        "abc"
    );
    let traced = default().trace_id_as_request_id();
    assert_eq!(
        id(traced, "traceparent", trace).await,
        "4bf92f3577b34da6a3ce929d0e0e4736"
    );
    let own = default().id_generator(|_: &NewRequest<'_>| RequestId::parse("own-1").unwrap());
    assert_eq!(id(own, "accept", "*/*").await, "own-1");
    let failing = default().id_generator(|_: &NewRequest<'_>| panic!("canary: no id"));
    assert_eq!(id(failing, "accept", "*/*").await.len(), 36);
}

#[tokio::test]
async fn the_id_layer_alone_leaves_errors_as_they_are() {
    let service = RequestIdLayer::default().layer(service_fn(|request: Request<()>| {
        let mut reply = text(503, "its own");
        let id = request.headers()["x-request-id"].clone();
        reply.headers_mut().insert("x-seen", id);
        ready(Ok::<_, Infallible>(reply))
    }));
    let reply = service.oneshot(Request::new(())).await.unwrap();
    assert_eq!(reply.headers()["x-seen"], reply.headers()["x-request-id"]);
    let body = reply.into_body().collect().await.unwrap().to_bytes();
    assert_eq!(body, "its own");
}
