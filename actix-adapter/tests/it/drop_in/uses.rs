//! Each use of an extractor, over a real request: what the framework's own does with it, and this crate's.

use actix_web::{Either, FromRequest, HttpResponse, Responder, web};
use manila_actix::{Envelopes, InputConfig};

use super::{FORM, JSON, Seats, Sent, send};

/// The routes of each use, with the extractors of a crate.
macro_rules! routes {
    ($routes:ident: $import:item) => {
        mod $routes {
            $import

            use super::*;

            type JsonError = <Json<Seats> as FromRequest>::Error;
            type PathError = <Path<Seats> as FromRequest>::Error;
            type EitherError = <Either<Json<Seats>, Form<Seats>> as FromRequest>::Error;

            async fn framework_result(path: Result<Path<Seats>, PathError>) -> actix_web::Result<String> {
                Ok(path?.seats.to_string())
            }

            async fn own_result(json: Result<Json<Seats>, JsonError>) -> manila_actix::Result<String> {
                Ok(json.map_err(actix_web::Error::from)?.seats.to_string())
            }

            async fn either(it: Either<Json<Seats>, Form<Seats>>) -> String {
                match it {
                    Either::Left(it) => format!("json {}", it.seats),
                    Either::Right(it) => format!("form {}", it.seats),
                }
            }

            async fn either_result(it: Result<Either<Json<Seats>, Form<Seats>>, EitherError>) -> actix_web::Result<String> {
                Ok(either(it?).await)
            }

            pub(super) fn configure(config: &mut web::ServiceConfig) {
                InputConfig::new().apply(config);
                config
                    .route("/json", web::post().to(async |it: Json<Seats>| it.into_inner().seats.to_string()))
                    .route("/json/back", web::post().to(async |it: Json<Seats>| it))
                    .route("/json/customized", web::post().to(async |it: Json<Seats>| it.customize().append_header(("x-a", "b"))))
                    .route("/json/nested", web::post().to(async |it: Json<Seats>| HttpResponse::Ok().json(it)))
                    .route("/json/option", web::post().to(async |it: Option<Json<Seats>>| option(it.map(|it| it.seats))))
                    .route("/json/result", web::post().to(async |it: Result<Json<Seats>, JsonError>| result(it.map(|it| it.seats))))
                    .route("/json/own", web::post().to(own_result))
                    .route("/form", web::post().to(async |it: Form<Seats>| it.seats.to_string()))
                    .route("/form/back", web::post().to(async |it: Form<Seats>| it))
                    .route("/form/option", web::post().to(async |it: Option<Form<Seats>>| option(it.map(|it| it.seats))))
                    .route("/query", web::get().to(async |it: Query<Seats>| it.seats.to_string()))
                    .route("/query/option", web::get().to(async |it: Option<Query<Seats>>| option(it.map(|it| it.seats))))
                    .route("/path/result/{seats}", web::get().to(framework_result))
                    .route("/path/option/{seats}", web::get().to(async |it: Option<Path<Seats>>| option(it.map(|it| it.seats))))
                    .route("/path/option", web::get().to(async |it: Option<Path<Seats>>| option(it.map(|it| it.seats))))
                    .route("/path/{seats}", web::get().to(async |it: Path<Seats>| it.as_ref().seats.to_string()))
                    .route("/two/{seats}", web::post().to(async |path: Path<Seats>, json: Json<Seats>| (path.seats + json.seats).to_string()))
                    .route("/either", web::post().to(either))
                    .route("/either/result", web::post().to(either_result));
            }
        }
    };
}

routes! { theirs: use actix_web::web::{Form, Json, Path, Query}; }
routes! { own: use manila_actix::{Form, Json, Path, Query}; }

fn option(seats: Option<u8>) -> String {
    format!("{seats:?}")
}

fn result<E: Into<actix_web::Error>>(seats: Result<u8, E>) -> String {
    match seats {
        Ok(seats) => format!("Ok({seats})"),
        Err(error) => format!("refused with {}", error.into().error_response().status()),
    }
}

/// What a request to both is answered with: a success and its text, or the status of a refusal. The
/// framework's own are configured by `InputConfig`.
async fn check(sent: Sent, status: u16, text: &str) {
    let settings = Envelopes::ok_error;
    let theirs = send(settings(), theirs::configure, sent).await;
    let own = send(settings(), own::configure, sent).await;
    for (whose, answer) in [("theirs", theirs), ("own", own)] {
        assert_eq!(answer.status, status, "{whose} {sent:?} {answer:?}");
        let told = if status == 200 {
            answer.body
        } else {
            answer.code
        };
        assert_eq!(told, text, "{whose} {sent:?}");
    }
}

const SEVEN: &str = r#"{"seats":7}"#;
const MANY: &str = r#"{"seats":"many"}"#;
const UNPROCESSABLE: &str = "unprocessable_content";

#[actix_web::test]
async fn json_is_read_and_written_as_by_the_framework() {
    check(("POST", "/json", JSON, SEVEN), 200, "7").await;
    check(("POST", "/json", JSON, MANY), 422, UNPROCESSABLE).await;
    check(("POST", "/json", JSON, "{"), 400, "bad_request").await;
    check(("POST", "/json", "", SEVEN), 415, "unsupported_media_type").await;
    check(("POST", "/json/back", JSON, SEVEN), 200, SEVEN).await;
    check(("POST", "/json/customized", JSON, SEVEN), 200, SEVEN).await;
    check(("POST", "/json/nested", JSON, SEVEN), 200, SEVEN).await;
    check(("POST", "/two/1", JSON, SEVEN), 200, "8").await;
    check(("POST", "/two/many", JSON, SEVEN), 400, "bad_request").await;
}

#[actix_web::test]
async fn whatever_cannot_be_read_is_none() {
    check(("POST", "/json/option", JSON, SEVEN), 200, "Some(7)").await;
    check(("POST", "/json/option", "", SEVEN), 200, "None").await;
    check(("POST", "/json/option", JSON, "{"), 200, "None").await;
    check(("POST", "/form/option", FORM, "seats=7"), 200, "Some(7)").await;
    check(("POST", "/form/option", FORM, "seats=many"), 200, "None").await;
    check(("GET", "/query/option?seats=7", "", ""), 200, "Some(7)").await;
    check(("GET", "/query/option", "", ""), 200, "None").await;
    check(("GET", "/path/option/7", "", ""), 200, "Some(7)").await;
    check(("GET", "/path/option/many", "", ""), 200, "None").await;
    check(("GET", "/path/option", "", ""), 200, "None").await;
}

#[actix_web::test]
async fn a_handler_may_take_the_refusal() {
    let refused = "refused with 422 Unprocessable Entity";
    check(("POST", "/json/result", JSON, SEVEN), 200, "Ok(7)").await;
    check(("POST", "/json/result", JSON, MANY), 200, refused).await;
    check(("POST", "/json/own", JSON, SEVEN), 200, "7").await;
    check(("POST", "/json/own", JSON, MANY), 422, UNPROCESSABLE).await;
    check(("GET", "/path/result/7", "", ""), 200, "7").await;
    check(("GET", "/path/result/many", "", ""), 400, "bad_request").await;
}

#[actix_web::test]
async fn forms_queries_and_paths_are_read_as_by_the_framework() {
    check(("POST", "/form", FORM, "seats=7"), 200, "7").await;
    check(("POST", "/form", FORM, "seats=many"), 422, UNPROCESSABLE).await;
    check(
        ("POST", "/form", JSON, "seats=7"),
        415,
        "unsupported_media_type",
    )
    .await;
    check(("POST", "/form/back", FORM, "seats=7"), 200, "seats=7").await;
    check(("GET", "/query?seats=7", "", ""), 200, "7").await;
    check(("GET", "/query", "", ""), 400, "bad_request").await;
    check(("GET", "/path/7", "", ""), 200, "7").await;
    check(("GET", "/path/many", "", ""), 400, "bad_request").await;
}

#[actix_web::test]
async fn either_takes_the_one_that_can_be_read_and_the_first_says_what_was_wrong() {
    for path in ["/either", "/either/result"] {
        check(("POST", path, JSON, SEVEN), 200, "json 7").await;
        check(("POST", path, FORM, "seats=9"), 200, "form 9").await;
        check(("POST", path, JSON, MANY), 422, UNPROCESSABLE).await;
        check(
            ("POST", path, "text/plain", SEVEN),
            415,
            "unsupported_media_type",
        )
        .await;
    }
}
