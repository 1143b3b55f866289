//! Values of which the request has nothing but text: queries, forms, paths.

use std::collections::{BTreeMap, HashMap};

use manila::extract::{form, path, query};
use manila::{Envelopes, Fault};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Role {
    Admin,
    Reader,
}

#[derive(Debug, PartialEq, Deserialize)]
struct Slug(String);

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Search {
    tag: Vec<String>,
    id: Vec<u32>,
    role: Vec<Role>,
    slug: Option<Vec<Slug>>,
    pair: Option<(u8, char)>,
    one: Option<u8>,
    wide: Option<u128>,
    text: String,
}

/// The status, and the first violation without its message.
fn told(fault: &Fault) -> (u16, Value) {
    let rendered = Envelopes::ok_error().render(fault, None);
    let mut body: Value = serde_json::from_slice(rendered.body()).unwrap();
    let violation = body.pointer_mut("/error/details/errors/0");
    let mut violation = violation.map(Value::take).unwrap_or_default();
    if let Some(violation) = violation.as_object_mut() {
        violation.remove("code");
        violation.remove("details");
    }
    (rendered.status(), violation)
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

#[test]
fn a_name_that_comes_several_times_is_a_list() {
    for (text, tag) in [
        ("tag=a&tag=b", &["a", "b"][..]),
        ("tag=b&id=1&tag=a&tag=a", &["b", "a", "a"]),
        ("tag=a%20b%26&one=7", &["a b&"]),
        ("tag=", &[""]),
        ("", &[]),
    ] {
        let read: Search = query(text).unwrap();
        assert_eq!(read.tag, texts(tag), "{text}");
        let read: Search = form(text.as_bytes()).unwrap();
        assert_eq!(read.tag, texts(tag), "{text}");
    }
    let read: Search = query("id=1&id=2&role=admin&role=reader&slug=x&pair=1&pair=c").unwrap();
    assert_eq!(read.id, [1, 2]);
    assert_eq!(read.role, [Role::Admin, Role::Reader]);
    assert_eq!(read.slug, Some(vec![Slug("x".to_owned())]));
    assert_eq!(read.pair, Some((1, 'c')));
    let lists: BTreeMap<String, Vec<u8>> = query("a=1&b=2&a=3").unwrap();
    assert_eq!(
        lists,
        BTreeMap::from([("a".into(), vec![1, 3]), ("b".into(), vec![2])])
    );
    let numbers: BTreeMap<u8, Vec<u8>> = query("1=1&2=2&1=3").unwrap();
    assert_eq!(numbers, BTreeMap::from([(1, vec![1, 3]), (2, vec![2])]));
}

#[test]
fn a_value_that_is_none_is_told_by_its_name() {
    for (text, message, name) in [
        ("id=1&id=x", "Must be an integer.", "id"),
        ("id=1&id=", "Must be an integer.", "id"),
        ("id=1&id=-1", "Must be between 0 and 4294967295.", "id"),
        ("one=256", "Must be between 0 and 255.", "one"),
        ("one=-", "Must be an integer.", "one"),
        ("one=1.5", "Must be an integer.", "one"),
        (
            "wide=1000000000000000000000000000000000000000",
            "Must be between 0 and 340282366920938463463374607431768211455.",
            "wide",
        ),
        ("role=root", "Must be one of the allowed values.", "role"),
        ("pair=1&pair=c&pair=d", "The value is invalid.", "pair"),
        ("pair=1", "The value is invalid.", "pair"),
        ("pair=1&pair=cd", "The value is invalid.", "pair"),
        (
            "one=1&one=2",
            "This parameter appears more than once.",
            "one",
        ),
        (
            "text=a&text=b",
            "This parameter appears more than once.",
            "text",
        ),
        (
            "tag=a&other=b&other=c",
            "This parameter is not known.",
            "other",
        ),
    ] {
        let fault = query::<Search>(text).unwrap_err();
        let told = told(&fault);
        let expected = json!({"message": message, "parameter": name});
        assert_eq!(told, (400, expected), "{text}: {fault}");
    }
    let fault = form::<Search>(b"one=1&one=2").unwrap_err();
    let message = "This member appears more than once.";
    assert_eq!(
        told(&fault),
        (400, json!({"message": message, "pointer": "/one"}))
    );
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "read for its form alone")]
struct Inner {
    at: u8,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "read for its form alone")]
struct Nested {
    inner: Inner,
}

#[derive(Debug, Deserialize)]
#[expect(dead_code, reason = "read for its form alone")]
struct Flat {
    name: String,
    #[serde(flatten)]
    inner: Inner,
}

#[test]
fn a_type_that_no_text_fits_is_the_services_mistake() {
    fn check<T: serde::de::DeserializeOwned + std::fmt::Debug>(text: &str) {
        let fault = query::<T>(text).unwrap_err();
        assert_eq!(fault.http_status(), 500, "{text}");
        assert!(fault.cause().is_some(), "{text}");
        assert_eq!(form::<T>(text.as_bytes()).unwrap_err().http_status(), 500);
    }
    check::<Nested>("inner=1");
    check::<Nested>("");
    check::<Nested>("x=1");
    check::<HashMap<String, Inner>>("a=1");
    check::<HashMap<String, Vec<Inner>>>("a=1&a=2");
    check::<HashMap<String, ()>>("a=1");
    check::<u8>("a=1");
    check::<Vec<(String, Inner)>>("a=1");
    // `flatten` keeps texts, and makes no number of them.
    check::<Flat>("name=x&at=1");
    check::<Flat>("name=x");
    check::<Flat>("at=1");
    // An empty map has nothing that could be wrong.
    assert!(query::<HashMap<String, Inner>>("").is_ok());
}

#[test]
fn a_path_names_its_parameter_by_name_or_place() {
    fn check<T: serde::de::DeserializeOwned + std::fmt::Debug>(
        parameters: &[(&'static str, &'static str)],
        place: Option<&str>,
    ) {
        let pairs = parameters
            .iter()
            .map(|(name, value)| (*name, (*value).into()));
        let (status, violation) = told(&path::<T>(pairs).unwrap_err());
        let found = violation["parameter"].as_str();
        let status_of = if place.is_some() { 400 } else { 500 };
        assert_eq!((status, found), (status_of, place), "{parameters:?}");
    }
    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "read for its form alone")]
    struct ById {
        id: u8,
    }
    let two = &[("id", "7"), ("role", "root")];
    check::<Role>(&[("role", "root")], Some("role"));
    check::<Slug>(&[("id", "7"), ("role", "root")], None);
    check::<(u8, Role)>(two, Some("role"));
    check::<(Role, Role)>(two, Some("id"));
    check::<(u8,)>(two, None);
    check::<Vec<u8>>(two, Some("role"));
    check::<BTreeMap<String, u8>>(two, Some("role"));
    check::<ById>(two, None);
    check::<ById>(&[("id", "x")], Some("id"));
    check::<ById>(&[("other", "1")], None);
    check::<Nested>(&[("inner", "1")], None);
    check::<u8>(&[("id", "300")], Some("id"));
    check::<u8>(&[], None);
    check::<char>(&[("id", "ab")], Some("id"));
    let read: (u8, Role) = path([("id", "7".into()), ("role", "admin".into())]).unwrap();
    assert_eq!(read, (7, Role::Admin));
}
