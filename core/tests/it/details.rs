//! What is attached to a fault stands in its body, in order and once.

use std::collections::BTreeMap;

use manila::{Condition, Envelopes, Fault, Violation};
use serde_json::value::RawValue;

const LONG: [&str; 60] = ["é"; 60];

/// Something that fails when a part of it has been written.
struct Broken;

impl serde::Serialize for Broken {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str("written, and then given up")?;
        Err(serde::ser::Error::custom("no"))
    }
}

fn check(attach: impl Fn(Fault) -> Fault, expected: &str) {
    let fault = attach(Fault::condition(Condition::Conflict));
    let rendered = Envelopes::ok_error().render(&fault, None);
    let body = std::str::from_utf8(rendered.body()).unwrap();
    let (_, details) = body.split_once(r#""details":"#).unwrap_or(("", "null}}"));
    assert_eq!(details.strip_suffix("}}").unwrap(), expected);
}

#[test]
fn details_stand_in_the_order_in_which_they_were_attached() {
    check(|fault| fault, "null");
    check(
        |fault| fault.with_detail("b", 1).with_detail("a", true),
        r#"{"b":1,"a":true}"#,
    );
    check(
        |fault| (0..7).fold(fault, |fault, at| fault.with_detail(format!("n{at}"), at)),
        r#"{"n0":0,"n1":1,"n2":2,"n3":3,"n4":4,"n5":5,"n6":6}"#,
    );
    check(
        |fault| {
            fault
                .with_details(BTreeMap::from([("x", 1), ("y", 2)]))
                .with_detail("z", ())
        },
        r#"{"x":1,"y":2,"z":null}"#,
    );
}

#[test]
fn a_later_value_takes_the_place_of_an_earlier_one() {
    check(
        |fault| fault.with_detail("a", 1).with_detail("a", "two"),
        r#"{"a":"two"}"#,
    );
    check(
        |fault| {
            fault
                .with_detail("a", 1)
                .with_detail("b", 2)
                .with_detail("c", 3)
                .with_detail("a", [4])
        },
        r#"{"a":[4],"b":2,"c":3}"#,
    );
    let long = serde_json::to_string(&LONG.concat()).unwrap();
    check(
        |fault| {
            let fault = (0..6).fold(fault, |fault, at| fault.with_detail(format!("n{at}"), at));
            fault
                .with_detail("n1", LONG.concat())
                .with_detail("n5", "last")
                .with_detail("n1", 1)
        },
        r#"{"n0":0,"n1":1,"n2":2,"n3":3,"n4":4,"n5":"last"}"#,
    );
    check(
        |fault| {
            fault
                .with_detail("a", LONG.concat())
                .with_detail("b", 1)
                .with_detail("b", LONG.concat())
        },
        &format!(r#"{{"a":{long},"b":{long}}}"#),
    );
}

#[test]
fn a_name_is_escaped_and_is_the_same_name_all_the_same() {
    check(
        |fault| {
            fault
                .with_detail("a\"<", 1)
                .with_detail("b", 2)
                .with_detail("a\"<", 3)
        },
        r#"{"a\"\u003c":3,"b":2}"#,
    );
}

#[test]
fn raw_json_is_as_deep_as_its_arrays_and_objects_nest() {
    let raw = |json: String| RawValue::from_string(json).unwrap();
    let text = format!(r#"["\\\"{}\\"]"#, "[{".repeat(40));
    check(
        |fault| fault.with_detail("a", raw(text.clone())),
        &format!(r#"{{"a":{text}}}"#),
    );
    let nested = |levels| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    check(
        |fault| fault.with_detail("a", raw(nested(32))),
        &format!(r#"{{"a":{}}}"#, nested(32)),
    );
    check(|fault| fault.with_detail("a", raw(nested(33))), "null");
}

#[test]
fn what_fails_leaves_nothing_behind() {
    check(|fault| fault.with_detail("a", Broken), "null");
    check(
        |fault| fault.with_detail("a", Broken).with_detail("b", 1),
        r#"{"b":1}"#,
    );
    let long = serde_json::to_string(&LONG.concat()).unwrap();
    check(
        |fault| {
            fault
                .with_detail("a", LONG.concat())
                .with_detail("b", Broken)
                .with_detail("c", "x".repeat(70_000))
        },
        &format!(r#"{{"a":{long}}}"#),
    );
    check(
        |fault| {
            fault
                .with_detail("a", 1)
                .with_detail("reason", 2)
                .with_detail("b", Broken)
                .with_detail("a", Broken)
        },
        r#"{"a":1}"#,
    );
}

#[test]
fn a_violation_has_details_of_its_own() {
    let violation = Violation::new("No.")
        .with_detail("max", 5)
        .with_detail("min", 1)
        .with_detail("max", 6);
    check(
        |fault| fault.with_violation(violation.clone()),
        r#"{"errors":[{"code":"conflict","message":"No.","details":{"max":6,"min":1}}]}"#,
    );
}
