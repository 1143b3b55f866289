//! Bodies of JSON, read by axum's extractor and by Manila's: without a layer, so that nothing but
//! the extractors differs.

use axum::Router;
use axum::body::Body;
use axum::routing::post;
use http::{HeaderValue, Request, Uri};
use serde::Deserialize;

use super::answers::text;
use super::service::contender;
use crate::measure::Runs;
use crate::work::{self, Expected, Work};

const ORDER: &str = r#"{"name":"demo","seats":12,"tags":["one","two","three"],"address":{"city":"Lima","zip":"15001"}}"#;
const MISTAKEN: &str = r#"{"name":"demo","seats":12,"tags":["one",2,"three"],"address":{"city":"Lima","zip":"15001"}}"#;

/// What axum answers to a body of a wrong type.
const AXUMS: &str = "Failed to deserialize the JSON body into the target type: tags[1]: \
    invalid type: integer `2`, expected a string at line 1 column 41";

/// What Manila answers, which names no type of Rust's and shows nothing of the body.
const MANILAS: &str = concat!(
    r#"{"ok":false,"error":{"code":"unprocessable_content","#,
    r#""message":"The content of the request cannot be processed.","#,
    r#""details":{"errors":[{"code":"unprocessable_content","#,
    r#""message":"Must be a string.","pointer":"/tags/1","#,
    r#""details":{"expected":"string"}}]}}}"#
);

#[derive(Deserialize)]
struct Order {
    name: String,
    seats: u32,
    tags: Vec<String>,
    address: Address,
}

#[derive(Deserialize)]
struct Address {
    city: String,
    zip: String,
}

impl Order {
    fn summary(&self) -> String {
        let Address { city, zip } = &self.address;
        format!(
            "{} {} {} {city} {zip}",
            self.name,
            self.seats,
            self.tags.len()
        )
    }
}

pub(super) fn works() -> Vec<Work> {
    vec![accepted(), refused()]
}

fn accepted() -> Work {
    let expected = text(200, "demo 12 3 Lima 15001");
    Work {
        name: "decoding: a body of JSON".into(),
        runs: Runs::warm(1000),
        contenders: vec![
            contender("manila", &expected, manilas, || request(ORDER)),
            contender("axum::Json", &expected, axums, || request(ORDER)),
        ],
    }
}

fn refused() -> Work {
    let own = Expected {
        status: 422,
        body: work::Body::Json(MANILAS.into()),
        header: &[("content-type", "application/json")],
    };
    Work {
        name: "decoding: a body with a wrong type".into(),
        runs: Runs::warm(1000),
        contenders: vec![
            contender("manila", &own, manilas, || request(MISTAKEN)),
            contender("axum::Json", &text(422, AXUMS), axums, || request(MISTAKEN)),
        ],
    }
}

fn axums() -> Router {
    let take = async |axum::Json(order): axum::Json<Order>| order.summary();
    Router::new().route("/orders", post(take))
}

fn manilas() -> Router {
    let take = async |manila_axum::Json(order): manila_axum::Json<Order>| order.summary();
    Router::new().route("/orders", post(take))
}

fn request(body: &'static str) -> Request<Body> {
    let mut request = Request::post(Uri::from_static("/orders"));
    if let Some(header) = request.headers_mut() {
        header.insert("content-type", HeaderValue::from_static("application/json"));
    }
    request.body(Body::from(body)).unwrap_or_default()
}
