//! What the operator of a service of axum's is told of its errors.

use axum::Router;
use axum::body::Body;
use axum::routing::{get, put};
use http::{Request, StatusCode};
use manila::Condition;
use manila_axum::{EnvelopeLayer, RouterExt as _};
use tower::ServiceExt as _;

use self::observed::Told;

mod observed {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../core/tests/doc/observed.rs"
    ));
}

#[derive(Debug, Clone, Copy, thiserror::Error, manila::ErrorCode, manila_axum::IntoResponse)]
enum ApiError {
    #[error("The name is taken.")]
    #[error_code(status = 409)]
    Taken,
    #[error("shard {0} is read-only")]
    #[error_code(status = 503)]
    ReadOnly(u8),
}

fn router() -> Router {
    let nested = Router::new().route("/{id}", get(async || Err::<(), _>(ApiError::ReadOnly(7))));
    Router::new()
        .route("/taken/{name}", put(async || Err::<(), _>(ApiError::Taken)))
        .route("/raised", get(raised))
        .route("/bare/{id}", get(async || StatusCode::BAD_GATEWAY))
        .route(
            "/text",
            get(async || (StatusCode::BAD_GATEWAY, "pool: refused")),
        )
        .route("/panic", get(async || -> () { panic!("a test's") }))
        .nest("/shards", nested)
}

const RAISED: u32 = line!() + 3;

async fn raised() -> manila_axum::Result<()> {
    Err(Condition::Gone)?
}

async fn call<S>(app: S, method: &str, path: &str)
where
    S: tower::Service<Request<Body>, Response = http::Response<Body>>,
    S::Error: std::fmt::Debug,
{
    let request = Request::builder()
        .method(method)
        .uri(path)
        .body(Body::empty())
        .unwrap();
    let response = app.oneshot(request).await.unwrap();
    assert!(response.status().as_u16() >= 400);
}

#[tokio::test]
async fn the_request_is_told_and_its_route_where_the_layer_is_inside_of_the_router() {
    let raised = format!("GET /raised /raised fault gone - {RAISED}");
    for (method, path, expected) in [
        (
            "PUT",
            "/taken/ada?page=2",
            "PUT /taken/ada /taken/{name} fault taken - -",
        ),
        ("GET", "/raised", &*raised),
        (
            "GET",
            "/bare/1",
            "GET /bare/1 /bare/{id} foreign bad_gateway - -",
        ),
        (
            "GET",
            "/text",
            "GET /text /text foreign bad_gateway body: pool: refused -",
        ),
        (
            "GET",
            "/panic",
            "GET /panic /panic panic internal_server_error panicked: a test's -",
        ),
        (
            "GET",
            "/shards/7",
            "GET /shards/7 /shards/{id} fault read_only shard 7 is read-only -",
        ),
        ("GET", "/nowhere", "GET /nowhere - foreign not_found - -"),
        (
            "GET",
            "/taken/ada",
            "GET /taken/ada /taken/{name} foreign method_not_allowed - -",
        ),
    ] {
        let told = Told::default();
        let inside = router().layer(EnvelopeLayer::new(told.envelopes()));
        call(inside, method, path).await;
        assert_eq!(told.only(), expected);

        let around = router().with_envelope(told.envelopes());
        call(around, method, path).await;
        let fields = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        let mut expected = fields(expected);
        expected[2] = "-".to_owned();
        assert_eq!(fields(&told.only()), expected);
    }
}

#[tokio::test]
async fn a_nested_router_is_told_of_with_its_whole_path() {
    let told = Told::default();
    let nested = router().layer(EnvelopeLayer::new(told.envelopes()));
    call(Router::new().nest("/v1", nested), "GET", "/v1/bare/1").await;
    assert_eq!(
        told.only(),
        "GET /v1/bare/1 /v1/bare/{id} foreign bad_gateway - -"
    );
    let service = router().with_envelope(told.envelopes());
    call(
        Router::new().nest_service("/v1", service),
        "GET",
        "/v1/nowhere",
    )
    .await;
    let text = told.only();
    assert!(text.starts_with("GET /v1/nowhere "), "{text}");
}

#[tokio::test]
async fn a_layer_further_out_reads_the_code_of_each_error() {
    use axum::middleware::map_response;
    use manila::adapter::Carrier;

    async fn tell(mut response: axum::response::Response) -> axum::response::Response {
        let code = response.extensions().get().and_then(Carrier::code);
        let code = code.unwrap_or("none").parse().unwrap();
        response.headers_mut().insert("x-told", code);
        response
    }

    for (method, path, code) in [
        ("PUT", "/taken/ada", "taken"),
        ("GET", "/shards/7", "read_only"),
        ("GET", "/bare/7", "bad_gateway"),
        ("GET", "/panic", "internal_server_error"),
        ("GET", "/nowhere", "not_found"),
        ("POST", "/raised", "method_not_allowed"),
        ("GET", "/fine", "none"),
    ] {
        let layer = EnvelopeLayer::new(manila::Envelopes::ok_error().keep_code());
        let app = router()
            .route("/fine", get(async || "fine"))
            .layer(layer)
            .layer(map_response(tell));
        let request = Request::builder().method(method).uri(path);
        let response = app.oneshot(request.body(Body::empty()).unwrap());
        let response = response.await.unwrap();
        assert_eq!(response.headers()["x-told"], code, "{method} {path}");
    }
}
