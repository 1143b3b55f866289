//! Reading a response.

use bytes::Bytes;
use http::Response;
use http_body_util::BodyExt as _;
use hyper::body::Incoming;
use serde_json::Value;

use crate::connection::Error;
use crate::ledger::Answer;
use crate::plan::Plan;
use crate::routes::Told;

/// Reads the response to its end.
pub(crate) async fn read(response: Response<Incoming>, plan: &Plan) -> Result<Answer, Error> {
    let (head, body) = response.into_parts();
    let text = |value: &http::HeaderValue| String::from_utf8_lossy(value.as_bytes()).into_owned();
    let status = head.status.as_u16();
    let body = match body.collect().await {
        Ok(body) => body.to_bytes(),
        Err(_) if plan.route.breaks_off => Bytes::new(),
        Err(error) => return Err(error.into()),
    };
    let json: Option<Value> = serde_json::from_slice(&body).ok();
    Ok(Answer {
        status,
        ids: head
            .headers
            .get_all("x-request-id")
            .iter()
            .map(text)
            .collect(),
        body_id: json.as_ref().and_then(id_of),
        code: head.headers.get("x-error-code").map(text),
        is_foreign: !is_own(plan, status, &body, json.as_ref()),
    })
}

/// The id in the body: at the top, or in the `meta` of JSON:API.
fn id_of(json: &Value) -> Option<String> {
    let id = json
        .get("request_id")
        .or_else(|| json.get("meta")?.get("request_id"))?;
    Some(id.as_str()?.to_owned())
}

/// Whether the body can be the request's: JSON for an error, with the mark that was sent; nothing
/// for HEAD or a body that was to break off.
fn is_own(plan: &Plan, status: u16, body: &[u8], json: Option<&Value>) -> bool {
    let route = plan.route;
    if route.method == "HEAD" || route.breaks_off {
        return body.is_empty();
    }
    let is_enveloped = status < 400 || route.told == Told::Never || json.is_some();
    let mark = plan.mark();
    is_enveloped && mark.is_none_or(|mark| String::from_utf8_lossy(body).contains(&mark))
}
