//! Which envelope a body is, by its media type and then by its shape.

mod code_data;
mod envelope;
mod head;
mod json;
mod json_api;
mod markdown;
mod ok_error;
mod problem;

use self::envelope::By;
pub(crate) use self::envelope::Envelope;
pub(crate) use self::head::Head;
pub(crate) use self::json::members;
use crate::read_as::ReadAs;

/// The mark that some writers put in front of UTF-8.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// Reads a body; one that is no envelope says nothing.
pub(crate) fn read(body: &[u8], head: &Head) -> (ReadAs, Envelope) {
    let body = body.strip_prefix(BYTE_ORDER_MARK).unwrap_or(body);
    let text = std::str::from_utf8(body);
    let read = text.ok().and_then(|text| read_text(text, head));
    let (read_as, mut envelope) = read.unwrap_or((ReadAs::Foreign, Envelope::default()));
    if let Some(code) = &head.code {
        // The number of `code-data` may be another spelling of the code, or that of the status.
        if envelope.code.is_none() || read_as == ReadAs::CodeData {
            envelope.code = Some(code.clone());
            envelope.number = None;
        }
    }
    (read_as, envelope)
}

fn read_text(text: &str, head: &Head) -> Option<(ReadAs, Envelope)> {
    let has_code = head.code.is_some();
    let media_type = head.media_type().unwrap_or_default();
    if media_type == "text/markdown" {
        return Some((ReadAs::Markdown, markdown::read(text)?));
    }
    let of_type = match &*media_type {
        "application/problem+json" => {
            problem::read(text, By::MediaType, has_code).map(|it| (ReadAs::Problem, it))
        }
        "application/vnd.api+json" => {
            json_api::read(text, By::MediaType, has_code).map(|it| (ReadAs::JsonApi, it))
        }
        _ => None,
    };
    of_type
        .or_else(|| Some((ReadAs::OkError, ok_error::read(text, has_code)?)))
        .or_else(|| Some((ReadAs::CodeData, code_data::read(text)?)))
        .or_else(|| Some((ReadAs::JsonApi, json_api::read(text, By::Shape, has_code)?)))
        .or_else(|| Some((ReadAs::Problem, problem::read(text, By::Shape, has_code)?)))
}
