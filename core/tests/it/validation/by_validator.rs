use std::collections::{BTreeMap, HashSet};

use manila::validate::{Input, validator, validator_errors};
use manila::{Envelopes, FieldNames};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use validator::{Validate, ValidationError, ValidationErrors};

use super::{at, check_cases, check_valid, of, violations};

#[derive(Deserialize, Validate, FieldNames, Default)]
#[serde(rename_all = "camelCase", default)]
#[validate(schema(function = "adds_up", skip_on_field_errors = false))]
struct Signup {
    #[validate(email)]
    email: Option<String>,
    #[validate(range(min = 18, max = 120))]
    age: Option<u8>,
    #[validate(range(exclusive_min = 0.0, exclusive_max = 0.5))]
    open_share: Option<f64>,
    #[validate(length(max = 5), custom(function = "short_each"))]
    tags: Vec<String>,
    #[validate(length(equal = 4))]
    pin: Option<String>,
    #[validate(length(min = 2))]
    nick: Option<String>,
    #[validate(nested)]
    home_address: Option<Address>,
    #[validate(url)]
    r#type: Option<String>,
    #[validate(ip)]
    any_ip: Option<String>,
    #[validate(non_control_character)]
    plain: Option<String>,
    #[validate(regex(path = "*DIGITS"))]
    digits: Option<String>,
    #[validate(contains(pattern = "-"))]
    hyphenated: Option<String>,
    #[validate(does_not_contain(pattern = "-"))]
    joined: Option<String>,
    password: String,
    #[validate(must_match(other = "password"))]
    again: String,
    #[validate(nested)]
    #[serde(rename = "all")]
    many: Vec<Address>,
    #[validate(nested)]
    distinct: HashSet<Address>,
    #[serde(flatten)]
    #[validate(nested)]
    page: Page,
    total: i64,
}

static DIGITS: std::sync::LazyLock<regex::Regex> =
    std::sync::LazyLock::new(|| regex::Regex::new("^[0-9]*$").unwrap());

#[derive(Deserialize, Serialize, Validate, FieldNames, Default, PartialEq, Eq, Hash)]
#[serde(default)]
struct Address {
    #[serde(rename = "town")]
    #[validate(required, length(min = 2))]
    city: Option<String>,
}

#[derive(Deserialize, Validate, FieldNames, Default)]
struct Page {
    #[serde(default, rename = "page-size")]
    #[validate(range(max = 100))]
    size: u8,
}

fn adds_up(signup: &Signup) -> Result<(), ValidationError> {
    match signup.total {
        0 => Ok(()),
        _ => Err(ValidationError::new("balance")),
    }
}

fn short_each(tags: &[String]) -> Result<(), ValidationError> {
    if tags.iter().all(|tag| tag.len() <= 20) {
        return Ok(());
    }
    let mut error = ValidationError::new("long_tag");
    error.add_param("most".into(), &20);
    Err(error.with_message("A tag is too long.".into()))
}

fn told(body: &Value) -> Vec<Value> {
    let signup = Signup::deserialize(body).unwrap();
    let fault = validator(&signup, Input::Body).err();
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
    let range = |pointer, details| at("out_of_range", pointer, details);
    let own = vec![
        (
            json!({"openShare": 0.0}),
            range("/openShare", json!({"exclusive_min": 0.0})),
        ),
        (
            json!({"openShare": 0.5}),
            range("/openShare", json!({"exclusive_max": 0.5})),
        ),
        (
            json!({"tags": ["a".repeat(21)]}),
            other("/tags", json!({"most": 20})),
        ),
        (json!({"pin": "12345"}), other("/pin", json!({"equal": 4}))),
        (json!({"nick": "ä"}), other("/nick", json!({"min": 2}))),
        (json!({"plain": "\u{7}"}), other("/plain", none.clone())),
        (json!({"digits": "x"}), other("/digits", none.clone())),
        (
            json!({"joined": "-"}),
            other("/joined", json!({"text": "-"})),
        ),
        (
            json!({"again": "b"}),
            at("different", "/again", none.clone()),
        ),
        (
            json!({"all": [{"town": "Ulm"}, {}]}),
            at("missing", "/all/1", json!({"member": "town"})),
        ),
        (
            json!({"distinct": [{"town": "U"}]}),
            other("/distinct", json!({"min": 2})),
        ),
        (json!({"total": 1}), other("", none.clone())),
    ];
    check_cases(own, told);
}

#[test]
fn everything_is_told_at_once_in_the_order_of_the_fields() {
    let body = json!({
        "total": 1,
        "all": [{"town": "U"}, {}],
        "tags": ["", "", "", "", "", "a".repeat(21)],
        "age": 7,
        "email": "x",
    });
    let expected = [
        at("invalid_value", "", Value::Null),
        at("invalid_email", "/email", Value::Null),
        at("out_of_range", "/age", json!({"min": 18})),
        at("invalid_value", "/tags", json!({"most": 20})),
        at("too_long", "/tags", json!({"max": 5})),
        at("invalid_value", "/all/0/town", json!({"min": 2})),
        at("missing", "/all/1", json!({"member": "town"})),
    ];
    for _ in 0..20 {
        assert_eq!(told(&body), expected);
    }
}

#[test]
fn a_map_without_its_keys_is_told_as_a_whole() {
    let addresses = BTreeMap::from([("home", Address::default())]);
    let fault = validator(&&addresses, Input::Body).unwrap_err();
    assert_eq!(violations(&fault), [at("missing", "", Value::Null)]);
}

#[test]
fn a_list_is_told_by_its_elements() {
    let fault = validator(&vec![Address::default()], Input::Body).unwrap_err();
    assert_eq!(
        violations(&fault),
        [at("missing", "/0", json!({"member": "town"}))]
    );
}

#[test]
fn in_a_query_or_path_the_parameter_is_told() {
    let signup = Signup {
        home_address: Some(Address::default()),
        page: Page { size: 101 },
        total: 1,
        ..Signup::default()
    };
    let fault = validator(&signup, Input::Parameters).unwrap_err();
    let expected = [
        json!({"code": "invalid_value"}),
        of("missing", "homeAddress", Value::Null),
        of("out_of_range", "page-size", json!({"max": 100})),
    ];
    assert_eq!(violations(&fault), expected);
}

#[test]
fn each_rule_has_its_sentence() {
    let of_other = json!({"other": "password"});
    for (rule, parameters, sentence) in [
        ("required", json!({}), "A required member is missing."),
        ("email", json!({}), "Must be a valid email address."),
        ("url", json!({}), "Must be a valid URL."),
        ("ip", json!({}), "Must be a valid IP address."),
        ("ipv4", json!({}), "Must be a valid IPv4 address."),
        ("ipv6", json!({}), "Must be a valid IPv6 address."),
        ("phone_number", json!({}), "Must be a valid phone number."),
        (
            "credit_card",
            json!({}),
            "Must be a valid credit card number.",
        ),
        ("ascii", json!({}), "Must contain only ASCII characters."),
        (
            "alphanumeric",
            json!({}),
            "Must contain only letters and digits.",
        ),
        (
            "non_control_character",
            json!({}),
            "Must not contain control characters.",
        ),
        ("regex", json!({}), "Does not match the required format."),
        ("contains", json!({}), "Must contain the required text."),
        (
            "does_not_contain",
            json!({}),
            "Must not contain the forbidden text.",
        ),
        (
            "prefix",
            json!({}),
            "Does not start with the required text.",
        ),
        ("suffix", json!({}), "Does not end with the required text."),
        ("matches", of_other, "Must be the same as `password`."),
        (
            "must_match",
            json!({}),
            "Must be the same as the other value.",
        ),
        (
            "min_length",
            json!({"min": 2}),
            "Must have a length of at least 2.",
        ),
        (
            "max_length",
            json!({"max": 5}),
            "Must have a length of at most 5.",
        ),
        ("length", json!({"equal": 4}), "Must have a length of 4."),
        ("length", json!({"min": 2, "max": 5}), "Is out of range."),
        ("min", json!({"min": 18}), "Must be at least 18."),
        ("min", json!({"exclusive_min": 0}), "Must be more than 0."),
        ("max", json!({"max": 120}), "Must be at most 120."),
        ("max", json!({"exclusive_max": 1}), "Must be less than 1."),
        ("range", json!({}), "Is out of range."),
        ("balance", json!({}), "The value is invalid."),
    ] {
        check_sentence(Input::Body, "email", rule, &parameters, sentence);
    }
    let none = json!({});
    let missing = "A required parameter is missing.";
    check_sentence(Input::Parameters, "email", "required", &none, missing);
    // Of the whole value there is no name that could be missing.
    check_sentence(
        Input::Body,
        "__all__",
        "required",
        &none,
        "A value is required.",
    );
}

fn check_sentence(
    input: Input,
    field: &'static str,
    rule: &'static str,
    parameters: &Value,
    sentence: &str,
) {
    let mut error = ValidationError::new(rule);
    for (name, value) in parameters.as_object().unwrap() {
        error.add_param(name.clone().into(), value);
    }
    let mut errors = ValidationErrors::new();
    errors.add(field, error);
    let fault = validator_errors::<Signup>(&errors, input).unwrap_err();
    let rendered = Envelopes::ok_error().render(&fault, None);
    let body: Value = serde_json::from_slice(rendered.body()).unwrap();
    let message = &body["error"]["details"]["errors"][0]["message"];
    assert_eq!(message, sentence, "{rule} {parameters}");
}
