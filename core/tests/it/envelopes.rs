//! What a fault looks like on the wire.

use std::collections::{BTreeMap, HashMap};
use std::time::{Duration, SystemTime};

use manila::{
    Applied, Condition, Envelopes, Fault, Object, Pointer, PublicFault, Status, Violation,
    Violations, render,
};
use serde::{Serialize, Serializer};

use crate::support::values;

manila::catalog! { enum ApiError = "../catalogs/vibehost.toml" }

const ID: &str = "01900000-0000-7000-8000-000000000000";

fn styles() -> [Envelopes; 4] {
    let styles = [
        Envelopes::ok_error(),
        Envelopes::json_api(),
        Envelopes::code_data(),
        Envelopes::problem(),
    ];
    styles.map(|envelopes| envelopes.catalog(ApiError::CATALOG))
}

fn body(fault: &Fault, envelopes: &Envelopes) -> String {
    let rendered = render(fault, &envelopes.context(Some(ID)));
    let body = String::from_utf8(rendered.into_body().into_owned()).unwrap();
    // Whatever else a test looks at, a body is JSON.
    let _: serde_json::Value = serde_json::from_str(&body).unwrap();
    body
}

/// The bodies in the four styles.
fn check(fault: &Fault, expected: [&str; 4]) {
    for (envelopes, expected) in styles().iter().zip(expected) {
        assert_eq!(body(fault, envelopes), expected);
    }
}

#[test]
fn violations_stand_where_each_style_has_them() {
    let fault = Fault::condition(Condition::Validation)
        .detail("form", "signup")
        .violation(
            Violation::new("The age has to be 18 or more.")
                .condition(Condition::InvalidValue)
                .pointer(Pointer::root().member("a/b").index(1))
                .detail("minimum", 18),
        )
        .violation(Violation::new("The limit is too high.").parameter("limit"))
        .violation(
            Violation::new("The team is gone.")
                .code(ApiError::Conflict.code())
                .header("x-team"),
        );
    let message = "The request is not valid.";
    check(
        &fault,
        [
            &format!(
                r#"{{"ok":false,"error":{{"code":"VALIDATION_FAILED","message":"{message}","details":{{"form":"signup","errors":[{{"code":"VALIDATION_FAILED","message":"The age has to be 18 or more.","pointer":"/a~1b/1","details":{{"minimum":18}}}},{{"code":"VALIDATION_FAILED","message":"The limit is too high.","parameter":"limit"}},{{"code":"CONFLICT","message":"The team is gone.","header":"x-team"}}]}}}}}}"#
            ),
            &format!(
                r#"{{"errors":[{{"status":"400","code":"VALIDATION_FAILED","title":"Validation failed","detail":"The age has to be 18 or more.","source":{{"pointer":"/a~1b/1"}},"meta":{{"minimum":18}}}},{{"status":"400","code":"VALIDATION_FAILED","title":"Validation failed","detail":"The limit is too high.","source":{{"parameter":"limit"}}}},{{"status":"409","code":"CONFLICT","title":"Conflict","detail":"The team is gone.","source":{{"header":"x-team"}}}}],"meta":{{"request_id":"{ID}","code":"VALIDATION_FAILED","details":{{"form":"signup"}}}}}}"#
            ),
            &format!(
                r#"{{"code":-400,"data":{{"message":"{message}","details":{{"form":"signup"}},"errors":[{{"code":"VALIDATION_FAILED","message":"The age has to be 18 or more.","pointer":"/a~1b/1","details":{{"minimum":18}}}},{{"code":"VALIDATION_FAILED","message":"The limit is too high.","parameter":"limit"}},{{"code":"CONFLICT","message":"The team is gone.","header":"x-team"}}]}}}}"#
            ),
            &format!(
                r##"{{"type":"about:blank","title":"Bad Request","status":400,"detail":"{message}","instance":"urn:uuid:{ID}","code":"VALIDATION_FAILED","request_id":"{ID}","details":{{"form":"signup"}},"errors":[{{"code":"VALIDATION_FAILED","detail":"The age has to be 18 or more.","pointer":"#/a~1b/1","details":{{"minimum":18}}}},{{"code":"VALIDATION_FAILED","detail":"The limit is too high.","parameter":"limit"}},{{"code":"CONFLICT","detail":"The team is gone.","header":"x-team"}}]}}"##
            ),
        ],
    );
}

#[test]
fn a_reference_address_names_the_page_of_each_code() {
    let reference = |envelopes: Envelopes| envelopes.reference("https://docs.example/errors/");
    let fault = ApiError::Conflict.fault();
    let [_, json_api, _, problem] = styles();
    let json_api = body(&fault, &reference(json_api));
    let problem = body(&fault, &reference(problem));
    assert!(
        json_api.contains(r#""links":{"type":"https://docs.example/errors/CONFLICT"}"#),
        "{json_api}",
    );
    assert!(
        problem.starts_with(r#"{"type":"https://docs.example/errors/CONFLICT","title":"Conflict""#),
        "{problem}",
    );
    // The reference has no page for what HTTP itself names.
    let own = Fault::condition(Condition::MethodNotAllowed);
    let [_, json_api, _, problem] = styles();
    assert!(!body(&own, &reference(json_api)).contains("links"));
    assert!(body(&own, &reference(problem)).starts_with(r#"{"type":"about:blank""#));
}

#[test]
fn what_json_api_tells_of_the_service_is_in_meta() {
    let envelopes = Envelopes::json_api()
        .version("1.47.0")
        .api_version("v1")
        .datetime("UTC", "ISO 8601");
    let rendered = render(
        &Fault::condition(Condition::Gone),
        &envelopes.context(Some("a1b2")),
    );
    let body = String::from_utf8(rendered.into_body().into_owned()).unwrap();
    let meta = r#""meta":{"version":"1.47.0","api_version":"v1","request_id":"a1b2","datetime":{"timezone":"UTC","format":"ISO 8601"}}}"#;
    assert!(body.ends_with(meta), "{body}");
}

#[test]
fn text_is_escaped_for_wherever_a_body_ends_up() {
    let hostile = "</script>&\u{2028}\u{2029}\u{0}\u{1f}\u{7f}\"\\\n\u{202e}ü";
    let escaped =
        "\\u003c/script\\u003e\\u0026\\u2028\\u2029\\u0000\\u001f\\u007f\\\"\\\\\\n\u{202e}ü";
    let fault = ApiError::Conflict
        .fault()
        .message(hostile)
        .detail(hostile, hostile)
        .violation(Violation::new(hostile).pointer(Pointer::root().member(hostile)));
    for envelopes in styles() {
        let body = body(&fault, &envelopes);
        assert!(body.matches(escaped).count() >= 2, "{body}");
        assert!(
            !body.contains(['<', '>', '&', '\u{2028}', '\u{2029}', '\u{0}']),
            "{body}"
        );
    }
}

/// A value that cannot become a detail.
struct Unserializable;

impl Serialize for Unserializable {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        Err(serde::ser::Error::custom("canary"))
    }
}

struct Panicking;

impl Serialize for Panicking {
    fn serialize<S: Serializer>(&self, _: S) -> Result<S::Ok, S::Error> {
        panic!("canary")
    }
}

#[derive(Serialize)]
struct Repeats {
    code: u8,
    #[serde(flatten)]
    more: HashMap<&'static str, u8>,
}

fn nested(levels: usize) -> serde_json::Value {
    (0..levels).fold(serde_json::Value::Null, |inner, _| {
        serde_json::json!([inner])
    })
}

#[test]
fn a_detail_that_does_not_serialize_is_left_out_and_the_rest_stays() {
    let repeats = Repeats {
        code: 1,
        more: HashMap::from([("code", 2)]),
    };
    let fault = ApiError::Conflict
        .fault()
        .detail("a", Unserializable)
        .detail("b", Panicking)
        .detail("c", repeats)
        .detail("d", BTreeMap::from([(vec![1_u8], 1)]))
        .detail("e", nested(33))
        .detail("f", "x".repeat(70_000))
        .detail("reason", "one of Manila's own")
        .details(vec![1, 2])
        .detail("kept", f64::NAN)
        .detail("deep", nested(2));
    let [ok_error, ..] = styles();
    let body = body(&fault, &ok_error);
    assert!(
        body.ends_with(r#""details":{"kept":null,"deep":[[null]]}}}"#),
        "{body}"
    );
}

#[test]
fn details_keep_their_order_and_a_later_value_replaces_an_earlier() {
    let fault = ApiError::Conflict
        .fault()
        .detail("z", 1)
        .detail("a", "x")
        .details(serde_json::json!({"m": {"n": u64::MAX}}))
        .detail("z", 2);
    let [ok_error, ..] = styles();
    let body = body(&fault, &ok_error);
    assert!(
        body.ends_with(r#""details":{"z":2,"a":"x","m":{"n":18446744073709551615}}}}"#),
        "{body}"
    );
}

#[test]
fn a_5xx_shows_declared_details_and_its_catalogs_message_alone() {
    let fault = ApiError::Internal
        .fault()
        .message("canary")
        .detail("canary", 1);
    for envelopes in styles() {
        assert!(!body(&fault, &envelopes).contains("canary"));
    }
}

#[test]
fn a_body_is_bounded_and_says_how_much_is_missing() {
    let violation =
        |n: usize| Violation::new(format!("Item {n} is wrong.")).pointer(Pointer::root().index(n));
    let many = Fault::condition(Condition::Validation)
        .detail("kept", true)
        .violations((0..10_000).map(violation));
    let wide = (0..100).fold(ApiError::Conflict.fault(), |fault, n| {
        fault.detail(format!("d{n}"), "x".repeat(2_000))
    });
    let long = ApiError::Conflict.fault().message("x".repeat(100_000));
    for envelopes in styles() {
        let many = body(&many, &envelopes);
        assert!(
            many.len() <= 64 * 1024 && many.len() > 60 * 1024,
            "{}",
            many.len()
        );
        assert!(many.contains(r#""kept":true"#));
        let shown = many.matches(" is wrong.").count();
        assert!(many.contains(&format!(r#""truncated":{}"#, 10_000 - shown)));

        let wide = body(&wide, &envelopes);
        let shown = wide.matches(r#""d"#).count()
            - wide.matches(r#""detail"#).count()
            - wide.matches(r#""data"#).count();
        assert!(wide.len() <= 64 * 1024 && shown >= 31, "{}", wide.len());
        assert!(
            wide.contains(&format!(r#""truncated":{}"#, 100 - shown)),
            "{shown}"
        );

        let long = body(&long, &envelopes);
        assert!(
            long.len() < 1_000 && long.contains("CONFLICT") | long.contains("-409"),
            "{long}"
        );
    }
    let nothing_fits = Envelopes::problem().body_limit(10);
    assert!(body(&many, &nothing_fits).starts_with(r#"{"ok":false"#));
}

#[test]
fn the_text_of_a_foreign_response_makes_room_too() {
    let fault = Fault::foreign(404).reason("x".repeat(1_000));
    for envelopes in styles() {
        let envelopes = envelopes.body_limit(400);
        let rendered = render(&fault, &envelopes.context(Some(ID)));
        let usual = render(&Fault::foreign(404), &envelopes.context(Some(ID)));
        assert_eq!(rendered.content_type(), usual.content_type());
        let body = std::str::from_utf8(rendered.body()).unwrap();
        assert!(body.contains("What you asked for was not found."), "{body}");
        assert!(body.contains(r#""truncated":1"#), "{body}");
    }
}

#[test]
fn json_that_no_reader_takes_is_left_out() {
    for json in ["1e400", r#""\ud800""#, r#"{"a":1,"a":2}"#] {
        let json: Box<serde_json::value::RawValue> = serde_json::from_str(json).unwrap();
        let fault = ApiError::Conflict
            .fault()
            .detail("odd", json)
            .detail("kept", 1);
        for envelopes in styles() {
            let body = body(&fault, &envelopes);
            assert!(body.contains(r#"{"kept":1}"#), "{body}");
        }
    }
}

#[test]
fn collected_violations_have_the_most_generally_applicable_status() {
    let of = |code: ApiError| Violation::new("It is wrong.").code(code.code());
    let rule = || Violation::new("It is wrong.").rule("email");
    let envelopes = Envelopes::json_api().catalog(ApiError::CATALOG);
    let check = |violations: Vec<Violation>, code: &str, status: u16| {
        let count = violations.len();
        let fault = Violations::from_iter(violations).into_result().unwrap_err();
        let rendered = render(&fault, &envelopes.context(None));
        assert_eq!((rendered.code(), rendered.status()), (code, status));
        let body = String::from_utf8(rendered.into_body().into_owned()).unwrap();
        assert_eq!(body.matches("It is wrong.").count(), count, "{body}");
    };
    assert!(Violations::new().into_result().is_ok());
    check(vec![rule(), rule()], "VALIDATION_FAILED", 400);
    check(
        vec![of(ApiError::Conflict), of(ApiError::Conflict)],
        "CONFLICT",
        409,
    );
    check(
        vec![of(ApiError::Conflict), rule()],
        "VALIDATION_FAILED",
        400,
    );
    check(
        vec![of(ApiError::Conflict), of(ApiError::Forbidden)],
        "VALIDATION_FAILED",
        400,
    );
    check(vec![rule(), of(ApiError::Internal)], "INTERNAL", 500);
}

#[test]
fn a_detail_in_the_sentence_makes_room_too() {
    #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    enum Accounts {
        #[error("{name} is taken")]
        #[error_code(status = 409, message = "The name { $name } is taken.")]
        NameTaken {
            #[error_code(detail)]
            name: String,
        },
    }

    let name = "x".repeat(4_000);
    let fault = Accounts::NameTaken { name }.fault();
    for envelopes in styles() {
        let envelopes = envelopes.catalog(Accounts::CATALOG).body_limit(1_000);
        let rendered = render(&fault, &envelopes.context(None));
        let usual = render(&Fault::foreign(409), &envelopes.context(None));
        assert_eq!(rendered.content_type(), usual.content_type());
        let body = std::str::from_utf8(rendered.body()).unwrap();
        assert!(body.len() < 300 && body.contains("Name taken"), "{body}");
        assert!(body.contains(r#""truncated":1"#), "{body}");
    }
}

#[test]
fn when_to_retry_is_told_in_body_and_header() {
    let fault = ApiError::RateLimited
        .fault()
        .retry_after(Duration::from_millis(200))
        .applied(Applied::No);
    let retry = r#""retry":{"after_seconds":1,"applied":"no"}"#;
    for envelopes in styles() {
        assert!(body(&fault, &envelopes).contains(retry));
        let rendered = render(&fault, &envelopes.context(None));
        assert_eq!(values(&rendered, "retry-after"), ["1"]);
        assert_eq!(values(&rendered, "x-should-retry"), ["true"]);
    }
    let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
    let fault = ApiError::RateLimited.fault().retry_after(moment);
    let rendered = render(&fault, &Envelopes::ok_error().context(None));
    assert_eq!(
        values(&rendered, "retry-after"),
        ["Sun, 06 Nov 1994 08:49:37 GMT"]
    );
    assert!(
        !String::from_utf8(rendered.into_body().into_owned())
            .unwrap()
            .contains("retry")
    );
}

#[test]
fn a_header_that_http_does_not_allow_is_left_out() {
    let fault = ApiError::Conflict
        .fault()
        .header("x-good", "yes")
        .header("X-Upper", "yes")
        .header("x-split", "a\r\nset-cookie: canary=1")
        .header("x bad", "yes")
        .header("content-type", "text/html")
        .header("content-length", "3")
        .header("x-request-id", "canary");
    let rendered = render(&fault, &Envelopes::ok_error().context(None));
    assert_eq!(values(&rendered, "x-good"), ["yes"]);
    assert_eq!(values(&rendered, "x-upper"), ["yes"]);
    assert_eq!(values(&rendered, "x-split"), [""; 0]);
    assert_eq!(values(&rendered, "content-type"), ["application/json"]);
    assert_eq!(values(&rendered, "content-length"), [""; 0]);
    assert_eq!(values(&rendered, "x-request-id"), [""; 0]);
}

#[test]
fn a_401_has_a_challenge() {
    let fault = ApiError::Unauthenticated.fault();
    let challenge = |envelopes: &Envelopes, fault: &Fault| {
        values(&render(fault, &envelopes.context(None)), "www-authenticate")
    };
    let default = Envelopes::ok_error();
    assert_eq!(challenge(&default, &fault), [r#"Bearer realm="api""#]);
    let own = default.challenge(r#"Basic realm="x""#).unwrap();
    assert_eq!(challenge(&own, &fault), [r#"Basic realm="x""#]);
    let set = fault.header("www-authenticate", "Negotiate");
    assert_eq!(challenge(&own, &set), ["Negotiate"]);
    assert!(Envelopes::ok_error().challenge("a\nb").is_err());
}

#[test]
fn a_status_that_the_code_does_not_declare_is_not_taken() {
    let fault = ApiError::Conflict.fault().status(Status::new(418).unwrap());
    assert_eq!(
        render(&fault, &Envelopes::ok_error().context(None)).status(),
        409
    );
}

#[test]
fn a_style_of_ones_own_that_misbehaves_is_replaced() {
    fn panics(_: &PublicFault<'_>, body: &mut Object<'_>) {
        body.string("half", "written");
        panic!("canary")
    }
    fn repeats(fault: &PublicFault<'_>, body: &mut Object<'_>) {
        body.string("code", &fault.code().to_text());
        body.string("code", "another");
    }
    let fault = ApiError::Conflict.fault().message("Two writers.");
    for envelopes in [
        Envelopes::custom("application/x", panics),
        Envelopes::custom("application/x", repeats),
    ] {
        let rendered = render(&fault, &envelopes.context(Some(ID)));
        assert_eq!(
            (rendered.status(), rendered.content_type()),
            (409, "application/json")
        );
        assert!(
            rendered
                .body()
                .starts_with(br#"{"ok":false,"error":{"code":"CONFLICT","message":"Two writers.""#)
        );
    }
}

#[test]
fn a_style_that_prints_all_that_it_sees_tells_no_secret() {
    fn prints(fault: &PublicFault<'_>, body: &mut Object<'_>) {
        let violations: Vec<_> = fault.violations().collect();
        body.string("all", &format!("{fault:?} {violations:?}"));
    }
    let fault = ApiError::Internal
        .fault()
        .because_text("canary")
        .message("canary")
        .detail("canary", 1)
        .violation(Violation::new("It is wrong."));
    let rendered = render(
        &fault,
        &Envelopes::custom("application/x", prints).context(Some(ID)),
    );
    let body = String::from_utf8(rendered.into_body().into_owned()).unwrap();
    assert!(
        body.contains("INTERNAL") && !body.contains("canary"),
        "{body}"
    );
}

#[test]
fn the_same_fault_gives_the_same_bytes() {
    let fault = ApiError::Conflict
        .fault()
        .detail("a", HashMap::from([("k", 1)]))
        .detail("b", 2);
    for envelopes in styles() {
        assert_eq!(body(&fault, &envelopes), body(&fault, &envelopes));
        assert_eq!(body(&fault.clone(), &envelopes), body(&fault, &envelopes));
    }
}

#[test]
fn a_fault_is_four_words_long() {
    assert_eq!(size_of::<Fault>(), 4 * size_of::<usize>());
    fn is_portable<T: Clone + Send + Sync + 'static>() {}
    is_portable::<Fault>();
    is_portable::<Envelopes>();
}
