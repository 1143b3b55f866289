//! What the operator of a service is told of its errors.

use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::Full;
use manila::{Condition, Envelopes, ErrorReport, Fault};
use manila_tower::EnvelopeLayer;
use tower::{BoxError, Layer as _, ServiceExt as _, service_fn};

type Reply = Response<Full<Bytes>>;

/// What is told of the error of this request, by a look at its report.
async fn told<E: Into<BoxError>>(
    envelopes: Envelopes,
    request: Request<()>,
    outcome: fn() -> Result<Reply, E>,
    look: fn(&ErrorReport<'_>) -> String,
) -> String {
    let told = Arc::new(Mutex::new(Vec::new()));
    let observer = Arc::clone(&told);
    let envelopes = envelopes.observe(move |report: &ErrorReport<'_>| {
        observer.lock().unwrap().push(look(report));
    });
    let service = service_fn(move |_: Request<()>| async move { outcome() });
    let service = EnvelopeLayer::new(envelopes).layer(service);
    service.oneshot(request).await.unwrap();
    let mut told = told.lock().unwrap();
    assert_eq!(told.len(), 1, "{told:?}");
    told.remove(0)
}

fn missing() -> Result<Reply, Infallible> {
    let mut response = Response::new(Full::default());
    *response.status_mut() = http::StatusCode::NOT_FOUND;
    Ok(response)
}

#[tokio::test]
async fn the_method_and_the_path_are_told_without_the_query() {
    let request =
        |method: &str, uri: &str| Request::builder().method(method).uri(uri).body(()).unwrap();
    let long = format!("/{}", "a".repeat(2_000));
    for (method, uri, expected) in [
        ("GET", "/apps?token=secret", "GET /apps"),
        ("BREW", "https://api.example/a%20b?x", "BREW /a%20b"),
        ("OPTIONS", "*", "OPTIONS *"),
        ("GET", "/å\u{202e}b", r"GET /å\u{202e}b"),
        ("GET", &*long, &*format!("GET {}… [cut]", &long[..1024 - 9])),
    ] {
        let told = told(
            Envelopes::ok_error(),
            request(method, uri),
            missing,
            |report| {
                let (method, path) = (report.method().unwrap(), report.path().unwrap());
                format!("{method} {path}")
            },
        );
        assert_eq!(told.await, expected);
    }
}

#[tokio::test]
async fn an_id_that_is_not_taken_is_told_and_not_repeated() {
    for (ids, is_refused) in [
        (&[][..], false),
        (&["abc-123"], false),
        (&["a b"], true),
        (&[""], true),
        (&["abc-123", "abc-124"], true),
    ] {
        let generated = |_: &manila::NewRequest<'_>| manila::RequestId::random();
        for envelopes in [
            Envelopes::ok_error(),
            Envelopes::ok_error().ignore_inbound_ids(),
            Envelopes::ok_error().trace_id_as_request_id(),
            Envelopes::ok_error().id_generator(generated),
        ] {
            let mut request = Request::new(());
            for id in ids {
                request
                    .headers_mut()
                    .append("x-request-id", id.parse().unwrap());
            }
            let told = told(envelopes, request, missing, |report| {
                assert!(!report.has_refused_id() || report.request_id().unwrap().len() == 36);
                report.has_refused_id().to_string()
            });
            assert_eq!(told.await, is_refused.to_string(), "{ids:?}");
        }
    }
}

#[tokio::test]
async fn an_inner_layer_knows_that_the_outer_one_has_not_taken_the_id() {
    for (ids, is_refused) in [
        (&["abc-123"][..], false),
        (&["a b"], true),
        (&["a", "b"], true),
    ] {
        let told = Arc::new(Mutex::new(Vec::new()));
        let observer = Arc::clone(&told);
        let inner = Envelopes::ok_error().observe(move |report: &ErrorReport<'_>| {
            observer.lock().unwrap().push(report.has_refused_id());
        });
        let inner = EnvelopeLayer::new(inner).layer(service_fn(async |_: Request<()>| missing()));
        let mut request = Request::new(());
        for id in ids {
            let id = id.parse().unwrap();
            request.headers_mut().append("x-request-id", id);
        }
        let service = EnvelopeLayer::default().layer(inner);
        service.oneshot(request).await.unwrap();
        assert_eq!(*told.lock().unwrap(), [is_refused], "{ids:?}");
    }
}

#[tokio::test]
async fn the_origin_is_told_of_what_has_no_response_too() {
    let origin = |report: &ErrorReport<'_>| report.origin().as_str().to_owned();
    let envelopes = Envelopes::ok_error;
    let get = || Request::new(());
    let fault = || Err::<Reply, _>(Fault::condition(Condition::Conflict));
    assert_eq!(told(envelopes(), get(), fault, origin).await, "fault");
    let failed = || Err::<Reply, BoxError>("the database is away".into());
    assert_eq!(told(envelopes(), get(), failed, origin).await, "service");
    let panics = || -> Result<Reply, Infallible> { panic!("a test's") };
    assert_eq!(told(envelopes(), get(), panics, origin).await, "panic");
    assert_eq!(told(envelopes(), get(), missing, origin).await, "foreign");
}
