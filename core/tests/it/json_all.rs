//! Everything that is wrong with a body of JSON.

use std::collections::BTreeMap;

use manila::Envelopes;
use manila::extract::json_all;
use serde_json::{Value, json};

#[derive(Debug, eserde::Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
#[expect(dead_code, reason = "read for its form alone")]
struct Signup {
    email: String,
    age: u8,
    #[serde(default)]
    first_names: Vec<String>,
    #[serde(default, rename = "a/b")]
    address: Option<Address>,
    #[serde(default)]
    plan: Option<Plan>,
    #[serde(default)]
    #[eserde(compat)]
    left_to_serde: Option<Plain>,
    #[serde(default)]
    more: BTreeMap<u64, u8>,
}

#[derive(Debug, eserde::Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read for its form alone")]
struct Address {
    city: String,
    zip: String,
}

#[derive(Debug, eserde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(dead_code, reason = "read for its form alone")]
enum Plan {
    Free,
    Team { seats: u16 },
}

#[derive(Debug, serde::Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read for its form alone")]
struct Plain {
    one: u8,
    two: u8,
}

/// The code of the answer, and of each violation its code, pointer and details.
fn told_of<T: for<'de> eserde::EDeserialize<'de>>(body: &[u8]) -> (String, Vec<Value>) {
    let fault = json_all::<T>(body).err().unwrap();
    let rendered = Envelopes::ok_error().render(&fault, None);
    let mut body: Value = serde_json::from_slice(rendered.body()).unwrap();
    let code = body["error"]["code"].as_str().unwrap().to_owned();
    let violations = body["error"]["details"]["errors"].as_array_mut();
    let violations = violations.map(std::mem::take).unwrap_or_default();
    let violations = violations.into_iter().map(|mut violation| {
        violation
            .as_object_mut()
            .unwrap()
            .remove("message")
            .unwrap();
        violation
    });
    (code, violations.collect())
}

fn check(body: &str, expected: &[(&str, Value)]) {
    let (code, violations) = told_of::<Signup>(body.as_bytes());
    assert_eq!(code, "unprocessable_content", "{body}");
    let expected = expected.iter().map(|(pointer, details)| {
        let mut violation = json!({ "code": "unprocessable_content", "pointer": pointer });
        if !details.is_null() {
            violation["details"] = details.clone();
        }
        violation
    });
    assert_eq!(violations, expected.collect::<Vec<_>>(), "{body}");
}

#[test]
fn what_can_be_read_is_read() {
    let signup: Signup = json_all(br#"{"email":"a","age":7,"firstNames":["Ada"]}"#).unwrap();
    assert_eq!(
        (&*signup.email, signup.age, &*signup.first_names[0]),
        ("a", 7, "Ada")
    );
}

#[test]
fn every_problem_is_told_with_its_place() {
    let string = || json!({"expected": "string"});
    let integer = || json!({"expected": "integer"});
    let missing = |name| json!({"member": name});
    let none = Value::Null;
    let cases = [
        ("{}", vec![("", missing("email")), ("", missing("age"))]),
        (
            r#"{"age":"x","email":1,"firstNames":["Ada",7]}"#,
            vec![
                ("/age", integer()),
                ("/email", string()),
                ("/firstNames/1", string()),
            ],
        ),
        // What is not known may be called as what it is in.
        (
            r#"{"email":"a","age":7,"a/b":{"a/b":1},"leftToSerde":{"leftToSerde":1}}"#,
            vec![
                ("/a~1b/a~1b", none.clone()),
                ("/leftToSerde/leftToSerde", none.clone()),
            ],
        ),
        // What follows a value of another type is read nevertheless.
        (
            r#"{"age":[1,{"email":2}],"email":{"age":3},"firstNames":[{"a":1},"b",{},[]]}"#,
            vec![
                ("/age", integer()),
                ("/email", string()),
                ("/firstNames/0", string()),
                ("/firstNames/2", string()),
                ("/firstNames/3", string()),
            ],
        ),
        (
            r#"{"a/b":{"city":{"zip":7}},"age":7,"email":"a"}"#,
            vec![("/a~1b/city", string()), ("/a~1b", missing("zip"))],
        ),
        (
            r#"{"age":300,"email":"a","plan":{"team":{"seats":"x"}}}"#,
            vec![
                ("/age", json!({"min": 0, "max": 255})),
                ("/plan/team/seats", integer()),
            ],
        ),
        (
            r#"{"age":"x","email":"a","plan":{"team":{}}}"#,
            vec![("/age", integer()), ("/plan/team", missing("seats"))],
        ),
        (
            r#"{"age":"x","email":"a","plan":7}"#,
            vec![
                ("/age", integer()),
                ("/plan", json!({"allowed": ["free", "team"]})),
            ],
        ),
        (
            r#"{"age":7,"email":"a","more":{"1":"x","2":2,"3":"y"}}"#,
            vec![("/more/1", integer()), ("/more/3", integer())],
        ),
        // Inside of what is left to serde the first problem is told, and around it all.
        (
            r#"{"email":1,"leftToSerde":{"one":"x","two":"y"},"plan":"none"}"#,
            vec![
                ("/email", string()),
                ("/leftToSerde/one", integer()),
                ("/plan", json!({"allowed": ["free", "team"]})),
                ("", missing("age")),
            ],
        ),
        (
            r#"{"email":1,"leftToSerde":{"one":1}}"#,
            vec![
                ("/email", string()),
                ("/leftToSerde", missing("two")),
                ("", missing("age")),
            ],
        ),
        // serde would read a struct from an array as well.
        ("[1]", vec![("", json!({"expected": "object"}))]),
    ];
    for (body, expected) in cases {
        check(body, &expected);
    }
}

/// The pointers and details of what is told of a body.
fn told_at<T: for<'de> eserde::EDeserialize<'de>>(body: &str) -> Vec<(String, Value)> {
    let (_, violations) = told_of::<T>(body.as_bytes());
    let told = violations.into_iter().map(|mut violation| {
        let pointer = violation["pointer"].as_str().unwrap().to_owned();
        (pointer, violation["details"].take())
    });
    told.collect()
}

#[track_caller]
fn check_told<T: for<'de> eserde::EDeserialize<'de>>(body: &str, expected: &[(&str, Value)]) {
    let told = told_at::<T>(body);
    let told: Vec<_> = told.iter().map(|(at, it)| (&**at, it.clone())).collect();
    assert_eq!(told, expected, "{body}");
}

#[test]
fn of_two_members_of_a_name_the_one_that_is_refused_is_told() {
    #[derive(Debug, eserde::Deserialize)]
    #[expect(dead_code, reason = "read for its form alone")]
    struct Account {
        plan: Plan,
        age: u8,
    }
    const VALUE: &str = "Must be one of the allowed values.";
    const NAME: &str = "The name of a member must be one of the allowed values.";
    for (body, expected) in [
        (r#"{"plan":"x","plan":{"free":null},"age":1}"#, &[VALUE][..]),
        (r#"{"plan":"x","plan":{"x":1},"age":1}"#, &[VALUE, NAME]),
        (r#"{"plan":{"x":1},"plan":"free","age":1}"#, &[NAME]),
        (r#"{"plan":{"x":1},"plan":"free","age":"x"}"#, &[NAME]),
        (r#"{"plan":{"x":1e400},"age":1}"#, &[NAME]),
    ] {
        let fault = json_all::<Account>(body.as_bytes()).err().unwrap();
        let rendered = Envelopes::ok_error().render(&fault, None);
        let told: Value = serde_json::from_slice(rendered.body()).unwrap();
        let told = told["error"]["details"]["errors"].as_array().unwrap();
        let plans = told.iter().filter(|it| it["pointer"] == "/plan");
        let sentences: Vec<_> = plans.map(|it| it["message"].as_str().unwrap()).collect();
        assert_eq!(sentences, expected, "{body}");
    }
}

#[test]
fn a_missing_member_is_called_as_on_the_wire() {
    #[derive(Debug, eserde::Deserialize)]
    #[serde(rename_all = "camelCase")]
    #[expect(dead_code, reason = "read for its form alone")]
    struct Renamed {
        first_name: String,
        #[serde(rename = "mail", alias = "address")]
        email_address: String,
        r#type: String,
        #[serde(default)]
        nick_name: Option<String>,
    }

    let check = |body: &str, expected: &[&str]| {
        let told = told_at::<Renamed>(body);
        let names = told.iter().map(|(_, details)| details["member"].as_str());
        let names: Vec<_> = names.map(Option::unwrap_or_default).collect();
        assert_eq!(names, expected, "{body}");
    };
    check(r#"{"address":"x"}"#, &["firstName", "type"]);
    check(r#"{"mail":"x","type":"y"}"#, &["firstName"]);
    check(r#"{"mail":"x","nickName":"y"}"#, &["firstName", "type"]);
    check("{}", &["firstName", "mail", "type"]);
    check(r#"{"firstName":"x","type":"y","nickName":"z"}"#, &["mail"]);
}

#[test]
fn what_may_be_absent_is_not_called_missing() {
    #[derive(Debug, eserde::Deserialize)]
    #[expect(dead_code, reason = "read for its form alone")]
    struct Visit {
        city: String,
        zip: Option<u32>,
        #[serde(default)]
        nights: u8,
        #[serde(skip)]
        hidden: u8,
        guests: Vec<Guest>,
    }
    #[derive(Debug, eserde::Deserialize)]
    #[expect(dead_code, reason = "read for its form alone")]
    struct Guest {
        name: String,
        age: Option<u8>,
    }
    #[derive(Debug, eserde::Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[expect(dead_code, reason = "read for its form alone")]
    enum Stay {
        At {
            place: String,
            until: Option<String>,
        },
    }

    let string = || json!({"expected": "string"});
    let missing = |name| json!({"member": name});
    check_told::<Visit>(r#"{"city":7,"guests":[]}"#, &[("/city", string())]);
    check_told::<Visit>(
        r#"{"city":7}"#,
        &[("/city", string()), ("", missing("guests"))],
    );
    check_told::<Visit>(
        r#"{"guests":[{"name":7},{},{"age":"x"}]}"#,
        &[
            ("/guests/0/name", string()),
            ("/guests/1", missing("name")),
            ("/guests/2/age", json!({"expected": "integer"})),
            ("/guests/2", missing("name")),
            ("", missing("city")),
        ],
    );
    check_told::<Stay>(r#"{"at":{}}"#, &[("/at", missing("place"))]);
    check_told::<Stay>(r#"{"at":{"place":7}}"#, &[("/at/place", string())]);
}

#[test]
fn an_array_lacks_elements_and_no_member() {
    #[derive(Debug, eserde::Deserialize)]
    #[expect(dead_code, reason = "read for its form alone")]
    struct Held {
        triple: Triple,
        choice: Choice,
        fixed: [u8; 2],
    }
    #[derive(Debug, eserde::Deserialize)]
    #[expect(dead_code, reason = "read for its form alone")]
    struct Triple(u8, String, Option<bool>);
    #[derive(Debug, eserde::Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[expect(dead_code, reason = "read for its form alone")]
    enum Choice {
        Pair(u8, String),
    }

    let integer = || json!({"expected": "integer"});
    check_told::<Held>(
        r#"{"triple":["x"],"choice":{"pair":[0]},"fixed":[1]}"#,
        &[
            ("/choice/pair", Value::Null),
            ("/fixed", Value::Null),
            ("/triple/0", integer()),
            ("/triple", Value::Null),
        ],
    );
    // Nothing is asked of an element too many.
    check_told::<Held>(
        r#"{"triple":["x","y",null],"choice":{"pair":[0,"x"]},"fixed":[1,2,"x"]}"#,
        &[("/fixed", Value::Null), ("/triple/0", integer())],
    );
}

#[test]
fn an_integer_of_128_bits_is_one_beside_another_issue() {
    #[derive(Debug, eserde::Deserialize)]
    #[expect(dead_code, reason = "read for its form alone")]
    struct Wide {
        unsigned: u128,
        signed: i128,
        narrow: u8,
    }
    for (unsigned, signed) in [
        (
            "340282366920938463463374607431768211455",
            "-9223372036854775809",
        ),
        (
            "18446744073709551616",
            "-170141183460469231731687303715884105728",
        ),
        ("0", "170141183460469231731687303715884105727"),
    ] {
        let body = format!(r#"{{"unsigned":{unsigned},"signed":{signed},"narrow":"x"}}"#);
        check_told::<Wide>(&body, &[("/narrow", json!({"expected": "integer"}))]);
    }
}

#[test]
fn what_a_variant_holds_is_told_at_its_place_or_in_general() {
    #[derive(Debug, eserde::Deserialize)]
    #[serde(tag = "type")]
    #[expect(dead_code, reason = "read for its form alone")]
    enum Tagged {
        One { number: u8, text: String },
        Two { inner: Inner },
    }
    #[derive(Debug, eserde::Deserialize)]
    #[expect(dead_code, reason = "read for its form alone")]
    struct Inner {
        id: u32,
        note: Option<String>,
    }

    let string = || json!({"expected": "string"});
    check_told::<Tagged>(
        r#"{"type":"One","number":1,"text":7}"#,
        &[("/text", string())],
    );
    check_told::<Tagged>(
        r#"{"type":"One","number":"x","text":7}"#,
        &[
            ("/number", json!({"expected": "integer"})),
            ("/text", string()),
        ],
    );
    check_told::<Tagged>(
        r#"{"type":"Two","inner":{}}"#,
        &[("/inner", json!({"member": "id"}))],
    );
    check_told::<Tagged>(
        r#"{"type":"Two","inner":[7,null]}"#,
        &[("/inner", json!({"expected": "object"}))],
    );
    // Two are alike, and only the first to be refused is tried.
    check_told::<Vec<Tagged>>(
        r#"[{"type":"One","number":7,"text":7},{"type":"Two","inner":["x",9]}]"#,
        &[("/0/text", string()), ("/1", Value::Null)],
    );
}

#[test]
fn what_is_no_json_has_no_places() {
    for body in [&b"{"[..], br#"{"email":"a","age":7} x"#, br#"{"email":1,}"#] {
        let (code, violations) = told_of::<Signup>(body);
        assert_eq!(code, "bad_request", "{body:?}");
        assert_eq!(violations, [json!({ "code": "bad_request" })], "{body:?}");
    }
}

#[test]
fn no_answer_repeats_the_input() {
    let body = br#"{"email":{"secret-1":1},"age":"secret-2","secret-3":1,"plan":"secret-4"}"#;
    let fault = json_all::<Signup>(body).unwrap_err();
    let rendered = Envelopes::ok_error().render(&fault, None);
    let told = String::from_utf8_lossy(rendered.body()).into_owned();
    // A member that is not known is told by its name, which is its place.
    for secret in ["secret-1", "secret-2", "secret-4"] {
        assert!(!told.contains(secret), "{told}");
    }
}

#[derive(Debug, eserde::Deserialize)]
#[expect(dead_code, reason = "read for its form alone")]
struct Lists {
    by_name: BTreeMap<String, Vec<u8>>,
    last: String,
}

/// The body with everything that is told, and the violations in it.
fn unbounded(body: &str) -> (usize, Vec<Value>) {
    let fault = json_all::<Lists>(body.as_bytes()).unwrap_err();
    let envelopes = Envelopes::ok_error().body_limit(usize::MAX);
    let rendered = envelopes.render(&fault, None);
    let told: Value = serde_json::from_slice(rendered.body()).unwrap();
    let violations = told["error"]["details"]["errors"].as_array().unwrap();
    (rendered.body().len(), violations.clone())
}

#[test]
fn problems_without_end_are_told_in_part_and_none_is_made_up() {
    let (name, values) = ("n".repeat(20_000), "-1,".repeat(3_000));
    let (length, violations) = unbounded(&format!(
        r#"{{"by_name":{{"{name}":[{values}0]}},"last":"x"}}"#
    ));
    assert_eq!(violations.len(), 1_000);
    assert!(length < 200_000, "{length}");

    let (_, violations) = unbounded(&format!(r#"{{"by_name":{{"a":[{values}0]}},"last":"x"}}"#));
    for (at, violation) in violations.iter().enumerate() {
        assert_eq!(violation["pointer"], format!("/by_name/a/{at}"));
    }
}

#[test]
fn a_name_without_end_is_in_no_place() {
    let name = "n".repeat(2_000);
    let (_, violations) = unbounded(&format!(r#"{{"by_name":{{"{name}":[0,"x"],"a":["x"]}}}}"#));
    let told = violations
        .iter()
        .map(|violation| (&violation["pointer"], &violation["details"]));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            (&json!("/by_name/a/0"), &json!({"expected": "integer"})),
            (&json!("/by_name"), &Value::Null),
            (&json!(""), &json!({"member": "last"})),
        ]
    );
}

/// A text that is JSON itself, of which every issue is looked for.
#[derive(Debug)]
struct Quoted;

impl<'de> serde::Deserialize<'de> for Quoted {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match json_all::<Address>(text.as_bytes()) {
            Ok(_) => Ok(Self),
            Err(fault) => Err(serde::de::Error::custom(fault.violations().len())),
        }
    }
}

#[derive(Debug, eserde::Deserialize)]
#[expect(dead_code, reason = "read for its form alone")]
struct Envelope {
    #[eserde(compat)]
    quoted: Quoted,
    age: u8,
}

#[test]
fn a_type_that_is_read_in_the_same_way_inside_is_no_panic() {
    let body = br#"{"quoted":"{\"city\":7,\"zip\":8}","age":"x"}"#;
    let (_, violations) = told_of::<Envelope>(body);
    assert_eq!(violations.len(), 2, "{violations:?}");
    let body = br#"{"quoted":"{\"city\":\"a\",\"zip\":\"b\"}","age":7}"#;
    assert!(json_all::<Envelope>(body).is_ok());
    // The next value is read as ever.
    assert_eq!(told_of::<Signup>(br#"{"email":1,"age":"x"}"#).1.len(), 2);
}

/// The same by `eserde` itself, which ends the list of issues of the thread.
#[derive(Debug)]
struct Ending;

impl<'de> serde::Deserialize<'de> for Ending {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match eserde::json::from_str::<Address>(&text) {
            Ok(_) => Ok(Self),
            Err(_) => Err(serde::de::Error::custom("no address")),
        }
    }
}

#[derive(Debug, eserde::Deserialize)]
#[expect(dead_code, reason = "read for its form alone")]
struct Ended {
    #[eserde(compat)]
    ending: Ending,
    age: u8,
}

#[test]
fn where_a_type_ends_the_list_of_issues_the_first_is_told() {
    let fault = json_all::<Ended>(br#"{"ending":"{}","age":"x"}"#).unwrap_err();
    let pointer = manila::Pointer::root().member("ending");
    let source = fault.violations()[0].source();
    assert_eq!(source, Some(&manila::Source::Pointer(pointer)));
    assert_eq!(fault.violations().len(), 1);
    assert_eq!(told_of::<Signup>(br#"{"email":1,"age":"x"}"#).1.len(), 2);
}

#[test]
fn reading_stops_at_a_thousand_issues_and_says_so() {
    let body = |count| format!("[{}7]", r#""x","#.repeat(count));
    for (count, has_more) in [(1_000, true), (999, false)] {
        let fault = json_all::<Vec<u8>>(body(count).as_bytes()).unwrap_err();
        assert_eq!(fault.violations().len(), count);
        let rendered = Envelopes::ok_error()
            .body_limit(1 << 20)
            .render(&fault, None);
        let text = String::from_utf8_lossy(rendered.body()).into_owned();
        assert_eq!(text.contains(r#""more":true"#), has_more);
    }
}

#[test]
fn the_log_has_the_causes_of_all_issues_with_their_places() {
    #[derive(Debug, eserde::Deserialize)]
    #[expect(dead_code, reason = "read for its form alone")]
    struct Order {
        first: Full,
        pair: [u8; 2],
        role: Role,
    }

    #[derive(Debug, eserde::Deserialize)]
    enum Role {
        Admin,
        Reader,
    }

    #[derive(Debug, serde::Deserialize)]
    #[serde(try_from = "u8")]
    struct Full;

    impl TryFrom<u8> for Full {
        type Error = &'static str;

        fn try_from(_: u8) -> Result<Self, &'static str> {
            Err("shard 7 is full")
        }
    }

    eserde::impl_edeserialize_compat! { Full }

    let body = br#"{"first":1,"pair":[1],"role":7}"#;
    let fault = manila::extract::json_all::<Order>(body).unwrap_err();
    assert_eq!(
        fault.cause().unwrap().chain(),
        "/first: shard 7 is full; /pair: expected sequence of 2 elements, found 1 elements.",
    );
    let (_, told) = told_of::<Order>(body);
    assert_eq!(
        told.last().unwrap()["details"],
        serde_json::json!({"allowed": ["Admin", "Reader"]})
    );
    let body = br#"{"first":1,"pair":[1,2],"role":"Admin"}"#;
    let fault = manila::extract::json_all::<Order>(body).unwrap_err();
    assert_eq!(fault.cause().unwrap().chain(), "shard 7 is full");
}
