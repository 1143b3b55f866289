//! Judging what came back.

use std::io::ErrorKind;

use super::settings::Settings;
use crate::oracle::{Finding, Oracle, Rule, Style, is_grpc_answer};
use crate::provoke::{Answer, Attempt, ECHO, ECHOED, PIPELINED_HEAD, Provocation};
use crate::report::{Report, Row, Verdict, headers_of, shape_of, summary_of};
use crate::wire::{Protocol, Request, Response};

/// The statuses with which HTTP servers refuse a request by themselves.
const OF_SERVERS: [u16; 6] = [400, 414, 417, 431, 501, 505];

pub(super) fn judge(settings: &Settings, attempts: &[Attempt], mut notes: Vec<String>) -> Report {
    let style = settings.style.or_else(|| detect(attempts));
    let oracles = Protocol::ALL.map(|protocol| oracle(settings, style, attempts, protocol));
    let rows = attempts.iter().map(|attempt| {
        let oracle = match attempt.protocol {
            Protocol::Http1 => &oracles[0],
            Protocol::Http2 => &oracles[1],
        };
        row(settings, oracle, attempt)
    });
    let rows = rows.collect();
    notes.extend(echo_note(settings, attempts));
    Report {
        target: settings.authority.clone(),
        style,
        rows,
        notes,
    }
}

/// The style of what the service itself has answered.
fn detect(attempts: &[Attempt]) -> Option<Style> {
    let judged = attempts
        .iter()
        .filter(|attempt| attempt.provocation.answer != Answer::OfServer);
    Style::detect(judged.filter_map(|attempt| attempt.outcome.as_ref().ok()))
}

/// The oracle of one protocol, with what GET was answered with at every path.
fn oracle(
    settings: &Settings,
    style: Option<Style>,
    attempts: &[Attempt],
    protocol: Protocol,
) -> Oracle {
    let oracle = style
        .map_or_else(Oracle::any, Oracle::new)
        .request_id_header(&settings.request_id)
        .id_characters(&settings.id_characters)
        .exempt_paths(&settings.exempt_paths)
        .exempt_statuses(settings.exempt_statuses.iter().copied())
        .canaries(&settings.canaries);
    let is_plain = |attempt: &&Attempt| {
        let request = &attempt.request;
        let has_fields = !request.headers.is_empty() || !request.raw_headers.is_empty();
        let is_of_service = attempt.provocation.answer != Answer::OfServer;
        attempt.protocol == protocol && request.method == "GET" && is_of_service && !has_fields
    };
    attempts
        .iter()
        .filter(is_plain)
        .filter_map(|attempt| Some((&attempt.request.path, attempt.outcome.as_ref().ok()?)))
        .fold(oracle, |oracle, (path, response)| {
            oracle.reference(path, response.clone())
        })
}

fn row(settings: &Settings, oracle: &Oracle, attempt: &Attempt) -> Row {
    let judged = match &attempt.outcome {
        Ok(response) => judge_response(settings, oracle, attempt, response),
        Err(error) => judge_failure(attempt.provocation, error),
    };
    Row {
        source: attempt.provocation.name,
        protocol: attempt.protocol,
        method: attempt.request.method.clone().into_owned(),
        path: attempt.request.path.clone(),
        position: attempt.position.clone(),
        status: judged.status,
        shape: judged.shape,
        headers: judged.headers,
        verdict: judged.verdict,
        findings: judged.findings,
        received: judged.received,
    }
}

/// The part of a row that depends on what came back.
struct Judged {
    status: Option<u16>,
    shape: String,
    headers: String,
    verdict: Verdict,
    findings: Vec<Finding>,
    received: String,
}

/// What a cell shows that has nothing to show.
const NOTHING: &str = "-";

fn judge_response(
    settings: &Settings,
    oracle: &Oracle,
    attempt: &Attempt,
    response: &Response,
) -> Judged {
    let request = &attempt.request;
    let is_exempt = oracle.is_exempt(request, response);
    let is_outside = is_of_server(attempt, response, &settings.request_id);
    let mut findings = if is_outside {
        Vec::new()
    } else {
        oracle.judge(request, response)
    };
    if attempt.provocation.answer == Answer::Error
        && response.status < 400
        && !oracle.is_left_alone(request, response)
    {
        let (status, path) = (response.status, &request.path);
        let message = format!("the status is {status} for {path}, which does not exist");
        findings.push(Finding::new(Rule::Envelope, message));
    }
    // gRPC is spoken over HTTP/2 alone: over HTTP/1.1 the client's word was taken for it.
    if attempt.protocol == Protocol::Http1 && is_claim(request) && is_grpc_answer(response) {
        let status = response.status;
        let message = format!("a content type of the request makes the answer gRPC's, a {status}");
        findings.push(Finding::new(Rule::Steadiness, message));
    }
    let verdict = match (is_outside, findings.is_empty(), is_exempt) {
        (true, ..) => Verdict::Outside,
        (_, false, _) => Verdict::Violation,
        (_, true, true) => Verdict::Exempt,
        (_, true, false) => Verdict::Pass,
    };
    Judged {
        status: Some(response.status),
        shape: shape_of(response),
        headers: if is_outside || is_exempt {
            NOTHING.to_owned()
        } else {
            headers_of(response, &settings.request_id)
        },
        verdict,
        findings,
        received: summary_of(response),
    }
}

/// Whether the request claims to be gRPC's.
fn is_claim(request: &Request) -> bool {
    let mut types = request.values("content-type");
    types.any(|value| value.starts_with(b"application/grpc"))
}

/// No response breaks a rule, unless the HTTP server was to answer by itself.
fn judge_failure(provocation: &Provocation, error: &std::io::Error) -> Judged {
    let (verdict, findings) = match provocation.answer {
        Answer::OfServer => (Verdict::Outside, Vec::new()),
        Answer::Error | Answer::Any | Answer::OfServiceOrServer => {
            (Verdict::Violation, vec![failure(provocation, error)])
        }
    };
    Judged {
        status: None,
        shape: NOTHING.to_owned(),
        headers: NOTHING.to_owned(),
        verdict,
        findings,
        received: "no response".to_owned(),
    }
}

/// What it means that there was no response.
fn failure(provocation: &Provocation, error: &std::io::Error) -> Finding {
    match error.kind() {
        ErrorKind::ConnectionRefused => {
            Finding::new(Rule::ServesOn, "the service refuses new connections")
        }
        _ if provocation.is_about_survival() => Finding::new(Rule::ServesOn, error.to_string()),
        _ if provocation.name == PIPELINED_HEAD => {
            // The framing is the HTTP server's work, whatever the service answers.
            let message =
                format!("the HTTP server frames the answers around HEAD wrongly: {error}");
            Finding::new(Rule::OneResponse, message)
        }
        ErrorKind::TimedOut => Finding::new(Rule::OneResponse, "no response within the timeout"),
        _ => Finding::new(Rule::OneResponse, error.to_string()),
    }
}

/// Whether the HTTP server has answered without asking the service.
fn is_of_server(attempt: &Attempt, response: &Response, request_id: &str) -> bool {
    let is_bare = response.body.is_empty() && !response.has(request_id);
    match attempt.provocation.answer {
        Answer::OfServer => true,
        Answer::OfServiceOrServer => is_bare && OF_SERVERS.contains(&response.status),
        Answer::Error | Answer::Any => false,
    }
}

/// A service may refuse every id of its clients; whoever counts on theirs wants to know.
fn echo_note(settings: &Settings, attempts: &[Attempt]) -> Option<String> {
    let echo = attempts
        .iter()
        .find(|attempt| attempt.provocation.name == ECHO)?;
    let response = echo.outcome.as_ref().ok()?;
    let id = response.only(&settings.request_id)?;
    let field = &settings.request_id;
    (id != ECHOED).then(|| format!("the service replaces the {field} that its clients send"))
}
