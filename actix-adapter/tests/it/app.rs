//! What a service of actix-web's gets from the adapter.

use std::error::Error;
use std::future::Ready;

use actix_web::body::{BoxBody, MessageBody, to_bytes};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap};
use actix_web::middleware::{Next, from_fn};
use actix_web::test::{TestRequest, init_service, try_call_service};
use actix_web::{
    App, FromRequest, HttpRequest, HttpResponse, Responder, ResponseError as _, error, web,
};
use manila::{Condition, Fault, OrCode as _};
use manila_actix::{EnvelopeLayer, Envelopes, PassThrough, Reply, RequestId};

#[derive(Debug, thiserror::Error, manila::ErrorCode, manila_actix::ResponseError)]
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

fn envelopes() -> Envelopes {
    Envelopes::ok_error().catalog(ApiError::CATALOG)
}

type Answer = (StatusCode, HeaderMap, String);

/// What an app with these routes answers, whether as a response or as an error.
async fn call(routes: fn(&mut web::ServiceConfig), path: &str) -> Answer {
    let app = App::new()
        .configure(routes)
        .wrap(EnvelopeLayer::new(envelopes()));
    let app = init_service(app).await;
    let request = TestRequest::get().uri(path).to_request();
    match try_call_service(&app, request).await {
        Ok(response) => read(response.into_parts().1.map_into_boxed_body()).await,
        Err(error) => read(error.error_response()).await,
    }
}

async fn read(response: HttpResponse) -> Answer {
    let (status, headers) = (response.status(), response.headers().clone());
    let body = to_bytes(response.into_body()).await.unwrap();
    (status, headers, String::from_utf8(body.to_vec()).unwrap())
}

#[actix_web::test]
async fn an_error_that_meets_no_middleware_is_an_envelope_all_the_same() {
    let (status, headers, body) = read(ApiError::PlanLimitExceeded.error_response()).await;
    assert_eq!((status, &*body), (StatusCode::PAYMENT_REQUIRED, LIMIT));
    assert_eq!(
        headers.get(header::CONTENT_TYPE).unwrap(),
        "application/json"
    );
}

#[actix_web::test]
async fn errors_of_several_types_meet_in_one_handler() {
    async fn handler(which: web::Path<String>) -> manila_actix::Result<&'static str> {
        match &**which {
            "code" => Err(ApiError::PlanLimitExceeded)?,
            "io" => Err(std::io::Error::other("canary"))?,
            "fault" => Err(Fault::condition(Condition::Forbidden))?,
            "foreign" => drop("x".parse::<u8>().or_code(ApiError::PlanLimitExceeded)?),
            _ => {}
        }
        Ok("fine")
    }
    fn routes(config: &mut web::ServiceConfig) {
        config.route("/{which}", web::get().to(handler));
    }
    for path in ["/code", "/fault", "/foreign"] {
        assert_eq!(call(routes, path).await.2, LIMIT, "{path}");
    }
    let (status, _, body) = call(routes, "/io").await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(
        body.contains("INTERNAL_SERVER_ERROR") && !body.contains("canary"),
        "{body}"
    );
    assert_eq!(call(routes, "/none").await.2, "fine");
}

#[actix_web::test]
async fn an_error_of_any_kind_is_answered_with_the_code_that_is_named_for_it() {
    async fn handler(which: web::Path<String>) -> manila_actix::Result<&'static str> {
        let limit = ApiError::PlanLimitExceeded;
        let canary = "canary";
        match &**which {
            "missing" => None.or_code(limit)?,
            "anyhow" => Err(anyhow::anyhow!(canary)).or_code(limit)?,
            "boxed" => Err(Box::<dyn Error>::from(canary)).or_code(limit)?,
            "actix" => Err(error::ErrorBadRequest(canary)).or_code(limit)?,
            "blocking" => web::block(|| panic!("canary")).await.or_code(limit)?,
            "internal" => Err(Box::<dyn Error + Send + Sync>::from(canary))?,
            _ => {}
        }
        Ok("fine")
    }
    fn routes(config: &mut web::ServiceConfig) {
        config.route("/{which}", web::get().to(handler));
    }
    for path in ["/missing", "/anyhow", "/boxed", "/actix", "/blocking"] {
        assert_eq!(call(routes, path).await.2, LIMIT, "{path}");
    }
    let (status, _, body) = call(routes, "/internal").await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!body.contains("canary"), "{body}");
    assert_eq!(call(routes, "/none").await.2, "fine");
}

#[test]
fn what_an_error_of_the_framework_says_is_the_cause() {
    #[derive(Debug)]
    struct Silent;
    impl std::fmt::Display for Silent {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            Ok(())
        }
    }
    impl actix_web::ResponseError for Silent {}
    let inner = manila_actix::Error::from(std::io::Error::other("the disk is full"));
    for (error, told) in [
        (
            error::ErrorBadRequest("the disk is full"),
            "the disk is full",
        ),
        (inner.into(), "internal: the disk is full"),
        (Silent.into(), "Silent"),
    ] {
        let fault = Fault::condition(Condition::Gone).because(error);
        assert_eq!(fault.cause().unwrap().chain(), told);
    }
    let failed = Err::<(), _>(error::ErrorBadRequest("canary")).or_code(Condition::Gone);
    assert_eq!(failed.unwrap_err().location().unwrap().line(), line!() - 1);
}

#[cfg(feature = "multipart-08")]
#[test]
fn an_error_of_a_multipart_form_is_the_cause() {
    let error = actix_multipart::MultipartError::BoundaryMissing;
    let text = error.to_string();
    let failed = Err::<(), _>(error).or_code(Condition::BadRequest);
    let fault = failed.unwrap_err();
    assert_eq!(fault.cause().unwrap().chain(), text);
    assert!(!text.is_empty());
}

#[actix_web::test]
async fn an_error_of_inner_middleware_keeps_its_headers_and_its_silence() {
    async fn refuse(
        _: ServiceRequest,
        _: Next<impl MessageBody>,
    ) -> Result<ServiceResponse, actix_web::Error> {
        let response = HttpResponse::Forbidden()
            .insert_header(("x-kept", "yes"))
            .insert_header(("etag", "\"canary\""))
            .content_type("text/html")
            .body("canary");
        Err(error::InternalError::from_response("canary", response).into())
    }
    fn routes(config: &mut web::ServiceConfig) {
        config.service(
            web::resource("/")
                .get(async || "never")
                .wrap(from_fn(refuse)),
        );
    }
    let (status, headers, body) = call(routes, "/").await;
    assert_eq!((status, &*body), (StatusCode::PAYMENT_REQUIRED, LIMIT));
    assert_eq!(headers.get("x-kept").unwrap(), "yes");
    assert!(!headers.contains_key("etag"));
    assert_eq!(headers.get_all("x-request-id").count(), 1);
}

#[actix_web::test]
async fn an_error_that_the_service_leaves_alone_gets_the_id_and_nothing_else() {
    async fn refuse(
        _: ServiceRequest,
        _: Next<impl MessageBody>,
    ) -> Result<ServiceResponse, actix_web::Error> {
        Err(actix_web::error::ErrorBadGateway("its own"))
    }
    let app = App::new()
        .service(
            web::resource("/")
                .get(async || "never")
                .wrap(from_fn(refuse)),
        )
        .wrap(EnvelopeLayer::new(
            envelopes().pass_through(502..=502, "text/"),
        ));
    let app = init_service(app).await;
    let error = try_call_service(&app, TestRequest::get().to_request())
        .await
        .unwrap_err();
    let (status, headers, body) = read(error.error_response()).await;
    assert_eq!((status, &*body), (StatusCode::BAD_GATEWAY, "its own"));
    assert!(headers.contains_key("x-request-id") && !headers.contains_key("x-error-code"));
}

#[actix_web::test]
async fn an_error_whose_own_response_panics_is_answered() {
    #[derive(Debug)]
    struct Hostile;

    impl std::fmt::Display for Hostile {
        fn fmt(&self, _: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            panic!("canary")
        }
    }

    impl actix_web::ResponseError for Hostile {
        fn error_response(&self) -> HttpResponse {
            panic!("canary")
        }
    }

    async fn refuse(
        _: ServiceRequest,
        _: Next<impl MessageBody>,
    ) -> Result<ServiceResponse, actix_web::Error> {
        Err(Hostile.into())
    }
    fn routes(config: &mut web::ServiceConfig) {
        config.service(
            web::resource("/")
                .get(async || "never")
                .wrap(from_fn(refuse)),
        );
    }
    let (status, _, body) = call(routes, "/").await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(body.starts_with(r#"{"ok":false"#), "{body}");
}

struct Panicking;

impl FromRequest for Panicking {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(_: &HttpRequest, _: &mut Payload) -> Self::Future {
        panic!("canary-extractor")
    }
}

impl Responder for Panicking {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        panic!("canary-responder")
    }
}

#[actix_web::test]
async fn a_panic_outside_the_handler_is_answered() {
    async fn panicking(
        _: ServiceRequest,
        _: Next<impl MessageBody>,
    ) -> Result<ServiceResponse, actix_web::Error> {
        panic!("canary-middleware")
    }
    fn routes(config: &mut web::ServiceConfig) {
        config
            .route("/extractor", web::get().to(async |_: Panicking| "never"))
            .route("/response", web::get().to(async || Panicking))
            .service(
                web::resource("/middleware")
                    .get(async || "never")
                    .wrap(from_fn(panicking)),
            );
    }
    for path in ["/extractor", "/response", "/middleware"] {
        let (status, _, body) = call(routes, path).await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        assert!(body.starts_with(r#"{"ok":false"#), "{path}: {body}");
        assert!(!body.contains("canary"), "{path}: {body}");
    }
}

#[actix_web::test]
async fn what_a_handler_marks_leaves_as_it_is() {
    fn routes(config: &mut web::ServiceConfig) {
        config.route(
            "/",
            web::get().to(async || {
                let mut page = HttpResponse::NotFound().body("<h1>a page</h1>");
                page.extensions_mut().insert(PassThrough);
                page
            }),
        );
    }
    let (_, headers, body) = call(routes, "/").await;
    assert_eq!(body, "<h1>a page</h1>");
    assert!(headers.contains_key("x-request-id") && !headers.contains_key("x-error-code"));
}

#[actix_web::test]
async fn without_the_middleware_there_is_no_id_to_extract() {
    let app = App::new().route("/", web::get().to(async |id: RequestId| id.to_string()));
    let app = init_service(app).await;
    let response = actix_web::test::call_service(&app, TestRequest::get().to_request()).await;
    let (status, _, body) = read(response.into_parts().1.map_into_boxed_body()).await;
    assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!body.contains("middleware"), "{body}");
}

#[actix_web::test]
async fn a_reply_has_the_shape_of_the_service() {
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
            Envelopes::json_api(),
            "application/vnd.api+json",
            r#"{"data":"<b>","meta":{"request_id":"abc-123"}}"#,
        ),
    ] {
        let app = App::new()
            .route("/", web::get().to(async || Reply("<b>")))
            .wrap(EnvelopeLayer::new(envelopes));
        let app = init_service(app).await;
        let request = TestRequest::get().insert_header(("x-request-id", "abc-123"));
        let response = try_call_service(&app, request.to_request()).await.unwrap();
        let response = response.into_parts().1.map_into_boxed_body();
        let (status, headers, body) = read(response).await;
        assert_eq!((status, &*body), (StatusCode::OK, expected));
        assert_eq!(headers.get(header::CONTENT_TYPE).unwrap(), media_type);
    }
}

#[actix_web::test]
async fn media_types_are_held_to_json_apis_rules_where_the_service_asks_for_it() {
    let envelopes = Envelopes::json_api().check_media_types([""; 0]);
    let app = App::new()
        .route("/", web::get().to(async || "found"))
        .wrap(EnvelopeLayer::new(envelopes));
    let app = init_service(app).await;
    for (name, value, status) in [
        ("accept", "application/vnd.api+json", 200),
        ("accept", "application/vnd.api+json; v=1", 406),
        (
            "content-type",
            "application/vnd.api+json; charset=utf-8",
            415,
        ),
    ] {
        let request = TestRequest::get().insert_header((name, value)).to_request();
        let response = match try_call_service(&app, request).await {
            Ok(response) => response.into_parts().1.map_into_boxed_body(),
            Err(error) => error.error_response(),
        };
        assert_eq!(response.status(), status, "{name}: {value}");
        assert_eq!(response.headers().get("vary").unwrap(), "accept");
    }
}

#[actix_web::test]
async fn an_error_of_the_standard_library_is_the_services_own_trouble() {
    async fn handler(which: web::Path<String>) -> actix_web::Result<&'static str> {
        match &**which {
            "file" => drop(std::fs::read_to_string("/srv/canary/db.toml")?),
            "denied" => Err(std::io::Error::from(std::io::ErrorKind::PermissionDenied))?,
            "utf-8" => drop(str::from_utf8(&[b"canary", &b"\xff"[..]].concat())?),
            "value" => drop(header::HeaderValue::from_str("canary\n")?),
            "serde" => Err(<serde::de::value::Error as serde::de::Error>::custom(
                "canary",
            ))?,
            "its-own" => Err(error::ErrorBadRequest("meant for the client"))?,
            "path" => {
                let request = TestRequest::default().to_http_request();
                let _: web::Path<u8> = web::Path::extract(&request).await?;
            }
            _ => {}
        }
        Ok("fine")
    }
    fn routes(config: &mut web::ServiceConfig) {
        let failing = from_fn(async |_: ServiceRequest, _: Next<BoxBody>| {
            Err::<ServiceResponse, _>(std::io::Error::from(std::io::ErrorKind::NotFound).into())
        });
        config
            .service(web::resource("/middleware").wrap(failing))
            .route("/{which}", web::get().to(handler));
    }
    for path in [
        "/file",
        "/denied",
        "/utf-8",
        "/value",
        "/serde",
        "/middleware",
    ] {
        let (status, _, body) = call(routes, path).await;
        assert_eq!(status, StatusCode::INTERNAL_SERVER_ERROR, "{path}");
        let internal = r#"{"ok":false,"error":{"code":"INTERNAL_SERVER_ERROR","message":"Something went wrong on the server."}}"#;
        assert_eq!(body, internal, "{path}");
    }
    let (status, _, body) = call(routes, "/its-own").await;
    assert_eq!(status, StatusCode::BAD_REQUEST);
    assert!(body.contains("meant for the client"), "{body}");
    // An extractor's refusal is about the request.
    assert_eq!(call(routes, "/path").await.0, StatusCode::NOT_FOUND);
}
