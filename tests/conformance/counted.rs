//! The log against the answers, by number.

use std::thread;

use manila_examples::workbench::{Framework, Style};
use manila_probe::oracle::Event;
use manila_probe::wire::{Client, Protocol, Request, Response};

use crate::cases::{Case, cases};
use crate::logs::{events_of, events_of_traces};
use crate::servers::{Cell, FRAMEWORKS};
use crate::steady::FIELDS;
use crate::untold::untold;
use crate::verify::judge_events;

/// How many requests each framework gets.
const REQUESTS: usize = 1_000;

/// Requests that succeed, among those that fail.
const FINE: [&str; 4] = ["/ok", "/id", "/stream", "/status/304"];

/// The methods that a request without a body may have beside its own.
const METHODS: [&str; 3] = ["GET", "HEAD", "POST"];

/// A request of a run.
struct Asked<'a> {
    request: Request,
    /// The kind that it is, by its own method.
    case: Option<&'a Case>,
    protocol: Protocol,
}

/// The request of that number: one of every kind in turn, and each time with something else beside
/// what it asks for.
fn ask(framework: Framework, cases: &[Case], number: usize) -> Asked<'_> {
    let kinds = cases.len() + FINE.len();
    let (kind, round) = (number % kinds, number / kinds);
    let mut case = cases.get(kind);
    let mut request = case.map_or_else(
        || Request::get(FINE[kind - cases.len()]),
        |case| case.request.clone(),
    );
    if request.body.is_empty() && round % 2 == 1 {
        request.method = METHODS[(kind + round / 2) % METHODS.len()].into();
        case = case.filter(|case| case.request.method == request.method);
    }
    for (name, value) in FIELDS[(kind + 5 * round) % FIELDS.len()] {
        request = request.header(name, *value);
    }
    let ids: &[&str] = match (kind + round) % 4 {
        0 => &[&format!("counted-{framework:?}-{number}")],
        1 => &["not taken"],
        2 => &["one", "another"],
        _ => &[],
    };
    for id in ids {
        request = request.header("x-request-id", *id);
    }
    let trace = format!(
        "00-{}{number:024x}-b7ad6b7169203331-01",
        traces_of(framework)
    );
    Asked {
        request: request.header("traceparent", trace),
        case,
        protocol: Protocol::ALL[number % 2],
    }
}

/// How the traces of a framework begin, by which its events are found whatever ids they have.
fn traces_of(framework: Framework) -> String {
    format!("c0de0{:03x}", framework as u16)
}

/// The texts that the log has to hold, where the answer is the one that the kind has.
fn texts(asked: &Asked<'_>, response: &Response) -> Vec<&'static str> {
    let Some(case) = asked.case else {
        return Vec::new();
    };
    let is_as_ever = response.only("x-error-code") == Some(&*case.error.code.text())
        && response.status == case.error.code.status;
    if !is_as_ever {
        return Vec::new();
    }
    let mut texts = untold(&case.request.path);
    texts.extend(case.told);
    texts
}

/// How many of a framework's answers are errors. Each has one event, and nothing else has one.
fn count(framework: Framework) -> usize {
    let client = Client::new(Cell::new(framework, Style::JsonApi).address());
    let cases: Vec<_> = cases().into_iter().map(|case| case.on(framework)).collect();
    let mut errors = 0;
    for number in 0..REQUESTS {
        let asked = ask(framework, &cases, number);
        let Asked {
            request, protocol, ..
        } = &asked;
        let response = client.send(*protocol, request).unwrap();
        let id = response.only("x-request-id").unwrap();
        let events: Vec<_> = events_of(id).into_iter().map(Event::new).collect();
        let texts = texts(&asked, &response);
        let findings = judge_events(framework, request, &response, &events, &texts);
        assert_eq!(findings, [], "{framework:?} {protocol:?} {request:?}");
        errors += usize::from(response.status >= 400);
    }
    // Under whatever id they are, and of whatever answer.
    let events = events_of_traces(&traces_of(framework)).len();
    assert_eq!(events, errors, "{framework:?}");
    errors
}

#[test]
fn a_thousand_requests_of_every_kind_have_one_event_for_each_error_and_no_other() {
    let counts = thread::scope(|scope| {
        let running = FRAMEWORKS.map(|framework| scope.spawn(move || count(framework)));
        running.map(|count| count.join().unwrap())
    });
    for (framework, errors) in FRAMEWORKS.into_iter().zip(counts) {
        assert!(errors > REQUESTS * 9 / 10, "{framework:?}: {errors}");
    }
}
