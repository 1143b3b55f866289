//! Each use of an extractor, over a real request: what the framework's own does with it, and this crate's.

use axum::Router;
use axum::extract::FromRequest;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum_extra::either::Either;
use manila_axum::{EnvelopeLayer, Envelopes};

use super::{FORM, JSON, Seats, Sent, send};

/// The routes of each use, with the extractors of a crate.
macro_rules! routes {
    ($routes:ident: $($import:item)+) => {
        mod $routes {
            use axum::extract::FromRequestParts;
            use serde::Deserialize;
            $($import)+

            use super::*;

            type JsonError = <Json<Seats> as FromRequest<()>>::Rejection;
            type PathError = <Path<Seats> as FromRequestParts<()>>::Rejection;

            #[derive(Deserialize, FromRequest)]
            #[from_request(via(Json))]
            struct Body {
                seats: u8,
            }

            #[derive(FromRequest)]
            struct Parts {
                #[from_request(via(Query))]
                query: Seats,
                #[from_request(via(Json))]
                body: Seats,
            }

            async fn framework_result(path: Result<Path<Seats>, PathError>) -> axum::response::Result<String> {
                Ok(path?.seats.to_string())
            }

            pub(super) fn router() -> Router {
                Router::new()
                    .route("/json", post(async |it: Json<Seats>| it.seats.to_string()))
                    .route("/json/back", post(async |it: Json<Seats>| it))
                    .route("/json/option", post(async |it: Option<Json<Seats>>| option(it.map(|it| it.seats))))
                    .route("/json/result", post(async |it: Result<Json<Seats>, JsonError>| result(it.map(|it| it.seats))))
                    .route("/json/error", post(async |it: Result<Json<Seats>, JsonError>| match it {
                        Ok(it) => it.seats.to_string().into_response(),
                        Err(error) => error.into_response(),
                    }))
                    .route("/json/via", post(async |it: Body| it.seats.to_string()))
                    .route("/json/part", post(async |it: Parts| (it.query.seats + it.body.seats).to_string()))
                    .route("/form", post(async |it: Form<Seats>| it.seats.to_string()))
                    .route("/form", get(async |it: Form<Seats>| it.seats.to_string()))
                    .route("/form/back", post(async |it: Form<Seats>| it))
                    .route("/query", get(async |it: Query<Seats>| it.seats.to_string()))
                    .route("/query/result", get(async |it: Result<Query<Seats>, _>| result(it.map(|it: Query<Seats>| it.seats))))
                    .route("/path/{seats}", get(async |it: Path<Seats>| it.seats.to_string()))
                    .route("/path/result/{seats}", get(framework_result))
                    .route("/path/option", get(async |it: Option<Path<Seats>>| option(it.map(|it| it.seats))))
                    .route("/path/option/{seats}", get(async |it: Option<Path<Seats>>| option(it.map(|it| it.seats))))
                    .route("/either/{seats}", get(async |it: Either<Query<Seats>, Path<Seats>>| match it {
                        Either::E1(it) => format!("query {}", it.seats),
                        Either::E2(it) => format!("path {}", it.seats),
                    }))
                    .layer(EnvelopeLayer::new(Envelopes::ok_error()))
            }
        }
    };
}

routes! { theirs:
    use axum::{Form, Json};
    use axum::extract::{Path, Query};
}
routes! { own:
    use manila_axum::{Form, Json, Path, Query};
}

fn option(seats: Option<u8>) -> String {
    format!("{seats:?}")
}

fn result<E: IntoResponse>(seats: Result<u8, E>) -> Response {
    match seats {
        Ok(seats) => format!("Ok({seats})").into_response(),
        Err(error) => format!("refused with {}", error.into_response().status()).into_response(),
    }
}

/// What a request to both is answered with: a success and its text, or the status of a refusal.
async fn check(sent: Sent, status: u16, text: &str) {
    for (whose, router) in [("theirs", theirs::router()), ("own", own::router())] {
        let answer = send(router, sent).await;
        assert_eq!(answer.status, status, "{whose} {sent:?} {answer:?}");
        if status == 200 {
            assert_eq!(answer.body, text, "{whose} {sent:?}");
        } else {
            assert_eq!(answer.code, text, "{whose} {sent:?}");
        }
    }
}

const SEVEN: &str = r#"{"seats":7}"#;
const MANY: &str = r#"{"seats":"many"}"#;

#[tokio::test]
async fn json_is_read_and_written_as_by_the_framework() {
    check(("POST", "/json", JSON, SEVEN), 200, "7").await;
    check(("POST", "/json", JSON, MANY), 422, "unprocessable_content").await;
    check(("POST", "/json", JSON, "{"), 400, "bad_request").await;
    check(("POST", "/json", "", SEVEN), 415, "unsupported_media_type").await;
    check(("POST", "/json/back", JSON, SEVEN), 200, SEVEN).await;
    check(("POST", "/json/via", JSON, SEVEN), 200, "7").await;
    check(
        ("POST", "/json/via", JSON, MANY),
        422,
        "unprocessable_content",
    )
    .await;
    check(("POST", "/json/part?seats=1", JSON, SEVEN), 200, "8").await;
    check(("POST", "/json/part", JSON, SEVEN), 400, "bad_request").await;
    check(
        ("POST", "/json/part?seats=1", JSON, MANY),
        422,
        "unprocessable_content",
    )
    .await;
}

#[tokio::test]
async fn json_that_is_not_sent_is_none_and_json_that_is_broken_is_refused() {
    check(("POST", "/json/option", "", ""), 200, "None").await;
    check(("POST", "/json/option", "", SEVEN), 200, "None").await;
    check(("POST", "/json/option", JSON, SEVEN), 200, "Some(7)").await;
    check(("POST", "/json/option", JSON, "{"), 400, "bad_request").await;
    check(("POST", "/json/option", JSON, ""), 400, "bad_request").await;
    check(
        ("POST", "/json/option", JSON, MANY),
        422,
        "unprocessable_content",
    )
    .await;
    check(
        ("POST", "/json/option", "text/plain", SEVEN),
        415,
        "unsupported_media_type",
    )
    .await;
}

#[tokio::test]
async fn a_handler_may_take_the_refusal() {
    let refused = "refused with 422 Unprocessable Entity";
    check(("POST", "/json/result", JSON, SEVEN), 200, "Ok(7)").await;
    check(("POST", "/json/result", JSON, MANY), 200, refused).await;
    check(
        ("POST", "/json/error", JSON, MANY),
        422,
        "unprocessable_content",
    )
    .await;
    let refused = "refused with 400 Bad Request";
    check(("GET", "/query/result?seats=7", "", ""), 200, "Ok(7)").await;
    check(("GET", "/query/result?seats=many", "", ""), 200, refused).await;
    check(("GET", "/path/result/7", "", ""), 200, "7").await;
    check(("GET", "/path/result/many", "", ""), 400, "bad_request").await;
}

#[tokio::test]
async fn forms_queries_and_paths_are_read_as_by_the_framework() {
    check(("POST", "/form", FORM, "seats=7"), 200, "7").await;
    check(
        ("POST", "/form", FORM, "seats=many"),
        422,
        "unprocessable_content",
    )
    .await;
    check(
        ("POST", "/form", JSON, "seats=7"),
        415,
        "unsupported_media_type",
    )
    .await;
    check(("GET", "/form?seats=7", "", ""), 200, "7").await;
    check(("GET", "/form?seats=many", "", ""), 400, "bad_request").await;
    check(("POST", "/form/back", FORM, "seats=7"), 200, "seats=7").await;
    check(("GET", "/query?seats=7", "", ""), 200, "7").await;
    check(("GET", "/query", "", ""), 400, "bad_request").await;
    check(("GET", "/path/7", "", ""), 200, "7").await;
    check(("GET", "/path/many", "", ""), 400, "bad_request").await;
}

#[tokio::test]
async fn a_path_without_parameters_is_none_and_either_takes_the_one_that_can_be_read() {
    check(("GET", "/path/option/7", "", ""), 200, "Some(7)").await;
    check(("GET", "/path/option/many", "", ""), 400, "bad_request").await;
    check(("GET", "/either/many?seats=7", "", ""), 200, "query 7").await;
    check(("GET", "/either/9", "", ""), 200, "path 9").await;
    check(("GET", "/either/many", "", ""), 400, "bad_request").await;
}

/// Uses that the framework's own has not: the query, `JsonAll`, and what is checked.
#[cfg(all(feature = "json-all", feature = "garde-023", feature = "validator-021"))]
mod beyond {
    use axum::Router;
    use axum::routing::{get, post};
    use manila::FieldNames;
    use manila_axum::{EnvelopeLayer, Envelopes, Json, JsonAll, Path, Query, garde, validator};

    use super::{JSON, MANY, SEVEN, option, send};

    #[derive(Debug, eserde::Deserialize, ::garde::Validate, ::validator::Validate, FieldNames)]
    struct Few {
        #[garde(range(max = 9))]
        #[validate(range(max = 9))]
        seats: u8,
    }

    fn router() -> Router {
        use garde::Valid as Garde;
        use validator::Valid as Validator;

        Router::new()
            .route(
                "/all",
                post(async |it: Option<JsonAll<Few>>| option(it.map(|it| it.seats))),
            )
            .route(
                "/garde",
                post(async |it: Option<Garde<Json<Few>>>| option(it.map(|it| it.seats))),
            )
            .route(
                "/validator",
                post(async |it: Option<Validator<Json<Few>>>| option(it.map(|it| it.seats))),
            )
            .route(
                "/garde",
                get(async |it: Option<Garde<Query<Few>>>| option(it.map(|it| it.seats))),
            )
            .route(
                "/validator",
                get(async |it: Option<Validator<Query<Few>>>| option(it.map(|it| it.seats))),
            )
            .route(
                "/garde/{seats}",
                get(async |it: Option<Garde<Path<Few>>>| option(it.map(|it| it.seats))),
            )
            .route(
                "/query",
                get(async |it: Option<Query<Few>>| option(it.map(|it| it.seats))),
            )
            .layer(EnvelopeLayer::new(Envelopes::ok_error()))
    }

    #[tokio::test]
    async fn what_is_not_sent_is_none_whoever_checks_it() {
        let ten = r#"{"seats":10}"#;
        for (sent, status, text) in [
            (("POST", "/all", "", ""), 200, "None"),
            (("POST", "/all", JSON, SEVEN), 200, "Some(7)"),
            (("POST", "/all", JSON, MANY), 422, "unprocessable_content"),
            (("POST", "/garde", "", ""), 200, "None"),
            (("POST", "/garde", JSON, SEVEN), 200, "Some(7)"),
            (("POST", "/garde", JSON, ten), 422, "unprocessable_content"),
            (("POST", "/garde", JSON, "{"), 400, "bad_request"),
            (("POST", "/validator", "", ""), 200, "None"),
            (
                ("POST", "/validator", JSON, ten),
                422,
                "unprocessable_content",
            ),
            (("GET", "/garde", "", ""), 200, "None"),
            (("GET", "/garde?seats=7", "", ""), 200, "Some(7)"),
            (
                ("GET", "/garde?seats=10", "", ""),
                422,
                "unprocessable_content",
            ),
            (("GET", "/validator", "", ""), 200, "None"),
            (
                ("GET", "/validator?seats=10", "", ""),
                422,
                "unprocessable_content",
            ),
            (("GET", "/garde/7", "", ""), 200, "Some(7)"),
            (("GET", "/garde/10", "", ""), 422, "unprocessable_content"),
            (("GET", "/query", "", ""), 200, "None"),
            (("GET", "/query?seats=many", "", ""), 400, "bad_request"),
        ] {
            let answer = send(router(), sent).await;
            assert_eq!(answer.status, status, "{sent:?} {answer:?}");
            let told = if status == 200 {
                answer.body
            } else {
                answer.code
            };
            assert_eq!(told, text, "{sent:?}");
        }
    }
}
