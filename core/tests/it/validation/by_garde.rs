use std::collections::{BTreeMap, HashMap, HashSet};

use garde::Validate;
use manila::validate::{Input, garde};
use manila::{Envelopes, FieldNames};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{at, check_cases, check_valid, of, violations};

#[derive(Deserialize, Validate, FieldNames)]
#[serde(rename_all = "camelCase", default)]
#[garde(allow_unvalidated)]
#[derive(Default)]
struct Signup {
    #[garde(email)]
    email: Option<String>,
    #[garde(range(min = 18, max = 120))]
    age: Option<u8>,
    #[garde(range(min = -0.5, max = 0.5))]
    signed_share: f64,
    #[garde(length(max = 5), inner(length(max = 20)))]
    tags: Vec<String>,
    #[garde(dive)]
    home_address: Option<Address>,
    #[garde(url)]
    r#type: Option<String>,
    #[garde(ip)]
    any_ip: Option<String>,
    #[garde(ipv4)]
    four: Option<String>,
    #[garde(ipv6)]
    six: Option<String>,
    #[garde(ascii)]
    plain: Option<String>,
    #[garde(alphanumeric)]
    words: Option<String>,
    #[garde(pattern(r"^[0-9]{4}$"))]
    pin: Option<String>,
    #[garde(contains("-"))]
    hyphenated: Option<String>,
    #[garde(prefix("https:"))]
    link: Option<String>,
    #[garde(suffix(".com"))]
    host: Option<String>,
    #[serde(rename = "pass")]
    password: String,
    #[garde(matches(password))]
    again: String,
    #[garde(custom(free))]
    user_name: String,
    #[garde(dive)]
    by_key: HashMap<String, Address>,
    #[garde(dive)]
    sorted: BTreeMap<usize, Address>,
    #[garde(dive)]
    distinct: HashSet<Named>,
    #[serde(flatten)]
    #[garde(dive)]
    page: Page,
    #[garde(dive)]
    name: Named,
    #[garde(dive)]
    wrapped: Wrapped,
}

#[derive(Deserialize, Validate, FieldNames, Default)]
#[serde(default)]
struct Address {
    #[serde(rename = "town")]
    #[garde(required, length(min = 2))]
    city: Option<String>,
}

#[derive(Deserialize, Validate, FieldNames, Default)]
struct Page {
    #[serde(default, rename = "page-size")]
    #[garde(range(max = 100))]
    size: u8,
}

/// garde puts the place of its one field on the path; the wire has none.
#[derive(Deserialize, Validate, FieldNames, Default, PartialEq, Eq, Hash)]
struct Named(#[garde(length(max = 3))] String);

/// garde puts nothing on the path; the wire has a member.
#[derive(Deserialize, Validate, FieldNames, Default)]
#[garde(transparent)]
struct Wrapped {
    #[serde(default, rename = "in")]
    #[garde(length(max = 3))]
    inner: String,
}

fn free(name: &str, (): &()) -> garde::Result {
    if let Err(error) = garde::rules::length::chars::apply(&name, (0, 9)) {
        return Err(garde::Error::new(format!(
            "{} It is {} long.",
            error.message(),
            name.len()
        )));
    }
    match name {
        "root" => Err(garde::Error::new("The name is taken.")),
        _ => Ok(()),
    }
}

fn told(body: &Value) -> Vec<Value> {
    let signup = Signup::deserialize(body).unwrap();
    let fault = garde(&signup, &(), Input::Body).err();
    fault.map(|fault| violations(&fault)).unwrap_or_default()
}

#[test]
fn what_is_valid_passes() {
    check_valid(told);
}

#[test]
fn each_rule_has_its_code_place_and_parameters() {
    let other = |pointer, details| at("invalid_value", pointer, details);
    let none = Value::Null;
    let own = vec![
        (
            json!({"signedShare": -1.0}),
            at("out_of_range", "/signedShare", json!({"min": -0.5})),
        ),
        (
            json!({"tags": ["", "a".repeat(21)]}),
            at("too_long", "/tags/1", json!({"max": 20})),
        ),
        (json!({"four": "::1"}), other("/four", none.clone())),
        (json!({"six": "127.0.0.1"}), other("/six", none.clone())),
        (json!({"plain": "ä"}), other("/plain", none.clone())),
        (json!({"words": "-"}), other("/words", none.clone())),
        (
            json!({"pin": "12"}),
            other("/pin", json!({"pattern": r"^[0-9]{4}$"})),
        ),
        (
            json!({"link": "x"}),
            other("/link", json!({"text": "https:"})),
        ),
        (
            json!({"host": "x"}),
            other("/host", json!({"text": ".com"})),
        ),
        (
            json!({"pass": "a", "again": "b"}),
            at("different", "/again", json!({"other": "pass"})),
        ),
        (
            json!({"userName": "root"}),
            other("/userName", none.clone()),
        ),
        (
            json!({"byKey": {"a/b": {}}}),
            at("missing", "/byKey/a~1b", json!({"member": "town"})),
        ),
        (
            json!({"sorted": {"12": {}}}),
            at("missing", "/sorted/12", json!({"member": "town"})),
        ),
        (
            json!({"distinct": ["abc", "abcd"]}),
            at("too_long", "/distinct", json!({"max": 3})),
        ),
        (
            json!({"name": "abcd"}),
            at("too_long", "/name", json!({"max": 3})),
        ),
        (
            json!({"wrapped": {"in": "abcd"}}),
            at("too_long", "/wrapped/in", json!({"max": 3})),
        ),
    ];
    check_cases(own, told);
}

#[test]
fn everything_is_told_at_once_in_the_order_of_the_fields() {
    let body = json!({
        "wrapped": {"in": "abcd"},
        "byKey": {"z": {}, "a": {}, "k": {"town": ""}},
        "distinct": ["abcd", "defgh", "z"],
        "tags": ["", "b".repeat(21), "", "", "", "c".repeat(21)],
        "age": 7,
        "email": "x",
    });
    let town = || json!({"member": "town"});
    let expected = [
        at("invalid_email", "/email", Value::Null),
        at("out_of_range", "/age", json!({"min": 18})),
        at("too_long", "/tags", json!({"max": 5})),
        at("too_long", "/tags/1", json!({"max": 20})),
        at("too_long", "/tags/5", json!({"max": 20})),
        at("missing", "/byKey/a", town()),
        at("invalid_value", "/byKey/k/town", json!({"min": 2})),
        at("missing", "/byKey/z", town()),
        at("too_long", "/distinct", json!({"max": 3})),
        at("too_long", "/distinct", json!({"max": 3})),
        at("too_long", "/wrapped/in", json!({"max": 3})),
    ];
    // Maps and sets have another order each time.
    for _ in 0..20 {
        assert_eq!(told(&body), expected);
    }
}

#[test]
fn a_custom_rule_speaks_for_itself() {
    let told = |name: &str| {
        let signup = Signup {
            user_name: name.to_owned(),
            ..Signup::default()
        };
        let fault = garde(&signup, &(), Input::Body).unwrap_err();
        let rendered = Envelopes::ok_error().render(&fault, None);
        let body: Value = serde_json::from_slice(rendered.body()).unwrap();
        body["error"]["details"]["errors"][0]["message"].clone()
    };
    assert_eq!(told("root"), "The name is taken.");
    // What garde says of a rule may be a part of it.
    assert_eq!(
        told("maximilian"),
        "Must have a length of at most 9. It is 10 long."
    );
}

#[test]
fn a_value_that_is_not_on_the_wire_is_told_at_its_object() {
    #[derive(Validate, FieldNames, Deserialize)]
    struct Stored {
        #[serde(skip)]
        #[garde(required, inner(length(min = 1)))]
        id: Option<String>,
    }
    let fault = garde(&vec![Stored { id: None }], &(), Input::Body).unwrap_err();
    assert_eq!(violations(&fault), [at("missing", "/0", Value::Null)]);
    let fault = garde(
        &Stored {
            id: Some(String::new()),
        },
        &(),
        Input::Body,
    )
    .unwrap_err();
    assert_eq!(
        violations(&fault),
        [at("invalid_value", "", json!({"min": 1}))]
    );
}

#[test]
fn in_a_query_or_path_the_parameter_is_told() {
    let signup = Signup {
        email: Some("x".to_owned()),
        home_address: Some(Address { city: None }),
        page: Page { size: 101 },
        ..Signup::default()
    };
    let fault = garde(&signup, &(), Input::Parameters).unwrap_err();
    let expected = [
        of("invalid_email", "email", Value::Null),
        of("missing", "homeAddress", Value::Null),
        of("out_of_range", "page-size", json!({"max": 100})),
    ];
    assert_eq!(violations(&fault), expected);
}

#[test]
fn a_key_without_end_is_in_no_place() {
    let key = "k".repeat(2_000);
    let body = json!({"byKey": {key: {"town": ""}}, "homeAddress": {"town": ""}});
    let expected = [
        at("invalid_value", "/homeAddress/town", json!({"min": 2})),
        at("invalid_value", "/byKey", json!({"min": 2})),
    ];
    assert_eq!(told(&body), expected);
}
