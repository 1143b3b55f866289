//! What a service writes that has no library for it: its envelope as structs.

use serde::Serialize;

#[derive(Serialize)]
pub(super) struct OkError<D> {
    pub(super) ok: bool,
    pub(super) error: OkErrorBody<D>,
}

#[derive(Serialize)]
pub(super) struct OkErrorBody<D> {
    pub(super) code: &'static str,
    pub(super) message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) details: Option<D>,
}

#[derive(Serialize)]
pub(super) struct Apps {
    pub(super) limit: u32,
    pub(super) used: u32,
    pub(super) plan: &'static str,
}

#[derive(Serialize)]
pub(super) struct Problem<'a> {
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) title: &'static str,
    pub(super) status: u16,
    pub(super) detail: String,
    #[serde(flatten)]
    pub(super) extensions: Extensions<'a>,
}

#[derive(Serialize)]
pub(super) struct Extensions<'a> {
    pub(super) code: &'static str,
    pub(super) request_id: &'a str,
}

#[derive(Serialize)]
pub(super) struct JsonApi<'a> {
    pub(super) errors: Vec<JsonApiError<'a>>,
    pub(super) meta: Meta<'a>,
}

#[derive(Serialize)]
pub(super) struct JsonApiError<'a> {
    pub(super) status: String,
    pub(super) code: &'static str,
    pub(super) title: &'static str,
    pub(super) detail: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) source: Option<Source<'a>>,
}

#[derive(Serialize)]
pub(super) struct Source<'a> {
    pub(super) pointer: &'a str,
}

#[derive(Serialize)]
pub(super) struct Meta<'a> {
    pub(super) request_id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) code: Option<&'static str>,
}
