//! Judging what came back.

use std::io::ErrorKind;

use super::listed::Listed;
use super::outside::Outside;
use super::settings::Settings;
use super::styles::Styles;
use crate::oracle::{Finding, Oracle, Rule, is_grpc_answer};
use crate::provoke::{Answer, Attempt, ECHO, ECHOED, PIPELINED_HEAD, Provocation};
use crate::report::{Report, Row, Verdict, headers_of, shape_of, summary_of};
use crate::wire::{Protocol, Request, Response};

pub(super) fn judge(
    settings: &Settings,
    skipped: &[Rule],
    attempts: &[Attempt],
    mut notes: Vec<String>,
) -> Report {
    let styles = Styles::of(settings, attempts);
    let judge = Judge {
        settings,
        skipped,
        outside: Outside::of(settings, attempts),
        listed: Listed::of(settings),
        oracles: Protocol::ALL.map(|protocol| oracle(settings, attempts, protocol)),
        styles,
    };
    let rows = attempts.iter().map(|attempt| judge.row(attempt)).collect();
    notes.extend(judge.styles.notes(settings));
    notes.extend(judge.listed.note(attempts));
    notes.extend(echo_note(settings, attempts));
    Report {
        target: settings.authority.clone(),
        style: judge.styles.most,
        rows,
        notes,
    }
}

/// The oracle of one protocol, with what GET was answered with at every path.
fn oracle(settings: &Settings, attempts: &[Attempt], protocol: Protocol) -> Oracle {
    let mut oracle = settings
        .style
        .map_or_else(Oracle::any, Oracle::new)
        .request_id_header(&settings.request_id)
        .id_characters(&settings.id_characters)
        .exempt_paths(&settings.exempt_paths)
        .exempt_statuses(settings.exempt_statuses.iter().copied())
        .canaries(&settings.canaries);
    if !settings.codes.is_empty() {
        oracle = oracle.codes(&settings.codes);
    }
    for (path, style) in &settings.styles {
        oracle = oracle.style_of(path, *style);
    }
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

/// What attempts are judged by.
struct Judge<'a> {
    settings: &'a Settings,
    skipped: &'a [Rule],
    outside: Outside<'a>,
    listed: Listed,
    oracles: [Oracle; 2],
    styles: Styles<'a>,
}

impl Judge<'_> {
    fn row(&self, attempt: &Attempt) -> Row {
        let outsider = self.outside.who(attempt);
        let judged = match &attempt.outcome {
            Ok(response) => self.judge_response(attempt, response),
            Err(error) => judge_failure(attempt.provocation, error),
        };
        let mut findings = judged.findings;
        findings.retain(|finding| !self.skipped.contains(&finding.rule));
        let verdict = match (outsider, findings.is_empty(), judged.is_exempt) {
            (Some(_), no_findings, _) if no_findings || !self.settings.is_strict => {
                Verdict::Outside
            }
            (_, false, _) => Verdict::Violation,
            (_, true, true) => Verdict::Exempt,
            (_, true, false) => Verdict::Pass,
        };
        Row {
            source: attempt.provocation.name,
            protocol: attempt.protocol,
            method: attempt.request.method.clone().into_owned(),
            path: attempt.request.path.clone(),
            position: attempt.position.clone(),
            status: judged.status,
            shape: judged.shape,
            headers: if verdict == Verdict::Outside {
                NOTHING.to_owned()
            } else {
                judged.headers
            },
            verdict,
            outsider,
            findings,
            received: judged.received,
        }
    }

    fn judge_response(&self, attempt: &Attempt, response: &Response) -> Judged {
        let request = &attempt.request;
        let oracle = match attempt.protocol {
            Protocol::Http1 => &self.oracles[0],
            Protocol::Http2 => &self.oracles[1],
        };
        let style = oracle.style_at(&request.path);
        let style = style.or_else(|| self.styles.at(&attempt.position));
        let is_exempt = oracle.is_exempt(request, response);
        let is_left_alone = oracle.is_left_alone(request, response);
        let mut findings = oracle.judge_in(style, request, response);
        if attempt.provocation.answer == Answer::Error && response.status < 400 && !is_left_alone {
            let (status, path) = (response.status, &request.path);
            let message = format!("the status is {status} for {path}, which does not exist");
            findings.push(Finding::new(Rule::Envelope, message));
        }
        // gRPC is spoken over HTTP/2 alone: over HTTP/1.1 the client's word was taken for it.
        if attempt.protocol == Protocol::Http1 && is_claim(request) && is_grpc_answer(response) {
            let status = response.status;
            let message =
                format!("a content type of the request makes the answer gRPC's, a {status}");
            findings.push(Finding::new(Rule::Steadiness, message));
        }
        if !is_left_alone {
            findings.extend(self.listed.check(request, response));
        }
        Judged {
            status: Some(response.status),
            shape: shape_of(response),
            headers: if is_exempt {
                NOTHING.to_owned()
            } else {
                headers_of(response, &self.settings.request_id)
            },
            is_exempt,
            findings,
            received: summary_of(response),
        }
    }
}

/// The part of a row that depends on what came back.
struct Judged {
    status: Option<u16>,
    shape: String,
    headers: String,
    is_exempt: bool,
    findings: Vec<Finding>,
    received: String,
}

/// What a cell shows that has nothing to show.
const NOTHING: &str = "-";

/// Whether the request claims to be gRPC's.
fn is_claim(request: &Request) -> bool {
    let mut types = request.values("content-type");
    types.any(|value| value.starts_with(b"application/grpc"))
}

fn judge_failure(provocation: &Provocation, error: &std::io::Error) -> Judged {
    Judged {
        status: None,
        shape: NOTHING.to_owned(),
        headers: NOTHING.to_owned(),
        is_exempt: false,
        findings: vec![failure(provocation, error)],
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
