//! The tower layer around services of every type of body, without axum.

use bytes::Bytes;
use http::{Request, Response};
use http_body_util::combinators::{BoxBody, UnsyncBoxBody};
use http_body_util::{BodyExt as _, Empty, Full};
use hyper::body::Incoming;
use manila_ecosystem::{Answer, SECRET, Server, client, envelopes};
use manila_tower::EnvelopeLayer;
use tower::{BoxError, Layer as _, ServiceBuilder, service_fn};
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};

fn layer() -> EnvelopeLayer {
    EnvelopeLayer::new(envelopes())
}

#[tokio::test]
async fn a_file_that_is_not_there_is_an_envelope() {
    let server = Server::of(layer().layer(ServeDir::new("src"))).await;
    server
        .get("/missing.txt")
        .await
        .assert_envelope(404, "not_found");
    let answer = server.get("/lib.rs").await;
    answer.assert_success();
    assert!(answer.text().contains("fn assert_success"));
    let answer = server.post("/lib.rs", &[], "").await;
    answer.assert_envelope(405, "method_not_allowed");
    assert_eq!(answer.header("allow"), Some("GET,HEAD"));
    let answer = server
        .get_with("/lib.rs", &[("range", "bytes=99999999-")])
        .await;
    answer.assert_envelope(416, "range_not_satisfiable");
    assert!(
        answer
            .header("content-range")
            .is_some_and(|it| it.starts_with("bytes */"))
    );
    // 304 and 206 are no errors.
    let answer = server.get_with("/lib.rs", &[("range", "bytes=0-3")]).await;
    assert_eq!((answer.status, &*answer.body), (206, &b"//! "[..]));
    let server = Server::of(layer().layer(ServeFile::new("gone.html"))).await;
    server.get("/").await.assert_envelope(404, "not_found");
}

/// The fallback of a page application answers itself, with 200.
#[tokio::test]
async fn a_fallback_to_a_page_stays_a_page() {
    let files = ServeDir::new("src").fallback(ServeFile::new("Cargo.toml"));
    let server = Server::of(layer().layer(files)).await;
    let answer = server.get("/some/page").await;
    answer.assert_success();
    assert!(answer.text().contains("[package]"));
}

async fn upstream(request: Request<Incoming>) -> Result<Response<Full<Bytes>>, BoxError> {
    let status = if request.uri().path() == "/ok" {
        200
    } else {
        500
    };
    Ok(Response::builder()
        .status(status)
        .body(Full::from(SECRET))?)
}

#[tokio::test]
async fn a_body_of_hyper_passes_or_is_replaced() {
    let behind = Server::of(service_fn(upstream)).await;
    let address = behind.address;
    let forward = service_fn(move |request: Request<Incoming>| async move {
        let path = request.uri().path().to_owned();
        let uri = format!("http://{address}{path}");
        let request = Request::builder().uri(uri).body(Full::<Bytes>::default())?;
        let answer: Response<Incoming> = client().request(request).await?;
        Ok::<_, BoxError>(answer)
    });
    let server = Server::of(layer().layer(forward)).await;
    let answer = server.get("/ok").await;
    answer.assert_success();
    assert_eq!(answer.text(), SECRET);
    server
        .get("/no")
        .await
        .assert_envelope(500, "internal_server_error");
}

async fn check<B>(make: fn(&'static str) -> B)
where
    B: http_body::Body<Data = Bytes> + Send + 'static,
    B::Error: Into<BoxError> + Send,
{
    let service = service_fn(move |request: Request<Incoming>| async move {
        let status = if request.uri().path() == "/ok" {
            200
        } else {
            404
        };
        Ok::<_, BoxError>(Response::builder().status(status).body(make("hello"))?)
    });
    let server = Server::of(layer().layer(service.clone())).await;
    server.get("/ok").await.assert_success();
    server.get("/no").await.assert_envelope(404, "not_found");
}

#[tokio::test]
async fn boxed_and_empty_bodies_pass_or_are_replaced() {
    check(|text| BoxBody::new(Full::from(text))).await;
    check::<UnsyncBoxBody<Bytes, std::io::Error>>(|text| {
        UnsyncBoxBody::new(Full::from(text).map_err(|never| match never {}))
    })
    .await;
    check(|_| Empty::<Bytes>::new()).await;
    check(|text| axum::body::Body::from(text)).await;
    check(|text| hyper_body(text)).await;
}

fn hyper_body(text: &'static str) -> http_body_util::Either<Full<Bytes>, Empty<Bytes>> {
    http_body_util::Either::Left(Full::from(text))
}

#[tokio::test]
async fn a_compressed_body_passes_or_is_replaced() {
    let service = ServiceBuilder::new()
        .layer(layer())
        .layer(CompressionLayer::new())
        .service(ServeDir::new("src"));
    let server = Server::of(service).await;
    let gzip = &[("accept-encoding", "gzip")];
    let answer: Answer = server.get_with("/lib.rs", gzip).await;
    answer.assert_success();
    assert_eq!(answer.header("content-encoding"), Some("gzip"));
    server
        .get_with("/missing", gzip)
        .await
        .assert_envelope(404, "not_found");
}

#[tokio::test]
async fn what_tower_refuses_is_an_envelope() {
    let slow = service_fn(async |_: Request<Incoming>| {
        std::future::pending::<Result<Response<Full<Bytes>>, BoxError>>().await
    });
    let service = ServiceBuilder::new()
        .layer(layer())
        .buffer(8)
        .timeout(std::time::Duration::from_millis(50))
        .service(slow);
    let server = Server::of(service).await;
    server
        .get("/")
        .await
        .assert_envelope(504, "gateway_timeout");
    let service = ServiceBuilder::new()
        .layer(layer())
        .load_shed()
        .concurrency_limit(1)
        .service(slow);
    let server = Server::of(service).await;
    let (first, second) = tokio::join!(
        tokio::time::timeout(std::time::Duration::from_millis(500), server.get("/")),
        async {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            server.get("/").await
        }
    );
    assert!(first.is_err());
    second.assert_envelope(503, "service_unavailable");
}
