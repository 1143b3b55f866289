//! Requests that break the rules of a validator.

use std::future::{Ready, ready};

use ::validator::Validate;
use actix_web::body::to_bytes;
use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::test::{self, TestRequest};
use actix_web::{App, FromRequest, HttpRequest, web};
use manila::validate::{Extracted, Input};
use manila::{Envelopes, FieldNames};
use manila_actix::{EnvelopeLayer, Form, Json, JsonAll, Path, Query, garde, validator};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
enum ApiError {
    #[error("The request is not valid.")]
    #[error_code(status = 422, condition = "validation")]
    Invalid,
    #[error("This is no email address.")]
    #[error_code(status = 422, rule = "email")]
    InvalidEmail,
    #[error("This is not within the limits.")]
    #[error_code(status = 422, rule = "range")]
    OutOfRange,
    #[error("This is too long.")]
    #[error_code(status = 422, rule = "length")]
    Length,
    #[error("This is missing.")]
    #[error_code(status = 422, rule = "required")]
    Missing,
}

#[derive(Deserialize, ::garde::Validate, FieldNames)]
struct Signup {
    #[garde(email)]
    email: String,
    #[garde(range(min = 18, max = 120))]
    age: u8,
    #[garde(length(max = 5), inner(length(max = 20)))]
    tags: Vec<String>,
    #[garde(dive)]
    address: Address,
}

#[derive(Deserialize, ::garde::Validate, Validate, FieldNames)]
struct Address {
    #[garde(required)]
    #[validate(required)]
    city: Option<String>,
}

/// validator has no rule for the elements of a list of texts; each is a type of its own.
#[derive(Deserialize, Validate, FieldNames)]
struct Newcomer {
    #[validate(email)]
    email: String,
    #[validate(range(min = 18, max = 120))]
    age: u8,
    #[validate(length(max = 5), nested)]
    tags: Vec<Tag>,
    #[validate(nested)]
    address: Address,
}

#[derive(Deserialize, Serialize, Validate, FieldNames)]
#[serde(transparent)]
struct Tag {
    #[validate(length(max = 20))]
    text: String,
}

#[derive(Deserialize, ::garde::Validate, Validate, FieldNames)]
#[serde(rename_all = "camelCase")]
struct Page {
    #[garde(range(max = 100))]
    #[validate(range(max = 100))]
    page_size: u8,
}

/// Read by eserde, checked by garde.
#[derive(::eserde::Deserialize, ::garde::Validate, FieldNames)]
#[serde(rename_all = "camelCase")]
struct Whole {
    #[garde(email)]
    mail_address: String,
    #[garde(range(min = 18))]
    age: u8,
}

/// An extractor of the service's own.
struct Header(Page);

impl Extracted for Header {
    type Value = Page;
    const INPUT: Input = Input::Parameters;

    fn value(&self) -> &Page {
        &self.0
    }
}

impl FromRequest for Header {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self, actix_web::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let page_size = request.headers().get("page-size").unwrap();
        let page_size = page_size.to_str().unwrap().parse().unwrap();
        ready(Ok(Self(Page { page_size })))
    }
}

async fn answer(request: TestRequest) -> (StatusCode, Vec<u8>) {
    let by_garde = web::scope("/garde")
        .route(
            "/json",
            web::post().to(async |_: garde::Valid<Json<Signup>>| "valid"),
        )
        .route(
            "/form",
            web::post().to(async |_: garde::Valid<Form<Page>>| "valid"),
        )
        .route(
            "/query",
            web::get().to(async |_: garde::Valid<Query<Page>>| "valid"),
        )
        .route(
            "/path/{pageSize}",
            web::get().to(async |_: garde::Valid<Path<Page>>| "valid"),
        )
        .route(
            "/header",
            web::get().to(async |_: garde::Valid<Header>| "valid"),
        )
        .route(
            "/whole",
            web::post().to(async |_: garde::Valid<JsonAll<Whole>>| "valid"),
        );
    let by_validator = web::scope("/validator")
        .route(
            "/json",
            web::post().to(async |_: validator::Valid<Json<Newcomer>>| "valid"),
        )
        .route(
            "/form",
            web::post().to(async |_: validator::Valid<Form<Page>>| "valid"),
        )
        .route(
            "/query",
            web::get().to(async |_: validator::Valid<Query<Page>>| "valid"),
        )
        .route(
            "/path/{pageSize}",
            web::get().to(async |_: validator::Valid<Path<Page>>| "valid"),
        )
        .route(
            "/header",
            web::get().to(async |_: validator::Valid<Header>| "valid"),
        );
    let app = App::new()
        .wrap(EnvelopeLayer::new(
            Envelopes::ok_error().catalog(ApiError::CATALOG),
        ))
        .service(by_garde)
        .service(by_validator);
    let app = test::init_service(app).await;
    let response = test::call_service(&app, request.to_request()).await;
    let status = response.status();
    let body = to_bytes(response.into_body()).await.unwrap();
    (status, body.to_vec())
}

fn body(path: &str, media_type: &str, body: &str) -> TestRequest {
    let request = TestRequest::post().uri(path);
    request
        .insert_header(("content-type", media_type))
        .set_payload(body.to_owned())
}

/// The violations of an answer: code, place and details, without the message.
fn violations(body: &[u8]) -> Vec<Value> {
    let mut body: Value = serde_json::from_slice(body).unwrap();
    assert_eq!(body["error"]["code"], "invalid");
    let mut violations = body["error"]["details"]["errors"].take();
    for violation in violations.as_array_mut().unwrap() {
        assert!(
            violation
                .as_object_mut()
                .unwrap()
                .remove("message")
                .is_some()
        );
    }
    violations.as_array().unwrap().clone()
}

#[actix_web::test]
async fn every_broken_rule_of_a_body_is_told_with_its_place() {
    let sent = r#"{"email":"x","age":7,"tags":["aaaaaaaaaaaaaaaaaaaaaaaaa"],"address":{}}"#;
    let expected = [
        json!({"code": "invalid_email", "pointer": "/email"}),
        json!({"code": "out_of_range", "pointer": "/age", "details": {"min": 18}}),
        json!({"code": "length", "pointer": "/tags/0", "details": {"max": 20}}),
        json!({"code": "missing", "pointer": "/address", "details": {"member": "city"}}),
    ];
    for path in ["/garde/json", "/validator/json"] {
        let (status, first) = answer(body(path, "application/json", sent)).await;
        assert_eq!(status, 422, "{path}");
        assert_eq!(violations(&first), expected, "{path}");
        assert!(!String::from_utf8_lossy(&first).contains("aaaa"), "{path}");
        for _ in 0..10 {
            let (_, again) = answer(body(path, "application/json", sent)).await;
            assert_eq!(again, first, "{path}");
        }
    }
}

#[actix_web::test]
async fn each_extractor_names_its_own_kind_of_place() {
    let get = |path: String| {
        let request = TestRequest::get().uri(&path);
        request.insert_header(("page-size", "101"))
    };
    let limit = json!({"max": 100});
    for validator in ["/garde", "/validator"] {
        let form = "application/x-www-form-urlencoded";
        let sent = body(&format!("{validator}/form"), form, "pageSize=101");
        let (_, told) = answer(sent).await;
        let at = json!({"code": "out_of_range", "pointer": "/pageSize", "details": limit});
        assert_eq!(violations(&told), [at], "{validator}");

        for path in ["/query?pageSize=101", "/path/101", "/header"] {
            let (_, told) = answer(get(format!("{validator}{path}"))).await;
            let of = json!({"code": "out_of_range", "parameter": "pageSize", "details": limit});
            assert_eq!(violations(&told), [of], "{validator}{path}");
        }
    }
}

#[actix_web::test]
async fn what_is_valid_arrives_and_what_cannot_be_read_is_refused_as_before() {
    let valid = r#"{"email":"a@b.cd","age":18,"tags":["a"],"address":{"city":"Ulm"}}"#;
    for path in ["/garde/json", "/validator/json"] {
        let (status, told) = answer(body(path, "application/json", valid)).await;
        assert_eq!(
            (status, told.as_slice()),
            (StatusCode::OK, b"valid".as_slice()),
            "{path}"
        );
        let (status, _) = answer(body(path, "application/json", "{")).await;
        assert_eq!(status, 400, "{path}");
        let (status, _) = answer(body(path, "text/plain", valid)).await;
        assert_eq!(status, 415, "{path}");
    }
}

#[actix_web::test]
async fn all_problems_of_a_form_are_told_before_the_rules_are_checked() {
    let sent = body("/garde/whole", "application/json", r#"{"age":"x"}"#);
    let (status, told) = answer(sent).await;
    let expected = [
        json!({"code": "invalid", "pointer": "/age", "details": {"expected": "integer"}}),
        json!({"code": "invalid", "pointer": "", "details": {"member": "mailAddress"}}),
    ];
    assert_eq!(
        (status.as_u16(), violations(&told)),
        (422, expected.to_vec())
    );

    let sent = body(
        "/garde/whole",
        "application/json",
        r#"{"age":7,"mailAddress":"x"}"#,
    );
    let (_, told) = answer(sent).await;
    let expected = [
        json!({"code": "invalid_email", "pointer": "/mailAddress"}),
        json!({"code": "out_of_range", "pointer": "/age", "details": {"min": 18}}),
    ];
    assert_eq!(violations(&told), expected);
}
