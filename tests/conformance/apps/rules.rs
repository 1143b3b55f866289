//! Requests that break the rules of a validator.

use manila_probe::wire::{Request, Response};
use serde_json::{Value, json};

use super::{App, FRAMEWORKS, Framework, answer};

const JSON: &str = "application/json";
const FORM: &str = "application/x-www-form-urlencoded";

fn post(framework: Framework, path: &str, media_type: &str, body: &str) -> Response {
    let request = Request::new("POST", path).body(media_type, body);
    answer(framework, App::Rules, &request)
}

/// The violations of an answer: code, place and details, without the message.
fn violations(response: &Response) -> Vec<Value> {
    let mut body: Value = serde_json::from_slice(&response.body).unwrap();
    assert_eq!(body["error"]["code"], "invalid");
    let mut violations = body["error"]["details"]["errors"].take();
    let violations = violations.as_array_mut().unwrap();
    for violation in &mut *violations {
        let message = violation.as_object_mut().unwrap().remove("message");
        assert!(message.is_some());
    }
    std::mem::take(violations)
}

#[test]
fn every_broken_rule_of_a_body_is_told_with_its_place() {
    let sent = r#"{"email":"x","age":7,"tags":["aaaaaaaaaaaaaaaaaaaaaaaaa"],"address":{}}"#;
    let expected = [
        json!({"code": "invalid_email", "pointer": "/email"}),
        json!({"code": "out_of_range", "pointer": "/age", "details": {"min": 18}}),
        json!({"code": "length", "pointer": "/tags/0", "details": {"max": 20}}),
        json!({"code": "missing", "pointer": "/address", "details": {"member": "city"}}),
    ];
    for framework in FRAMEWORKS {
        for path in ["/garde/json", "/validator/json"] {
            let first = post(framework, path, JSON, sent);
            assert_eq!(first.status, 422, "{framework:?} {path}");
            assert_eq!(violations(&first), expected, "{framework:?} {path}");
            assert!(!first.text().contains("aaaa"), "{framework:?} {path}");
            for _ in 0..10 {
                let again = post(framework, path, JSON, sent);
                assert_eq!(again.text(), first.text(), "{framework:?} {path}");
            }
        }
    }
}

#[test]
fn each_extractor_names_its_own_kind_of_place() {
    let details = json!({"max": 100});
    let at = [json!({"code": "out_of_range", "pointer": "/pageSize", "details": details})];
    let of = [json!({"code": "out_of_range", "parameter": "pageSize", "details": details})];
    for framework in FRAMEWORKS {
        for validator in ["/garde", "/validator"] {
            let told = post(
                framework,
                &format!("{validator}/form"),
                FORM,
                "pageSize=101",
            );
            assert_eq!(violations(&told), at, "{framework:?} {validator}");
            for path in ["/query?pageSize=101", "/path/101", "/header"] {
                let get = Request::get(format!("{validator}{path}")).header("page-size", "101");
                let told = answer(framework, App::Rules, &get);
                assert_eq!(violations(&told), of, "{framework:?} {}", get.path);
            }
        }
    }
}

#[test]
fn what_is_valid_arrives_and_what_cannot_be_read_is_refused_as_before() {
    let valid = r#"{"email":"a@b.cd","age":18,"tags":["a"],"address":{"city":"Ulm"}}"#;
    for framework in FRAMEWORKS {
        for path in ["/garde/json", "/validator/json"] {
            let told = post(framework, path, JSON, valid);
            assert_eq!(
                (told.status, &*told.text()),
                (200, "valid"),
                "{framework:?} {path}"
            );
            let told = post(framework, path, JSON, "{");
            assert_eq!(told.status, 400, "{framework:?} {path}");
            let told = post(framework, path, "text/plain", valid);
            assert_eq!(told.status, 415, "{framework:?} {path}");
        }
    }
}

#[test]
fn all_problems_of_a_form_are_told_before_the_rules_are_checked() {
    let unread = [
        json!({"code": "invalid", "pointer": "/age", "details": {"expected": "integer"}}),
        json!({"code": "invalid", "pointer": "", "details": {"member": "mailAddress"}}),
    ];
    let broken = [
        json!({"code": "invalid_email", "pointer": "/mailAddress"}),
        json!({"code": "out_of_range", "pointer": "/age", "details": {"min": 18}}),
    ];
    for framework in FRAMEWORKS {
        for (sent, expected) in [
            (r#"{"age":"x"}"#, &unread),
            (r#"{"age":7,"mailAddress":"x"}"#, &broken),
        ] {
            let told = post(framework, "/garde/whole", JSON, sent);
            assert_eq!(told.status, 422, "{framework:?} {sent}");
            assert_eq!(violations(&told), *expected, "{framework:?} {sent}");
        }
    }
}
