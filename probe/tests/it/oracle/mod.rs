//! What the oracle takes and what it refuses, response by response.

mod bodies;
mod fields;
mod leaks;

use manila_probe::oracle::{Oracle, Rule, Style};
use manila_probe::wire::{Request, Response};

const ID: &str = "01a1fd69-a42a-7f52-b799-f184e4afa16d";

/// A faultless 404 of a style.
fn envelope(style: Style) -> Response {
    let body = match style {
        Style::OkError => {
            r#"{"ok":false,"error":{"code":"NOT_FOUND","message":"Gone."}}"#.to_owned()
        }
        Style::JsonApi => format!(
            r#"{{"errors":[{{"status":"404","code":"NOT_FOUND","title":"Not found","detail":"Gone."}}],"meta":{{"request_id":"{ID}"}}}}"#
        ),
        Style::CodeData => r#"{"code":-404,"data":"Gone."}"#.to_owned(),
        Style::Problem => format!(
            r#"{{"type":"about:blank","title":"Not Found","status":404,"detail":"Gone.","instance":"urn:uuid:{ID}","code":"NOT_FOUND","request_id":"{ID}"}}"#
        ),
        other => panic!("no envelope of {other} is written down here"),
    };
    let fields = [
        ("content-type", style.content_type()),
        ("content-length", &body.len().to_string()),
        ("x-request-id", ID),
        ("x-error-code", "NOT_FOUND"),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "no-store"),
    ];
    Response {
        status: 404,
        headers: fields
            .map(|(name, value)| (name.into(), value.into()))
            .into(),
        body: body.into_bytes(),
    }
}

/// The response with another body, whose length is right.
fn with_body(response: Response, body: &str) -> Response {
    let length = body.len().to_string();
    Response {
        body: body.into(),
        ..with(response, "content-length", &[&length])
    }
}

/// The response with these values of a field, and no others.
fn with(mut response: Response, name: &str, values: &[&str]) -> Response {
    response.headers.retain(|(field, _)| field != name);
    let fields = values.iter().map(|value| (name.into(), (*value).into()));
    response.headers.extend(fields);
    response
}

fn rules(oracle: &Oracle, request: &Request, response: &Response) -> Vec<Rule> {
    let findings = oracle.judge(request, response);
    let mut rules: Vec<_> = findings.iter().map(|finding| finding.rule).collect();
    rules.dedup();
    rules
}

/// Checks which rules a response to GET breaks.
fn check(style: Style, response: &Response, broken: &[Rule]) {
    let found = rules(&Oracle::new(style), &Request::get("/missing"), response);
    assert_eq!(found, broken, "{}: {response:?}", response.text());
}

#[test]
fn an_envelope_of_the_style_breaks_no_rule() {
    for &style in Style::ALL {
        let response = envelope(style);
        check(style, &response, &[]);
        assert_eq!(Style::detect([&response]), Some(style));
        assert_eq!(
            rules(&Oracle::any(), &Request::get("/missing"), &response),
            []
        );
        for &other in Style::ALL.iter().filter(|other| **other != style) {
            let found = rules(&Oracle::new(other), &Request::get("/missing"), &response);
            assert!(found.contains(&Rule::Envelope), "{style} as {other}");
        }
    }
}

#[test]
fn the_style_is_that_of_most_errors() {
    let success = Response {
        status: 200,
        ..envelope(Style::Problem)
    };
    let few = [envelope(Style::CodeData), success.clone(), success];
    let many = [envelope(Style::OkError), envelope(Style::OkError)];
    assert_eq!(Style::detect(few.iter().chain(&many)), Some(Style::OkError));
    let none = with_body(envelope(Style::OkError), "{}");
    assert_eq!(Style::detect([&none]), None);
}

#[test]
fn exempt_responses_are_left_alone() {
    let bare = |status| Response {
        status,
        headers: vec![("content-type".into(), "text/html; charset=utf-8".into())],
        body: b"<html>".into(),
    };
    let oracle = Oracle::new(Style::OkError)
        .exempt_statuses([503])
        .exempt_paths(["/docs"])
        .exempt_content_types(["image/png"]);
    let get = Request::get;
    for (request, response, is_exempt) in [
        (get("/a"), bare(101), true),
        (get("/a"), bare(200), true),
        (get("/a"), bare(304), true),
        (get("/a"), bare(503), true),
        (get("/a"), bare(404), false),
        (get("/a"), bare(999), false),
        (get("/docs"), bare(404), true),
        (get("/docs/a?b"), bare(404), true),
        (get("/docsets"), bare(404), false),
        (
            get("/a"),
            with(bare(404), "content-type", &["image/png"]),
            true,
        ),
        (
            get("/a"),
            with(bare(404), "content-type", &["application/grpc+proto"]),
            true,
        ),
        (
            get("/a").header("content-type", "application/grpc"),
            bare(404),
            false,
        ),
        (
            get("/a"),
            with(bare(404), "content-type", &["application/grpcx"]),
            false,
        ),
    ] {
        assert_eq!(
            oracle.is_exempt(&request, &response),
            is_exempt,
            "{request:?}"
        );
        assert_eq!(
            oracle.judge(&request, &response).is_empty(),
            is_exempt,
            "{request:?}"
        );
    }
}

#[test]
fn every_rule_has_an_id_and_says_what_it_demands() {
    let ids: Vec<_> = Rule::ALL.iter().map(|rule| rule.id()).collect();
    let expected: Vec<_> = (1..=13).map(|number| format!("O{number}")).collect();
    assert_eq!(ids, expected);
    assert!(Rule::ALL.iter().all(|rule| !rule.requirement().is_empty()));
    let json = serde_json::to_value(Rule::Leak).unwrap();
    assert_eq!(json, "O8");
}
