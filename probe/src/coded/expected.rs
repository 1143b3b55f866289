//! What a response has to be.

use std::fmt::Write as _;

use manila::{Envelopes, Fault};

use crate::oracle::{Oracle, Style, code_in};
use crate::wire::{Request, Response};

/// What is expected of a response. The facts of the code are core's; whether the response is an
/// envelope is the oracle's judgement.
pub(super) struct Expected {
    fault: Fault,
    status: u16,
    code: String,
}

impl Expected {
    pub(super) fn new(fault: Fault) -> Self {
        let rendered = Envelopes::ok_error().render(&fault, None);
        Self {
            status: rendered.status(),
            code: rendered.code().to_owned(),
            fault,
        }
    }

    /// What is wrong with a response, as text for people; none if nothing is.
    pub(super) fn mistakes(
        &self,
        oracle: &Oracle,
        request: &Request,
        received: &Result<Response, String>,
    ) -> Option<String> {
        let (method, path) = (&request.method, &request.path);
        let (status, code) = (self.status, &self.code);
        let mut text = format!("expected {status} {code} in its envelope from {method} {path}\n");
        let mistakes = match received {
            Ok(response) => self.mistakes_of(oracle, request, response),
            Err(error) => vec![error.clone()],
        };
        if mistakes.is_empty() {
            return None;
        }
        for mistake in mistakes {
            let _ = writeln!(text, "- {mistake}");
        }
        if let Ok(response) = received {
            let _ = write!(text, "received:\n{}", shown(response));
        }
        Some(text)
    }

    fn mistakes_of(&self, oracle: &Oracle, request: &Request, response: &Response) -> Vec<String> {
        let mut mistakes = Vec::new();
        if response.status != self.status {
            let (received, expected) = (response.status, self.status);
            mistakes.push(format!("the status is {received}, not {expected}"));
        }
        match response.only("x-error-code") {
            Some(code) if code == self.code => {}
            Some(code) => {
                mistakes.push(format!("x-error-code is {code:?}, not {:?}", self.code));
            }
            None => mistakes.push(format!("x-error-code is missing; expected {:?}", self.code)),
        }
        if let Some(style) = Style::of(response) {
            let expected = self.in_body(style);
            let received = code_in(style, &response.body, response.status);
            if let (Some(received), Some(expected)) = (received, expected)
                && received != expected
            {
                let mistake = format!("the code in the body is {received:?}, not {expected:?}");
                mistakes.push(mistake);
            }
        }
        if response.status >= 400 {
            let findings = oracle.judge(request, response).into_iter();
            mistakes.extend(findings.map(|finding| finding.message));
        }
        mistakes
    }

    /// The code as a body of the style has it.
    fn in_body(&self, style: Style) -> Option<String> {
        let envelopes = match style {
            Style::OkError => Envelopes::ok_error(),
            Style::JsonApi => Envelopes::json_api(),
            Style::CodeData => Envelopes::code_data(),
            Style::Problem => Envelopes::problem(),
        };
        let rendered = envelopes.render(&self.fault, Some("a"));
        code_in(style, rendered.body(), rendered.status())
    }
}

/// A response as it would be on the wire, a line each.
fn shown(response: &Response) -> String {
    let mut text = format!("  {}\n", response.status);
    for (name, value) in &response.headers {
        let _ = writeln!(text, "  {name}: {}", value.escape_debug());
    }
    match serde_json::from_slice::<serde_json::Value>(&response.body) {
        _ if response.body.is_empty() => text.push_str("  (no body)"),
        Ok(value) => {
            for line in format!("{value:#}").lines() {
                let _ = write!(text, "\n  {line}");
            }
        }
        Err(_) => {
            let _ = write!(text, "\n  {:?}", response.text());
        }
    }
    text
}
