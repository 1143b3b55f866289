//! One case in one cell.

use std::sync::LazyLock;
use std::time::Duration;

use jsonschema::Validator;
use manila_examples::workbench::{Framework, Placement, Style};
use manila_probe::oracle::{self, Event, Finding, Oracle, Rule};
use manila_probe::wire::{Client, Protocol, Request, Response};
use manila_properties::expected::Fields;
use serde_json::Value;

use crate::cases::Case;
use crate::expected::{body, fields};
use crate::logs::events_of;
use crate::servers::Cell;
use crate::untold::untold;

/// The origin that the workbench's CORS allows.
const ORIGIN: &str = "http://app.example";

/// Fields that the server or another layer writes, not Manila.
const OTHERS: [&str; 4] = ["connection", "date", "transfer-encoding", "vary"];

/// Whether the workbench answers the request with exactly this error, these fields beside those
/// that every error has, one event in the log, and nothing else; and whether the oracle, which knows
/// none of that, finds nothing.
pub(crate) fn verify(cell: Cell, protocol: Protocol, case: &Case) -> Result<(), String> {
    let Case {
        request,
        error,
        kept,
        told: in_log,
        ..
    } = case;
    let request = request.clone().header("origin", ORIGIN);
    // Without Manila some bodies never end: what comes late is wrong as well.
    let timeout = Duration::from_secs(if cell.bare { 2 } else { 10 });
    let client = Client::new(cell.address()).timeout(timeout);
    let response = client
        .send(protocol, &request)
        .map_err(|error| error.to_string())?;
    let oracle = oracle_style(cell.style).map_or_else(Oracle::any, Oracle::new);
    // Which methods there are, or which protocol, a handler that raises a 405 or 426 has to say.
    let is_handlers = |rule| rule == Rule::StatusFields && request.path.starts_with("/raise/");
    let is_other_style =
        |rule| cell.style == Style::Acme && matches!(rule, Rule::Envelope | Rule::ContentType);
    let mut findings = oracle.judge(&request, &response).into_iter();
    if let Some(finding) =
        findings.find(|finding| !is_handlers(finding.rule) && !is_other_style(finding.rule))
    {
        return Err(finding.to_string());
    }
    let id = response
        .only("x-request-id")
        .ok_or("not exactly one x-request-id")?;
    same("status", &response.status, &error.code.status)?;

    let body = body(error, cell, id);
    if cell.style == Style::JsonApi {
        schema(&body)?;
    }
    let is_head = request.method == "HEAD";
    same(
        "body",
        &response.text(),
        &if is_head { String::new() } else { body.clone() },
    )?;

    let mut others = kept.clone();
    others.extend([
        ("access-control-allow-credentials", "true"),
        ("access-control-allow-origin", ORIGIN),
    ]);
    let has_methods = others.iter().any(|(name, _)| *name == "allow");
    if error.code.status == 405 && cell.placement == Placement::Outside && !has_methods {
        // Nobody knows the methods, and around the app nobody will add them.
        others.push(("allow", ""));
    }
    let mut expected = fields(error, cell.style, body.len(), id, &others);
    if is_head && response.only("content-length").is_none() {
        // That of GET's content may be left out (RFC 9110 §9.3.2).
        expected.remove("content-length");
    }
    same(
        "headers",
        &comparable(&response.headers),
        &expected.sorted(),
    )?;

    let events: Vec<_> = events_of(id).into_iter().map(Event::new).collect();
    let mut texts = untold(&request.path);
    texts.extend(*in_log);
    let mut findings =
        judge_events(cell.framework, &request, &response, &events, &texts).into_iter();
    let cause = events.first().and_then(|event| event.get(Event::CAUSE));
    match findings.next() {
        Some(finding) => Err(finding.to_string()),
        // Some frameworks take the body away before the layer can look at it.
        None if in_log.is_none()
            && !is_head
            && cause.is_some_and(|cause| cause.contains("body: ")) =>
        {
            Err(format!("a body is in the log: {cause:?}"))
        }
        None => Ok(()),
    }
}

/// What is wrong with what the log was told of a response, by the oracle.
pub(crate) fn judge_events(
    framework: Framework,
    request: &Request,
    response: &Response,
    events: &[Event],
    untold: &[&str],
) -> Vec<Finding> {
    let mut as_handled = request.clone();
    if framework == Framework::Tower
        && let Some(under) = request.path.strip_prefix("/nested")
    {
        // It takes the beginning off the request, before a nested service has it.
        as_handled.path = under.to_owned();
    }
    Oracle::any().judge_events(&as_handled, response, events, untold)
}

/// The style as the oracle knows it; none for one's own, of which it judges all but the shape.
const fn oracle_style(style: Style) -> Option<oracle::Style> {
    Some(match style {
        Style::OkError => oracle::Style::OkError,
        Style::JsonApi => oracle::Style::JsonApi,
        Style::CodeData => oracle::Style::CodeData,
        Style::Problem => oracle::Style::Problem,
        Style::Acme => return None,
    })
}

/// Whether a body is an error document of JSON:API 1.0, by the specification's own schema.
fn schema(body: &str) -> Result<(), String> {
    static SCHEMA: LazyLock<Validator> = LazyLock::new(|| {
        let schema = include_str!("schemas/json-api-1.0.json");
        jsonschema::validator_for(&serde_json::from_str(schema).unwrap()).unwrap()
    });
    let body: Value = serde_json::from_str(body).map_err(|error| error.to_string())?;
    SCHEMA.validate(&body).map_err(|error| error.to_string())
}

fn same<T: PartialEq + std::fmt::Debug>(what: &str, found: &T, expected: &T) -> Result<(), String> {
    if found == expected {
        return Ok(());
    }
    Err(format!(
        "{what}:\n     found {found:?}\n  expected {expected:?}"
    ))
}

/// The fields in the order of their names, those of one name in their own order.
fn comparable(headers: &[(String, String)]) -> Fields {
    let mut fields = Fields::default();
    for (name, value) in headers {
        if !OTHERS.contains(&name.as_str()) {
            fields.add(name, value.as_str());
        }
    }
    fields.sorted()
}
