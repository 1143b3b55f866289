//! Which of the published shapes a service's errors have.
//!
//! Core keeps to itself which style is which; what a style writes tells them apart.

use manila::{Envelopes, Fault};
use serde_json::Value;

/// An id that every service accepts, for what is rendered here.
pub(crate) const SAMPLE_ID: &str = "01a1fca2-a9ef-75d0-a98d-d8de0d9c9949";

/// The shape of an error's body.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `{"ok":false,"error":{…}}`.
    OkError,
    /// `{"errors":[…],"meta":{…}}`.
    JsonApi,
    /// `{"code":-403,"data":…}`.
    CodeData,
    /// Problem details.
    Problem,
    /// A style of the service's own.
    Own,
}

/// What bodies are like in a service.
#[derive(Debug, Clone)]
pub(crate) struct Body {
    pub(crate) shape: Shape,
    pub(crate) media_type: String,
    /// Whether every body repeats the request's id.
    pub(crate) has_id: bool,
    /// Whether errors say the way out that their catalog knows.
    pub(crate) has_remedies: bool,
    /// Whether the sentence of the catalog's own language stands beside a translated one.
    pub(crate) has_source_message: bool,
}

impl Body {
    pub(crate) fn of(envelopes: &Envelopes) -> Self {
        let rendered = envelopes.render(&Fault::foreign(410), Some(SAMPLE_ID));
        let body = serde_json::from_slice(rendered.body()).unwrap_or_default();
        let shape = shape_of(&body);
        let place = match shape {
            Shape::OkError => "/error/request_id",
            Shape::JsonApi => "/meta/request_id",
            Shape::CodeData => "/data/request_id",
            Shape::Problem | Shape::Own => "/request_id",
        };
        Self {
            shape,
            media_type: rendered.content_type().to_owned(),
            has_id: body.pointer(place).and_then(Value::as_str) == Some(SAMPLE_ID),
            has_remedies: envelopes.has_remedies(),
            has_source_message: envelopes.has_source_message(),
        }
    }
}

fn shape_of(body: &Value) -> Shape {
    let has = |place: &str, is: fn(&Value) -> bool| body.pointer(place).is_some_and(is);
    if body["ok"] == false && has("/error/code", is_code) && has("/error/message", Value::is_string)
    {
        Shape::OkError
    } else if has("/errors/0/status", Value::is_string) && has("/meta", Value::is_object) {
        Shape::JsonApi
    } else if has("/type", Value::is_string) && body["status"] == 410 && has("/code", is_code) {
        Shape::Problem
    } else if has("/code", Value::is_i64)
        && (has("/data", Value::is_string) || has("/data/message", Value::is_string))
    {
        Shape::CodeData
    } else {
        Shape::Own
    }
}

fn is_code(value: &Value) -> bool {
    value.is_string() || value.is_i64()
}
