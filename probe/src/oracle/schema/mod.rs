//! What each style's body has to be.

mod body;
mod code_data;
mod details;
mod json_api;
mod members;
mod ok_error;
mod phrase;
mod problem;

use serde_json::Value;

pub(super) use self::body::Body;
use self::body::Check;
use super::style::Style;

/// Checks a body of a response with this status.
pub(super) fn check(style: Style, body: &Value, status: u16) -> Check {
    match style {
        Style::OkError => ok_error::check(body, status),
        Style::JsonApi => json_api::check(body, status),
        Style::CodeData => code_data::check(body, status),
        Style::Problem => problem::check(body, status),
    }
}
