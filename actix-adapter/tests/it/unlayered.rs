//! Faults that reach their reader without a middleware of ours around them.

use actix_web::body::{MessageBody, to_bytes};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::{Next, from_fn};
use actix_web::test::{TestRequest, init_service, try_call_service};
use actix_web::{App, web};
use manila::Condition;
use manila_actix::{EnvelopeLayer, Error};

use crate::layered::{Logged, assert_layered, assert_unlayered, told};

async fn fail() -> Result<&'static str, Error> {
    Err(Condition::Conflict.into())
}

/// Refuses requests to `/refused` and lets others through.
async fn refuse(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    if request.path() == "/refused" {
        return Err(Error::from(Condition::Unauthenticated).into());
    }
    next.call(request).await
}

/// Has an app answer; returns the events. The answer is read if it is to be.
fn send(method: Method, path: &str, is_read: bool) -> Vec<Logged> {
    told(|| {
        actix_web::rt::System::new().block_on(async {
            let inside = web::scope("/scope")
                .route("/inside", web::to(fail))
                .wrap(EnvelopeLayer::default());
            let app = App::new()
                .service(inside)
                .route("/outside", web::to(fail))
                .wrap(from_fn(refuse));
            let app = init_service(app).await;
            let request = TestRequest::with_uri(path).method(method).to_request();
            let response = match try_call_service(&app, request).await {
                Ok(response) => response.into_parts().1.map_into_boxed_body(),
                Err(error) => error.error_response(),
            };
            if is_read {
                assert!(to_bytes(response.into_body()).await.is_ok());
            }
        });
    })
}

#[test]
fn middleware_outside_of_ours_is_told_once() {
    let events = send(Method::GET, "/refused", true);
    assert_unlayered(&events, "WARN", "unauthorized");
}

#[test]
fn a_route_outside_of_the_wrapped_scope_is_told_once() {
    let events = send(Method::GET, "/outside", true);
    assert_unlayered(&events, "WARN", "conflict");
}

#[test]
fn a_fault_that_nobody_reads_is_not_told() {
    for path in ["/refused", "/outside"] {
        for method in [Method::GET, Method::HEAD] {
            assert_eq!(send(method, path, false), [], "{path}");
        }
    }
}

#[test]
fn a_fault_within_the_middleware_is_told_by_it_alone() {
    for (method, is_read) in [
        (Method::GET, true),
        (Method::GET, false),
        (Method::HEAD, true),
    ] {
        assert_layered(&send(method, "/scope/inside", is_read), "conflict");
    }
}
