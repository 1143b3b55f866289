//! tonic, with its own client: a service of gRPC behind the layer, and beside axum on one port.

use std::pin::Pin;
use std::time::Duration;

use axum::Router;
use axum::routing::get;
use futures_util::Stream;
use http::Request;
use manila::{Condition, Envelopes, Fault};
use manila_axum::{EnvelopeLayer, RouterExt as _};
use manila_ecosystem::{ApiError, ID, SECRET, Server, envelopes};
use tonic::service::{LayerExt as _, Routes};
use tonic::transport::Channel;
use tonic::{Code, Response, Status};
use tonic_health::pb::health_client::HealthClient;
use tonic_health::pb::health_server::{Health, HealthServer};
use tonic_health::pb::{HealthCheckRequest, HealthCheckResponse};

/// A service that does what it is asked for by name.
struct Asked;

#[tonic::async_trait]
impl Health for Asked {
    async fn check(
        &self,
        request: tonic::Request<HealthCheckRequest>,
    ) -> Result<Response<HealthCheckResponse>, Status> {
        match &*request.into_inner().service {
            "panic" => panic!("{SECRET}"),
            "own" => Err(Status::failed_precondition("not today")),
            "fault" => {
                let fault = Fault::condition(Condition::ResourceNotFound);
                let code = Code::from_i32(fault.grpc_status());
                Err(Status::new(code, "no such shelf"))
            }
            "slow" => {
                tokio::time::sleep(Duration::from_secs(5)).await;
                Ok(Response::new(HealthCheckResponse::default()))
            }
            _ => Ok(Response::new(HealthCheckResponse { status: 1 })),
        }
    }

    type WatchStream = Pin<Box<dyn Stream<Item = Result<HealthCheckResponse, Status>> + Send>>;

    async fn watch(
        &self,
        _: tonic::Request<HealthCheckRequest>,
    ) -> Result<Response<Self::WatchStream>, Status> {
        let items = [
            Ok(HealthCheckResponse { status: 1 }),
            Err(Status::aborted("half of it")),
        ];
        Ok(Response::new(Box::pin(futures_util::stream::iter(items))))
    }
}

/// What middleware of axum's answers to a call that says so.
async fn middleware(
    request: axum::extract::Request,
    next: axum::middleware::Next,
) -> axum::response::Response {
    use axum::response::IntoResponse as _;
    match request.headers().get("x-refuse").map(|it| it.as_bytes()) {
        Some(b"text") => (http::StatusCode::FORBIDDEN, SECRET).into_response(),
        Some(b"fault") => ApiError::PlanLimitExceeded.into_response(),
        Some(b"wait") => manila_axum::Error::from(
            Fault::condition(Condition::RateLimited).with_retry_after(Duration::from_millis(1500)),
        )
        .into_response(),
        _ => next.run(request).await,
    }
}

fn grpc() -> Envelopes {
    envelopes().grpc()
}

/// axum and tonic on one port. Without `reset_fallback` tonic's own fallback would answer REST's
/// unknown routes.
fn both() -> Router {
    let calls = Routes::new(HealthServer::new(Asked))
        .into_axum_router()
        .reset_fallback();
    Router::new()
        .route("/rest", get(async || ApiError::PlanLimitExceeded))
        .merge(calls)
        .layer(axum::middleware::from_fn(middleware))
}

async fn servers() -> [Server; 2] {
    [
        Server::of(both().layer(EnvelopeLayer::new(grpc()))).await,
        Server::of(both().with_envelope(grpc())).await,
    ]
}

async fn channel(server: &Server) -> Channel {
    Channel::builder(server.uri("/")).connect().await.unwrap()
}

/// What a call is answered that asks for this, and is refused so by middleware.
async fn call(server: &Server, asked: &str, refuse: &'static str) -> Result<i32, Status> {
    let mut request = tonic::Request::new(HealthCheckRequest {
        service: asked.to_owned(),
    });
    let metadata = request.metadata_mut();
    metadata.insert("x-request-id", ID.parse().unwrap());
    metadata.insert("x-refuse", refuse.parse().unwrap());
    let mut client = HealthClient::new(channel(server).await);
    let answer = client.check(request).await?;
    Ok(answer.into_inner().status)
}

#[track_caller]
fn check(answer: Result<i32, Status>, code: Code, error_code: Option<&str>) {
    let status = answer.unwrap_err();
    assert_eq!(status.code(), code, "{status:?}");
    let metadata = |name| status.metadata().get(name).map(|it| it.to_str().unwrap());
    assert_eq!(metadata("x-error-code"), error_code, "{status:?}");
    assert_eq!(metadata("x-request-id"), Some(ID), "{status:?}");
    assert!(!status.message().contains("canary"), "{status:?}");
}

#[tokio::test]
async fn a_call_succeeds_through_the_layer() {
    for server in servers().await {
        assert_eq!(call(&server, "", "").await.unwrap(), 1);
    }
}

#[tokio::test]
async fn a_status_of_the_service_is_its_own() {
    for server in servers().await {
        let answer = call(&server, "own", "").await;
        assert_eq!(answer.as_ref().unwrap_err().message(), "not today");
        check(answer, Code::FailedPrecondition, None);
        check(call(&server, "fault", "").await, Code::NotFound, None);
    }
}

#[tokio::test]
async fn a_panic_is_internal_with_its_code_as_metadata() {
    for server in servers().await {
        let answer = call(&server, "panic", "").await;
        check(answer, Code::Internal, Some("internal_server_error"));
    }
}

#[tokio::test]
async fn what_middleware_answers_is_a_status_with_its_code_as_metadata() {
    for server in servers().await {
        let answer = call(&server, "", "text").await;
        check(answer, Code::PermissionDenied, Some("forbidden"));
        let answer = call(&server, "", "fault").await;
        check(answer, Code::InvalidArgument, Some("PLAN_LIMIT_EXCEEDED"));
        let answer = call(&server, "", "wait").await;
        let pushback = answer.as_ref().unwrap_err().metadata();
        let pushback = pushback.get("grpc-retry-pushback-ms").unwrap();
        assert_eq!(pushback, "1500");
        check(answer, Code::ResourceExhausted, Some("too_many_requests"));
    }
}

#[tokio::test]
async fn a_stream_and_its_trailers_pass() {
    for server in servers().await {
        let mut client = HealthClient::new(channel(&server).await);
        let request = HealthCheckRequest::default();
        let mut stream = client.watch(request).await.unwrap().into_inner();
        assert_eq!(stream.message().await.unwrap().unwrap().status, 1);
        let status = stream.message().await.unwrap_err();
        assert_eq!(
            (status.code(), status.message()),
            (Code::Aborted, "half of it")
        );
    }
}

#[tokio::test]
async fn rest_beside_it_has_envelopes() {
    for server in servers().await {
        server
            .get("/rest")
            .await
            .assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
        server
            .get("/missing")
            .await
            .assert_envelope(404, "not_found");
    }
}

/// A call over gRPC-Web is HTTP/1.1, and what goes wrong outside of tonic is an envelope.
#[tokio::test]
async fn grpc_web_is_answered_by_tonic_and_its_errors_are_envelopes() {
    let web = Routes::new(tonic_web::GrpcWebLayer::new().named_layer(HealthServer::new(Asked)))
        .into_axum_router()
        .reset_fallback()
        .layer(axum::middleware::from_fn(middleware))
        .with_envelope(grpc());
    let server = Server::of(web).await;
    let path = "/grpc.health.v1.Health/Check";
    let fields = [
        ("content-type", "application/grpc-web+proto"),
        ("accept", "application/grpc-web+proto"),
    ];
    let answer = server.post(path, &fields, &b"\0\0\0\0\0"[..]).await;
    answer.assert_headed(200, "application/grpc-web+proto");
    let refused = [fields[0], fields[1], ("x-refuse", "fault")];
    let answer = server.post(path, &refused, &b"\0\0\0\0\0"[..]).await;
    answer.assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
}

/// The tower layer takes tonic's own body, without axum.
#[tokio::test]
async fn the_tower_layer_is_around_a_server_of_tonic_itself() {
    use tower::ServiceBuilder;

    let service = ServiceBuilder::new()
        .layer(manila_tower::EnvelopeLayer::new(grpc()))
        .map_request(|request: Request<hyper::body::Incoming>| request.map(tonic::body::Body::new))
        .service(HealthServer::new(Asked));
    let server = Server::of(service).await;
    assert_eq!(call(&server, "", "").await.unwrap(), 1);
    check(
        call(&server, "panic", "").await,
        Code::Internal,
        Some("internal_server_error"),
    );
    check(
        call(&server, "own", "").await,
        Code::FailedPrecondition,
        None,
    );
}
