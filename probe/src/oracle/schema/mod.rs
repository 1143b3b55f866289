//! What each style's body has to be.

mod code_data;
mod details;
mod json_api;
mod members;
mod ok_error;
mod phrase;
mod problem;

use serde_json::Value;

use super::Style;

/// What a body says that has to agree with the header.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// The fault's code as text.
    pub(super) code: Option<String>,
    /// The request's id, where the style has a place for it.
    pub(super) request_id: Option<String>,
}

/// What a body says, and everything that is wrong with it.
pub(super) type Check = (Body, Vec<String>);

/// Checks a body of a response with this status.
pub(super) fn check(style: Style, body: &Value, status: u16) -> Check {
    match style {
        Style::OkError => ok_error::check(body, status),
        Style::JsonApi => json_api::check(body, status),
        Style::CodeData => code_data::check(body, status),
        Style::Problem => problem::check(body, status),
    }
}
