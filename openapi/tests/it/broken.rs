//! The schemas refuse documents that core never writes. Each is one that is accepted, with one thing changed.

use manila::{Code, Fault, Pointer, Style, Violation};
use manila_openapi::Contract;
use serde_json::{Value, json};

use crate::bodies::{assert_accepts, body};
use crate::catalogs::{Atlas, envelopes};

/// What is done to a document.
enum Break {
    Set(&'static str, Value),
    Remove(&'static str),
}
use Break::{Remove, Set};

impl Break {
    fn apply(&self, document: &mut Value) {
        let (place, value) = match self {
            Set(place, value) => (*place, Some(value)),
            Remove(place) => (*place, None),
        };
        let (parent, name) = place.rsplit_once('/').unwrap();
        let parent = document.pointer_mut(parent).unwrap();
        match (parent, value) {
            (Value::Array(items), Some(value)) if name == "-" => items.push(value.clone()),
            (Value::Array(items), Some(value)) => {
                items[name.parse::<usize>().unwrap()] = value.clone()
            }
            (parent, Some(value)) => parent[name] = value.clone(),
            (parent, None) => {
                let removed = parent.as_object_mut().unwrap().shift_remove(name);
                assert!(removed.is_some(), "there is no {place}");
            }
        }
    }

    fn place(&self) -> &'static str {
        match self {
            Set(place, _) | Remove(place) => place,
        }
    }
}

fn limit() -> Fault {
    Fault::new(Atlas::PlanLimitExceeded.code())
        .with_detail("limit", 5)
        .with_detail("of", "apps")
}

fn names() -> Fault {
    Fault::new(Atlas::NamesTaken.code())
        .with_detail("names", ["a"])
        .with_detail("kinds", ["app"])
        .with_detail("share", 0.5)
        .with_detail("final", true)
        .with_detail("places", json!({}))
}

fn invalid() -> Fault {
    let taken = Violation::new("Must be another.").with_pointer(Pointer::root().member("name"));
    Fault::new(Atlas::Invalid.code()).with_violation(taken)
}

/// Asserts that the document of a fault is accepted, and with each change refused: by a schema that knows all
/// codes (`closed`), or by either.
#[track_caller]
fn refuses(style: Style, fault: &Fault, both: &[Break], closed: &[Break]) -> usize {
    let service = envelopes(style, Atlas::CATALOG);
    let contract = Contract::from_envelopes(&service);
    let open_schema = jsonschema::validator_for(&contract.json_schema()).unwrap();
    let closed_schema = jsonschema::validator_for(&contract.closed().json_schema()).unwrap();
    let (_, document) = body(&service, fault);
    assert_accepts(&open_schema, &document, "open");
    assert_accepts(&closed_schema, &document, "closed");
    for change in both.iter().chain(closed) {
        let mut broken = document.clone();
        change.apply(&mut broken);
        assert!(
            !closed_schema.is_valid(&broken),
            "{}\n{broken:#}",
            change.place()
        );
    }
    for change in both {
        let mut broken = document.clone();
        change.apply(&mut broken);
        assert!(
            !open_schema.is_valid(&broken),
            "{}\n{broken:#}",
            change.place()
        );
    }
    for change in closed {
        let mut unknown = document.clone();
        change.apply(&mut unknown);
        assert_accepts(&open_schema, &unknown, change.place());
    }
    both.len() + closed.len()
}

#[test]
fn ok_error_is_refused_when_it_is_broken() {
    let of_limit = [
        Remove("/ok"),
        Set("/ok", json!(true)),
        Remove("/error"),
        Set("/error", json!("no object")),
        Remove("/error/code"),
        Set("/error/code", json!(402)),
        Remove("/error/message"),
        Set("/error/message", json!(null)),
        Remove("/error/details"),
        Set("/error/details", json!(null)),
        Remove("/error/details/limit"),
        Set("/error/details/limit", json!("5")),
        Set("/error/details/limit", json!(5.5)),
        Set("/error/details/of", json!("servers")),
        Set("/error/details/errors", json!({})),
        Set("/error/details/retry", json!(7)),
        Set("/error/details/truncated", json!("many")),
        // The details of this code are not those of that one.
        Set("/error/code", json!("NAMES_TAKEN")),
    ];
    let unknown = [
        Set("/error/code", json!("OF_TOMORROW")),
        Set("/error/code", json!("BURNT")),
    ];
    refuses(Style::ok_error(), &limit(), &of_limit, &unknown);
    let of_names = [
        Set("/error/details/names", json!("a")),
        Set("/error/details/names/0", json!(7)),
        Set("/error/details/kinds/0", json!("server")),
        Set("/error/details/share", json!("half")),
        Set("/error/details/final", json!("yes")),
        Set("/error/details/places", json!([])),
        Set("/error/details/until", json!(2030)),
    ];
    refuses(Style::ok_error(), &names(), &of_names, &[]);
    let of_violations = [
        Remove("/error/details/errors/0/code"),
        Remove("/error/details/errors/0/message"),
        Set("/error/details/errors/0/pointer", json!(7)),
        Set("/error/details/errors/0/details", json!([])),
        Set("/error/details/errors/0", json!("wrong")),
    ];
    refuses(Style::ok_error(), &invalid(), &of_violations, &[]);
}

#[test]
fn json_api_is_refused_when_it_is_broken() {
    let of_limit = [
        Remove("/errors"),
        Set("/errors", json!([])),
        Set("/errors", json!({})),
        Set(
            "/errors/-",
            json!({ "status": "404", "code": "NOT_FOUND", "title": "T", "detail": "D" }),
        ),
        Remove("/meta"),
        Remove("/meta/request_id"),
        Set("/meta/request_id", json!(7)),
        Remove("/errors/0/status"),
        Set("/errors/0/status", json!(402)),
        Set("/errors/0/status", json!("4xx")),
        Remove("/errors/0/code"),
        Set("/errors/0/code", json!(7)),
        Remove("/errors/0/title"),
        Remove("/errors/0/detail"),
        Remove("/errors/0/meta"),
        Remove("/errors/0/meta/limit"),
        Set("/errors/0/meta/limit", json!("5")),
        Set("/errors/0/meta/retry", json!([])),
        // Members that JSON:API 1.1 does not have.
        Set("/errors/0/message", json!("no member of JSON:API")),
        Set("/error", json!({})),
        Set("/errors/0/links", json!({ "type": 7 })),
        Set("/jsonapi", json!({ "version": 1.1 })),
    ];
    let unknown = [Set("/errors/0/code", json!("OF_TOMORROW"))];
    refuses(Style::json_api(), &limit(), &of_limit, &unknown);
    let of_violations = [
        Remove("/meta/code"),
        Set("/meta/code", json!(7)),
        Set("/meta/details", json!("text")),
        Set("/meta/truncated", json!(0)),
        Set("/errors/0/source", json!("/name")),
        Set("/errors/0/source", json!({})),
        Set("/errors/0/source/pointer", json!(7)),
        Set("/errors/0/meta", json!("text")),
    ];
    let unknown = [
        Set("/errors/0/code", json!("OF_TOMORROW")),
        Set("/meta/code", json!("OF_TOMORROW")),
    ];
    refuses(Style::json_api(), &invalid(), &of_violations, &unknown);
}

#[test]
fn code_data_is_refused_when_it_is_broken() {
    let of_limit = [
        Remove("/code"),
        Set("/code", json!("PLAN_LIMIT_EXCEEDED")),
        Set("/code", json!(402)),
        Set("/code", json!(-402.5)),
        Remove("/data"),
        Set("/data", json!(null)),
        Remove("/data/message"),
        Set("/data/message", json!(7)),
        Set("/data/details", json!([])),
        Set("/data/errors", json!({})),
        Set("/data/errors", json!([{ "code": 7, "message": "T" }])),
    ];
    // Minus the status stands for any code of the status, so that one without details is accepted.
    let closed = [
        Remove("/data/details"),
        Remove("/data/details/limit"),
        Set("/data/details/limit", json!("5")),
        Set("/data", json!("The plan's limit is reached.")),
        Set("/code", json!(-418)),
    ];
    refuses(Style::code_data(), &limit(), &of_limit, &closed);
}

#[test]
fn problem_is_refused_when_it_is_broken() {
    let of_limit = [
        Remove("/type"),
        Set("/type", json!(7)),
        Remove("/title"),
        Remove("/status"),
        Set("/status", json!("402")),
        Set("/status", json!(404)),
        Remove("/detail"),
        Remove("/code"),
        Set("/code", json!(["PLAN_LIMIT_EXCEEDED"])),
        Remove("/request_id"),
        Set("/instance", json!(7)),
        Remove("/details"),
        Remove("/details/limit"),
        Set("/details/limit", json!(true)),
        Set("/errors", json!("none")),
        Set(
            "/errors",
            json!([{ "code": "T", "message": "no member of a problem's" }]),
        ),
    ];
    let unknown = [Set("/code", json!("OF_TOMORROW"))];
    refuses(Style::problem(), &limit(), &of_limit, &unknown);
}

#[test]
fn numbers_are_no_texts() {
    let code: &Code = manila_catalogs::Codelibra::CATALOG.codes().first().unwrap();
    let service = envelopes(Style::ok_error(), manila_catalogs::Codelibra::CATALOG);
    let schema =
        jsonschema::validator_for(&Contract::from_envelopes(&service).json_schema()).unwrap();
    let number = code.number().unwrap();
    let document = |code: Value| json!({ "ok": false, "error": { "code": code, "message": "T" } });
    assert_accepts(&schema, &document(json!(number)), "its number");
    assert_accepts(&schema, &document(json!(number + 999)), "another number");
    assert!(!schema.is_valid(&document(json!(number.to_string()))));
    assert!(!schema.is_valid(&document(json!(code.name()))));
}

#[test]
fn the_unions_of_openapi_are_closed() {
    let document = Contract::new(Atlas::CATALOG).document();
    let response = &document["components"]["responses"]["GoneErrors"];
    let mut schema = response["content"]["application/json"]["schema"].clone();
    schema["components"] = document["components"].clone();
    let schema = jsonschema::validator_for(&schema).unwrap();
    let of = |code: &str| json!({ "ok": false, "error": { "code": code, "message": "T" } });
    assert_accepts(&schema, &of("GONE"), "GONE");
    assert_accepts(&schema, &of("MOVED"), "MOVED");
    for other in ["BURNT", "NOT_FOUND", "OF_TOMORROW"] {
        assert!(!schema.is_valid(&of(other)), "{other}");
    }
}
