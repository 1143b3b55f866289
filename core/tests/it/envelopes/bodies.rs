//! What a body says, and what it never says.

use std::collections::{BTreeMap, HashMap};

use manila::{Envelopes, Fault, Object, Pointer, PublicFault, Violation, Violations};
use serde::{Serialize, Serializer};

use super::{ApiError, ID, body, styles};
use crate::support::logged;

#[test]
fn text_is_escaped_for_wherever_a_body_ends_up() {
    let hostile = "</script>&\u{2028}\u{2029}\u{0}\u{1f}\u{7f}\"\\\n\u{202e}ü";
    let escaped =
        "\\u003c/script\\u003e\\u0026\\u2028\\u2029\\u0000\\u001f\\u007f\\\"\\\\\\n\u{202e}ü";
    let fault = ApiError::Conflict
        .fault()
        .with_message(hostile)
        .with_detail(hostile, hostile)
        .with_violation(Violation::new(hostile).with_pointer(Pointer::root().member(hostile)));
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
        .with_detail("a", Unserializable)
        .with_detail("b", Panicking)
        .with_detail("c", repeats)
        .with_detail("d", BTreeMap::from([(vec![1_u8], 1)]))
        .with_detail("e", nested(33))
        .with_detail("f", "x".repeat(70_000))
        .with_detail("reason", "one of Manila's own")
        .with_details(vec![1, 2])
        .with_detail("kept", f64::NAN)
        .with_detail("deep", nested(2));
    let [ok_error, ..] = styles();
    let body = body(&fault, &ok_error);
    assert!(
        body.ends_with(r#""details":{"kept":null,"deep":[[null]]}}}"#),
        "{body}"
    );
}

#[test]
fn a_5xx_shows_declared_details_and_its_catalogs_message_alone() {
    let fault = ApiError::Internal
        .fault()
        .with_message("canary")
        .with_detail("canary", 1);
    for envelopes in styles() {
        assert!(!body(&fault, &envelopes).contains("canary"));
    }
}

#[test]
fn json_that_no_reader_takes_is_left_out() {
    for json in ["1e400", r#""\ud800""#, r#"{"a":1,"a":2}"#] {
        let json: Box<serde_json::value::RawValue> = serde_json::from_str(json).unwrap();
        let fault = ApiError::Conflict
            .fault()
            .with_detail("odd", json)
            .with_detail("kept", 1);
        for envelopes in styles() {
            let body = body(&fault, &envelopes);
            assert!(body.contains(r#"{"kept":1}"#), "{body}");
        }
    }
}

#[test]
fn collected_violations_have_the_most_generally_applicable_status() {
    let of = |code: ApiError| Violation::new("It is wrong.").with_code(code.code());
    let rule = || Violation::new("It is wrong.").with_rule("email");
    let envelopes = Envelopes::json_api().catalog(ApiError::CATALOG);
    let check = |violations: Vec<Violation>, code: &str, status: u16| {
        let count = if status < 500 { violations.len() } else { 0 };
        let fault = Violations::from_iter(violations).into_result().unwrap_err();
        let rendered = envelopes.render(&fault, None);
        assert_eq!((rendered.code(), rendered.status()), (code, status));
        let body = String::from_utf8(rendered.into_body().to_vec()).unwrap();
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
fn violations_of_a_5xx_are_for_the_log_in_every_style() {
    fn own(fault: &PublicFault<'_>, body: &mut Object<'_>) {
        body.array("problems", |problems| {
            for violation in fault.violations() {
                problems.object(|problem| problem.string("text", &violation.message()));
            }
        });
        fault.write_details(body);
    }
    let violation = |message: &'static str| {
        let pointer = Pointer::root().member("canary-member");
        let violation = Violation::new(message).with_pointer(pointer);
        violation.with_detail("limit", "canary-limit")
    };
    let fault = ApiError::UpstreamFailed
        .fault()
        .with_violation(violation("canary-one"))
        .with_violation(violation("canary-two").with_rule("email"));
    let own = Envelopes::custom("application/x", own).unwrap();
    for envelopes in styles().into_iter().chain([own]) {
        let rendered = envelopes.render(&fault, Some(ID));
        let bare = envelopes.render(&ApiError::UpstreamFailed.fault(), Some(ID));
        assert_eq!(rendered.body(), bare.body(), "{envelopes:?}");
        let ((), told) = logged("cause", || rendered.log(&fault, ID, None));
        let detail = r#"detail limit: "canary-limit""#;
        let of = |text| format!("violation /canary-member: {text}; {detail}");
        assert_eq!(told, [[of("canary-one"), of("canary-two")].join("; ")]);
    }
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
    let fault = ApiError::Conflict.fault().with_message("Two writers.");
    for envelopes in [
        Envelopes::custom("application/x", panics).unwrap(),
        Envelopes::custom("application/x", repeats).unwrap(),
    ] {
        let rendered = envelopes.render(&fault, Some(ID));
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
        .with_message("canary")
        .with_detail("canary", 1)
        .with_violation(Violation::new("It is wrong."));
    let rendered = Envelopes::custom("application/x", prints)
        .unwrap()
        .render(&fault, Some(ID));
    let body = String::from_utf8(rendered.into_body().to_vec()).unwrap();
    assert!(
        body.contains("INTERNAL") && !body.contains("canary"),
        "{body}"
    );
}

#[test]
fn the_same_fault_gives_the_same_bytes() {
    let fault = ApiError::Conflict
        .fault()
        .with_detail("a", HashMap::from([("k", 1)]))
        .with_detail("b", 2);
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

#[test]
fn the_id_stands_behind_the_message_where_the_service_asks_for_it() {
    let faults = [
        ApiError::Conflict.fault(),
        ApiError::Conflict.fault().with_detail("a", 1),
        ApiError::Conflict
            .fault()
            .with_violation(Violation::new("Wrong.").with_parameter("a")),
        ApiError::Internal.fault(),
    ];
    let id = format!(r#""request_id":"{ID}""#);
    for fault in faults {
        let [ok_error, json_api, code_data, problem] = styles().map(|envelopes| {
            let plain = body(&fault, &envelopes);
            let asked = envelopes.request_id_in_body();
            // Without a layer there is none to be written.
            let none = asked.render(&fault, None).into_body();
            (plain, body(&fault, &asked), none)
        });
        for (plain, asked, _) in [&json_api, &problem] {
            assert_eq!(plain, asked);
        }
        let (plain, asked, none) = ok_error;
        let (message, rest) = asked.split_once(&format!(",{id}")).unwrap();
        assert!(message.contains(r#""message":"#), "{asked}");
        assert!(!message.contains("details"), "{asked}");
        assert_eq!(format!("{message}{rest}"), plain);
        assert_eq!(none, plain);
        let (plain, asked, none) = code_data;
        assert_eq!(none, plain);
        if plain.contains(r#""data":{"#) {
            assert_eq!(asked.replacen(&format!(",{id}"), "", 1), plain);
        } else {
            let (code, message) = plain.split_once(r#","data":"#).unwrap();
            let message = message.strip_suffix('}').unwrap();
            assert_eq!(
                asked,
                format!(r#"{code},"data":{{"message":{message},{id}}}}}"#)
            );
        }
    }
}
