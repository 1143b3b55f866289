//! axum-extra: typed headers, cookies, either of two extractors, rejections of one's own.

use axum::Router;
use axum::routing::{get, post};
use axum_extra::TypedHeader;
use axum_extra::either::Either;
use axum_extra::extract::{CookieJar, WithRejection, cookie::Cookie};
use axum_extra::headers::{Authorization, authorization::Bearer};
use manila_ecosystem::ApiError;
use serde::Deserialize;

use crate::placed;

#[derive(Deserialize)]
struct Signup {
    seats: u8,
}

/// The service's own word for a body that cannot be read.
struct Refused(ApiError);

impl From<axum::extract::rejection::JsonRejection> for Refused {
    fn from(_: axum::extract::rejection::JsonRejection) -> Self {
        Self(ApiError::PlanLimitExceeded)
    }
}

impl axum::response::IntoResponse for Refused {
    fn into_response(self) -> axum::response::Response {
        self.0.into_response()
    }
}

fn router() -> Router {
    Router::new()
        .route(
            "/token",
            get(
                async |TypedHeader(token): TypedHeader<Authorization<Bearer>>| {
                    token.token().to_owned()
                },
            ),
        )
        .route(
            "/login",
            get(async |jar: CookieJar| {
                (
                    jar.add(Cookie::new("session", "s1")),
                    ApiError::PlanLimitExceeded,
                )
            }),
        )
        .route(
            "/either/{seats}",
            get(
                async |it: Either<manila_axum::Query<Signup>, manila_axum::Path<Signup>>| match it {
                    Either::E1(manila_axum::Query(signup)) => format!("query {}", signup.seats),
                    Either::E2(manila_axum::Path(signup)) => format!("path {}", signup.seats),
                },
            ),
        )
        .route(
            "/own",
            post(
                async |WithRejection(axum::Json(signup), _): WithRejection<
                    axum::Json<Signup>,
                    Refused,
                >| signup.seats.to_string(),
            ),
        )
}

#[tokio::test]
async fn a_typed_header_that_is_not_there_is_an_envelope() {
    for server in placed!(router()) {
        let answer = server.get("/token").await;
        answer.assert_envelope(400, "bad_request");
        assert!(answer.text().contains("authorization"), "{answer:?}");
        let answer = server
            .get_with("/token", &[("authorization", "Bearer t1")])
            .await;
        answer.assert_success();
        assert_eq!(answer.text(), "t1");
    }
}

#[tokio::test]
async fn a_cookie_is_set_beside_an_error() {
    for server in placed!(router()) {
        let answer = server.get("/login").await;
        answer.assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
        assert_eq!(answer.header("set-cookie"), Some("session=s1"));
    }
}

#[tokio::test]
async fn either_takes_the_extractors_of_manila() {
    for server in placed!(router()) {
        assert_eq!(server.get("/either/x?seats=7").await.text(), "query 7");
        assert_eq!(server.get("/either/9").await.text(), "path 9");
        // The last one says what was wrong.
        let answer = server.get("/either/x").await;
        answer.assert_envelope(400, "bad_request");
        assert!(
            answer.text().contains(r#""parameter":"seats""#),
            "{answer:?}"
        );
    }
}

#[tokio::test]
async fn a_rejection_of_ones_own_is_that_code() {
    for server in placed!(router()) {
        let json = &[("content-type", "application/json")];
        let answer = server.post("/own", json, r#"{"seats":"many"}"#).await;
        answer.assert_envelope(402, "PLAN_LIMIT_EXCEEDED");
        server
            .post("/own", json, r#"{"seats":7}"#)
            .await
            .assert_success();
    }
}
