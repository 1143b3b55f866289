//! Judging what came back.

use std::io::ErrorKind;

use super::Probe;
use crate::oracle::{Finding, Oracle, Rule, Style};
use crate::provoke::{Answer, Attempt, ECHO, ECHOED, Provocation};
use crate::report::{Report, Row, Verdict, headers_of, shape_of, summary_of};
use crate::wire::{Protocol, Response};

/// The statuses with which HTTP servers refuse a request by themselves.
const OF_SERVERS: [u16; 6] = [400, 414, 417, 431, 501, 505];

pub(super) fn judge(probe: &Probe, attempts: &[Attempt], mut notes: Vec<String>) -> Report {
    let style = probe.style.or_else(|| detect(attempts));
    let oracles = Protocol::ALL.map(|protocol| oracle(probe, style, attempts, protocol));
    let rows = attempts.iter().map(|attempt| {
        let oracle = match attempt.protocol {
            Protocol::Http1 => &oracles[0],
            Protocol::Http2 => &oracles[1],
        };
        row(probe, oracle, attempt)
    });
    let rows = rows.collect();
    notes.extend(echo_note(probe, attempts));
    Report {
        target: probe.authority.clone(),
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
fn oracle(probe: &Probe, style: Option<Style>, attempts: &[Attempt], protocol: Protocol) -> Oracle {
    let oracle = style
        .map_or_else(Oracle::any, Oracle::new)
        .request_id_header(&probe.request_id)
        .exempt_paths(&probe.exempt_paths)
        .exempt_statuses(probe.exempt_statuses.iter().copied())
        .canaries(&probe.canaries);
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

fn row(probe: &Probe, oracle: &Oracle, attempt: &Attempt) -> Row {
    let Attempt {
        provocation,
        protocol,
        request,
        position,
        outcome,
    } = attempt;
    let row = Row {
        source: provocation.name,
        protocol: *protocol,
        method: request.method.clone().into_owned(),
        path: request.path.clone(),
        position: position.clone(),
        status: None,
        shape: "-".into(),
        headers: "-".into(),
        verdict: Verdict::Outside,
        findings: Vec::new(),
        received: String::new(),
    };
    let response = match outcome {
        Ok(response) => response,
        Err(error) => {
            let is_outside = provocation.answer == Answer::OfServer;
            let finding = failure(provocation, error);
            return Row {
                verdict: if is_outside {
                    Verdict::Outside
                } else {
                    Verdict::Violation
                },
                findings: if is_outside {
                    Vec::new()
                } else {
                    vec![finding]
                },
                received: "no response".into(),
                ..row
            };
        }
    };
    let is_exempt = oracle.is_exempt(request, response);
    let is_outside = is_of_server(attempt, response, &probe.request_id);
    let mut findings = if is_outside {
        Vec::new()
    } else {
        oracle.judge(request, response)
    };
    if provocation.answer == Answer::Error
        && response.status < 400
        && !oracle.is_left_alone(request, response)
    {
        let path = &request.path;
        let message = format!("{} for {path}, which no service has", response.status);
        findings.push(Finding::new(Rule::Envelope, message));
    }
    let verdict = match (is_outside, findings.is_empty(), is_exempt) {
        (true, ..) => Verdict::Outside,
        (_, false, _) => Verdict::Violation,
        (_, true, true) => Verdict::Exempt,
        (_, true, false) => Verdict::Pass,
    };
    Row {
        status: Some(response.status),
        shape: shape_of(response),
        headers: if is_outside || is_exempt {
            "-".into()
        } else {
            headers_of(response, &probe.request_id)
        },
        verdict,
        findings,
        received: summary_of(response),
        ..row
    }
}

/// What it means that there was no response.
fn failure(provocation: &Provocation, error: &std::io::Error) -> Finding {
    match error.kind() {
        ErrorKind::ConnectionRefused => {
            Finding::new(Rule::ServesOn, "the service takes no more connections")
        }
        _ if provocation.is_about_survival() => Finding::new(Rule::ServesOn, error.to_string()),
        ErrorKind::TimedOut => Finding::new(Rule::OneResponse, "no answer in time"),
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
fn echo_note(probe: &Probe, attempts: &[Attempt]) -> Option<String> {
    let echo = attempts
        .iter()
        .find(|attempt| attempt.provocation.name == ECHO)?;
    let response = echo.outcome.as_ref().ok()?;
    let id = response.only(&probe.request_id)?;
    let field = &probe.request_id;
    (id != ECHOED).then(|| format!("the service does not take over the {field} of its clients"))
}
