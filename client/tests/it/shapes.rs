//! Bodies that are built to be hard to read.

use manila_client::{Decoder, ReadAs, decode};
use serde_json::{Value, json};

const JSON: (&str, &str) = ("content-type", "application/json");

fn ok_error(details: &str) -> String {
    format!(r#"{{"ok":false,"error":{{"code":"CONFLICT","message":"No.","details":{details}}}}}"#)
}

#[test]
fn a_detail_nested_to_any_depth_hides_nothing_else() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let remote = decode(
        409,
        [JSON],
        ok_error(&format!(r#"{{"deep":{deep},"limit":5}}"#)),
    );
    assert_eq!(remote.read_as(), ReadAs::OkError);
    assert_eq!(remote.detail::<u32>("limit"), Some(5));
    assert_eq!(remote.detail::<Value>("deep"), None);
    assert!(remote.details_json().unwrap().contains(&deep));
}

#[test]
fn each_detail_is_there_once_and_in_its_place() {
    let body = ok_error(
        r#"{"b":1,"a":2,"b":3,"retry":{"applied":"no"},"\u0072eason":"x","errors":[],"c\"\n":4}"#,
    );
    let remote = decode(409, [JSON], body);
    assert_eq!(remote.details_json(), Some(r#"{"a":2,"b":3,"c\"\n":4}"#));
    assert_eq!(remote.reason(), Some("x"));
}

#[test]
fn members_of_a_wrong_type_count_as_absent() {
    for details in [
        "null",
        "[]",
        "7",
        r#""limit""#,
        "{}",
        r#"{"errors":7,"retry":[],"truncated":"9","more":1,"remedy":"no"}"#,
    ] {
        let remote = decode(409, [JSON], ok_error(details));
        assert_eq!(remote.code(), Some("CONFLICT"), "{details}");
        assert_eq!(remote.details_json(), None, "{details}");
        assert_eq!(
            (
                remote.truncated(),
                remote.has_more_violations(),
                remote.applied()
            ),
            (None, false, None)
        );
        assert!(
            remote.remedy().is_none() && remote.violations().is_empty(),
            "{details}"
        );
    }
    let errors = r#"{"errors":[1,null,[],"x",{"code":[],"message":{},"pointer":"no pointer","details":7},{"pointer":"/a~2","parameter":"p"}]}"#;
    let remote = decode(409, [JSON], ok_error(errors));
    let [first, second] = remote.violations() else {
        panic!("{:?}", remote.violations())
    };
    assert_eq!(
        (
            first.code(),
            first.message(),
            first.source(),
            first.details_json()
        ),
        (None, None, None, None)
    );
    assert!(second.source().is_some());
}

#[test]
fn a_pointer_that_is_no_uri_fragment_is_none() {
    let source = |pointer: &str| {
        let body = json!({"code": "invalid", "errors": [{"pointer": pointer}]}).to_string();
        let remote = decode(422, [("content-type", "application/problem+json")], body);
        remote.violations()[0].source().cloned()
    };
    let pointer = |text: &str| Some(manila::Source::Pointer(text.parse().unwrap()));
    assert_eq!(source("#/a%20b%C3%BC"), pointer("/a bü"));
    assert_eq!(source("#"), pointer(""));
    assert_eq!(source("/a%20b"), pointer("/a%20b"));
    for broken in ["#/%", "#/%2", "#/%zz", "#/%+f", "#/%ff", "#a", "#/%é", "a"] {
        assert_eq!(source(broken), None, "{broken}");
    }
}

#[test]
fn what_is_looked_at_of_a_body_is_settable() {
    let body = ok_error(r#"{"limit":5}"#);
    let read_as = |limit| {
        Decoder::new()
            .body_limit(limit)
            .decode(409, [JSON], &body)
            .read_as()
    };
    assert_eq!(read_as(body.len()), ReadAs::OkError);
    assert_eq!(read_as(body.len() - 1), ReadAs::Foreign);
    assert_eq!(read_as(0), ReadAs::Foreign);
    assert_eq!(read_as(usize::MAX), ReadAs::OkError);
}

#[test]
fn an_excerpt_ends_with_a_whole_character() {
    let excerpt = |limit, body: &[u8]| {
        Decoder::new()
            .excerpt_limit(limit)
            .decode(500, [JSON], body)
            .excerpt()
            .to_owned()
    };
    assert_eq!(excerpt(4, "aé€".as_bytes()), "aé");
    assert_eq!(excerpt(100, b"a\xffb\xff"), "a\u{FFFD}b\u{FFFD}");
    assert_eq!(excerpt(3, b"a\xffbc"), "a\u{FFFD}b");
    assert_eq!(excerpt(0, b"abc"), "");
    assert_eq!(
        excerpt(100, "a\u{202E}b\u{85}\0\r\n".as_bytes()),
        "a\u{FFFD}b\u{FFFD}\u{FFFD}  "
    );
}

#[test]
fn a_header_map_is_read_as_it_is() {
    let mut headers = http::HeaderMap::new();
    headers.insert("content-type", "application/json".parse().unwrap());
    headers.append("x-request-id", "first".parse().unwrap());
    headers.append("x-request-id", "second".parse().unwrap());
    let remote = decode(409, &headers, ok_error("{}"));
    assert_eq!(
        (remote.code(), remote.request_id()),
        (Some("CONFLICT"), Some("first"))
    );
    let named = vec![("Content-Type".to_owned(), b"application/json".to_vec())];
    assert_eq!(decode(409, named, ok_error("{}")).code(), Some("CONFLICT"));
}
