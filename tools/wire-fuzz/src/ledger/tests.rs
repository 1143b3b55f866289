//! Ledgers that the log agrees with, and every way in which it can fail to.

use super::*;
use crate::escaped::Escaped;
use crate::http1::{Asked, Http1};

const FRESH: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

/// A connection of two requests, the second without an id.
fn script(_: u64) -> Script {
    let bytes = b"GET /err?a HTTP/1.1\r\nx-request-id: fuzz-0\r\n\r\nGET /missing HTTP/1.1\r\n\r\n";
    let asked = |target: &str, id: Option<&str>| Asked {
        method: "GET".to_owned(),
        target: target.to_owned(),
        id: id.map(str::to_owned),
        has_body: false,
    };
    Script::Http1(Http1 {
        bytes: Escaped(bytes.to_vec()),
        asked: Some(vec![
            asked("/err?a", Some("fuzz-0")),
            asked("/missing", None),
        ]),
    })
}

fn answer(asked: Option<&str>, id: &str, status: u16, code: &str) -> Answer {
    let response = Response {
        status,
        headers: vec![
            ("x-request-id".to_owned(), id.to_owned()),
            ("x-error-code".to_owned(), code.to_owned()),
        ],
        body: Vec::new(),
    };
    Answer::new(asked.map(Request::get), Vec::new(), &response).unwrap()
}

/// The two answers, whose requests are known or are not.
fn answers(is_known: bool) -> Vec<Answer> {
    let asked = |target| is_known.then_some(target);
    let mut failed = answer(asked("/err?a"), "fuzz-0", 500, "INTERNAL");
    failed.untold = vec!["canary"];
    vec![failed, answer(asked("/missing"), FRESH, 404, "NOT_FOUND")]
}

type Fields = Vec<(&'static str, &'static str)>;

fn failed() -> Fields {
    vec![
        (Event::REQUEST_ID, "fuzz-0"),
        (Event::CODE, "INTERNAL"),
        (Event::STATUS, "500"),
        (Event::METHOD, "GET"),
        (Event::PATH, "/err"),
        (Event::CAUSE, "the pool is empty: canary"),
    ]
}

fn refused() -> Fields {
    vec![
        (Event::REQUEST_ID, FRESH),
        (Event::CODE, "NOT_FOUND"),
        (Event::STATUS, "404"),
        (Event::METHOD, "GET"),
        (Event::PATH, "/missing"),
    ]
}

/// What is wrong with these events, where so many answers were not read.
fn balance(answers: Vec<Answer>, unread: usize, events: &[Fields]) -> Balance {
    let mut ledger = Ledger::default();
    ledger.add(7, answers, unread);
    let events = events
        .iter()
        .map(|fields| Event::new(fields.iter().copied()));
    ledger.balance(Framework::Axum, events.collect(), script)
}

/// Asserts that the case has one finding with these words, whether or not its requests are known.
fn finds(events: &[Fields], words: &str) {
    for is_known in [true, false] {
        let balance = balance(answers(is_known), 0, events);
        let found = &balance.of_cases[&7];
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].contains(words), "{words}: {found:?}");
        assert_eq!(balance.stray, [""; 0], "{words}");
    }
}

#[test]
fn a_log_that_agrees_has_no_finding() {
    for is_known in [true, false] {
        let found = balance(answers(is_known), 0, &[refused(), failed()]);
        assert_eq!(found, Balance::default());
    }
}

#[test]
fn an_error_without_an_event_is_found() {
    finds(&[refused()], "fuzz-0: O11: 0 events for one error");
    finds(&[failed()], "0 events for one error");
}

#[test]
fn an_error_with_two_events_is_found() {
    finds(
        &[failed(), refused(), refused()],
        "events that no answer owes",
    );
    finds(
        &[failed(), refused(), failed()],
        "fuzz-0: events that no answer owes",
    );
}

#[test]
fn a_success_with_an_event_is_found() {
    let found = balance(vec![answer(None, FRESH, 200, "")], 0, &[refused()]);
    assert!(
        found.of_cases[&7][0].contains("events that no answer owes"),
        "{found:?}"
    );
}

#[test]
fn an_event_that_lacks_something_is_found() {
    for field in [
        Event::CODE,
        Event::STATUS,
        Event::METHOD,
        Event::PATH,
        Event::CAUSE,
    ] {
        let mut event = failed();
        event.retain(|(name, _)| *name != field);
        for is_known in [true, false] {
            let found = balance(answers(is_known), 0, &[refused(), event.clone()]);
            assert!(!found.of_cases[&7].is_empty(), "{field}");
        }
    }
}

#[test]
fn an_event_of_a_request_that_was_not_sent_is_found() {
    for (field, value) in [(Event::METHOD, "PUT"), (Event::PATH, "/raise")] {
        let mut event = refused();
        event.retain(|(name, _)| *name != field);
        event.push((field, value));
        for is_known in [true, false] {
            let found = balance(answers(is_known), 0, &[failed(), event.clone()]);
            assert!(!found.of_cases[&7].is_empty(), "{field}");
        }
    }
}

#[test]
fn events_without_an_answer_are_as_many_as_answers_were_not_read() {
    let mut stray = refused();
    stray[0] = (Event::REQUEST_ID, "01890a5d-ac96-774b-bcce-b302099a8058");
    let events = [failed(), refused(), stray];
    assert_eq!(balance(answers(true), 1, &events), Balance::default());
    let found = balance(answers(true), 0, &events).stray;
    assert!(
        found[0].starts_with("1 events without an answer"),
        "{found:?}"
    );

    let mut bare = events;
    bare[2].truncate(3);
    let found = balance(answers(true), 1, &bare).stray;
    assert!(found[0].starts_with("an event lacks some of"), "{found:?}");
}

#[test]
fn ids_that_mutations_made_alike_are_told_apart() {
    for id in ["fuzz-0", "a"] {
        let alike = |fields: Fields| {
            let mut fields = fields;
            fields[0] = (Event::REQUEST_ID, id);
            fields
        };
        let answers = [(404, "NOT_FOUND"), (500, "INTERNAL")]
            .map(|(status, code)| answer(None, id, status, code));
        let events = [alike(failed()), alike(refused())];
        let found = balance(answers.to_vec(), 0, &events);
        assert_eq!(found, Balance::default());
    }
}

#[test]
fn an_event_is_left_over_where_an_id_is_not_of_one_request_alone() {
    let mut event = refused();
    event[0] = (Event::REQUEST_ID, "a");
    let events = [event.clone(), event];
    let answers = vec![answer(None, "a", 404, "NOT_FOUND")];
    assert_eq!(balance(answers.clone(), 1, &events), Balance::default());
    let found = balance(answers, 0, &events).stray;
    assert!(
        found[0].starts_with("1 events without an answer"),
        "{found:?}"
    );
}
