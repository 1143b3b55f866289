//! Middleware that refuses a request, and handlers that hand a fault on as an error of the framework's.

use std::future::{Future, Ready, ready};
use std::pin::Pin;

use actix_web::body::{EitherBody, MessageBody, to_bytes};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::middleware::{Next, from_fn};
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{App, Error, web};
use manila::Condition;
use manila_actix::{EnvelopeLayer, refuse};

use self::observed::Told;

mod observed {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../core/tests/doc/observed.rs"
    ));
}

#[derive(Debug, Clone, Copy, thiserror::Error, manila::ErrorCode, manila_actix::ResponseError)]
enum ApiError {
    #[error("The workspace is closed.")]
    #[error_code(status = 403)]
    Closed,
}

const REFUSED: u32 = line!() + 7;

async fn by_function(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse, Error> {
    match request.path() {
        "/closed" => Ok(refuse(request, ApiError::Closed)),
        "/gone" => Ok(refuse(request, Condition::Gone)),
        "/full" => {
            let fault = ApiError::Closed.fault().with_detail("seats", 7);
            Ok(refuse(request, fault))
        }
        _ => Ok(next.call(request).await?.map_into_boxed_body()),
    }
}

/// The same, written by hand.
struct ByHand;

struct ByHandService<S> {
    inner: S,
}

impl<S, B: 'static> Transform<S, ServiceRequest> for ByHand
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    S::Future: 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Transform = ByHandService<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, inner: S) -> Self::Future {
        ready(Ok(ByHandService { inner }))
    }
}

impl<S, B: 'static> Service<ServiceRequest> for ByHandService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
    S::Future: 'static,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, Error>>>>;

    forward_ready!(inner);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        if request.path() == "/closed" {
            let response = refuse(request, ApiError::Closed).map_into_right_body();
            return Box::pin(ready(Ok(response)));
        }
        let answer = self.inner.call(request);
        Box::pin(async move { Ok(answer.await?.map_into_left_body()) })
    }
}

/// Asserts what a response says, beside its id.
async fn assert_answer<B: MessageBody>(response: ServiceResponse<B>, status: u16, rest: &str) {
    assert_eq!(response.status(), status);
    let header = response.headers();
    assert_eq!(header.get("x-request-id").unwrap(), "abc-123");
    let Ok(body) = to_bytes(response.into_body()).await else {
        panic!("the body breaks off");
    };
    let body = std::str::from_utf8(&body).unwrap();
    assert!(body.contains(rest), "{body}");
}

fn request(path: &str) -> TestRequest {
    TestRequest::with_uri(path).insert_header(("x-request-id", "abc-123"))
}

#[actix_web::test]
async fn a_refusal_is_a_response_with_an_envelope_and_its_route_is_told() {
    for (path, status, rest, told_of) in [
        (
            "/closed",
            403,
            r#""code":"closed""#,
            format!("/{{it}} fault closed - {REFUSED}"),
        ),
        (
            "/gone",
            410,
            r#""code":"gone""#,
            format!("/{{it}} fault gone - {}", REFUSED + 1),
        ),
        (
            "/full",
            403,
            r#""details":{"seats":7}"#,
            format!("/{{it}} fault closed - {}", REFUSED + 3),
        ),
    ] {
        let told = Told::default();
        let resource = web::resource("/{it}")
            .route(web::get().to(async || "open"))
            .wrap(from_fn(by_function));
        let app = App::new()
            .service(resource)
            .wrap(EnvelopeLayer::new(told.envelopes()));
        let app = init_service(app).await;
        assert_answer(
            call_service(&app, request(path).to_request()).await,
            status,
            rest,
        )
        .await;
        assert_eq!(told.only(), format!("GET {path} {told_of}"));
        let open = call_service(&app, request("/open").to_request()).await;
        assert_eq!(open.status(), 200);
    }
}

#[actix_web::test]
async fn a_refusal_is_one_side_of_a_body() {
    let app = App::new()
        .route("/{it}", web::get().to(async || "open"))
        .wrap(ByHand)
        .wrap(EnvelopeLayer::default());
    let app = init_service(app).await;
    let closed = call_service(&app, request("/closed").to_request()).await;
    assert_answer(closed, 403, r#""code":"closed""#).await;
    assert_answer(
        call_service(&app, request("/open").to_request()).await,
        200,
        "open",
    )
    .await;
}

#[cfg(feature = "rejections")]
#[actix_web::test]
async fn a_fault_that_the_framework_carries_is_answered_as_the_adapters_error() {
    use manila::Fault;

    fn closed(text: &str) -> Fault {
        let fault = ApiError::Closed
            .fault()
            .with_message("It is closed on Sundays.");
        fault.with_detail("day", 7).because_text(text)
    }
    async fn by_framework() -> actix_web::Result<&'static str> {
        Err(closed("the calendar"))?
    }
    async fn by_adapter() -> manila_actix::Result<&'static str> {
        Err(closed("the calendar"))?
    }
    async fn by_itself() -> Result<&'static str, Fault> {
        Err(closed("the calendar"))
    }
    async fn answer(handler: actix_web::Route) -> (Vec<(String, String)>, Vec<u8>, String) {
        let told = Told::default();
        let app = App::new()
            .route("/", handler)
            .wrap(EnvelopeLayer::new(told.envelopes()));
        let response = call_service(&init_service(app).await, request("/").to_request()).await;
        assert_eq!(response.status(), 403);
        let header = response.headers().iter();
        let header =
            header.map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()));
        let mut header: Vec<_> = header.collect();
        header.sort();
        let body = to_bytes(response.into_body()).await.unwrap().to_vec();
        (header, body, told.only())
    }
    let expected = answer(web::get().to(by_adapter)).await;
    assert!(
        expected.2.contains("fault closed the calendar"),
        "{expected:?}"
    );
    assert_eq!(answer(web::get().to(by_framework)).await, expected);
    assert_eq!(answer(web::get().to(by_itself)).await, expected);
}

/// Without a layer it is an envelope all the same, as that of the adapter's error.
#[cfg(feature = "rejections")]
#[actix_web::test]
async fn a_fault_that_meets_no_layer_is_an_envelope() {
    use actix_web::ResponseError as _;
    use manila::Fault;

    let fault = Fault::condition(Condition::Gone);
    let own = manila_actix::Error::from(fault.clone()).error_response();
    let response = fault.error_response();
    assert_eq!(response.status(), own.status());
    assert_eq!(fault.status_code(), own.status());
    assert_eq!(
        response.headers().get("content-type"),
        own.headers().get("content-type")
    );
    let body = to_bytes(response.into_body()).await.unwrap();
    assert_eq!(body, to_bytes(own.into_body()).await.unwrap());
    assert!(body.starts_with(br#"{"ok":false,"error":{"code":"gone""#));
}
