//! What actix-web's users put beside it.

use std::time::Duration;

use actix_cors::Cors;
use actix_governor::{Governor, GovernorConfigBuilder};
use actix_identity::{Identity, IdentityMiddleware};
use actix_session::storage::CookieSessionStore;
use actix_session::{Session, SessionMiddleware};
use actix_web::body::MessageBody;
use actix_web::cookie::Key;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, Logger, NormalizePath};
use actix_web::{App, HttpMessage as _, HttpRequest, HttpResponse, HttpServer, Responder, web};
use actix_web_httpauth::extractors::bearer::BearerAuth;
use actix_web_httpauth::middleware::HttpAuthentication;
use actix_web_prom::PrometheusMetricsBuilder;
use manila_actix::EnvelopeLayer;
use manila_ecosystem::{SECRET, Server, envelopes};
use tracing_actix_web::TracingLogger;

#[derive(Debug, thiserror::Error, manila::ErrorCode, manila_actix::ResponseError)]
#[error_code(catalog = "eco-actix", case = "SCREAMING_SNAKE_CASE")]
enum ApiError {
    #[error("The plan's limit is reached.")]
    #[error_code(status = 402)]
    PlanLimitExceeded,
}

fn routes(config: &mut web::ServiceConfig) {
    config
        .route("/ok", web::get().to(async || "all is well ".repeat(200)))
        .route(
            "/fault",
            web::get().to(async || Err::<&str, _>(ApiError::PlanLimitExceeded)),
        )
        .route(
            "/text",
            web::get().to(async || HttpResponse::InternalServerError().body(SECRET)),
        )
        .route("/panic", web::get().to(panics));
}

async fn panics() -> &'static str {
    panic!("{SECRET}")
}

fn layer() -> EnvelopeLayer {
    EnvelopeLayer::new(envelopes())
}

/// Serves what the function makes on a thread of its own.
async fn serve<F, T, B>(app: F) -> Server
where
    F: Fn() -> App<T> + Send + Clone + 'static,
    T: ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<B>,
            Error = actix_web::Error,
            InitError = (),
        > + 'static,
    B: MessageBody + 'static,
{
    let server = HttpServer::new(app)
        .workers(1)
        .disable_signals()
        .shutdown_timeout(0)
        .bind("127.0.0.1:0")
        .unwrap();
    let address = server.addrs()[0];
    tokio::spawn(server.run());
    Server::at(address)
}

/// The errors that every service here has.
async fn check(server: &Server) {
    server
        .get("/fault")
        .await
        .assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
    server.assert_foreign_errors().await;
    server.get("/ok").await.assert_success();
}

#[tokio::test]
async fn cors_inside_or_outside() {
    let cors = || {
        Cors::default()
            .allow_any_origin()
            .expose_headers(manila::EXPOSED_HEADERS)
    };
    let outside = serve(move || App::new().configure(routes).wrap(layer()).wrap(cors())).await;
    let inside = serve(move || App::new().configure(routes).wrap(cors()).wrap(layer())).await;
    for (server, has_panic) in [(&outside, true), (&inside, false)] {
        check(server).await;
        for path in ["/fault", "/missing", "/panic"] {
            let answer = server
                .get_with(path, &[("origin", "https://example.com")])
                .await;
            answer.assert_envelope(answer.status, answer.header("x-error-code").unwrap());
            let is_there = answer.header("access-control-allow-origin").is_some();
            assert_eq!(is_there, path != "/panic" || has_panic, "{answer:?}");
        }
    }
}

#[tokio::test]
async fn an_origin_that_is_not_allowed_is_an_envelope_inside() {
    let cors = || Cors::default().allowed_origin("https://ours.example");
    let server = serve(move || App::new().configure(routes).wrap(cors()).wrap(layer())).await;
    let mut request = server.request(http::Method::OPTIONS, "/ok");
    for (name, value) in [
        ("origin", "https://other.example"),
        ("access-control-request-method", "GET"),
    ] {
        request = request.header(name, value);
    }
    let answer = server.send(request.body(Default::default()).unwrap()).await;
    answer.assert_envelope(400, "bad_request");
}

#[tokio::test]
async fn a_limit_is_an_envelope() {
    let server = serve(|| {
        let config = GovernorConfigBuilder::default()
            .seconds_per_request(60)
            .burst_size(1)
            .use_headers()
            .finish()
            .unwrap();
        App::new()
            .configure(routes)
            .wrap(Governor::new(&config))
            .wrap(layer())
    })
    .await;
    server.get("/ok").await.assert_success();
    let answer = server.get("/ok").await;
    answer.assert_envelope(429, "too_many_requests");
    assert!(answer.header("retry-after").is_some(), "{answer:?}");
    assert_eq!(answer.header("x-should-retry"), Some("true"), "{answer:?}");
}

async fn validate(
    request: ServiceRequest,
    token: BearerAuth,
) -> Result<ServiceRequest, (actix_web::Error, ServiceRequest)> {
    match token.token() {
        "good" => Ok(request),
        _ => Err((ApiError::PlanLimitExceeded.into(), request)),
    }
}

#[tokio::test]
async fn a_login_by_a_token_is_an_envelope_until_there_is_one() {
    let server = serve(|| {
        App::new()
            .configure(routes)
            .wrap(HttpAuthentication::bearer(validate))
            .wrap(layer())
    })
    .await;
    let answer = server.get("/ok").await;
    answer.assert_envelope(401, "unauthorized");
    assert!(answer.header("www-authenticate").is_some());
    let answer = server
        .get_with("/ok", &[("authorization", "Bearer bad")])
        .await;
    answer.assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
    server
        .get_with("/ok", &[("authorization", "Bearer good")])
        .await
        .assert_success();
}

async fn count(session: Session) -> actix_web::Result<String> {
    let count: u32 = session.get("count")?.unwrap_or_default();
    session.insert("count", count + 1)?;
    if count == 0 {
        return Err(ApiError::PlanLimitExceeded.into());
    }
    Ok(count.to_string())
}

async fn login(request: HttpRequest) -> actix_web::Result<&'static str> {
    Identity::login(&request.extensions(), "ann".to_owned())?;
    Ok("welcome")
}

async fn who(identity: Identity) -> actix_web::Result<String> {
    Ok(identity.id()?)
}

#[tokio::test]
async fn a_session_and_an_identity_are_kept_over_errors() {
    let key = Key::generate();
    let server = serve(move || {
        let sessions = SessionMiddleware::builder(CookieSessionStore::default(), key.clone())
            .cookie_secure(false)
            .build();
        App::new()
            .route("/count", web::get().to(count))
            .route("/login", web::get().to(login))
            .route("/who", web::get().to(who))
            .wrap(IdentityMiddleware::default())
            .wrap(sessions)
            .wrap(layer())
    })
    .await;
    let cookie_of = |answer: &manila_ecosystem::Answer| {
        let cookie = answer.header("set-cookie").unwrap();
        cookie.split(';').next().unwrap().to_owned()
    };
    let answer = server.get("/count").await;
    answer.assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
    let answer = server
        .get_with("/count", &[("cookie", &cookie_of(&answer))])
        .await;
    assert_eq!((answer.status, answer.text()), (200, "1".to_owned()));
    let answer = server.get("/who").await;
    answer.assert_envelope(401, "unauthorized");
    let answer = server.get("/login").await;
    answer.assert_success();
    let answer = server
        .get_with("/who", &[("cookie", &cookie_of(&answer))])
        .await;
    assert_eq!((answer.status, answer.text()), (200, "ann".to_owned()));
}

async fn echo(request: HttpRequest, body: web::Payload) -> actix_web::Result<impl Responder> {
    let (response, mut session, mut messages) = actix_ws::handle(&request, body)?;
    actix_web::rt::spawn(async move {
        while let Some(Ok(actix_ws::Message::Text(text))) = messages.recv().await {
            let _ = session.text(text).await;
        }
    });
    Ok(response)
}

#[tokio::test]
async fn a_websocket_opens_and_one_that_is_none_is_an_envelope() {
    let server = serve(|| App::new().route("/ws", web::get().to(echo)).wrap(layer())).await;
    let answer = server.get("/ws").await;
    answer.assert_envelope(400, "bad_request");
    let fields = [
        ("connection", "upgrade"),
        ("upgrade", "websocket"),
        ("sec-websocket-version", "13"),
        ("sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="),
    ];
    let mut request = server.request(http::Method::GET, "/ws");
    for (name, value) in fields {
        request = request.header(name, value);
    }
    let request = request.body(Default::default()).unwrap();
    let response = manila_ecosystem::client().request(request).await.unwrap();
    assert_eq!(response.status(), 101);
    assert_eq!(
        response.headers()["sec-websocket-accept"],
        "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
    );
}

#[tokio::test]
async fn compression_inside_or_outside() {
    let inside = serve(|| {
        App::new()
            .configure(routes)
            .wrap(Compress::default())
            .wrap(layer())
    })
    .await;
    let outside = serve(|| {
        App::new()
            .configure(routes)
            .wrap(layer())
            .wrap(Compress::default())
    })
    .await;
    let gzip = &[("accept-encoding", "gzip")];
    for server in [&inside, &outside] {
        check(server).await;
        let answer = server.get_with("/ok", gzip).await;
        answer.assert_success();
        assert_eq!(answer.header("content-encoding"), Some("gzip"));
        assert!(answer.body.len() < 500);
    }
    for path in ["/fault", "/missing", "/panic"] {
        let answer = inside.get_with(path, gzip).await;
        answer.assert_envelope(answer.status, answer.header("x-error-code").unwrap());
        assert_eq!(answer.header("content-encoding"), None, "{answer:?}");
        let answer = outside.get_with(path, gzip).await;
        assert!(answer.header("x-error-code").is_some(), "{answer:?}");
    }
}

#[tokio::test]
async fn loggers_and_paths_stand_anywhere() {
    let outside = serve(|| {
        App::new()
            .configure(routes)
            .wrap(layer())
            .wrap(Logger::default())
            .wrap(TracingLogger::default())
            .wrap(NormalizePath::trim())
    })
    .await;
    let inside = serve(|| {
        App::new()
            .configure(routes)
            .wrap(NormalizePath::trim())
            .wrap(TracingLogger::default())
            .wrap(Logger::default())
            .wrap(layer())
    })
    .await;
    for server in [outside, inside] {
        check(&server).await;
        server.get("/ok/").await.assert_success();
    }
}

/// A fault and a 404 of the router are counted where the metrics stand outside of the envelope. A panic
/// leaves as an `Err`, which this middleware does not count, wherever it stands.
#[tokio::test]
async fn prometheus_counts_what_leaves_as_a_response() {
    for is_outside in [true, false] {
        let metrics = PrometheusMetricsBuilder::new("api").build().unwrap();
        let shared = metrics.clone();
        let server = if is_outside {
            serve(move || {
                App::new()
                    .configure(routes)
                    .wrap(layer())
                    .wrap(shared.clone())
            })
            .await
        } else {
            serve(move || {
                App::new()
                    .configure(routes)
                    .wrap(shared.clone())
                    .wrap(layer())
            })
            .await
        };
        check(&server).await;
        let counted = |status: u16| {
            let families = metrics.registry.gather();
            let requests = families
                .iter()
                .find(|it| it.name() == "api_http_requests_total")
                .unwrap();
            let of_status = requests.get_metric().iter().filter(|metric| {
                let labels = metric.get_label();
                labels
                    .iter()
                    .any(|it| it.name() == "status" && it.value() == status.to_string())
            });
            of_status
                .map(|it| it.get_counter().get_value())
                .sum::<f64>()
        };
        let found = (counted(402), counted(404), counted(500), counted(200));
        assert_eq!(found, (1.0, 1.0, 1.0, 1.0), "outside: {is_outside}");
    }
}

/// awc is a client: it reads an envelope as any answer.
#[actix_web::test]
async fn awc_reads_an_envelope() {
    let server = serve(|| App::new().configure(routes).wrap(layer())).await;
    let mut answer = awc::Client::default()
        .get(server.uri("/fault").to_string())
        .timeout(Duration::from_secs(5))
        .send()
        .await
        .unwrap();
    assert_eq!(answer.status(), 402);
    let body: serde_json::Value = answer.json().await.unwrap();
    assert_eq!(body["error"]["code"], "PLAN_LIMIT_EXCEEDED");
}
