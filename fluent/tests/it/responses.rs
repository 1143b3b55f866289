//! Responses in the reader's language, as a layer renders them.

use manila::adapter::{Renderer, RequestContext};
use manila::{Condition, Envelopes, Fault, Pointer, Violation};
use manila_fluent::Translations;
use serde_json::{Value, json};

use self::header::Header;
use super::ApiError;

mod header {
    #![expect(unreachable_pub, reason = "examples show it as public")]

    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../core/tests/doc/header.rs"
    ));
}

mod caught {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../core/tests/doc/events.rs"
    ));
}

const SPANISH: &str = "\
plan_limit = { $limit ->
    [one] El plan tiene una aplicación.
   *[other] El plan tiene { $limit } aplicaciones.
}
taken = El nombre ya existe: { $kind }.
manila-max-length = Como máximo { $max }.
";

/// A response to a reader of these languages.
struct Response {
    /// What the log is told.
    event: caught::Logged,
    header: Header,
    body: Value,
}

impl Response {
    #[track_caller]
    fn of(accept_language: &str, envelopes: Envelopes, fault: &Fault) -> Self {
        let translations = Translations::builder(ApiError::CATALOG)
            .locale("es", [SPANISH])
            .locale("de", ["closed = Die Anwendung ist geschlossen.\n"])
            .build()
            .unwrap();
        let envelopes = envelopes
            .catalog(ApiError::CATALOG)
            .translations(translations);
        let renderer = Renderer::new(envelopes);
        let locale = renderer.choose_language([accept_language.as_bytes()]);
        let request = RequestContext::default().with_locale(locale);
        let (rendered, mut events) = caught::events(|| {
            let rendered = renderer.render(fault, &request);
            rendered.log(fault, "abc-123", None);
            rendered
        });
        assert_eq!(events.len(), 1, "{events:?}");
        let mut header = Header::default();
        rendered.apply(&mut header);
        Self {
            event: events.remove(0),
            header,
            body: serde_json::from_slice(rendered.body()).unwrap(),
        }
    }

    fn language(&self) -> Option<&str> {
        self.header.get("content-language")
    }

    fn message(&self) -> &Value {
        &self.body["error"]["message"]
    }
}

fn limit(limit: i64) -> Fault {
    Fault::new(ApiError::CATALOG.find("plan_limit").unwrap()).with_detail("limit", limit)
}

#[test]
fn a_body_is_labelled_with_the_language_that_it_is_in() {
    let spanish = Response::of("es-MX", Envelopes::ok_error(), &limit(12_000));
    assert_eq!(spanish.message(), "El plan tiene 12.000 aplicaciones.");
    assert_eq!(spanish.language(), Some("es"));
    let source = Response::of("fr", Envelopes::ok_error(), &limit(12_000));
    assert_eq!(source.message(), "The plan has 12000 apps.");
    assert_eq!(source.language(), Some("en"));
    // What German does not have is not German.
    let untranslated = Response::of("de", Envelopes::ok_error(), &limit(12_000));
    assert_eq!(untranslated.message(), "The plan has 12000 apps.");
    assert_eq!(untranslated.language(), Some("en"));
}

#[test]
fn a_cache_is_told_what_a_response_depends_on() {
    for accept_language in ["es", "en", "fr", ""] {
        let response = Response::of(accept_language, Envelopes::ok_error(), &limit(1));
        assert_eq!(
            response.header.get("vary"),
            Some("accept-language"),
            "{accept_language}"
        );
    }
}

#[test]
fn the_sources_sentence_stands_beside_a_translated_one() {
    let asked = || Envelopes::ok_error().source_message();
    let spanish = Response::of("es", asked(), &limit(1));
    assert_eq!(spanish.message(), "El plan tiene una aplicación.");
    assert_eq!(
        spanish.body["error"]["source_message"],
        "The plan has 1 apps."
    );
    for (language, envelopes) in [
        ("de", asked()),
        ("en", asked()),
        ("es", Envelopes::ok_error()),
    ] {
        let response = Response::of(language, envelopes, &limit(1));
        assert_eq!(
            response.body["error"].get("source_message"),
            None,
            "{language}"
        );
    }
}

#[test]
fn a_detail_that_is_not_there_leaves_the_sources_sentence() {
    let taken = Fault::new(ApiError::CATALOG.find("taken").unwrap());
    let response = Response::of("es", Envelopes::ok_error(), &taken);
    // Without the detail neither has a sentence, and the title stands.
    assert_eq!(response.message(), "Taken");
    assert_eq!(response.language(), Some("en"));
}

#[test]
fn the_log_is_told_the_sources_sentences() {
    let fault = limit(1).with_violation(Violation::new("Must have a length of at most 20."));
    let english = Response::of("en", Envelopes::ok_error(), &fault);
    let spanish = Response::of("es", Envelopes::ok_error(), &fault);
    assert_ne!(english.message(), spanish.message());
    assert_eq!(english.event, spanish.event);
}

#[test]
fn what_a_service_says_itself_stands() {
    let own = limit(1).with_message("Ask Ana for more.");
    let response = Response::of("es", Envelopes::ok_error(), &own);
    assert_eq!(response.message(), "Ask Ana for more.");
    assert_eq!(response.language(), Some("en"));
}

#[test]
fn a_violation_is_told_in_the_language_unless_its_words_are_the_services() {
    let violation = |message: &'static str| {
        let violation = Violation::new(message).with_code(ApiError::CATALOG.find("taken").unwrap());
        violation
            .with_pointer(Pointer::root().member("name"))
            .with_detail("max", 20_000)
            .with_detail("kind", "app")
    };
    let fault = Fault::condition(Condition::Validation).with_violations([
        violation("Must have a length of at most 20000."),
        violation("The app is taken."),
        violation("Ana has this name already."),
    ]);
    let response = Response::of("es", Envelopes::ok_error(), &fault);
    let violations = response.body["error"]["details"]["errors"].as_array();
    let messages: Vec<_> = violations
        .unwrap()
        .iter()
        .map(|it| it["message"].clone())
        .collect();
    assert_eq!(
        json!(messages),
        json!([
            "Como máximo 20.000.",
            "El nombre ya existe: app.",
            "Ana has this name already."
        ])
    );
    assert_eq!(response.language(), Some("es"));
}
