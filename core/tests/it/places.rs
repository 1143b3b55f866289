//! The place of an issue, and what is said of it: nothing that is not true of the value there.

use std::collections::BTreeMap;

use manila::extract::json;
use manila::{Envelopes, Fault, Pointer, Violation};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json as value};

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "read for its form alone")]
struct Package {
    name: String,
    #[serde(default)]
    size: u32,
    #[serde(flatten)]
    release: Release,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "read for its form alone")]
struct Release {
    version: String,
    #[serde(default)]
    notes: Option<String>,
    #[serde(default)]
    parts: Vec<Part>,
    #[serde(flatten)]
    inner: Inner,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "read for its form alone")]
struct Part {
    weight: u8,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "read for its form alone")]
struct Inner {
    #[serde(default)]
    flag: bool,
    #[serde(default)]
    shape: Option<Shape>,
    #[serde(default)]
    by_id: BTreeMap<u8, u8>,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
#[expect(dead_code, reason = "read for its form alone")]
enum Shape {
    Circle { radius: u32 },
    Polygon { corners: Vec<Corner>, label: String },
    Empty,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "read for its form alone")]
struct Corner {
    x: i8,
    y: i8,
}

#[derive(Debug, Deserialize)]
#[serde(tag = "kind", content = "of", rename_all = "snake_case")]
#[expect(dead_code, reason = "read for its form alone")]
enum Adjacent {
    Corner(Corner),
    Sizes(Vec<u8>),
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
#[expect(dead_code, reason = "read for its form alone")]
enum Untagged {
    Number(u8),
    Corner(Corner),
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(dead_code, reason = "read for its form alone")]
enum External {
    Circle { radius: u32 },
    Pair(u8, u8),
    One(u8),
    None,
}

/// The one violation of a fault: its place, its sentence and its details.
fn told(fault: &Fault) -> (Value, Value, Value) {
    let rendered = Envelopes::ok_error().render(fault, None);
    let body: Value = serde_json::from_slice(rendered.body()).unwrap();
    let violations = body["error"]["details"]["errors"].as_array().unwrap();
    let [violation] = &violations[..] else {
        panic!("one violation: {body}");
    };
    (
        violation["pointer"].clone(),
        violation["message"].clone(),
        violation["details"].clone(),
    )
}

#[track_caller]
fn check<T: DeserializeOwned + std::fmt::Debug>(
    body: &str,
    place: &str,
    sentence: &str,
    details: Value,
) {
    let fault = json::<T>(body.as_bytes()).unwrap_err();
    let expected = (value!(place), value!(sentence), details);
    assert_eq!(told(&fault), expected, "{body}");
}

const STRING: &str = "Must be a string.";
const INTEGER: &str = "Must be an integer.";
const WRONG_INSIDE: &str = "A value inside this one has the wrong type.";
const MISSING: &str = "A required member is missing.";

fn expected(name: &str) -> Value {
    value!({ "expected": name })
}

#[test]
fn a_value_in_a_flattened_member_is_pointed_to() {
    let check = check::<Package>;
    check(
        r#"{"name":"a","version":1}"#,
        "/version",
        STRING,
        expected("string"),
    );
    check(
        r#"{"name":"a","version":"1","parts":[{"weight":1},{"weight":"x"}]}"#,
        "/parts/1/weight",
        INTEGER,
        expected("integer"),
    );
    check(
        r#"{"name":"a","version":{},"size":0}"#,
        "/version",
        STRING,
        expected("string"),
    );
    check(
        r#"{"name":"a","version":null}"#,
        "/version",
        STRING,
        expected("string"),
    );
    check(
        r#"{"name":"a","version":"1","flag":"no"}"#,
        "/flag",
        "Must be a boolean.",
        expected("boolean"),
    );
    check(
        r#"{"name":"a","version":"1","parts":[{"weight":300}]}"#,
        "/parts/0/weight",
        "Must be between 0 and 255.",
        value!({"min": 0, "max": 255}),
    );
    check(
        r#"{"name":"a","version":"1","by_id":{"x":1}}"#,
        "/by_id",
        "The name of a member is invalid.",
        Value::Null,
    );
}

const OBJECT: &str = "Must be an object.";

#[test]
fn an_array_is_no_struct_where_it_is_kept_until_its_type_is_known() {
    #[track_caller]
    fn check_array<T: DeserializeOwned + std::fmt::Debug>(body: &str, place: &str) {
        check::<T>(body, place, OBJECT, expected("object"));
    }
    // Its elements would be taken, or one of them refused.
    for array in ["[1]", "[300]", "[]", "[{}]", "[1,2]"] {
        let parts = format!(r#"{{"name":"a","version":"1","parts":[{{"weight":1}},{array}]}}"#);
        check_array::<Package>(&parts, "/parts/1");
    }
    for array in ["[1,2]", r#"["x",2]"#, "[1]", "[]"] {
        let corners = format!(r#"{{"type":"polygon","label":"a","corners":[{array}]}}"#);
        check_array::<Shape>(&corners, "/corners/0");
        check_array::<Vec<Shape>>(&format!("[{corners}]"), "/0/corners/0");
        check_array::<Adjacent>(&format!(r#"{{"of":{array},"kind":"corner"}}"#), "/of");
        check_array::<Adjacent>(&format!(r#"{{"kind":"corner","of":{array}}}"#), "/of");
    }
    check_array::<Shape>(r#"["empty"]"#, "");
    check_array::<Option<Shape>>(r#"["circle",1]"#, "");
}

#[test]
fn a_list_is_taken_where_it_is_kept_until_its_type_is_known() {
    #[derive(Debug, Deserialize)]
    #[serde(tag = "type")]
    #[expect(dead_code, reason = "read for its form alone")]
    enum Lists {
        Of {
            pair: (u8, u8),
            pairs: Vec<(u8, u8)>,
            deep: Vec<Vec<u8>>,
            choice: Vec<Choice>,
        },
    }
    #[derive(Debug, Deserialize)]
    #[serde(untagged)]
    #[expect(dead_code, reason = "read for its form alone")]
    enum Choice {
        Corner(Corner),
        List(Vec<String>),
    }
    let body = r#"{"pair":[1,2],"pairs":[[1,2],[3,4]],"deep":[[],[1]],"choice":[["x","y"],{"x":1,"y":2}],"type":"Of"}"#;
    json::<Lists>(body.as_bytes()).unwrap();
    let body = body.replace("[1,2],[3,4]", &vec!["[1,2]"; 2_000].join(","));
    json::<Lists>(body.as_bytes()).unwrap();
    json::<Adjacent>(br#"{"of":[1,2],"kind":"sizes"}"#).unwrap();
}

#[test]
fn a_place_inside_an_optional_variant_is_that_of_the_mistake() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "read for its form alone")]
    struct Holder {
        shape: Option<Shape>,
        flat: Option<Strict>,
    }
    #[derive(Debug, Deserialize)]
    #[serde(tag = "kind", deny_unknown_fields)]
    #[expect(dead_code, reason = "read for its form alone")]
    enum Strict {
        A {
            list: Vec<Corner>,
            maybe: Option<Corner>,
        },
    }
    check::<Holder>(
        r#"{"shape":{"type":"circle","radius":"x"}}"#,
        "/shape/radius",
        INTEGER,
        expected("integer"),
    );
    // The value around it is an object too, and may be absent.
    check::<Holder>(
        r#"{"flat":{"kind":"A","list":[],"maybe":{"x":{},"y":1}}}"#,
        "/flat/maybe/x",
        INTEGER,
        expected("integer"),
    );
    // Others have a member of that name, which is known there.
    check::<Holder>(
        r#"{"flat":{"kind":"A","list":[{"x":1,"y":1},{"x":2,"y":2}],"x":1}}"#,
        "/flat/x",
        "This member is not known.",
        Value::Null,
    );
}

#[test]
fn a_name_of_no_boolean_is_told_at_the_map() {
    type Flags = BTreeMap<bool, u8>;
    for name in ["no", "é b", "\u{1f980}"] {
        check::<Flags>(
            &format!(r#"{{"{name}":1}}"#),
            "",
            "The name of a member is invalid.",
            Value::Null,
        );
    }
}

#[test]
fn a_number_that_no_reader_has_is_out_of_the_range_of_its_type() {
    check::<Vec<std::num::NonZeroU8>>(
        "[1,1e400]",
        "/1",
        "Must be between 1 and 255.",
        value!({"min": 1, "max": 255}),
    );
}

/// What takes any number, and bytes.
#[derive(Debug)]
struct Decimal;

#[derive(Debug)]
struct Bytes;

struct Takes<T>(T);

impl<T> serde::de::Visitor<'_> for Takes<T> {
    type Value = T;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("what is taken")
    }

    fn visit_f64<E>(self, _: f64) -> Result<T, E> {
        Ok(self.0)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Takes(Self))
    }
}

impl<'de> Deserialize<'de> for Bytes {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_bytes(Takes(Self))
    }
}

#[test]
fn no_limits_are_told_that_no_type_has() {
    let out_of_range = "Is out of range.";
    check::<Vec<Decimal>>("[1.5,1e400]", "/1", out_of_range, Value::Null);
    check::<Vec<Value>>("[-1e400]", "/0", out_of_range, Value::Null);
    // The limits of the type itself are lost in the copy.
    check::<Untagged>("1e400", "", out_of_range, Value::Null);
    let wrong_type = "The value has the wrong type.";
    check::<Vec<Bytes>>("[1e400]", "/0", wrong_type, Value::Null);
}

#[test]
fn of_values_that_are_alike_the_one_is_told_that_is_refused() {
    let check = check::<Package>;
    // What was read by its type was not refused.
    check(
        r#"{"name":"a","size":1,"version":1}"#,
        "/version",
        STRING,
        expected("string"),
    );
    check(
        r#"{"name":"a","version":1,"other":1,"third":1}"#,
        "/version",
        STRING,
        expected("string"),
    );
    check(
        r#"{"name":"a","other":{},"version":{},"last":{}}"#,
        "/version",
        STRING,
        expected("string"),
    );
    check(
        r#"{"name":"a","version":"x","other":"x","parts":[{"weight":"x"}]}"#,
        "/parts/0/weight",
        INTEGER,
        expected("integer"),
    );
    check(
        r#"{"name":"a","other":null,"version":null,"notes":null}"#,
        "/version",
        STRING,
        expected("string"),
    );
    // Too many to try.
    check(
        r#"{"name":"a","version":1,"other":[1,1,1,1,1]}"#,
        "",
        WRONG_INSIDE,
        Value::Null,
    );
}

#[test]
fn an_object_that_lacks_a_member_is_the_one_that_is_told() {
    check::<Package>(r#"{}"#, "", MISSING, value!({"member": "name"}));
    check::<Package>(
        r#"{"name":"a","other":{},"more":[{}]}"#,
        "",
        MISSING,
        value!({"member": "version"}),
    );
    check::<Package>(
        r#"{"name":"a","version":"1","parts":[{"weight":1},{}],"other":{}}"#,
        "/parts/1",
        MISSING,
        value!({"member": "weight"}),
    );
    check::<Shape>("{}", "", MISSING, value!({"member": "type"}));
    check::<Shape>(
        r#"{"type":"polygon","label":"a","corners":[{"x":1,"y":1},{"x":1}]}"#,
        "/corners/1",
        MISSING,
        value!({"member": "y"}),
    );
    check::<Shape>(
        r#"{"type":"polygon","corners":[{"x":1,"y":1}]}"#,
        "",
        MISSING,
        value!({"member": "label"}),
    );
}

#[test]
fn a_map_that_takes_any_member_is_not_the_one_that_lacks_it() {
    #[derive(Debug, Deserialize)]
    #[serde(tag = "kind")]
    #[expect(dead_code, reason = "read for its form alone")]
    enum Holder {
        Both {
            map: BTreeMap<String, u8>,
            shape: u8,
        },
        Strict {
            inner: Account,
            shape: u8,
        },
    }
    check::<Holder>(
        r#"{"kind":"Both","map":{}}"#,
        "",
        MISSING,
        value!({"member": "shape"}),
    );
    check::<Holder>(
        r#"{"kind":"Strict","inner":{"mail":"x"}}"#,
        "",
        MISSING,
        value!({"member": "shape"}),
    );
    check::<Holder>(
        r#"{"kind":"Strict","inner":{},"shape":1}"#,
        "/inner",
        MISSING,
        value!({"member": "email_address"}),
    );
}

#[test]
fn a_flattened_text_of_a_form_is_named_where_it_is_there_once() {
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "read for its form alone")]
    struct Listing {
        first: String,
        #[serde(flatten)]
        sorted: Sorted,
    }
    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "read for its form alone")]
    struct Sorted {
        plan: Plan,
    }
    let allowed = || value!({"allowed": ["free", "team"]});
    let fault = manila::extract::form::<Listing>(b"first=a&plan=gold").unwrap_err();
    let sentence = value!("Must be one of the allowed values.");
    assert_eq!(told(&fault), (value!("/plan"), sentence, allowed()));
    let fault = manila::extract::form::<Listing>(b"first=gold&plan=gold").unwrap_err();
    let sentence = value!("The value is invalid.");
    assert_eq!(told(&fault), (value!(""), sentence, Value::Null));
}

#[test]
fn a_value_in_a_tagged_variant_is_pointed_to() {
    check::<Shape>(
        r#"{"type":"circle","radius":"x"}"#,
        "/radius",
        INTEGER,
        expected("integer"),
    );
    check::<Shape>(
        r#"{"type":"circle","radius":"circle"}"#,
        "/radius",
        INTEGER,
        expected("integer"),
    );
    check::<Vec<Shape>>(
        r#"[{"type":"empty"},{"radius":-1,"type":"circle"}]"#,
        "/1/radius",
        "Must be between 0 and 4294967295.",
        value!({"min": 0, "max": 4_294_967_295_u32}),
    );
    check::<Shape>(
        r#"{"type":"polygon","label":1,"corners":[]}"#,
        "/label",
        STRING,
        expected("string"),
    );
    check::<Shape>(
        r#"{"type":"square"}"#,
        "/type",
        "Must be one of the allowed values.",
        value!({"allowed": ["circle", "polygon", "empty"]}),
    );
    check::<Shape>("7", "", "Must be an object.", expected("object"));
    for body in [
        r#"{"kind":"corner","of":{"x":1,"y":"a"}}"#,
        r#"{"of":{"x":1,"y":"a"},"kind":"corner"}"#,
    ] {
        check::<Adjacent>(body, "/of/y", INTEGER, expected("integer"));
    }
    check::<Adjacent>(
        r#"{"of":[1,2,300],"kind":"sizes"}"#,
        "/of/2",
        "Must be between 0 and 255.",
        value!({"min": 0, "max": 255}),
    );
    check::<Vec<Untagged>>(
        r#"[1,{"x":1,"y":"a"}]"#,
        "/1",
        "The value is invalid.",
        Value::Null,
    );
}

#[test]
fn what_a_variant_holds_is_pointed_to() {
    type ByName = BTreeMap<String, External>;
    check::<ByName>(
        r#"{"shape":{"circle":{"radius":"x"}}}"#,
        "/shape/circle/radius",
        INTEGER,
        expected("integer"),
    );
    check::<ByName>(
        r#"{"shape":{"circle":{}}}"#,
        "/shape/circle",
        MISSING,
        value!({"member": "radius"}),
    );
    check::<ByName>(
        r#"{"shape":{"circle":[1]}}"#,
        "/shape/circle",
        "Must be an object.",
        expected("object"),
    );
    check::<ByName>(
        r#"{"shape":{"none":{}}}"#,
        "/shape/none",
        "Must be null.",
        expected("null"),
    );
    check::<ByName>(
        r#"{"shape":{"one":300}}"#,
        "/shape/one",
        "Must be between 0 and 255.",
        value!({"min": 0, "max": 255}),
    );
    check::<ByName>(
        r#"{"shape":{"pair":7}}"#,
        "/shape/pair",
        "Must be an array.",
        expected("array"),
    );
    check::<ByName>(
        r#"{"shape":"circle"}"#,
        "/shape",
        "Must be an object.",
        expected("object"),
    );
}

#[test]
fn a_value_of_a_map_is_pointed_to_whatever_type_its_keys_have() {
    #[derive(Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
    #[serde(rename_all = "lowercase")]
    enum Day {
        Saturday,
        Sunday,
    }
    #[derive(Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
    struct Id(u16);

    let body = r#"{"saturday":1,"sunday":{}}"#;
    check::<BTreeMap<Day, u8>>(body, "/sunday", INTEGER, expected("integer"));
    let body = r#"[{"saturday":[]},{"sunday":[{}]}]"#;
    check::<Vec<BTreeMap<Day, Vec<u8>>>>(body, "/1/sunday/0", INTEGER, expected("integer"));
    check::<BTreeMap<Id, u8>>(r#"{"7":{}}"#, "/7", INTEGER, expected("integer"));
    check::<BTreeMap<char, u8>>(r#"{"~":{}}"#, "/~0", INTEGER, expected("integer"));
}

#[test]
fn the_names_that_are_taken_are_told() {
    let allowed = || value!({"allowed": ["circle", "pair", "one", "none"]});
    check::<External>(
        r#""square""#,
        "",
        "Must be one of the allowed values.",
        allowed(),
    );
    check::<External>(
        r#"{"square":1}"#,
        "",
        "The name of a member must be one of the allowed values.",
        allowed(),
    );
    check::<Vec<Shape>>(
        r#"[{"type":"a`, expected one of `b`"}]"#,
        "/0/type",
        "Must be one of the allowed values.",
        value!({"allowed": ["circle", "polygon", "empty"]}),
    );
}

#[test]
fn of_two_members_of_a_name_the_one_that_is_refused_is_told() {
    const VALUE: &str = "Must be one of the allowed values.";
    const NAME: &str = "The name of a member must be one of the allowed values.";
    #[derive(Debug, Deserialize, PartialEq, Eq, PartialOrd, Ord)]
    #[serde(rename_all = "lowercase")]
    enum Day {
        Sunday,
    }
    let shapes = || value!({"allowed": ["circle", "pair", "one", "none"]});
    for (body, sentence) in [
        (r#"{"shape":"square","shape":{"one":1}}"#, VALUE),
        (r#"{"shape":"square","shape":{"square":1}}"#, VALUE),
        (r#"{"shape":"square","shape":"none"}"#, VALUE),
        (r#"{"shape":"none","shape":{"square":1}}"#, NAME),
        (r#"{"shape":{"square":1},"shape":"none"}"#, NAME),
        (r#"{"shape":{"square":1e400},"shape":"square"}"#, NAME),
    ] {
        check::<BTreeMap<String, External>>(body, "/shape", sentence, shapes());
    }
    let days = || value!({"allowed": ["sunday"]});
    for (body, place) in [
        (r#"[{"monday":1}]"#, "/0"),
        (r#"[{"sunday":1,"monday":1e400}]"#, "/0"),
    ] {
        check::<Vec<BTreeMap<Day, f64>>>(body, place, NAME, days());
    }
}

/// A team's plan, with the names of other enums beside and inside.
#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "read for its form alone")]
struct Team {
    plan: Role,
    #[serde(default)]
    roles: Vec<Option<Role>>,
    #[serde(default)]
    of: Option<Adjacent>,
    #[serde(flatten)]
    more: More,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "read for its form alone")]
struct More {
    #[serde(default)]
    other: Option<Role>,
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Role {
    Admin,
    Reader,
}

#[test]
fn the_names_that_are_taken_are_told_whatever_stands_there() {
    let sentence = "Must be one of the allowed values.";
    let roles = || value!({"allowed": ["admin", "reader"]});
    for other in ["7", "1.5", "-1", "true", "null", "[]", r#"["admin"]"#] {
        check::<Role>(other, "", sentence, roles());
        let list = format!(r#"{{"plan":"admin","roles":["admin",null,{other}]}}"#);
        let object = format!(r#"{{"plan":"admin","other":{other}}}"#);
        // None is a value of these.
        if other != "null" {
            check::<Team>(&list, "/roles/2", sentence, roles());
            check::<Team>(&object, "/other", sentence, roles());
        }
        let shapes = || value!({"allowed": ["circle", "polygon", "empty"]});
        let tag = format!(r#"[{{"type":"empty"}},{{"type":{other}}}]"#);
        check::<Vec<Shape>>(&tag, "/1/type", sentence, shapes());
        let tag = format!(r#"{{"kind":{other},"of":1}}"#);
        check::<Adjacent>(
            &tag,
            "/kind",
            sentence,
            value!({"allowed": ["corner", "sizes"]}),
        );
    }
    let externals = || value!({"allowed": ["circle", "pair", "one", "none"]});
    check::<External>("7", "", sentence, externals());
    check::<External>(r#"{"one":1,"pair":[1,2]}"#, "", sentence, externals());
    let fault = json::<Role>(b"7").unwrap_err();
    assert_eq!(fault.to_string(), "wrong_type");
    assert!(fault.cause().is_none());
    // What stands in a copy may be of more than one type.
    check::<Untagged>("true", "", "The value is invalid.", Value::Null);
}

#[test]
fn an_array_is_no_object() {
    let object = || expected("object");
    check::<Corner>("[]", "", "Must be an object.", object());
    check::<Corner>(r#"["a",1,null]"#, "", "Must be an object.", object());
    check::<Vec<Corner>>(r#"[[1,"a"]]"#, "/0", "Must be an object.", object());
    check::<Shape>(
        r#"["circle",{"radius":1}]"#,
        "",
        "Must be an object.",
        object(),
    );
    check::<Vec<Shape>>(r#"[["empty"]]"#, "/0", "Must be an object.", object());
    assert!(json::<Vec<Value>>(br#"[["circle",1]]"#).is_ok());
}

#[test]
fn a_number_out_of_range_is_called_so() {
    fn check_range<T: DeserializeOwned + std::fmt::Debug>(
        number: &str,
        min: impl Into<Value>,
        max: impl Into<Value>,
    ) {
        let (min, max) = (min.into(), max.into());
        let text = |limit: &Value| match limit {
            Value::String(text) => text.clone(),
            limit => limit.to_string().replace("e+", "e"),
        };
        let sentence = format!("Must be between {} and {}.", text(&min), text(&max));
        check::<T>(number, "", &sentence, value!({"min": min, "max": max}));
    }
    for number in ["256", "-1", "99999999999999999999999", "1e30", "-1e30"] {
        check_range::<u8>(number, 0, 255);
    }
    check_range::<i8>("128", -128, 127);
    check_range::<u64>("18446744073709551616", 0, u64::MAX);
    check_range::<u64>("-1", 0, u64::MAX);
    check_range::<i64>("9223372036854775808", i64::MIN, i64::MAX);
    check_range::<i64>("-9223372036854775809", i64::MIN, i64::MAX);
    check_range::<i64>("1e400", i64::MIN, i64::MAX);
    check_range::<f64>(
        "1e400",
        -1.797_693_134_862_315_7e308,
        1.797_693_134_862_315_7e308,
    );
    check_range::<f32>("1e400", -3.402_823_5e38, 3.402_823_5e38);
    // No reader of JSON can be expected to hold these limits.
    let (min, max) = (i128::MIN.to_string(), i128::MAX.to_string());
    check_range::<i128>("170141183460469231731687303715884105728", min, max);
    check_range::<u128>("-1", 0, u128::MAX.to_string());
    check_range::<std::num::NonZeroU8>("0", 1, 255);
    check_range::<std::num::NonZeroU8>("300", 1, 255);

    for number in ["1.5", r#""x""#, "{}"] {
        check::<u8>(number, "", INTEGER, expected("integer"));
        check::<u128>(number, "", INTEGER, expected("integer"));
    }
    check::<Vec<u128>>("[1,1.5]", "/1", INTEGER, expected("integer"));
    check::<BTreeMap<String, i128>>(r#"{"a":1.5}"#, "/a", INTEGER, expected("integer"));
    check::<String>("1e400", "", STRING, expected("string"));
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read for its form alone")]
struct Account {
    #[serde(alias = "mail", alias = "e-mail")]
    email_address: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "read for its form alone")]
struct Closed {
    name: String,
    #[serde(flatten)]
    corner: Corner,
}

#[test]
fn a_member_that_is_too_many_has_the_name_that_was_sent() {
    let twice = "This member appears more than once.";
    for (body, place) in [
        (r#"{"mail":"a","mail":"b"}"#, "/mail"),
        (r#"{"email_address":"a","mail":"b"}"#, "/mail"),
        (r#"{"mail":"a","e-mail":"b"}"#, "/e-mail"),
        (r#"{"mail":"a","email_address":"b"}"#, "/email_address"),
    ] {
        check::<Account>(body, place, twice, Value::Null);
    }
    check::<Package>(
        r#"{"name":"a","version":"1","version":"2"}"#,
        "/version",
        twice,
        Value::Null,
    );
    let unknown = "This member is not known.";
    check::<Account>(r#"{"other":1}"#, "/other", unknown, Value::Null);
    check::<Closed>(
        r#"{"name":"a","x":1,"y":1,"z":{"z":1}}"#,
        "/z",
        unknown,
        Value::Null,
    );
}

/// What a type says of its values, as if `serde` did.
#[derive(Debug)]
struct Sentence;

impl<'de> Deserialize<'de> for Sentence {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        use serde::de::Error;
        let text = String::deserialize(deserializer)?;
        Err(match &*text {
            "missing" => Error::missing_field("text"),
            text => Error::custom(text),
        })
    }
}

#[test]
fn a_types_own_words_are_no_place() {
    let check = |body: &str| {
        check::<BTreeMap<String, Sentence>>(body, "/text", "The value is invalid.", Value::Null);
    };
    check(r#"{"text":"missing"}"#);
    check(r#"{"text":"missing field `text`"}"#);
    check(r#"{"text":"missing field `other`"}"#);
    check(r#"{"text":"unknown field `text`, expected `other`"}"#);
    check(r#"{"text":"duplicate field `text`"}"#);
    check(r#"{"text":"invalid type: string \"a\", expected u8"}"#);
    check(r#"{"text":"unknown variant `text`, expected `secret`"}"#);
    check(r#"{"text":"number out of range"}"#);
}

/// A period that ends before it begins says so itself; one of no days does not know how to.
#[derive(Debug, Deserialize)]
#[serde(try_from = "Days")]
#[expect(dead_code, reason = "read for its form alone")]
struct Period(Days);

#[derive(Debug, Deserialize)]
struct Days {
    from: u32,
    until: u32,
}

/// An error that speaks for a violation.
#[derive(Debug, thiserror::Error)]
enum PeriodError {
    #[error(transparent)]
    Told(#[from] Violation),
    #[error("a period of no days, as {0} has it")]
    Empty(&'static str),
    #[error("the period is wrong: {0}")]
    Quoted(Violation),
}

impl TryFrom<Days> for Period {
    type Error = PeriodError;

    fn try_from(days: Days) -> Result<Self, PeriodError> {
        let backwards = || Violation::new("Must not end before it begins.");
        match (days.from, days.until) {
            (from, until) if from > until => {
                let place = Pointer::root().member("until");
                Err(backwards().with_rule("period").with_pointer(place).into())
            }
            (7, _) => Err(PeriodError::Quoted(backwards())),
            (0, 1) => Err(backwards().with_detail("max", 1).into()),
            (from, until) if from == until => Err(PeriodError::Empty("shard 7")),
            _ => Ok(Self(days)),
        }
    }
}

#[test]
fn a_type_says_itself_what_is_wrong_by_a_violation() {
    type Periods = Vec<BTreeMap<String, Period>>;
    let sentence = "Must not end before it begins.";
    check::<Periods>(
        r#"[{"a":{"from":2,"until":1}}]"#,
        "/0/a/until",
        sentence,
        Value::Null,
    );
    check::<Periods>(
        r#"[{"a":{"from":0,"until":1}}]"#,
        "/0/a",
        sentence,
        value!({"max": 1}),
    );
    let fault = json::<Period>(br#"{"from":2,"until":1}"#).unwrap_err();
    assert_eq!(fault.violations()[0].rule(), Some("period"));
    assert!(fault.cause().is_none());

    // What it says of a value that is not known is not said of one around it.
    #[derive(Debug, Deserialize)]
    #[serde(tag = "type")]
    #[expect(dead_code, reason = "read for its form alone")]
    enum Rent {
        ByDay { period: Period },
    }
    let fault = json::<Rent>(br#"{"type":"ByDay","period":{"from":0,"until":1}}"#).unwrap_err();
    assert_eq!(
        told(&fault),
        (Value::Null, value!(sentence), value!({"max": 1}))
    );
}

#[test]
fn what_a_type_says_otherwise_is_for_the_log() {
    for (body, cause) in [
        (
            r#"{"from":1,"until":1}"#,
            "a period of no days, as shard 7 has it",
        ),
        (
            r#"{"from":7,"until":8}"#,
            "the period is wrong: Must not end before it begins.",
        ),
    ] {
        check::<Period>(body, "", "The value is invalid.", Value::Null);
        let fault = json::<Period>(body.as_bytes()).unwrap_err();
        assert_eq!(fault.cause().unwrap().chain(), cause);
    }
    // The text of a type's own may be as long as what a client has sent.
    let long = format!(r#"{{"text":"{}"}}"#, "canary".repeat(100_000));
    let fault = json::<BTreeMap<String, Sentence>>(long.as_bytes()).unwrap_err();
    assert!(fault.cause().unwrap().chain().len() <= 8 * 1024);
    // No client can write a violation.
    let forged = r#"{"text":"Must not end before it begins.\udbff\udfff0"}"#;
    let fault = json::<BTreeMap<String, Sentence>>(forged.as_bytes()).unwrap_err();
    assert_eq!(fault.violations()[0].message(), "The value is invalid.");
}

/// A type that says in the words of `serde` what it is.
#[derive(Debug)]
struct Even;

impl<'de> Deserialize<'de> for Even {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct EvenVisitor;

        impl serde::de::Visitor<'_> for EvenVisitor {
            type Value = Even;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an even number of seats")
            }

            fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<Even, E> {
                match number % 2 {
                    0 => Ok(Even),
                    _ => Err(E::invalid_value(
                        serde::de::Unexpected::Unsigned(number),
                        &self,
                    )),
                }
            }
        }

        deserializer.deserialize_u64(EvenVisitor)
    }
}

#[test]
fn what_the_client_is_not_told_is_in_the_log_and_no_value_is() {
    #[track_caller]
    fn check_cause<T: DeserializeOwned + std::fmt::Debug>(body: &str, cause: Option<&str>) {
        let fault = json::<T>(body.as_bytes()).unwrap_err();
        let told = fault.cause().map(|cause| cause.chain());
        assert_eq!(told.as_deref(), cause, "{body}");
        let words = format!("{:?}", fault.violations());
        assert!(!words.contains("even number"), "{words}");
    }
    for (body, cause) in [
        (
            "[7777]",
            "invalid value: integer, expected an even number of seats",
        ),
        // The reader refuses that.
        (
            r#"["canary, expected `canary`"]"#,
            "invalid type: string, expected an even number of seats at line 1 column 28",
        ),
        (
            "[{}]",
            "invalid type: map, expected an even number of seats at line 1 column 1",
        ),
    ] {
        check_cause::<Vec<Even>>(body, Some(cause));
    }
    check_cause::<[u8; 2]>(
        "[1]",
        Some("invalid length 1, expected an array of length 2"),
    );
    check_cause::<(u8, u8)>("[1]", Some("invalid length 1, expected a tuple of size 2"));
    check_cause::<Vec<Decimal>>("[1e400]", Some("number out of range at line 1 column 6"));
    check_cause::<BTreeMap<String, Sentence>>(
        r#"{"text":"missing"}"#,
        Some("missing field `text`"),
    );
    // A name of a map's, and a value whose place is lost, are told in part.
    check_cause::<BTreeMap<u8, u8>>(
        r#"{"canary":1}"#,
        Some("invalid value: expected key to be a number in quotes at line 1 column 2"),
    );
    let parts = r#"{"weight":"canary"},"#.repeat(6);
    check_cause::<Package>(
        &format!(r#"{{"name":"a","version":"1","parts":[{parts}1]}}"#),
        Some("invalid type: string, expected u8"),
    );
    // All of that is told.
    for body in [
        "[]",
        r#"{"name":1}"#,
        r#"{"name":"a","size":-1}"#,
        r#"{"name":"a","size":"x"}"#,
    ] {
        check_cause::<Package>(body, None);
    }
    check_cause::<External>(r#""canary""#, None);
}

#[test]
fn forms_queries_and_paths_say_what_bodies_do() {
    use manila::extract::{form, path, query};

    #[derive(Debug, Deserialize)]
    #[expect(dead_code, reason = "read for its form alone")]
    struct Texts<T> {
        value: T,
    }

    fn check<T: DeserializeOwned + std::fmt::Debug>(
        text: &str,
        sentence: &str,
        details: impl Into<Value>,
    ) {
        let details = details.into();
        let pairs = format!("value={text}");
        for fault in [
            form::<Texts<T>>(pairs.as_bytes()).unwrap_err(),
            query::<Texts<T>>(&pairs).unwrap_err(),
            path::<Texts<T>>([("value", text.into())]).unwrap_err(),
        ] {
            let (place, message, told) = told(&fault);
            assert_eq!((&message, &told), (&value!(sentence), &details), "{text}");
            assert!(place.is_null() || place == "/value", "{text}: {place}");
        }
    }

    for number in ["300", "-1", "99999999999999999999999999999999999999999999"] {
        check::<u8>(
            number,
            "Must be between 0 and 255.",
            value!({"min": 0, "max": 255}),
        );
    }
    check::<i64>(
        "9223372036854775808",
        "Must be between -9223372036854775808 and 9223372036854775807.",
        value!({"min": i64::MIN, "max": i64::MAX}),
    );
    for text in ["", "x", "1.5", "-", "+"] {
        check::<u8>(text, INTEGER, expected("integer"));
    }
    check::<bool>("1", "Must be a boolean.", expected("boolean"));
    check::<f32>("x", "Must be a number.", expected("number"));
    check::<Plan>(
        "gold",
        "Must be one of the allowed values.",
        value!({"allowed": ["free", "team"]}),
    );
}

#[derive(Debug, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Plan {
    Free,
    Team,
}

manila::catalog! { enum Mxcep = "../catalogs/mxcep.toml" }

#[test]
fn a_number_out_of_range_has_the_code_of_its_rule() {
    let envelopes = || Envelopes::ok_error().catalog(Mxcep::CATALOG);
    for fault in [
        json::<u8>(b"300").unwrap_err(),
        json::<Shape>(br#"{"type":"circle","radius":-1}"#).unwrap_err(),
        manila::extract::form::<BTreeMap<String, u8>>(b"a=300").unwrap_err(),
        manila::extract::query::<BTreeMap<String, u8>>("a=-1").unwrap_err(),
        manila::extract::path::<u8>([("a", "300".into())]).unwrap_err(),
        manila::extract::path_error("can not parse \"300\" to a u8", Some("a")),
    ] {
        let rendered = envelopes().render(&fault, None);
        let body: Value = serde_json::from_slice(rendered.body()).unwrap();
        let violation = &body["error"]["details"]["errors"][0];
        assert_eq!(violation["code"], "out_of_range", "{fault}: {body}");
        assert_eq!(violation["details"]["min"], 0, "{body}");
    }
}
