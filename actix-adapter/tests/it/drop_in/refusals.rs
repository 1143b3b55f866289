//! An error of actix-web's own that a program makes this crate's error is what the layer makes of it.

use std::fmt::{Debug, Display};
use std::io;

use actix_web::error::{
    self, ContentTypeError, InternalError, JsonPayloadError, ParseError, PathError, PayloadError,
    QueryPayloadError, ReadlinesError, ResponseError, UrlGenerationError, UrlencodedError,
};
use actix_web::http::StatusCode;
use actix_web::{Error, HttpResponse, web};
use manila::{Condition, Envelopes, Fault, IntoFault};
use serde::de::Error as _;

use super::{Answer, send};

mod observed {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../core/tests/doc/observed.rs"
    ));
}

use self::observed::Told;

/// The settings that decide what a client and the log are told of foreign words.
const SETTINGS: [fn(Envelopes) -> Envelopes; 4] = [
    |it| it,
    Envelopes::hide_reasons,
    Envelopes::no_foreign_text,
    |it| it.hide_reasons().no_foreign_text(),
];

/// What a request is answered with, and what the operator is told.
async fn answer<E, F>(
    set: fn(Envelopes) -> Envelopes,
    method: &'static str,
    fail: F,
) -> (Answer, String)
where
    E: Into<Error> + 'static,
    F: Fn() -> E + Clone + 'static,
{
    let told = Told::default();
    let routes = |config: &mut web::ServiceConfig| {
        let handler = move || {
            let fail = fail.clone();
            async move { Err::<&str, Error>(fail().into()) }
        };
        config.route("/", web::to(handler));
    };
    let answer = send(set(told.envelopes()), routes, (method, "/", "", "")).await;
    (answer, told.only())
}

/// The layer's answer to an error, and the answer where `?` has made it this crate's.
async fn check<E>(status: u16, fail: impl Fn() -> E + Clone + 'static)
where
    E: Into<Error> + IntoFault + 'static,
{
    let by_hand = || {
        let fail = fail.clone();
        move || manila_actix::Error::from(fail())
    };
    let as_framework = || {
        let fail = fail.clone();
        move || manila_actix::Error::from(fail().into())
    };
    for set in SETTINGS {
        for method in ["GET", "HEAD"] {
            let by_layer = answer(set, method, fail.clone()).await;
            assert_eq!(by_layer.0.status, status, "{by_layer:?}");
            assert_eq!(answer(set, method, by_hand()).await, by_layer);
            assert_eq!(answer(set, method, as_framework()).await, by_layer);
        }
    }
}

#[actix_web::test]
async fn an_error_of_an_extractor_is_told_as_by_the_layer() {
    let json = || serde_json::from_str::<u8>("many").unwrap_err();
    check(400, move || JsonPayloadError::Deserialize(json())).await;
    check(413, || JsonPayloadError::Overflow { limit: 7 }).await;
    check(400, || JsonPayloadError::ContentType).await;
    check(500, move || JsonPayloadError::Serialize(json())).await;
    check(413, || JsonPayloadError::Payload(PayloadError::Overflow)).await;
    check(413, || UrlencodedError::Overflow { size: 9, limit: 7 }).await;
    check(415, || UrlencodedError::ContentType).await;
    let value = || serde::de::value::Error::custom("missing field `seats`");
    check(400, move || QueryPayloadError::Deserialize(value())).await;
    check(400, move || PathError::Deserialize(value())).await;
    check(413, || PayloadError::Overflow).await;
    check(400, || PayloadError::Incomplete(None)).await;
    check(400, || ReadlinesError::EncodingError).await;
    check(413, || ReadlinesError::LimitOverflow).await;
    check(400, || ContentTypeError::ParseError).await;
    check(400, || ParseError::Method).await;
    check(500, || UrlGenerationError::ResourceNotFound).await;
}

/// What a service's own error answers with.
struct Answering(fn() -> HttpResponse);

impl Debug for Answering {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Answering")
    }
}

impl Display for Answering {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the shard is read-only")
    }
}

impl ResponseError for Answering {
    fn status_code(&self) -> StatusCode {
        StatusCode::CONFLICT
    }

    fn error_response(&self) -> HttpResponse {
        (self.0)()
    }
}

fn answering(answer: fn() -> HttpResponse) -> Error {
    Answering(answer).into()
}

#[actix_web::test]
async fn an_error_of_any_type_is_told_as_by_the_layer() {
    check(409, || error::ErrorConflict("The name is taken.")).await;
    check(409, || error::ErrorConflict("long ".repeat(1_000))).await;
    check(502, || error::ErrorBadGateway("pool: refused")).await;
    check(404, || {
        Error::from(InternalError::new("gone", StatusCode::NOT_FOUND))
    })
    .await;
    check(500, || {
        Error::from(io::Error::from(io::ErrorKind::NotFound))
    })
    .await;
    check(500, || {
        Error::from(String::from_utf8(vec![0xff]).unwrap_err().utf8_error())
    })
    .await;
    check(500, || {
        Error::from(serde::de::value::Error::custom("seats"))
    })
    .await;
    check(413, || {
        Error::from(Multipart::Payload(PayloadError::Overflow))
    })
    .await;
    check(422, || {
        answering(|| HttpResponse::UnprocessableEntity().json(["seats"]))
    })
    .await;
    check(409, || answering(|| HttpResponse::Conflict().finish())).await;
    let challenged = || {
        let challenge = ("www-authenticate", "Bearer");
        HttpResponse::Unauthorized()
            .insert_header(challenge)
            .finish()
    };
    check(401, move || answering(challenged)).await;
    async fn fail() -> manila_actix::Result<()> {
        Err(Error::from(
            Fault::condition(Condition::Gone).with_message("It was deleted."),
        ))?
    }
    let fault = fail().await.unwrap_err().into_fault();
    assert_eq!(fault.message(), Some("It was deleted."));
    let other = fail().await.unwrap_err();
    let again = manila_actix::Error::from(Error::from(other));
    assert_eq!(again.fault().message(), Some("It was deleted."));
}

/// What actix-multipart calls a body that is too large.
#[derive(Debug)]
enum Multipart {
    Payload(PayloadError),
}

impl Display for Multipart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self::Payload(error) = self;
        Display::fmt(error, f)
    }
}

impl ResponseError for Multipart {
    fn status_code(&self) -> StatusCode {
        StatusCode::BAD_REQUEST
    }
}

/// An error that is a redirection cannot be a fault.
#[test]
fn a_redirection_that_is_made_a_fault_is_the_services_own_mistake() {
    let moved = || {
        HttpResponse::Found()
            .insert_header(("location", "/login"))
            .finish()
    };
    let error = manila_actix::Error::from(Error::from(Answering(moved)));
    assert_eq!(error.fault().http_status(), 500);
    assert_eq!(
        error.fault().cause().unwrap().chain(),
        "the shard is read-only"
    );
}
