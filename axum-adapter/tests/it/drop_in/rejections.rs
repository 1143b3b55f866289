//! A rejection of axum's own that a program makes this crate's error is what the layer makes of it.

use std::io;

use axum::body::Bytes;
use axum::extract::rejection::{
    BytesRejection, ExtensionRejection, FormRejection, JsonRejection, MatchedPathRejection,
    NestedPathRejection, PathRejection, QueryRejection, RawFormRejection, RawPathParamsRejection,
    StringRejection,
};
use axum::extract::{
    DefaultBodyLimit, MatchedPath, NestedPath, Path, Query, RawForm, RawPathParams,
};
use axum::routing::{MethodRouter, any};
use axum::{Extension, Form, Json, Router};
use axum_extra::extract::WithRejection;
use manila::Envelopes;
use manila_axum::{EnvelopeLayer, Error};

use super::{Answer, FORM, JSON, Seats, Sent, send};

mod observed {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../core/tests/doc/observed.rs"
    ));
}

use self::observed::Told;

/// An extractor by itself, with its rejection mapped, and with its rejection handed on by `?`.
macro_rules! ways {
    ($extractor:ty, $rejection:ty) => {{
        let by_hand = async |it: Result<$extractor, $rejection>| -> manila_axum::Result<&str> {
            let _ = it?;
            Ok("read")
        };
        [
            any(async |_: $extractor| "read"),
            any(async |_: WithRejection<$extractor, Error>| "read"),
            any(by_hand),
        ]
    }};
}

/// The settings that decide what a client and the log are told of foreign words.
const SETTINGS: [fn(Envelopes) -> Envelopes; 4] = [
    |it| it,
    Envelopes::hide_reasons,
    Envelopes::no_foreign_text,
    |it| it.hide_reasons().no_foreign_text(),
];

/// What a request is answered with, and what the operator is told.
async fn answer(
    handler: &MethodRouter,
    set: fn(Envelopes) -> Envelopes,
    sent: Sent,
) -> (Answer, String) {
    let told = Told::default();
    let app = Router::new()
        .route("/", handler.clone())
        .route("/{seats}", handler.clone())
        .layer(DefaultBodyLimit::max(32))
        .layer(EnvelopeLayer::new(set(told.envelopes())));
    let answer = send(app, sent).await;
    (answer, told.only())
}

async fn check(ways: [MethodRouter; 3], sent: Sent, status: u16) {
    for set in SETTINGS {
        let [layer, mapped, by_hand] = &ways;
        let by_layer = answer(layer, set, sent).await;
        assert_eq!(by_layer.0.status, status, "{sent:?} {by_layer:?}");
        assert!(by_layer.1.contains(" foreign "), "{by_layer:?}");
        assert_eq!(answer(mapped, set, sent).await, by_layer, "{sent:?}");
        assert_eq!(answer(by_hand, set, sent).await, by_layer, "{sent:?}");
    }
}

#[tokio::test]
async fn a_body_that_cannot_be_read_is_told_as_by_the_layer() {
    let json = || ways!(Json<Seats>, JsonRejection);
    check(json(), ("POST", "/", JSON, r#"{"seats":"many"}"#), 422).await;
    check(json(), ("POST", "/", JSON, "{"), 400).await;
    check(json(), ("POST", "/", "", "{}"), 415).await;
    let long = r#"{"seats":7,"and":"more than 32 bytes"}"#;
    check(json(), ("POST", "/", JSON, long), 413).await;
    let form = || ways!(Form<Seats>, FormRejection);
    check(form(), ("POST", "/", FORM, "seats=many"), 422).await;
    check(form(), ("GET", "/?seats=many", "", ""), 400).await;
    check(form(), ("POST", "/", JSON, "seats=7"), 415).await;
    check(
        ways!(RawForm, RawFormRejection),
        ("POST", "/", JSON, ""),
        415,
    )
    .await;
    check(ways!(Bytes, BytesRejection), ("POST", "/", "", long), 413).await;
    check(ways!(String, StringRejection), ("POST", "/", "", long), 413).await;
}

#[tokio::test]
async fn a_head_that_cannot_be_read_is_told_as_by_the_layer() {
    let query = || ways!(Query<Seats>, QueryRejection);
    check(query(), ("GET", "/?seats=many", "", ""), 400).await;
    check(query(), ("GET", "/", "", ""), 400).await;
    check(query(), ("HEAD", "/?seats=many", "", ""), 400).await;
    let path = || ways!(Path<Seats>, PathRejection);
    check(path(), ("GET", "/many", "", ""), 400).await;
    check(path(), ("GET", "/%FF", "", ""), 400).await;
    check(path(), ("GET", "/", "", ""), 400).await;
    let misfit = ways!(Path<u8>, PathRejection);
    check(misfit, ("GET", "/", "", ""), 500).await;
    let raw = || ways!(RawPathParams, RawPathParamsRejection);
    check(raw(), ("GET", "/%FF", "", ""), 400).await;
}

#[tokio::test]
async fn a_mistake_of_the_services_own_is_told_as_by_the_layer() {
    let extension = ways!(Extension<u8>, ExtensionRejection);
    check(extension, ("GET", "/", "", ""), 500).await;
    check(
        ways!(NestedPath, NestedPathRejection),
        ("GET", "/", "", ""),
        500,
    )
    .await;
    // A router's route is known in it; outside of one it is not.
    let fallback = async |it: Result<MatchedPath, MatchedPathRejection>| it.err().unwrap();
    let mapped = async |_: WithRejection<MatchedPath, Error>| "read";
    let mut told = Vec::new();
    for router in [
        Router::new().fallback(fallback),
        Router::new().fallback(mapped),
    ] {
        let observed = Told::default();
        let app = router.layer(EnvelopeLayer::new(observed.envelopes()));
        let answer = send(app, ("GET", "/", "", "")).await;
        assert_eq!(answer.status, 500);
        told.push((answer, observed.only()));
    }
    assert_eq!(told[0], told[1]);
}

#[cfg(feature = "multipart")]
#[tokio::test]
async fn a_multipart_form_that_cannot_be_read_is_told_as_by_the_layer() {
    use axum::extract::Multipart;
    use axum::extract::multipart::{MultipartError, MultipartRejection};

    let no_boundary = ("POST", "/", "multipart/form-data", "");
    check(ways!(Multipart, MultipartRejection), no_boundary, 400).await;

    async fn read(mut form: Multipart) -> Result<(), MultipartError> {
        form.next_field().await.map(drop)
    }
    async fn mapped(form: Multipart) -> manila_axum::Result<()> {
        Ok(read(form).await?)
    }
    let cut_off = (
        "POST",
        "/",
        "multipart/form-data; boundary=x",
        "--x\r\nhalf",
    );
    check([any(read), any(mapped), any(mapped)], cut_off, 400).await;
}

#[cfg(feature = "ws")]
#[tokio::test]
async fn a_request_that_is_no_upgrade_is_told_as_by_the_layer() {
    use axum::extract::WebSocketUpgrade;
    use axum::extract::ws::rejection::WebSocketUpgradeRejection;

    let upgrade = ways!(WebSocketUpgrade, WebSocketUpgradeRejection);
    check(upgrade, ("GET", "/", "", ""), 400).await;
}

/// axum has no response for its own `Error`, which a body ends with while a handler reads it.
#[test]
fn a_body_that_ends_with_an_error_is_the_clients_or_the_limits() {
    let status = |error: axum::Error| Error::from(error).fault().http_status();
    assert_eq!(
        status(axum::Error::new(io::Error::from(
            io::ErrorKind::UnexpectedEof
        ))),
        400
    );
    assert_eq!(
        status(axum::Error::new(io::Error::from(io::ErrorKind::TimedOut))),
        504
    );
    let fault = manila::Fault::condition(manila::Condition::Conflict);
    assert_eq!(status(axum::Error::new(fault)), 409);
}

#[test]
fn the_words_of_a_rejection_are_in_its_display() {
    let error = Error::from(axum::extract::rejection::MissingJsonContentType::default());
    assert_eq!(
        error.to_string(),
        "status 415: Expected request with `Content-Type: application/json`"
    );
}
