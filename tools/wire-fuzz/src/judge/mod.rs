//! Whether what came back keeps the promise.

mod http1;
mod http2;
mod id;

use manila_examples::workbench::{Framework, Style};
use manila_probe::oracle::{self, Finding, Oracle, Rule};
use manila_probe::wire::{Request, Response};

use self::id::Identity;
use crate::ledger::Answer;
use crate::seeds::untold;

/// What the HTTP server itself answers with to what it cannot read (promise.md, F8).
const OF_THE_SERVER: [u16; 8] = [400, 408, 413, 414, 417, 431, 501, 505];

/// What the workbench plants in causes, panics, and bodies that nobody may see.
const CANARIES: [&str; 17] = [
    "canary-body",
    "canary-cause",
    "canary-etag",
    "canary-gzip",
    "canary-headers",
    "canary-json",
    "canary-meddle",
    "canary-message",
    "canary-middleware",
    "canary-panic",
    "canary-payload",
    "canary-phrase",
    "canary-serialize",
    "canary-status",
    "canary-variant",
    "canary.html",
    "hunter2",
];

/// Judges what comes back from one workbench.
#[derive(Debug)]
pub(crate) struct Judge {
    framework: Framework,
    oracle: Oracle,
    /// Whether the oracle knows the shape of the service's errors.
    is_shape_known: bool,
    /// For the nested router, which has a style of its own.
    nested: Oracle,
}

/// What became of a case.
#[derive(Debug, Default)]
pub(crate) struct Verdict {
    /// The answers of the service.
    pub(crate) answered: u64,
    /// The answers of the HTTP server.
    pub(crate) outside: u64,
    /// The answers that the log is held against.
    pub(crate) told: Vec<Answer>,
    pub(crate) findings: Vec<String>,
}

/// What is known of the request that an answer belongs to.
#[derive(Debug)]
struct Question<'a> {
    identity: Identity<'a>,
    /// The method and the target, where the server has to have seen these.
    asked: Option<(&'a str, &'a str)>,
    /// Whether it is, or may be, HEAD.
    is_head: bool,
    /// Whether it is, or may be, OPTIONS, which CORS answers outside of Manila.
    is_options: bool,
    /// Whether it may have reached the nested router.
    may_be_nested: bool,
    /// Whether the server has to take it.
    is_sound: bool,
}

impl Judge {
    /// The judge of a workbench on that framework, in that style.
    pub(crate) fn new(framework: Framework, style: Style) -> Self {
        // As workbench.md has it.
        let nested = match style {
            Style::JsonApi => Style::OkError,
            Style::OkError | Style::CodeData | Style::Problem | Style::Acme => Style::JsonApi,
        };
        Self {
            framework,
            oracle: oracle_of(style),
            is_shape_known: style != Style::Acme,
            nested: oracle_of(nested),
        }
    }

    fn judge(&self, verdict: &mut Verdict, question: &Question<'_>, response: &Response) {
        let status = response.status;
        if is_outside(question, response) {
            verdict.outside += 1;
            if question.is_sound {
                verdict.find(format!(
                    "the server itself answers {status} to a valid request"
                ));
            }
            return;
        }
        verdict.answered += 1;
        verdict.told.extend(question.answer(response));
        let mut findings = question.identity.check(response);
        findings.extend(self.violations(question, response));
        if !findings.is_empty() {
            let (fields, body) = (&response.headers, response.text());
            verdict.find(format!(
                "{}: {status} {fields:?} {body:?}",
                findings.join(", ")
            ));
        }
    }

    fn violations(&self, question: &Question<'_>, response: &Response) -> Vec<String> {
        let mut found = violations(&self.oracle, question, response);
        if !self.is_shape_known {
            found.retain(|finding| !matches!(finding.rule, Rule::Envelope | Rule::ContentType));
        }
        if question.may_be_nested && violations(&self.nested, question, response).is_empty() {
            return Vec::new();
        }
        found.iter().map(ToString::to_string).collect()
    }
}

impl Question<'_> {
    /// The answer, for the log to be held against.
    fn answer(&self, response: &Response) -> Option<Answer> {
        let Some((method, target)) = self.asked else {
            return Answer::new(None, Vec::new(), response);
        };
        // The target may name the server before the path (RFC 9112 §3.2.2).
        let target = target.strip_prefix("http://127.0.0.1").unwrap_or(target);
        let asked = Request::new(method.to_owned(), target);
        Answer::new(Some(asked), untold(method, target), response)
    }
}

impl Verdict {
    /// Something that is wrong with the exchange as a whole.
    pub(crate) fn find(&mut self, what: impl Into<String>) {
        self.findings.push(what.into());
    }
}

/// What the oracle has against the answer.
fn violations(oracle: &Oracle, question: &Question<'_>, response: &Response) -> Vec<Finding> {
    let request = Request::new(if question.is_head { "HEAD" } else { "GET" }, "/");
    let mut findings = oracle.judge(&request, response);
    if !question.is_sound && matches!(response.status, 405 | 407 | 426) {
        // The workbench answers with any status that a path names, without the fields that HTTP
        // wants with it. Manila keeps such fields and invents none.
        findings.retain(|finding| finding.rule != Rule::StatusFields);
    }
    findings
}

/// Whether no service made the answer.
fn is_outside(question: &Question<'_>, response: &Response) -> bool {
    let has_id = response.values("x-request-id").next().is_some();
    let is_of_the_server = OF_THE_SERVER.contains(&response.status) && response.body.is_empty();
    !has_id && (question.is_options || is_of_the_server)
}

fn oracle_of(style: Style) -> Oracle {
    let style = match style {
        Style::OkError => oracle::Style::OkError,
        Style::JsonApi => oracle::Style::JsonApi,
        Style::CodeData => oracle::Style::CodeData,
        Style::Problem => oracle::Style::Problem,
        Style::Acme => return Oracle::any().canaries(CANARIES),
    };
    Oracle::new(style).canaries(CANARIES)
}
