//! What a service of axum's gets from the adapter.

use axum::Router;
use axum::body::Body;
use axum::extract::{FromRequestParts, State};
use axum::middleware::{Next, from_fn};
use axum::response::IntoResponse;
use axum::routing::get;
use http::request::Parts;
use http::{Request, Response, StatusCode, header};
use http_body_util::BodyExt as _;
use manila::{Condition, Fault, OrCode as _};
use manila_axum::{App, Envelopes, Error, PassThrough, Reply, RequestId, RouterExt as _};
use tower::ServiceExt as _;
use tower_http::cors::CorsLayer;
use tower_http::limit::RequestBodyLimitLayer;
use tower_http::trace::TraceLayer;

#[derive(Debug, thiserror::Error, manila::ErrorCode, manila_axum::IntoResponse)]
#[error_code(catalog = "plans", case = "SCREAMING_SNAKE_CASE")]
enum ApiError {
    #[error("The plan's limit is reached.")]
    #[error_code(status = 402, condition = "forbidden")]
    PlanLimitExceeded,

    #[error(transparent)]
    #[error_code(internal)]
    Io(#[from] std::io::Error),
}

const LIMIT: &str = r#"{"ok":false,"error":{"code":"PLAN_LIMIT_EXCEEDED","message":"The plan's limit is reached."}}"#;

fn enveloped(router: Router) -> App {
    router.with_envelope(Envelopes::ok_error().catalog(ApiError::CATALOG))
}

async fn call(app: App, path: &str) -> (StatusCode, String) {
    let request = Request::builder().uri(path).body(Body::empty()).unwrap();
    read(app.oneshot(request).await.unwrap()).await
}

async fn read(response: Response<Body>) -> (StatusCode, String) {
    let status = response.status();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test]
async fn an_error_that_meets_no_layer_is_an_envelope_all_the_same() {
    let response = ApiError::PlanLimitExceeded.into_response();
    assert_eq!(response.headers()[header::CONTENT_TYPE], "application/json");
    assert_eq!(
        read(response).await,
        (StatusCode::PAYMENT_REQUIRED, LIMIT.to_owned())
    );
}

#[tokio::test]
async fn errors_of_several_types_meet_in_one_handler() {
    async fn handler(which: &str) -> manila_axum::Result<&'static str> {
        match which {
            "code" => Err(ApiError::PlanLimitExceeded)?,
            "io" => Err(std::io::Error::other("canary"))?,
            "fault" => Err(Fault::condition(Condition::Forbidden))?,
            "foreign" => drop("x".parse::<u8>().or_code(ApiError::PlanLimitExceeded)?),
            _ => {}
        }
        Ok("fine")
    }
    let app = || {
        let routes = ["code", "io", "fault", "foreign", "none"];
        let route = |router: Router, which: &'static str| {
            router.route(&format!("/{which}"), get(move || handler(which)))
        };
        enveloped(routes.into_iter().fold(Router::new(), route))
    };
    for path in ["/code", "/fault", "/foreign"] {
        assert_eq!(
            call(app(), path).await,
            (StatusCode::PAYMENT_REQUIRED, LIMIT.to_owned())
        );
    }
    let (status, body) = call(app(), "/io").await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(
        body.contains("INTERNAL_SERVER_ERROR") && !body.contains("canary"),
        "{body}"
    );
    assert_eq!(
        call(app(), "/none").await,
        (StatusCode::OK, "fine".to_owned())
    );
}

#[tokio::test]
async fn an_error_of_any_kind_is_answered_with_the_code_that_is_named_for_it() {
    async fn handler(which: &str) -> manila_axum::Result<&'static str> {
        let limit = ApiError::PlanLimitExceeded;
        let canary = "canary";
        match which {
            "missing" => None.or_code(limit)?,
            "anyhow" => Err(anyhow::anyhow!(canary)).or_code(limit)?,
            "boxed" => Err(Box::<dyn std::error::Error>::from(canary)).or_code(limit)?,
            "internal" => Err(axum::BoxError::from(canary))?,
            _ => {}
        }
        Ok("fine")
    }
    let app = || {
        let routes = ["missing", "anyhow", "boxed", "internal", "none"];
        let route = |router: Router, which: &'static str| {
            router.route(&format!("/{which}"), get(move || handler(which)))
        };
        enveloped(routes.into_iter().fold(Router::new(), route))
    };
    for path in ["/missing", "/anyhow", "/boxed"] {
        let answer = call(app(), path).await;
        assert_eq!(answer, (StatusCode::PAYMENT_REQUIRED, LIMIT.to_owned()));
    }
    let (status, body) = call(app(), "/internal").await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!body.contains("canary"), "{body}");
    assert_eq!(call(app(), "/none").await.1, "fine");
}

#[tokio::test]
async fn an_extractor_of_ones_own_refuses_with_a_code() {
    struct Admin;

    impl<S: Sync> FromRequestParts<S> for Admin {
        type Rejection = Error;

        async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Error> {
            Err(ApiError::PlanLimitExceeded.into())
        }
    }

    let app = enveloped(Router::new().route("/", get(async |_: Admin| "never")));
    assert_eq!(call(app, "/").await.1, LIMIT);
}

struct Panicking;

impl<S: Sync> FromRequestParts<S> for Panicking {
    type Rejection = Error;

    async fn from_request_parts(_: &mut Parts, _: &S) -> Result<Self, Error> {
        panic!("canary-extractor")
    }
}

impl IntoResponse for Panicking {
    fn into_response(self) -> Response<Body> {
        panic!("canary-into-response")
    }
}

async fn panicking_middleware(_: axum::extract::Request, _: Next) -> StatusCode {
    panic!("canary-middleware")
}

#[tokio::test]
async fn a_panic_outside_the_handler_is_answered() {
    let router = Router::new()
        .route("/extractor", get(async |_: Panicking| "never"))
        .route("/response", get(async || Panicking))
        .route(
            "/middleware",
            get(async || "never").layer(from_fn(panicking_middleware)),
        );
    for path in ["/extractor", "/response", "/middleware"] {
        let (status, body) = call(enveloped(router.clone()), path).await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        assert!(body.starts_with(r#"{"ok":false"#), "{path}: {body}");
        assert!(!body.contains("canary"), "{path}: {body}");
    }
}

#[tokio::test]
async fn cors_inside_reaches_every_error_that_passes_it_as_a_response() {
    let router = Router::new()
        .route(
            "/fault",
            get(async || -> Result<(), ApiError> { Err(ApiError::PlanLimitExceeded) }),
        )
        .route("/bare", get(async || StatusCode::BAD_GATEWAY))
        .layer(CorsLayer::permissive());
    for path in ["/fault", "/bare", "/missing"] {
        let request = Request::builder()
            .uri(path)
            .header("origin", "http://app.example")
            .body(Body::empty());
        let response = enveloped(router.clone())
            .oneshot(request.unwrap())
            .await
            .unwrap();
        assert_eq!(
            response.headers()["access-control-allow-origin"],
            "*",
            "{path}"
        );
        assert!(response.headers().contains_key("x-error-code"), "{path}");
    }
}

#[tokio::test]
async fn everything_of_the_finished_router_is_covered() {
    // Each of these escapes a layer that `Router::layer` adds before it.
    let inner = Router::new().route("/here", get(async || "here"));
    let merged = Router::new().route("/merged", get(async || StatusCode::FORBIDDEN));
    let router = Router::new()
        .nest("/nested", inner)
        .merge(merged)
        .fallback(async || (StatusCode::NOT_FOUND, "fallback"))
        .method_not_allowed_fallback(async || (StatusCode::METHOD_NOT_ALLOWED, "method"));
    for (path, code) in [
        ("/nested/missing", "NOT_FOUND"),
        ("/nested", "NOT_FOUND"),
        ("/missing", "NOT_FOUND"),
        ("/merged", "PLAN_LIMIT_EXCEEDED"),
    ] {
        let (_, body) = call(enveloped(router.clone()), path).await;
        assert!(
            body.contains(&format!(r#""code":"{code}""#)),
            "{path}: {body}"
        );
    }
}

#[tokio::test]
async fn a_handler_sets_headers_and_marks_beside_its_error() {
    let app = enveloped(
        Router::new()
            .route(
                "/set",
                get(async || {
                    (
                        [("set-cookie", "a=1"), ("cache-control", "max-age=5")],
                        ApiError::PlanLimitExceeded,
                    )
                }),
            )
            .route(
                "/page",
                get(async || {
                    (
                        StatusCode::NOT_FOUND,
                        axum::Extension(PassThrough),
                        "<h1>a page</h1>",
                    )
                }),
            ),
    );
    let request = Request::builder().uri("/set").body(Body::empty()).unwrap();
    let response = app.clone().oneshot(request).await.unwrap();
    assert_eq!(response.headers()["set-cookie"], "a=1");
    // Only the fault itself can let a cache keep it.
    assert_eq!(response.headers()["cache-control"], "no-store");
    let page = (StatusCode::NOT_FOUND, "<h1>a page</h1>".to_owned());
    assert_eq!(call(app, "/page").await, page);
}

#[tokio::test]
async fn without_the_layer_there_is_no_id_to_extract() {
    let router = Router::new().route("/", get(async |id: RequestId| id.to_string()));
    let request = Request::builder().uri("/").body(Body::empty()).unwrap();
    let (status, body) = read(router.oneshot(request).await.unwrap()).await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!body.contains("layer"), "{body}");
}

#[tokio::test]
async fn a_reply_has_the_shape_of_the_service() {
    let router = Router::new().route(
        "/",
        get(async || {
            (
                StatusCode::CREATED,
                [("content-encoding", "gzip")],
                Reply(Some("<b>")),
            )
        }),
    );
    for (envelopes, media_type, expected) in [
        (
            Envelopes::ok_error(),
            "application/json",
            r#"{"ok":true,"data":"<b>"}"#,
        ),
        (
            Envelopes::code_data(),
            "application/json",
            r#"{"code":0,"data":"<b>"}"#,
        ),
        (Envelopes::problem(), "application/json", r#""<b>""#),
        (
            Envelopes::json_api().version("1"),
            "application/vnd.api+json",
            r#"{"data":"<b>","meta":{"version":"1","request_id":"abc-123"}}"#,
        ),
    ] {
        let request = |method: &str| {
            let request = Request::builder()
                .method(method)
                .header("x-request-id", "abc-123");
            request.body(Body::empty()).unwrap()
        };
        let app = router.clone().with_envelope(envelopes);
        let response = app.clone().oneshot(request("GET")).await.unwrap();
        assert_eq!(response.headers()["content-type"], media_type);
        assert!(!response.headers().contains_key("content-encoding"));
        assert!(!response.headers().contains_key("content-length"));
        let (status, body) = read(response).await;
        assert_eq!((status, &*body), (StatusCode::CREATED, expected));

        let head = app.oneshot(request("HEAD")).await.unwrap();
        assert_eq!(head.headers()["content-type"], media_type);
        assert!(!head.headers().contains_key("content-length"));
        assert_eq!(read(head).await.1, "");
    }
}

#[tokio::test]
async fn a_reply_that_does_not_serialize_is_a_500() {
    struct Never;

    impl serde::Serialize for Never {
        fn serialize<S: serde::Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
            Err(serde::ser::Error::custom("canary"))
        }
    }

    let app = enveloped(Router::new().route("/", get(async || Reply(Never))));
    let (status, body) = call(app, "/").await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!body.contains("canary"), "{body}");
}

#[tokio::test]
async fn media_types_are_held_to_json_apis_rules_where_the_service_asks_for_it() {
    let router = Router::new().route("/", get(async || "found"));
    let app = router.with_envelope(Envelopes::json_api().check_media_types([""; 0]));
    for (name, value, status) in [
        ("accept", "application/vnd.api+json", 200),
        ("accept", "text/html", 200),
        ("accept", "application/vnd.api+json; profile=\"a\"", 200),
        (
            "accept",
            "application/vnd.api+json; v=1, application/vnd.api+json",
            200,
        ),
        ("accept", "application/vnd.api+json; v=\"a,b\"", 406),
        (
            "accept",
            "application/vnd.api+json; ext=\"https://a.example\"",
            406,
        ),
        ("content-type", "application/vnd.api+json", 200),
        (
            "content-type",
            "application/vnd.api+json; charset=utf-8",
            415,
        ),
        (
            "content-type",
            "application/vnd.api+json; ext=\"https://a.example\"",
            415,
        ),
        ("content-type", "text/plain; charset=utf-8", 200),
    ] {
        let request = Request::builder()
            .header(name, value)
            .body(Body::empty())
            .unwrap();
        let response = app.clone().oneshot(request).await.unwrap();
        assert_eq!(response.status(), status, "{name}: {value}");
        assert_eq!(response.headers()["vary"], "accept", "{name}: {value}");
        if status != 200 {
            let (_, body) = read(response).await;
            assert!(
                body.contains(&format!(r#""source":{{"header":"{name}"}}"#)),
                "{body}"
            );
        }
    }
}

#[tokio::test]
async fn layers_that_change_the_bodies_stand_around_an_app() {
    let app: App = enveloped(Router::new().route("/", get(async || "hello")))
        .layer(RequestBodyLimitLayer::new(8))
        .layer(TraceLayer::new_for_http())
        .layer(CorsLayer::permissive());
    let request = Request::builder().uri("/missing");
    let response = app
        .clone()
        .oneshot(request.body(Body::empty()).unwrap())
        .await
        .unwrap();
    assert_eq!(response.headers()["access-control-allow-origin"], "*");
    let (status, body) = read(response).await;
    assert_eq!(status, StatusCode::NOT_FOUND);
    assert!(body.starts_with(r#"{"ok":false"#), "{body}");

    // Requests with a body of another type than axum's are taken as well.
    let request = Request::new(http_body_util::Full::new(bytes::Bytes::new()));
    let (status, body) = read(app.oneshot(request).await.unwrap()).await;
    assert_eq!((status, &*body), (StatusCode::OK, "hello"));
}

#[tokio::test]
async fn a_router_with_a_state_is_enveloped_once_it_has_it() {
    let router: Router<u8> =
        Router::new().route("/", get(async |State(seat): State<u8>| seat.to_string()));
    let app = router.with_state(7).with_envelope(Envelopes::ok_error());
    assert_eq!(call(app, "/").await, (StatusCode::OK, "7".to_owned()));
}
