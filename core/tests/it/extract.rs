//! What is wrong with a request, as a client is told it.

use std::collections::BTreeMap;

use manila::extract::{form, json, query};
use manila::{Condition, Envelopes, Fault};
use serde::Deserialize;
use serde::de::DeserializeOwned;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[expect(dead_code, reason = "read for its form alone")]
struct Signup {
    email: String,
    age: u8,
    #[serde(default)]
    first_names: Vec<String>,
    address: Option<Address>,
    #[serde(default)]
    plan: Option<Plan>,
    #[serde(default)]
    ratio: f64,
    #[serde(default, rename = "a/b~c")]
    odd: bool,
    #[serde(default)]
    pair: Option<(u8, String)>,
    #[serde(default)]
    seats: BTreeMap<u8, u8>,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "read for its form alone")]
struct Address {
    city: String,
    #[serde(default)]
    more: BTreeMap<String, u8>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(dead_code, reason = "read for its form alone")]
enum Plan {
    Free,
    Team { seats: u16 },
    Trial(u16),
}

/// The code of the fault, and each violation's place and details.
fn told(fault: &Fault) -> (String, serde_json::Value) {
    let rendered = Envelopes::ok_error().render(fault, None);
    let body: serde_json::Value = serde_json::from_slice(rendered.body()).unwrap();
    let code = body["error"]["code"].as_str().unwrap().to_owned();
    (code, body["error"]["details"].clone())
}

fn check_json(body: impl AsRef<[u8]>, condition: Condition, place: Option<&str>) {
    let body = body.as_ref();
    let shown = String::from_utf8_lossy(&body[..body.len().min(60)]).into_owned();
    let fault = json::<Signup>(body).unwrap_err();
    assert_eq!(fault.http_status(), condition.status(), "{shown}: {fault}");
    assert_eq!(fault.to_string(), condition.to_string(), "{shown}");
    let (_, details) = told(&fault);
    let pointer = details["errors"][0]["pointer"].as_str();
    assert_eq!(pointer, place, "{shown}: {details}");
}

const START: &str = r#"{"email":"a@b.c","age":30"#;

#[test]
fn a_body_that_is_no_json_has_a_line_and_a_column_and_no_place() {
    let deep = "[".repeat(10_000);
    let bom = format!("\u{feff}{START}}}");
    for body in [
        "",
        "{",
        r#"{"email":"a@b.c""#,
        r#"{"email":"a@b.c",}"#,
        r#"{"email":'a'}"#,
        "nul",
        r#"{"email":"\ud800"}"#,
        &deep,
        &bom,
    ] {
        check_json(body, Condition::InvalidJson, None);
    }
    check_json(b"{\"email\":\"\xff\"}", Condition::InvalidJson, None);
    check_json(format!("{START}}} {{}}"), Condition::InvalidJson, None);
    let fault = json::<Signup>(b"{\n  ?").unwrap_err();
    let (_, details) = told(&fault);
    assert_eq!(details["line"], 2);
    assert_eq!(details["column"], 3);
}

/// What the client reads of a body that is not read as JSON, and what the log has of it.
fn check_no_json(body: &[u8], sentence: &str, cause: &str) {
    let shown = String::from_utf8_lossy(&body[..body.len().min(60)]).into_owned();
    let fault = json::<serde_json::Value>(body).unwrap_err();
    let (_, details) = told(&fault);
    let errors = details["errors"].as_array().unwrap();
    assert_eq!(errors.len(), 1, "{shown}");
    assert_eq!(errors[0]["message"], sentence, "{shown}");
    assert_eq!(fault.cause().unwrap().chain(), cause, "{shown}");
    for envelopes in [
        Envelopes::ok_error(),
        Envelopes::json_api(),
        Envelopes::code_data(),
        Envelopes::problem(),
    ] {
        let rendered = envelopes.render(&fault, None);
        let written = String::from_utf8_lossy(rendered.body()).into_owned();
        assert!(written.contains(sentence), "{written}");
        assert!(written.contains(r#""line":1,"column":"#), "{written}");
        assert!(!written.contains("expected"), "{written}");
    }
}

#[test]
fn a_body_that_is_no_json_is_called_so_and_the_log_has_what_was_expected() {
    let no_json = "The body is not valid JSON.";
    let no_unicode = "A string in the body is not valid Unicode text.";
    let deep = format!("{}{}", "[".repeat(200), "]".repeat(200));
    check_no_json(
        br#"{"a":1,}"#,
        no_json,
        "key must be a string at line 1 column 8",
    );
    check_no_json(
        br#"{"a":1 "b"}"#,
        no_json,
        "expected `,` or `}` at line 1 column 8",
    );
    check_no_json(
        b"[1",
        no_json,
        "EOF while parsing a list at line 1 column 2",
    );
    check_no_json(
        b"[1] canary",
        no_json,
        "trailing characters at line 1 column 5",
    );
    check_no_json(
        br#"["\ud800"]"#,
        no_unicode,
        "unexpected end of hex escape at line 1 column 9",
    );
    check_no_json(
        b"[\"\xff\"]",
        no_unicode,
        "invalid unicode code point at line 1 column 3",
    );
    check_no_json(
        deep.as_bytes(),
        "The body is nested too deeply.",
        "recursion limit exceeded at line 1 column 128",
    );
}

#[test]
fn a_member_is_pointed_to_by_the_clients_name() {
    let with = |members: &str| format!("{START},{members}}}");
    for (body, condition, place) in [
        (r#"{"age":30}"#.to_owned(), Condition::MissingField, ""),
        (with(r#""address":{}"#), Condition::MissingField, "/address"),
        (
            with(r#""plan":{"team":{}}"#),
            Condition::MissingField,
            "/plan/team",
        ),
        (
            with(r#""first_names":[]"#),
            Condition::UnknownField,
            "/first_names",
        ),
        (with(r#""x/y":1"#), Condition::UnknownField, "/x~1y"),
        (with(r#""x`y":1"#), Condition::UnknownField, "/x`y"),
        (
            with(r#""x`, expected `y":1"#),
            Condition::UnknownField,
            "/x`, expected `y",
        ),
        (
            r#"{"email":1,"age":30}"#.to_owned(),
            Condition::WrongType,
            "/email",
        ),
        (
            with(r#""firstNames":["Ada",null]"#),
            Condition::WrongType,
            "/firstNames/1",
        ),
        (
            with(r#""firstNames":{}"#),
            Condition::WrongType,
            "/firstNames",
        ),
        (with(r#""a/b~c":0"#), Condition::WrongType, "/a~1b~0c"),
        (
            with(r#""address":{"city":"x","more":{"k":"v"}}"#),
            Condition::WrongType,
            "/address/more/k",
        ),
        (
            r#"{"email":"x","age":300}"#.to_owned(),
            Condition::InvalidValue,
            "/age",
        ),
        (
            r#"{"email":"x","age":-1}"#.to_owned(),
            Condition::InvalidValue,
            "/age",
        ),
        (with(r#""plan":"gold""#), Condition::InvalidValue, "/plan"),
        (with(r#""ratio":1e400"#), Condition::InvalidValue, "/ratio"),
        (with(r#""age":31"#), Condition::InvalidJson, "/age"),
        (with("\"a`b\":1"), Condition::UnknownField, "/a`b"),
        (
            with("\"a`, expected `b\":1"),
            Condition::UnknownField,
            "/a`, expected `b",
        ),
        ("[]".to_owned(), Condition::WrongType, ""),
        ("7".to_owned(), Condition::WrongType, ""),
    ] {
        check_json(body, condition, Some(place));
    }
}

#[test]
fn what_is_json_and_does_not_fit_the_type_is_no_bad_syntax() {
    let with = |members: &str| format!("{START},{members}}}");
    for (members, condition, place) in [
        (r#""plan":7"#, Condition::WrongType, "/plan"),
        (r#""plan":[]"#, Condition::WrongType, "/plan"),
        (r#""plan":{}"#, Condition::WrongType, "/plan"),
        (
            r#""plan":{"free":null,"more":1}"#,
            Condition::WrongType,
            "/plan",
        ),
        (r#""plan":"team""#, Condition::WrongType, "/plan"),
        (r#""plan":"trial""#, Condition::WrongType, "/plan"),
        (r#""plan":{"free":1}"#, Condition::WrongType, "/plan/free"),
        (r#""pair":[1,"x",2]"#, Condition::InvalidValue, "/pair"),
        (r#""pair":[1]"#, Condition::InvalidValue, "/pair"),
        (r#""seats":{"x":1}"#, Condition::InvalidValue, "/seats"),
        (r#""seats":{"":1}"#, Condition::InvalidValue, "/seats"),
        (r#""seats":{"1x":1}"#, Condition::InvalidValue, "/seats"),
        (r#""seats":{"300":1}"#, Condition::InvalidValue, "/seats"),
    ] {
        check_json(with(members), condition, Some(place));
    }
    for members in [
        r#""plan":7,"#,
        r#""plan":7]"#,
        r#""pair":[1,"x",2],"email" 1"#,
        r#""pair":[1,"\udfff"]"#,
    ] {
        check_json(with(members), Condition::InvalidJson, None);
    }
    check_json(
        with(&format!(r#""plan":{}7"#, r#"{"team":"#.repeat(200))),
        Condition::InvalidJson,
        None,
    );
}

#[test]
fn each_problem_has_its_sentence() {
    let with = |members: &str| json::<Signup>(format!("{START},{members}}}").as_bytes());
    let json = |body: &str| json::<Signup>(body.as_bytes());
    for (read, sentence) in [
        (json(r#"{"age":30}"#), "A required member is missing."),
        (with(r#""x":1"#), "This member is not known."),
        (with(r#""age":31"#), "This member appears more than once."),
        (json(r#"{"email":1}"#), "Must be a string."),
        (json(r#"{"age":"x"}"#), "Must be an integer."),
        (with(r#""ratio":"x""#), "Must be a number."),
        (with(r#""a/b~c":0"#), "Must be a boolean."),
        (with(r#""firstNames":{}"#), "Must be an array."),
        (with(r#""address":1"#), "Must be an object."),
        (with(r#""plan":7"#), "Must be one of the allowed values."),
        (
            with(r#""plan":"gold""#),
            "Must be one of the allowed values.",
        ),
        (
            with(r#""plan":{"gold":1}"#),
            "The name of a member must be one of the allowed values.",
        ),
        (
            json(r#"{"email":"x","age":300}"#),
            "Must be between 0 and 255.",
        ),
        (
            with(r#""seats":{"x":1}"#),
            "The name of a member is invalid.",
        ),
        (
            with(r#""seats":{"300":1}"#),
            "The name of a member is invalid.",
        ),
        (with(r#""pair":[1]"#), "The value is invalid."),
    ] {
        check_sentence(&read.unwrap_err(), sentence);
    }
    for (text, sentence) in [
        ("", "A required parameter is missing."),
        ("limit=1&x=1", "This parameter is not known."),
        ("limit=1&limit=2", "This parameter appears more than once."),
        ("limit=x", "Must be an integer."),
        ("limit=1&plan=team", "The value is invalid."),
        ("limit=300", "Must be between 0 and 255."),
        ("limit=-1", "Must be between 0 and 255."),
        ("limit=1&plan=gold", "Must be one of the allowed values."),
    ] {
        check_sentence(&query::<Page>(text).unwrap_err(), sentence);
    }
}

fn check_sentence(fault: &Fault, sentence: &str) {
    let (_, details) = told(fault);
    assert_eq!(details["errors"][0]["message"], sentence, "{details}");
}

#[test]
fn nothing_repeats_the_input_or_names_a_type_of_rusts() {
    let long = format!(r#"{{"email":"x","age":"{}"}}"#, "canary".repeat(20_000));
    for body in [
        r#"{"email":["canary"],"age":30}"#,
        r#"{"email":"x","age":"canary, expected `canary`"}"#,
        r#"{"email":"x","age":30,"plan":"canary"}"#,
        r#"{"email":"x","age":30,"plan":{"canary":1}}"#,
        &long,
    ] {
        let fault = json::<Signup>(body.as_bytes()).unwrap_err();
        let (_, details) = told(&fault);
        let details = details.to_string();
        for word in ["canary", "u8", "Signup", "struct", "Plan"] {
            assert!(!details.contains(word), "{body:.60}: {details}");
        }
    }
}

fn check_pairs<T: DeserializeOwned + std::fmt::Debug>(
    read: impl Fn(&str) -> Result<T, Fault>,
    text: &str,
    condition: Condition,
    place: &str,
) {
    let fault = read(text).unwrap_err();
    assert_eq!(fault.to_string(), condition.to_string(), "{text}");
    let (_, details) = told(&fault);
    let violation = &details["errors"][0];
    let found = violation["pointer"]
        .as_str()
        .or(violation["parameter"].as_str());
    assert_eq!(found, Some(place), "{text}: {details}");
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read for its form alone")]
struct Page {
    limit: u8,
    #[serde(default)]
    all: bool,
    #[serde(default)]
    ratio: f32,
    #[serde(default)]
    plan: Option<Plan>,
}

/// What a browser sends of a form that was left empty, and of a checkbox.
#[derive(Debug, PartialEq, serde::Deserialize)]
struct Filter {
    #[serde(default)]
    news: bool,
    least: Option<u8>,
    most: Option<Seats>,
    name: Option<String>,
    #[serde(default)]
    wide: Option<u128>,
}

#[derive(Debug, PartialEq, serde::Deserialize)]
struct Seats(u16);

#[test]
fn an_optional_number_that_was_left_empty_is_none_and_a_checkbox_is_on() {
    let filter = |news, least, most: Option<u16>, name: &str, wide| Filter {
        news,
        least,
        most: most.map(Seats),
        name: Some(name.to_owned()),
        wide,
    };
    for (text, expected) in [
        (
            "news=on&least=7&most=8&name=ada",
            filter(true, Some(7), Some(8), "ada", None),
        ),
        ("least=&name=", filter(false, None, None, "", None)),
        (
            "most=&least=&name=&wide=",
            filter(false, None, None, "", None),
        ),
        (
            "news=on&most=&name=&wide=7",
            filter(true, None, None, "", Some(7)),
        ),
    ] {
        assert_eq!(form::<Filter>(text.as_bytes()).unwrap(), expected, "{text}");
        assert_eq!(query::<Filter>(text).unwrap(), expected, "{text}");
    }
    let read = |text: &str| form::<Filter>(text.as_bytes());
    check_pairs(read, "least=&most=&news=off", Condition::WrongType, "/news");
    check_pairs(read, "least=&most=x", Condition::WrongType, "/most");
    check_pairs(read, "news=&name=", Condition::WrongType, "/news");
}

#[test]
fn what_is_repeated_in_a_flattened_map_is_named_if_it_is_alone() {
    #[derive(Debug, serde::Deserialize)]
    struct Search {
        #[serde(rename = "name")]
        _name: String,
        #[serde(flatten)]
        _more: std::collections::BTreeMap<String, String>,
    }

    let read = |text: &str| form::<Search>(text.as_bytes());
    check_pairs(read, "name=a&more=b&more=c", Condition::BadRequest, "/more");
    check_pairs(read, "name=a&=b&=c", Condition::BadRequest, "/");
    check_pairs(
        query::<Search>,
        "name=a&more=b&more=c",
        Condition::InvalidQuery,
        "more",
    );
    check_pairs(query::<Search>, "name=a&=b&=c", Condition::InvalidQuery, "");
    // Of two nobody says which was refused first.
    check_pairs(
        read,
        "more=b&name=a&more=c&x=1&x=2",
        Condition::BadRequest,
        "",
    );
    let (_, details) = told(&read("more=b&name=a&more=c&x=1&x=2").unwrap_err());
    let message = &details["errors"][0]["message"];
    assert_eq!(
        message,
        "A member inside this value appears more than once."
    );
    assert!(
        query::<Search>("more=b&name=a&more=c&x=1&x=2")
            .unwrap_err()
            .violations()
            .is_empty()
    );
}

#[test]
fn a_form_points_to_its_members() {
    let read = |text: &str| form::<Page>(text.as_bytes());
    assert_eq!(read("limit=7&all=true").unwrap().limit, 7);
    for (text, condition, place) in [
        ("", Condition::MissingField, ""),
        ("limit=x", Condition::WrongType, "/limit"),
        ("limit=", Condition::WrongType, "/limit"),
        ("limit=300", Condition::InvalidValue, "/limit"),
        ("limit=-1", Condition::InvalidValue, "/limit"),
        ("limit=+", Condition::WrongType, "/limit"),
        ("limit=1&all=1", Condition::WrongType, "/all"),
        ("limit=1&ratio=x", Condition::WrongType, "/ratio"),
        ("limit=1&x=1", Condition::UnknownField, "/x"),
        ("limit=1&a`b=1", Condition::UnknownField, "/a`b"),
        ("limit=1&plan=team", Condition::InvalidValue, "/plan"),
        ("limit=1&limit=2", Condition::BadRequest, "/limit"),
    ] {
        check_pairs(read, text, condition, place);
    }
}

#[test]
fn a_query_names_its_parameter() {
    for (text, place) in [
        ("", "limit"),
        ("limit=x", "limit"),
        ("limit=300", "limit"),
        ("limit=1&all=1", "all"),
        ("limit=1&x=1", "x"),
        ("limit=1&x`y=1", "x`y"),
        ("limit=1&limit=2", "limit"),
    ] {
        check_pairs(query::<Page>, text, Condition::InvalidQuery, place);
    }
}
