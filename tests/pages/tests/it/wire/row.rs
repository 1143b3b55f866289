//! A row of the page, and how it is driven.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use axum::response::IntoResponse as _;
use axum::routing::get;
use http_body_util::BodyExt as _;
use manila::{Condition, Fault, PassThrough};
use manila_axum::{EnvelopeLayer, Envelopes, Result};
use tower::ServiceExt as _;

/// Something that is on the wire.
pub(super) struct Row {
    /// A header field, or a part of the body.
    pub(super) what: &'static str,
    /// On which responses.
    pub(super) when: &'static str,
    pub(super) value: &'static str,
    /// What switches it off or changes it, for people.
    pub(super) switch: &'static str,
    /// The path that is asked for, and a field of the request.
    pub(super) request: (&'static str, Option<(&'static str, &'static str)>),
    pub(super) is_so: fn(&Sent) -> bool,
    /// The same switch, if it is a setting of the envelopes.
    pub(super) is_switched: Option<fn(Envelopes) -> Envelopes>,
}

/// A response as it was sent.
pub(super) struct Sent {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) body: String,
}

impl Sent {
    /// The value of a field, if there is one and no second.
    pub(super) fn field(&self, name: &str) -> Option<&str> {
        let mut values = self.headers.get_all(name).iter();
        let value = values.next()?.to_str().ok()?;
        values.next().is_none().then_some(value)
    }
}

impl Row {
    pub(super) async fn is_so(&self, switched: bool) -> bool {
        let switch = self.is_switched.filter(|_| switched);
        let envelopes = Envelopes::ok_error();
        let envelopes = switch.map_or(envelopes.clone(), |switch| switch(envelopes));
        (self.is_so)(&answer(envelopes, self.request).await)
    }
}

async fn answer(envelopes: Envelopes, (path, field): (&str, Option<(&str, &str)>)) -> Sent {
    let mut request = Request::builder().uri(path);
    if let Some((name, value)) = field {
        request = request.header(name, value);
    }
    let request = request.body(Body::empty()).unwrap();
    let app = routes().layer(EnvelopeLayer::new(envelopes));
    let response = app.oneshot(request).await.unwrap();
    let (head, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Sent {
        status: head.status.as_u16(),
        headers: head.headers,
        body: String::from_utf8(body.to_vec()).unwrap(),
    }
}

/// A code whose catalog knows the way out.
#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "advised", documentation = "https://docs.example/errors")]
pub(super) enum Advised {
    #[error("Sign in again.")]
    #[error_code(
        status = 401,
        message = "The session is too old for that.",
        retry = "after_change",
        owner = "user",
        client = ["Ask the user to sign in again.", "Repeat the request."],
        next = "POST /v1/auth/login"
    )]
    ReauthRequired,
}

fn routes() -> Router {
    let raise =
        |condition| move || async move { Result::<()>::Err(Fault::condition(condition).into()) };
    let moment = async || {
        let fault = Fault::condition(Condition::Unavailable);
        Result::<()>::Err(
            fault
                .with_retry_after(std::time::Duration::from_secs(2))
                .into(),
        )
    };
    let reauth = async || Result::<()>::Err(Advised::ReauthRequired.into());
    let page = async || {
        let mut page = (StatusCode::NOT_FOUND, "<h1>Not here</h1>").into_response();
        page.extensions_mut().insert(PassThrough);
        page
    };
    let fields = [("x-debug", "canary"), ("x-error-code", "made_up")];
    Router::new()
        .route("/", get(async || "hello"))
        .route("/conflict", get(raise(Condition::Conflict)))
        .route("/unauthorized", get(raise(Condition::Unauthenticated)))
        .route("/moment", get(moment))
        .route("/reauth", get(reauth))
        .route("/page", get(page))
        .route(
            "/foreign/409",
            get(async || (StatusCode::CONFLICT, "Taken by ada.")),
        )
        .route(
            "/foreign/500",
            get(async move || (StatusCode::INTERNAL_SERVER_ERROR, fields, "canary")),
        )
}
