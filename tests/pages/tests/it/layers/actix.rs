//! Middleware of an actix-web service.

use std::cell::Cell;
use std::rc::Rc;

use actix_cors::Cors;
use actix_web::body::{BoxBody, MessageBody, to_bytes};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, Next, from_fn};
use actix_web::test::{TestRequest, init_service, try_call_service};
use actix_web::{App, HttpResponse, error, web};
use manila_actix::{EnvelopeLayer, Envelopes};

use super::place::{Place, Side, Stack};

pub(super) static STACK: Stack = Stack {
    framework: "actix-web",
    file: "layers-actix.svg",
    places: &[
        Place {
            layer: "Logger, TracingLogger, metrics",
            side: Side::Outside,
            why: "it is told of every error, a panic's too",
            drive: |side| Box::pin(logged(side)),
        },
        Place {
            layer: "Compress",
            side: Side::Outside,
            why: "envelopes are compressed as well",
            drive: |side| Box::pin(compressed(side)),
        },
        Place {
            layer: "Cors",
            side: Side::Outside,
            why: "scripts of other origins may read every error, a panic's too",
            drive: |side| Box::pin(shared(side)),
        },
        Place {
            layer: "authentication, rate limits, from_fn(…)",
            side: Side::Inside,
            why: "its answer is an envelope",
            drive: |side| Box::pin(refused(side)),
        },
    ],
};

/// The answer of an app with middleware on one side of the envelope, as the server sends it.
macro_rules! answer {
    ($side:expr, $middleware:expr, $request:expr) => {{
        let envelope = || EnvelopeLayer::new(Envelopes::ok_error());
        let request = $request.to_request();
        match $side {
            Side::Outside => {
                let app = App::new()
                    .configure(routes)
                    .wrap(envelope())
                    .wrap($middleware);
                let app = init_service(app).await;
                sent(try_call_service(&app, request).await)
            }
            Side::Inside => {
                let app = App::new()
                    .configure(routes)
                    .wrap($middleware)
                    .wrap(envelope());
                let app = init_service(app).await;
                sent(try_call_service(&app, request).await)
            }
        }
    }};
}

fn routes(config: &mut web::ServiceConfig) {
    config.route("/", web::get().to(async || "hello")).route(
        "/panic",
        web::get().to(async || -> &'static str { panic!("a test's") }),
    );
}

fn sent<B: MessageBody + 'static>(
    answer: Result<ServiceResponse<B>, actix_web::Error>,
) -> HttpResponse {
    match answer {
        Ok(response) => response.into_parts().1.map_into_boxed_body(),
        Err(error) => error.error_response(),
    }
}

async fn logged(side: Side) -> bool {
    let sees_panic = Rc::new(Cell::new(false));
    let noted = Rc::clone(&sees_panic);
    let _ = answer!(
        side,
        from_fn(move |request, next: Next<_>| {
            let noted = Rc::clone(&noted);
            async move {
                let answer = next.call(request).await;
                let status = match &answer {
                    Ok(response) => response.status(),
                    Err(error) => error.as_response_error().status_code(),
                };
                noted.set(status == 500);
                answer
            }
        }),
        TestRequest::with_uri("/panic")
    );
    sees_panic.get()
}

async fn shared(side: Side) -> bool {
    let request = TestRequest::with_uri("/panic").insert_header(("origin", "https://app.example"));
    let response = answer!(side, Cors::permissive(), request);
    let headers = response.headers();
    headers.contains_key("access-control-allow-origin")
}

async fn compressed(side: Side) -> bool {
    let request = TestRequest::with_uri("/missing").insert_header(("accept-encoding", "gzip"));
    let response = answer!(side, Compress::default(), request);
    response.headers().contains_key("content-encoding")
}

async fn refused(side: Side) -> bool {
    let response = answer!(
        side,
        from_fn(async |_: ServiceRequest, _: Next<_>| {
            Err::<ServiceResponse<BoxBody>, _>(error::ErrorUnauthorized("Not from here."))
        }),
        TestRequest::with_uri("/")
    );
    let has_id = response.headers().contains_key("x-request-id");
    let body = to_bytes(response.into_body()).await.unwrap();
    has_id && body.starts_with(br#"{"ok":false,"error":{"code":"#)
}
