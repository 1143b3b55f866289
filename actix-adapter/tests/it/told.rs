//! What the operator of a service of actix-web's is told of its errors.

use actix_web::dev::ServiceResponse;
use actix_web::middleware::{Next, from_fn};
use actix_web::test::{TestRequest, init_service, try_call_service};
use actix_web::{App, HttpResponse, error, web};
use manila::{Condition, Fault};
use manila_actix::{EnvelopeLayer, Envelopes};

use self::observed::Told;

mod observed {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../core/tests/doc/observed.rs"
    ));
}

#[derive(Debug, Clone, Copy, thiserror::Error, manila::ErrorCode, manila_actix::ResponseError)]
enum ApiError {
    #[error("The name is taken.")]
    #[error_code(status = 409)]
    Taken,
    #[error("shard {0} is read-only")]
    #[error_code(status = 503)]
    ReadOnly(u8),
}

const RAISED: u32 = line!() + 3;

async fn raised() -> manila_actix::Result<&'static str> {
    Err(Condition::Gone)?
}

/// What is told of the error of this request.
async fn told(request: TestRequest) -> String {
    let told = Told::default();
    let shards = web::scope("/shards").route(
        "/{id}",
        web::get().to(async || Err::<&str, _>(ApiError::ReadOnly(7))),
    );
    let refusing = web::resource("/refused")
        .route(web::get().to(async || "never"))
        .wrap(from_fn(async |_, _: Next<actix_web::body::BoxBody>| {
            Err::<ServiceResponse, _>(error::ErrorForbidden("Not from here."))
        }));
    let app = App::new()
        .service(shards)
        .service(refusing)
        .route(
            "/taken/{name}",
            web::put().to(async || Err::<&str, _>(ApiError::Taken)),
        )
        .route("/raised", web::get().to(raised))
        .route("/bare/{id}", web::get().to(HttpResponse::BadGateway))
        .route(
            "/text",
            web::get().to(async || HttpResponse::BadGateway().body("pool: refused")),
        )
        .route(
            "/json",
            web::get().to(async || HttpResponse::InternalServerError().json(["pool: refused"])),
        )
        .route(
            "/panic",
            web::get().to(async || -> &'static str { panic!("a test's") }),
        )
        .wrap(EnvelopeLayer::new(told.envelopes()));
    let app = init_service(app).await;
    let _ = try_call_service(&app, request.to_request()).await;
    told.only()
}

#[actix_web::test]
async fn the_request_is_told_and_its_route_where_there_is_a_response() {
    let raised = format!("GET /raised /raised fault gone - {RAISED}");
    let get = |path: &str| TestRequest::get().uri(path);
    for (request, expected) in [
        (
            TestRequest::put().uri("/taken/ada?page=2"),
            "PUT /taken/ada /taken/{name} fault taken - -",
        ),
        (get("/raised"), &*raised),
        (
            get("/bare/1"),
            "GET /bare/1 /bare/{id} foreign bad_gateway - -",
        ),
        (
            get("/text"),
            "GET /text /text foreign bad_gateway body: pool: refused -",
        ),
        (
            get("/json"),
            r#"GET /json /json foreign internal_server_error body: ["pool: refused"] -"#,
        ),
        (
            get("/shards/7"),
            "GET /shards/7 /shards/{id} fault read_only shard 7 is read-only -",
        ),
        (get("/nowhere"), "GET /nowhere - foreign not_found - -"),
        // Here the request is gone.
        (
            get("/panic"),
            "GET /panic - panic internal_server_error panicked: a test's -",
        ),
        (
            get("/refused?a"),
            "GET /refused - foreign forbidden Not from here. -",
        ),
        (
            get("/nowhere").insert_header(("x-request-id", "a b")),
            "GET /nowhere - foreign not_found - - refused",
        ),
        (
            get("/nowhere").insert_header(("x-request-id", "abc-123")),
            "GET /nowhere - foreign not_found - -",
        ),
    ] {
        assert_eq!(told(request).await, expected);
    }
}

#[actix_web::test]
async fn an_inner_middleware_knows_that_the_outer_one_has_not_taken_the_id() {
    for (id, expected) in [
        ("abc-123", "GET /inner/1 - foreign not_found - -"),
        ("a b", "GET /inner/1 - foreign not_found - - refused"),
    ] {
        let told = Told::default();
        let inner = web::scope("/inner")
            .default_service(web::to(HttpResponse::NotFound))
            .wrap(EnvelopeLayer::new(told.envelopes()));
        let app = App::new().service(inner).wrap(EnvelopeLayer::default());
        let request = TestRequest::get().uri("/inner/1");
        let request = request.insert_header(("x-request-id", id)).to_request();
        let _ = try_call_service(&init_service(app).await, request).await;
        assert_eq!(told.only(), expected);
    }
}

#[actix_web::test]
async fn an_error_further_out_says_its_code_and_its_causes() {
    #[derive(Debug, thiserror::Error)]
    #[error("the session is lost")]
    struct Lost(#[source] std::io::Error);

    async fn fails(
        request: actix_web::dev::ServiceRequest,
        _: Next<actix_web::body::BoxBody>,
    ) -> Result<ServiceResponse, actix_web::Error> {
        let lost = Lost(std::io::Error::other("the disk\nis full"));
        let error = match request.path() {
            "/panic" => panic!("a test's"),
            "/foreign" => error::ErrorForbidden("Not from here."),
            _ => {
                let fault = Fault::condition(Condition::Unavailable).because(lost);
                manila_actix::Error::from(fault).into()
            }
        };
        Err(error)
    }

    let chain = r"the session is lost: the disk\nis full";
    for (path, display, debug) in [
        ("/raised", format!("service_unavailable: {chain}"), chain),
        (
            "/panic",
            "internal_server_error: panicked: a test's".to_owned(),
            "panicked: a test's",
        ),
        (
            "/foreign",
            "forbidden: Not from here.".to_owned(),
            "Not from here.",
        ),
    ] {
        let app = App::new()
            .wrap(from_fn(fails))
            .wrap(EnvelopeLayer::new(Envelopes::ok_error()));
        let app = init_service(app).await;
        let request = TestRequest::with_uri(path).to_request();
        let error = try_call_service(&app, request).await.unwrap_err();
        assert_eq!(error.to_string(), display);
        let text = format!("{error:?}");
        assert!(text.contains(debug), "{text}");
    }
}

#[actix_web::test]
async fn middleware_further_out_reads_the_code_of_each_error() {
    use actix_web::body::to_bytes;
    use manila::adapter::Carrier;

    let refusing = web::resource("/refused")
        .route(web::get().to(async || "never"))
        .wrap(from_fn(async |_, _: Next<actix_web::body::BoxBody>| {
            Err::<ServiceResponse, _>(error::ErrorForbidden("Not from here."))
        }));
    let app = App::new()
        .service(refusing)
        .route("/raised", web::get().to(raised))
        .route("/bare", web::get().to(HttpResponse::BadGateway))
        .route(
            "/panic",
            web::get().to(async || -> &'static str { panic!("a test's") }),
        )
        .route("/fine", web::get().to(async || "fine"))
        .wrap(EnvelopeLayer::new(Envelopes::ok_error().keep_code()));
    let app = init_service(app).await;
    for (path, expected) in [
        ("/raised", "gone"),
        ("/bare", "bad_gateway"),
        ("/refused", "forbidden"),
        ("/panic", "internal_server_error"),
        ("/nowhere", "not_found"),
        ("/fine", "none"),
    ] {
        let request = TestRequest::get().uri(path).to_request();
        let response = match try_call_service(&app, request).await {
            Ok(response) => response.into_parts().1.map_into_boxed_body(),
            Err(error) => error.error_response(),
        };
        let code = response
            .extensions()
            .get()
            .and_then(Carrier::code)
            .map(str::to_owned);
        assert_eq!(code.as_deref().unwrap_or("none"), expected, "{path}");
        let body = to_bytes(response.into_body()).await.unwrap();
        let written = format!(r#""code":"{expected}""#);
        let body = std::str::from_utf8(&body).unwrap();
        assert_eq!(
            body.contains(&written),
            expected != "none",
            "{path}: {body}"
        );
    }
}
