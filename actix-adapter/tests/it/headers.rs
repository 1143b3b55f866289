//! The header of what leaves an app with the middleware.

use actix_web::body::to_bytes;
use actix_web::http::header::HeaderMap;
use actix_web::http::{StatusCode, Version};
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::{App, HttpRequest, HttpResponse, ResponseError as _, web};
use manila::{Condition, Fault};
use manila_actix::{EnvelopeLayer, Envelopes, Error, RequestId};

#[derive(Debug, thiserror::Error, manila::ErrorCode, manila_actix::ResponseError)]
#[error_code(case = "SCREAMING_SNAKE_CASE")]
enum ApiError {
    #[error("The plan's limit is reached.")]
    #[error_code(status = 402)]
    PlanLimitExceeded,
}

/// What a handler answers, given the fields that the request asks it to set.
async fn handler(request: HttpRequest) -> HttpResponse {
    let mut response = match request.query_string() {
        "fault" => ApiError::PlanLimitExceeded.error_response(),
        "foreign" => HttpResponse::Conflict().finish(),
        _ => HttpResponse::Ok().finish(),
    };
    for field in request.headers().get_all("x-sets") {
        let (name, value) = field.to_str().unwrap().split_once('=').unwrap();
        let name = name.parse().unwrap();
        response.headers_mut().append(name, value.parse().unwrap());
    }
    response
}

async fn header_of(envelopes: Envelopes, path: &str, sets: &[&str]) -> HeaderMap {
    let app = App::new()
        .default_service(web::to(handler))
        .wrap(EnvelopeLayer::new(envelopes));
    let app = init_service(app).await;
    let mut request = TestRequest::with_uri(path).insert_header(("x-request-id", "abc-123"));
    for field in sets {
        request = request.append_header(("x-sets", *field));
    }
    let response = call_service(&app, request.to_request()).await;
    response.headers().clone()
}

fn all<'a>(header: &'a HeaderMap, name: &str) -> Vec<&'a str> {
    let values = header.get_all(name);
    values.map(|value| value.to_str().unwrap()).collect()
}

#[actix_web::test]
async fn each_field_of_an_envelope_is_there_once_whatever_the_handler_set() {
    let sets: [&[&str]; 7] = [
        &[],
        &["content-type=text/html"],
        &["content-type=text/html", "content-type=text/css"],
        &["x-error-code=OTHER", "x-error-code=ANOTHER"],
        &["x-content-type-options=none"],
        &["x-request-id=a b"],
        &["x-request-id=one", "x-request-id=two"],
    ];
    for path in ["/?fault", "/?foreign"] {
        for sets in sets {
            let header = header_of(Envelopes::ok_error(), path, sets).await;
            let code = if path == "/?fault" {
                "PLAN_LIMIT_EXCEEDED"
            } else {
                "conflict"
            };
            for (name, value) in [
                ("content-type", "application/json"),
                ("x-content-type-options", "nosniff"),
                ("cache-control", "no-store"),
                ("x-request-id", "abc-123"),
                ("x-error-code", code),
            ] {
                assert_eq!(all(&header, name), [value], "{path} {sets:?} {name}");
            }
        }
    }
}

#[actix_web::test]
async fn what_a_handler_sets_on_purpose_stays() {
    for path in ["/", "/?fault", "/?foreign"] {
        let sets = ["x-request-id=its-own", "set-cookie=a=1", "set-cookie=b=2"];
        let header = header_of(Envelopes::ok_error(), path, &sets).await;
        assert_eq!(all(&header, "x-request-id"), ["its-own"], "{path}");
        assert_eq!(all(&header, "set-cookie"), ["a=1", "b=2"], "{path}");
    }
}

#[actix_web::test]
async fn only_a_fault_itself_can_let_a_cache_keep_it() {
    let sets = [
        "cache-control=public, max-age=600",
        "cdn-cache-control=max-age=600",
        "expires=Sun, 06 Nov 1994 08:49:37 GMT",
    ];
    for path in ["/?fault", "/?foreign"] {
        let header = header_of(Envelopes::ok_error(), path, &sets).await;
        assert_eq!(all(&header, "cache-control"), ["no-store"], "{path}");
        assert!(!header.contains_key("cdn-cache-control"), "{path}");
        assert!(!header.contains_key("expires"), "{path}");
    }
    async fn lasting() -> manila_actix::Result<&'static str> {
        let fault = Fault::condition(Condition::Gone);
        Err(fault.with_header("cache-control", "max-age=5").into())
    }
    let app = App::new()
        .route("/", web::get().to(lasting))
        .wrap(EnvelopeLayer::default());
    let app = init_service(app).await;
    let response = call_service(&app, TestRequest::default().to_request()).await;
    assert_eq!(all(response.headers(), "cache-control"), ["max-age=5"]);
}

#[actix_web::test]
async fn nothing_is_kept_beside_the_head_of_a_response_that_is_replaced() {
    #[derive(Debug, PartialEq)]
    struct Upstream(&'static str);

    let app = App::new()
        .default_service(web::to(async |request: HttpRequest| {
            let mut response = handler(request).await;
            response.extensions_mut().insert(Upstream("10.0.0.7"));
            response.head_mut().version = Version::HTTP_10;
            response
        }))
        .wrap(EnvelopeLayer::default());
    let app = init_service(app).await;
    for (path, sets, is_kept) in [
        ("/", "x-custom=1", true),
        ("/?fault", "content-type=text/html", false),
        ("/?fault", "x-custom=1", false),
        ("/?foreign", "content-type=text/html", false),
        ("/?foreign", "x-custom=1", false),
    ] {
        let request = TestRequest::with_uri(path).insert_header(("x-sets", sets));
        let response = call_service(&app, request.to_request()).await;
        let response = response.response();
        let kept = response.extensions().contains::<Upstream>();
        assert_eq!(kept, is_kept, "{path} {sets}");
        let version = response.head().version;
        assert_eq!(version == Version::HTTP_10, is_kept, "{path} {sets}");
    }
}

#[actix_web::test]
async fn an_id_is_found_however_many_other_fields_there_are() {
    for others in 0..12 {
        let app = App::new()
            .default_service(web::to(move |id: RequestId| async move {
                let mut response = HttpResponse::Ok();
                for other in 0..others {
                    response.insert_header((format!("x-other-{other}"), "1"));
                }
                response.body(id.to_string())
            }))
            .wrap(EnvelopeLayer::new(Envelopes::ok_error()));
        let app = init_service(app).await;
        for own in [None, Some("abc-123")] {
            let mut request = TestRequest::default();
            for other in 0..others {
                request = request.insert_header((format!("x-other-{other}"), "1"));
            }
            if let Some(own) = own {
                request = request.insert_header(("x-request-id", own));
            }
            let response = call_service(&app, request.to_request()).await;
            let header = response.headers().clone();
            let body = to_bytes(response.into_body()).await.unwrap();
            assert_eq!(
                all(&header, "x-request-id"),
                [str::from_utf8(&body).unwrap()]
            );
            assert!(own.is_none_or(|own| body == own), "{others} {body:?}");
        }
    }
}

#[actix_web::test]
async fn an_envelope_leaves_an_outer_middleware_as_it_is() {
    let correlated = || {
        let envelopes = Envelopes::code_data();
        envelopes.request_id_header("x-correlation-id").unwrap()
    };
    for (inner, outer) in [
        (Envelopes::code_data(), Envelopes::ok_error()),
        (correlated(), Envelopes::ok_error()),
        (Envelopes::code_data(), {
            let envelopes = Envelopes::ok_error();
            envelopes.request_id_header("x-correlation-id").unwrap()
        }),
    ] {
        let scope = web::scope("/inner")
            .wrap(EnvelopeLayer::new(inner))
            .route(
                "",
                web::to(async || ApiError::PlanLimitExceeded.error_response()),
            )
            .route("/id", web::to(async |id: RequestId| id.to_string()));
        let app = App::new().service(scope).wrap(EnvelopeLayer::new(outer));
        let app = init_service(app).await;
        for path in ["/inner", "/inner/missing"] {
            let request = TestRequest::with_uri(path).to_request();
            let response = call_service(&app, request).await;
            let body = to_bytes(response.into_body()).await.unwrap();
            assert!(body.starts_with(br#"{"code":-40"#), "{path}: {body:?}");
        }
        let request = TestRequest::with_uri("/inner/id").to_request();
        assert_eq!(call_service(&app, request).await.status(), 200);
    }
}

#[actix_web::test]
async fn the_media_type_is_that_of_the_body_however_small_the_limit_is() {
    let mut seen = [false; 2];
    for limit in 0..400 {
        let app = App::new()
            .default_service(web::to(handler))
            .wrap(EnvelopeLayer::new(Envelopes::json_api().body_limit(limit)));
        let app = init_service(app).await;
        for _ in 0..2 {
            let request = TestRequest::with_uri("/?fault").to_request();
            let response = call_service(&app, request).await;
            let media_type = response.headers().get("content-type").unwrap().clone();
            let body = to_bytes(response.into_body()).await.unwrap();
            let is_own = body.starts_with(br#"{"errors""#);
            let expected = ["application/json", "application/vnd.api+json"];
            assert_eq!(
                media_type,
                expected[usize::from(is_own)],
                "{limit}: {body:?}"
            );
            seen[usize::from(is_own)] = true;
        }
    }
    assert_eq!(seen, [true; 2]);
}

#[actix_web::test]
async fn the_reason_phrase_is_that_of_the_status() {
    let app = App::new()
        .default_service(web::to(async |request: HttpRequest| {
            let status = request.query_string().parse::<u16>().unwrap();
            let status = StatusCode::from_u16(status).unwrap();
            HttpResponse::build(status).reason("canary").finish()
        }))
        .wrap(EnvelopeLayer::default());
    let app = init_service(app).await;
    for (sent, phrase) in [
        ("103", "Internal Server Error"),
        ("409", "Conflict"),
        ("500", "Internal Server Error"),
        ("200", "canary"),
        ("302", "canary"),
    ] {
        let request = TestRequest::with_uri(&format!("/?{sent}")).to_request();
        let response = call_service(&app, request).await;
        assert_eq!(response.response().head().reason(), phrase, "{sent}");
    }
}

#[actix_web::test]
async fn a_405_has_the_methods_that_somebody_knows_else_an_empty_list() {
    let fault = || Fault::condition(Condition::MethodNotAllowed);
    let refuse = move |path: &str| match path {
        "/bare" => HttpResponse::MethodNotAllowed().finish(),
        "/bare-that-sets" => HttpResponse::MethodNotAllowed()
            .insert_header(("allow", "PATCH"))
            .finish(),
        "/fault" => Error::from(fault()).error_response(),
        _ => Error::from(fault().with_allow(["GET", "PUT"])).error_response(),
    };
    let app = App::new()
        .service(web::resource("/routed").route(web::get().to(async || "hello")))
        .default_service(web::to(move |request: HttpRequest| {
            std::future::ready(refuse(request.path()))
        }))
        .wrap(EnvelopeLayer::new(Envelopes::ok_error()));
    let app = init_service(app).await;
    for (path, expected) in [
        // The framework's own.
        ("/routed", "GET"),
        ("/bare", ""),
        ("/bare-that-sets", "PATCH"),
        ("/fault", ""),
        ("/fault-that-says", "GET, PUT"),
    ] {
        let request = TestRequest::post().uri(path).to_request();
        let response = call_service(&app, request).await;
        assert_eq!(response.status(), 405, "{path}");
        assert_eq!(all(response.headers(), "allow"), [expected], "{path}");
    }
}

#[actix_web::test]
async fn headers_are_exposed_on_every_response_to_an_origin_where_the_service_asks_for_it() {
    let exposed = "x-request-id, x-error-code, x-should-retry, retry-after";
    let rest = "x-request-id, x-should-retry, retry-after";
    let field = "access-control-expose-headers";
    for path in ["/", "/?fault", "/?foreign"] {
        for (envelopes, origin, sets, expected) in [
            (true, true, None, vec![exposed]),
            (
                true,
                true,
                Some("x-total, X-Error-Code"),
                vec!["x-total, X-Error-Code", rest],
            ),
            (true, true, Some("*"), vec!["*"]),
            (true, false, None, vec![]),
            (false, true, None, vec![]),
        ] {
            let envelopes = if envelopes {
                Envelopes::ok_error().expose_headers()
            } else {
                Envelopes::ok_error()
            };
            let scope = web::scope("")
                .default_service(web::to(handler))
                .wrap(EnvelopeLayer::new(envelopes.clone()));
            let app = App::new()
                .service(scope)
                .wrap(EnvelopeLayer::new(envelopes));
            let app = init_service(app).await;
            let mut request = TestRequest::with_uri(path);
            if origin {
                request = request.insert_header(("origin", "https://app.example"));
            }
            if let Some(value) = sets {
                request = request.insert_header(("x-sets", format!("{field}={value}")));
            }
            let response = call_service(&app, request.to_request()).await;
            assert_eq!(all(response.headers(), field), expected, "{path} {sets:?}");
        }
    }
}
