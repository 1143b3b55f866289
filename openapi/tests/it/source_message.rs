//! The sentence of the catalog's own language beside a translated one.

use std::borrow::Cow;

use manila::adapter::{Renderer, RequestContext};
use manila::translate::{Arguments, Locale, Text, Translate};
use manila::{Condition, Fault, Violation};
use manila_openapi::Contract;
use serde_json::Value;

use crate::bodies::assert_accepts;
use crate::catalogs::{Atlas, envelopes, styles};

/// A language that has every sentence.
#[derive(Debug)]
struct Other;

impl Translate for Other {
    fn negotiate(&self, _: &mut dyn Iterator<Item = &[u8]>) -> Locale {
        Locale::new(1)
    }

    fn tag(&self, locale: Locale) -> Option<&str> {
        ["en", "es"].get(usize::from(locale.place())).copied()
    }

    fn translate(&self, _: Locale, _: Text<'_>, _: &dyn Arguments) -> Option<Cow<'_, str>> {
        Some("Otra lengua.".into())
    }
}

/// Each of the sentences, to be spoilt.
fn sentences(body: &mut Value) -> Vec<&mut Value> {
    match body {
        Value::Object(members) => members
            .iter_mut()
            .flat_map(|(name, member)| match &**name {
                "source_message" | "source_detail" => vec![member],
                _ => sentences(member),
            })
            .collect(),
        Value::Array(items) => items.iter_mut().flat_map(sentences).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn it_is_described_where_the_service_asks_for_it() {
    let missing = |name| Violation::new("A required member is missing.").with_parameter(name);
    for (name, style) in styles() {
        let silent = envelopes(style, Atlas::CATALOG).translations(Other);
        let service = silent.clone().source_message();
        let contract = Contract::from_envelopes(&service);
        let schema = jsonschema::validator_for(&contract.json_schema()).unwrap();
        let closed = jsonschema::validator_for(&contract.closed().json_schema()).unwrap();
        let renderer = Renderer::new(service);
        let request = RequestContext::new(Some("a1b2c3")).with_locale(Locale::new(1));
        for (what, fault) in [
            ("HTTP's own", Fault::condition(Condition::Gone)),
            ("a code", Fault::condition(Condition::RouteNotFound)),
            (
                "violations",
                Fault::condition(Condition::Validation)
                    .with_violations([missing("name"), missing("plan")]),
            ),
        ] {
            let rendered = renderer.render(&fault, &request);
            let mut document: Value = serde_json::from_slice(rendered.body()).unwrap();
            assert_accepts(&schema, &document, &format!("{name} {what}"));
            let mut found = sentences(&mut document);
            assert!(!found.is_empty(), "{name} {what}");
            *found.remove(0) = Value::from(7);
            assert!(!closed.is_valid(&document), "{name} {what}: {document:#}");
        }
        let silent = Contract::from_envelopes(&silent).json_schema().to_string();
        assert!(!silent.contains("source_"), "{name}");
    }
}
