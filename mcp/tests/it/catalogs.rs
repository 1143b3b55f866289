//! Every code of every published catalog, in both forms.

use manila::{Catalog, Code, Condition, Envelopes, Fault};
use manila_catalogs::{Codelibra, Cpi, Credicorp, Mxcep, Vibehost};
use manila_mcp::{Call, McpErrors};
use serde_json::{Value, json};

use super::id;

const PUBLISHED: [&Catalog; 5] = [
    Codelibra::CATALOG,
    Cpi::CATALOG,
    Credicorp::CATALOG,
    Mxcep::CATALOG,
    Vibehost::CATALOG,
];

/// An occurrence of a code.
fn occurrence(code: &'static Code) -> Fault {
    Fault::new(code)
}

/// The number that the rule gives an occurrence without violations.
fn expected_number(code: &Code) -> i32 {
    let validation = code.catalog().code_for(Condition::Validation);
    match (code.number(), code.status().get()) {
        (Some(number @ ..0), _) => number,
        (_, 500..) => -32603,
        _ if validation.is_some_and(|it| it.name() == code.name()) => -32602,
        _ => -32000,
    }
}

#[test]
fn every_code_has_the_number_of_the_rule() {
    for catalog in PUBLISHED {
        let errors = McpErrors::new(Envelopes::ok_error().catalog(catalog));
        let mut numbers = std::collections::BTreeSet::new();
        for code in catalog.codes() {
            let error = errors.rpc_error(occurrence(code), &Call::of_method("tools/call"));
            let said = format!("{} {}", catalog.name(), code.name());
            assert_eq!(error.number(), expected_number(code), "{said}");
            assert_eq!(error.status(), code.status().get(), "{said}");
            numbers.insert(error.number());
        }
        match catalog.name() {
            "cpi" => assert!(numbers.len() > 20, "cpi has numbers of its own"),
            name => assert!(
                numbers
                    .iter()
                    .all(|it| [-32603, -32602, -32000].contains(it)),
                "{name}"
            ),
        }
    }
}

#[test]
fn a_catalog_that_names_a_code_for_validation_has_one_of_invalid_params() {
    for catalog in [
        Codelibra::CATALOG,
        Credicorp::CATALOG,
        Mxcep::CATALOG,
        Vibehost::CATALOG,
    ] {
        let errors = McpErrors::new(Envelopes::ok_error().catalog(catalog));
        let error = errors.rpc_error(Condition::Validation, &Call::default());
        assert_eq!(
            error.number(),
            -32602,
            "{} {}",
            catalog.name(),
            error.code()
        );
    }
}

#[test]
fn every_code_is_told_as_a_text_and_as_data() {
    let id = id();
    let call = Call::of_tool("publish").with_request_id(&id);
    for catalog in PUBLISHED {
        let envelopes = Envelopes::ok_error()
            .catalog(catalog)
            .reference_url("https://docs.example/e");
        let errors = McpErrors::new(envelopes.clone());
        for code in catalog.codes() {
            let said = format!("{} {}", catalog.name(), code.name());
            let result = errors.tool_result(occurrence(code), &call);
            let (text, value) = (result.text(), result.to_value());
            let view = &value["structuredContent"];
            assert_eq!(
                view["code"],
                serde_json::to_value(code.wire_code()).unwrap(),
                "{said}"
            );
            assert_eq!(view["status"], code.status().get(), "{said}");
            assert_eq!(view["request_id"], "abc-123", "{said}");
            assert_eq!(view["remedy"]["steps"], steps(code), "{said}");
            assert_eq!(view["remedy"]["next"], json!(code.next()), "{said}");
            assert_eq!(
                view["remedy"]["owner"],
                json!(code.owner().map(|it| it.as_str())),
                "{said}"
            );
            let page = view["remedy"]["documentation"].as_str().unwrap();
            assert!(page.starts_with("https://docs.example/e/"), "{said}");

            let sentence = sentence_on_http(&envelopes, code);
            assert_eq!(view["message"], sentence, "{said}");
            let first = format!(
                "{} ({}): {sentence}",
                code.wire_code().to_text(),
                code.status()
            );
            assert_eq!(text.lines().next(), Some(&*first), "{said}");
            for (index, step) in code.client().iter().enumerate() {
                assert!(
                    text.contains(&format!("\n{}. {step}", index + 1)),
                    "{said}: {text}"
                );
            }
            assert!(
                text.contains(&format!("\nDocumentation: {page}\n")),
                "{said}: {text}"
            );
            assert!(text.ends_with("\n\nRequest id: abc-123"), "{said}: {text}");

            let error = errors.rpc_error(occurrence(code), &call);
            assert_eq!(error.to_data(), *view, "{said}");
            assert_eq!(error.message(), sentence, "{said}");
        }
    }
}

#[test]
fn texts_of_the_operator_are_told_nobody() {
    let mut checked = 0;
    for catalog in PUBLISHED {
        let errors = McpErrors::new(Envelopes::ok_error().catalog(catalog));
        for code in catalog.codes() {
            let json = errors.tool_result(occurrence(code), &Call::default());
            let operators = code.server().iter().chain(code.source());
            for text in operators.filter(|text| text.len() > 20) {
                if code.client().contains(text) {
                    continue;
                }
                checked += 1;
                assert!(!json.text().contains(text), "{}: {text}", code.name());
            }
        }
    }
    assert!(checked > 40, "{checked}");
}

fn steps(code: &Code) -> Value {
    match code.client() {
        [] => Value::Null,
        steps => json!(steps),
    }
}

fn sentence_on_http(envelopes: &Envelopes, code: &'static Code) -> String {
    let rendered = envelopes.render(&occurrence(code), None);
    let body: Value = serde_json::from_slice(rendered.body()).unwrap();
    body["error"]["message"].as_str().unwrap().to_owned()
}
