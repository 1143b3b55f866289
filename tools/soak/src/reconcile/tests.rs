//! Ledgers that agree, and every way in which they can fail to.

use super::*;
use crate::routes::{FAULTS, FINE, Route};

const FRESH: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

/// How a finding on the first request starts.
const ZERO: &str = "request 0 (GET /nested/raise/CONFLICT?message=n{number}.)";

fn event(id: &str) -> Event {
    Event {
        request_id: id.to_owned(),
        code: "CONFLICT".to_owned(),
        status: 409,
        method: "GET".to_owned(),
        path: "/nested/raise/CONFLICT".to_owned(),
        cause: String::new(),
        is_harmless: true,
    }
}

fn entry(number: u64, outcome: Outcome) -> Entry {
    Entry {
        number,
        sent: Some(format!("own-{number}")),
        route: route("/nested/raise/CONFLICT"),
        outcome,
    }
}

/// The route whose target starts like this.
fn route(target: &str) -> &'static Route {
    let mut routes = FINE.iter().chain(FAULTS);
    routes
        .find(|route| route.target.starts_with(target))
        .unwrap()
}

fn answered(number: u64, id: &str) -> Entry {
    let answer = Answer {
        status: 409,
        ids: vec![id.to_owned()],
        body_id: Some(id.to_owned()),
        code: Some("CONFLICT".to_owned()),
        is_foreign: false,
    };
    entry(number, Outcome::Answered(answer))
}

/// Two requests with ids of their own, one without, and one that was given up on.
fn ledgers() -> (Vec<Entry>, Vec<Event>) {
    let mut none = answered(2, FRESH);
    none.sent = None;
    let entries = vec![
        answered(0, "own-0"),
        answered(1, "own-1"),
        none,
        entry(3, Outcome::Cancelled),
    ];
    (entries, vec![event("own-1"), event(FRESH), event("own-0")])
}

fn answer(entry: &mut Entry) -> &mut Answer {
    match &mut entry.outcome {
        Outcome::Answered(answer) => answer,
        other => panic!("{other:?} is no answer"),
    }
}

/// The findings of the ledgers after `spoil`.
fn check(spoil: impl FnOnce(&mut Vec<Entry>, &mut Vec<Event>), expected: &[&str]) {
    let (mut entries, mut events) = ledgers();
    spoil(&mut entries, &mut events);
    let expected: Vec<String> = expected
        .iter()
        .map(|finding| finding.replace("ZERO", ZERO))
        .collect();
    assert_eq!(reconcile(4, &entries, &events), expected);
}

#[test]
fn ledgers_that_agree_have_no_finding() {
    check(|_, _| {}, &[]);
    check(|_, events| events.push(event("own-3")), &[]);
}

#[test]
fn a_lost_request_is_found() {
    check(
        |entries, _| {
            entries.pop();
        },
        &["request 3 is in the ledger 0 times"],
    );
    check(
        |entries, _| entries[0].outcome = Outcome::Failed("closed".into()),
        &["ZERO got no response: closed"],
    );
}

#[test]
fn a_doubled_request_is_found() {
    check(
        |entries, _| entries.push(entry(3, Outcome::Cancelled)),
        &["request 3 is in the ledger 2 times"],
    );
}

#[test]
fn a_lost_event_is_found() {
    check(
        |_, events| events.retain(|event| event.request_id != "own-0"),
        &["ZERO owes 1 events and has []"],
    );
}

#[test]
fn a_doubled_event_is_found() {
    let [zero, three] = ["own-0", "own-3"].map(|id| format!("{:?}", event(id)));
    check(
        |_, events| events.push(event("own-0")),
        &[&format!("ZERO owes 1 events and has [{zero}, {zero}]")],
    );
    check(
        |_, events| events.extend([event("own-3"), event("own-3")]),
        &[&format!(
            "{} was cancelled and has [{three}, {three}]",
            ZERO.replace('0', "3")
        )],
    );
}

#[test]
fn an_event_without_a_request_is_found() {
    let stray = format!("no request has {:?}", event("nobody"));
    check(|_, events| events.push(event("nobody")), &[&stray]);
}

#[test]
fn a_crossed_response_is_found() {
    check(
        |entries, _| {
            let (zero, one) = (entries[0].outcome.clone(), entries[1].outcome.clone());
            (entries[0].outcome, entries[1].outcome) = (one, zero);
        },
        &[
            "ZERO was sent as own-0, answered as own-1",
            &format!(
                "{} was sent as own-1, answered as own-0",
                ZERO.replace('0', "1")
            ),
        ],
    );
    check(
        |entries, _| answer(&mut entries[0]).body_id = Some("own-1".into()),
        &["ZERO was answered with a body that is not its own"],
    );
    check(
        |entries, _| answer(&mut entries[0]).is_foreign = true,
        &["ZERO was answered with a body that is not its own"],
    );
}

#[test]
fn an_id_that_two_responses_share_is_found() {
    check(
        |entries, events| {
            entries[0] = answered(0, FRESH);
            entries[0].sent = None;
            events.retain(|event| event.request_id != "own-0");
        },
        &[
            &format!(
                "{} was answered with {FRESH}, as was request 0",
                ZERO.replace('0', "2")
            ),
            &format!("{} owes 1 events and has []", ZERO.replace('0', "2")),
        ],
    );
}

#[test]
fn an_event_that_says_something_else_is_found() {
    for spoil in [(|event| event.status = 500) as fn(&mut Event), |event| {
        event.code = "GONE".into()
    }] {
        let mut spoilt = event("own-0");
        spoil(&mut spoilt);
        let said = r#"was answered with 409 and Some("CONFLICT")"#;
        check(
            |_, events| events[2] = spoilt.clone(),
            &[&format!("ZERO {said}, the log says {spoilt:?}")],
        );
    }
}

#[test]
fn an_event_of_another_request_is_found() {
    let spoils: [fn(&mut Event); 4] = [
        |event| event.method = "POST".into(),
        |event| event.path = "/nested/raise/CONFLICT?message=n0.".into(),
        |event| event.path = "/nested".into(),
        |event| event.path = String::new(),
    ];
    for spoil in spoils {
        let mut spoilt = event("own-0");
        spoil(&mut spoilt);
        check(
            |_, events| events[2] = spoilt.clone(),
            &[&format!("ZERO is told as {spoilt:?}")],
        );
    }
    check(|_, events| events[2].path = "/raise/CONFLICT".into(), &[]);
}

#[test]
fn an_event_of_an_exempt_response_is_found() {
    let zero = Event {
        path: "/marked/404".to_owned(),
        ..event("own-0")
    };
    check(
        |entries, events| {
            entries[0].route = route("/marked/404");
            answer(&mut entries[0]).status = 404;
            events[2] = zero.clone();
        },
        &[
            &format!("request 0 (GET /marked/404) owes 0 events and has [{zero:?}]"),
            &format!(
                r#"request 0 (GET /marked/404) was answered with 404 and Some("CONFLICT"), the log says {zero:?}"#
            ),
        ],
    );
}

#[test]
fn ids_that_are_not_one_or_not_fresh_are_found() {
    let stray = format!("no request has {:?}", event("own-0"));
    check(
        |entries, _| answer(&mut entries[0]).ids.push("second".into()),
        &[
            r#"ZERO was answered with the ids ["own-0", "second"]"#,
            &stray,
        ],
    );
    check(
        |entries, _| entries[0].sent = None,
        &["ZERO was answered with own-0, which is not fresh"],
    );
}

#[test]
fn a_status_of_another_route_is_found() {
    check(
        |entries, events| {
            answer(&mut entries[0]).status = 500;
            events[2].status = 500;
        },
        &["ZERO was answered with 500"],
    );
}

#[test]
fn an_event_that_keeps_what_the_client_is_not_told_to_itself_is_found() {
    let untold = |events: &mut Vec<Event>| events[2].is_harmless = false;
    let (entries, mut events) = ledgers();
    untold(&mut events);
    let findings = reconcile(4, &entries, &events);
    assert_eq!(findings.len(), 1, "{findings:?}");
    assert!(findings[0].starts_with(ZERO), "{findings:?}");

    let mut failed = answered(0, "own-0");
    failed.route = route("/err");
    answer(&mut failed).status = 500;
    let told = |cause: &str| Event {
        status: 500,
        path: "/err".to_owned(),
        cause: cause.to_owned(),
        ..event("own-0")
    };
    let findings = |cause| reconcile(1, std::slice::from_ref(&failed), &[told(cause)]);
    assert_eq!(findings("the pool is empty: canary-cause"), [""; 0]);
    assert_eq!(findings("the pool is empty").len(), 1);
}
