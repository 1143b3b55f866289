//! Requests that break the rules of a validator.

use ::validator::Validate;
use axum::Router;
use axum::body::Body;
use axum::routing::{get, post};
use http::{Request, StatusCode, header};
use http_body_util::BodyExt;
use manila::validate::{Extracted, Input};
use manila::{Envelopes, FieldNames};
use manila_axum::{App, Form, Json, JsonAll, Path, Query, RouterExt, garde, validator};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tower::ServiceExt;

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

impl<S: Sync> axum::extract::FromRequestParts<S> for Header {
    type Rejection = manila_axum::Error;

    async fn from_request_parts(
        parts: &mut http::request::Parts,
        _: &S,
    ) -> manila_axum::Result<Self> {
        let page_size = parts.headers.get("page-size").unwrap();
        let page_size = page_size.to_str().unwrap().parse().unwrap();
        Ok(Self(Page { page_size }))
    }
}

fn app() -> App {
    let by_garde = Router::new()
        .route("/json", post(async |_: garde::Valid<Json<Signup>>| "valid"))
        .route("/form", post(async |_: garde::Valid<Form<Page>>| "valid"))
        .route("/query", get(async |_: garde::Valid<Query<Page>>| "valid"))
        .route(
            "/path/{pageSize}",
            get(async |_: garde::Valid<Path<Page>>| "valid"),
        )
        .route("/header", get(async |_: garde::Valid<Header>| "valid"))
        .route(
            "/whole",
            post(async |_: garde::Valid<JsonAll<Whole>>| "valid"),
        );
    let by_validator = Router::new()
        .route(
            "/json",
            post(async |_: validator::Valid<Json<Newcomer>>| "valid"),
        )
        .route(
            "/form",
            post(async |_: validator::Valid<Form<Page>>| "valid"),
        )
        .route(
            "/query",
            get(async |_: validator::Valid<Query<Page>>| "valid"),
        )
        .route(
            "/path/{pageSize}",
            get(async |_: validator::Valid<Path<Page>>| "valid"),
        )
        .route("/header", get(async |_: validator::Valid<Header>| "valid"));
    Router::new()
        .nest("/garde", by_garde)
        .nest("/validator", by_validator)
        .with_envelope(Envelopes::ok_error().catalog(ApiError::CATALOG))
}

async fn answer(request: Request<Body>) -> (StatusCode, Vec<u8>) {
    let response = app().oneshot(request).await.unwrap();
    let status = response.status();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, body.to_vec())
}

fn body(path: &str, media_type: &str, body: &str) -> Request<Body> {
    let request = Request::post(path).header(header::CONTENT_TYPE, media_type);
    request.body(Body::from(body.to_owned())).unwrap()
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

#[tokio::test]
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

#[tokio::test]
async fn each_extractor_names_its_own_kind_of_place() {
    let get = |path: String| {
        Request::get(path)
            .header("page-size", "101")
            .body(Body::empty())
    };
    let limit = json!({"max": 100});
    for validator in ["/garde", "/validator"] {
        let form = "application/x-www-form-urlencoded";
        let sent = body(&format!("{validator}/form"), form, "pageSize=101");
        let (_, told) = answer(sent).await;
        let at = json!({"code": "out_of_range", "pointer": "/pageSize", "details": limit});
        assert_eq!(violations(&told), [at], "{validator}");

        for path in ["/query?pageSize=101", "/path/101", "/header"] {
            let (_, told) = answer(get(format!("{validator}{path}")).unwrap()).await;
            let of = json!({"code": "out_of_range", "parameter": "pageSize", "details": limit});
            assert_eq!(violations(&told), [of], "{validator}{path}");
        }
    }
}

#[tokio::test]
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

#[tokio::test]
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
