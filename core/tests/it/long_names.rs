//! Names from outside, in the places of violations.

use std::collections::BTreeMap;

use manila::extract::{form, json, path_error, query, query_error, unreadable_path};
use manila::{Envelopes, Fault};
use serde::Deserialize;
use serde_json::Value;

/// The names that are told up to a bound, and one byte beyond it.
#[test]
fn a_name_from_outside_is_told_up_to_1_kib() {
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "read for its form alone")]
    struct Strict {
        #[serde(default)]
        inner: Option<Inner>,
        #[serde(default)]
        counts: BTreeMap<String, u8>,
    }
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Inner {}
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Flat {}
    type Counts = BTreeMap<String, u8>;

    let place = |fault: Fault, kind: &str| {
        assert_eq!(fault.violations().len(), 1, "{fault}");
        let rendered = Envelopes::ok_error().render(&fault, None);
        let body: Value = serde_json::from_slice(rendered.body()).unwrap();
        let details = &body["error"]["details"];
        assert!(details.to_string().len() < 2_000, "{fault}");
        details["errors"][0].get(kind).cloned()
    };
    for (length, is_told) in [(1_000, true), (1_025, false), (60_000, false)] {
        let name = "n".repeat(length);
        let told = |place: String| Some(place.into());
        let at = |parent: &str| {
            told(if is_told {
                format!("{parent}/{name}")
            } else {
                parent.to_owned()
            })
        };
        let read = |body: String| json::<Strict>(body.as_bytes()).unwrap_err();
        let unknown = read(format!(r#"{{"{name}":1}}"#));
        assert_eq!(place(unknown, "pointer"), at(""));
        let unknown_inside = read(format!(r#"{{"inner":{{"{name}":1}}}}"#));
        assert_eq!(place(unknown_inside, "pointer"), at("/inner"));
        let key = read(format!(r#"{{"counts":{{"{name}":"x"}}}}"#));
        assert_eq!(place(key, "pointer"), at("/counts"));
        let inside = format!(r#"{{"{name}":{{"a":["x"]}}}}"#);
        let inside = json::<BTreeMap<String, BTreeMap<String, Vec<u8>>>>(inside.as_bytes());
        let below = if is_told {
            format!("/{name}/a/0")
        } else {
            String::new()
        };
        assert_eq!(place(inside.unwrap_err(), "pointer"), told(below));

        let pairs = format!("{name}=x");
        for fault in [
            form::<Flat>(pairs.as_bytes()).unwrap_err(),
            form::<Counts>(pairs.as_bytes()).unwrap_err(),
        ] {
            assert_eq!(place(fault, "pointer"), at(""));
        }
        let parameter = is_told.then(|| name.clone().into());
        for fault in [
            query::<Flat>(&pairs).unwrap_err(),
            query::<Counts>(&pairs).unwrap_err(),
            query_error(&format!("unknown field `{name}`, there are no fields")),
            unreadable_path(Some(&name), Some("u8")),
            path_error("invalid digit found in string", Some(&name)),
        ] {
            assert_eq!(place(fault, "parameter"), parameter);
        }
    }
}

/// What is wrong with a value is not told of one around it, whose place is told in its stead.
#[test]
fn a_value_inside_a_name_too_long_to_tell_is_told_as_one_inside() {
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Strict {}
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "read for its form alone")]
    struct Item {
        id: u8,
    }
    type Items = BTreeMap<String, Item>;

    let name = "n".repeat(1_100);
    let sentence = |fault: Fault| {
        let violation = fault.violations().first().unwrap();
        violation.message().to_owned()
    };
    let items = |item: &str| {
        let body = format!(r#"{{"{name}":{item}}}"#);
        sentence(json::<Items>(body.as_bytes()).unwrap_err())
    };
    assert_eq!(
        items(r#"{"id":"x"}"#),
        "A value inside this one has the wrong type."
    );
    assert_eq!(
        items(r#"{"id":256}"#),
        "A number inside this value is out of range."
    );
    assert_eq!(
        items("{}"),
        "A member that is required inside this value is missing."
    );
    assert_eq!(
        items(r#"{"id":1,"id":1}"#),
        "A member inside this value appears more than once."
    );
    let body = format!(r#"{{"{name}":1}}"#);
    assert_eq!(
        sentence(json::<Strict>(body.as_bytes()).unwrap_err()),
        "A member inside this value is not known."
    );
    assert_eq!(
        sentence(form::<Strict>(format!("{name}=1").as_bytes()).unwrap_err()),
        "A member inside this value is not known."
    );
}
