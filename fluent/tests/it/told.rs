//! Responses in the reader's language: which sentence a client is told.

use manila::adapter::{Renderer, RequestContext};
use manila::{Condition, Envelopes, Fault, Violation};
use manila_fluent::Translations;

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "seats", case = "snake_case")]
enum ApiError {
    /// Its sentence is known to nobody but the variant.
    #[error("Seat {seat} is taken.")]
    #[error_code(status = 409)]
    SeatTaken {
        #[error_code(detail)]
        seat: u32,
    },
    #[error("The plan has {limit} seats.")]
    #[error_code(status = 402, message)]
    PlanLimit {
        #[error_code(detail)]
        limit: u64,
    },
    #[error("the ledger is closed")]
    #[error_code(status = 503, title = "Ledger")]
    Ledger,
    #[error("The date is not one.")]
    #[error_code(status = 422)]
    NoDate,
    #[error("The plan has no room for another app.")]
    #[error_code(status = 402)]
    NoRoom {
        #[error_code(detail)]
        apps: u32,
    },
}

const SPANISH: &str = "
seat_taken = El asiento { $seat } está ocupado.
plan_limit = { $limit ->
    [one] El plan tiene un asiento.
   *[other] El plan tiene { $limit } asientos.
}
ledger =
    .title = Libro
no_date = La fecha no lo es.
no_room = { $apps ->
    [one] El plan solo tiene una aplicación.
   *[other] El plan solo tiene { $apps } aplicaciones.
}
manila-max = Debe ser { $max } como máximo.
http-418 = Tetera
    .message = Soy una tetera.
";

fn told(fault: &Fault, envelopes: fn() -> Envelopes) -> String {
    let built = Translations::builder(ApiError::CATALOG).locale("es", [SPANISH]);
    let envelopes = envelopes().catalog(ApiError::CATALOG);
    let renderer = Renderer::new(envelopes.translations(built.build().unwrap()));
    let locale = renderer.choose_language([&b"es"[..]]);
    let request = RequestContext::default().with_locale(locale);
    let body = renderer.render(fault, &request).into_body();
    String::from_utf8(body.to_vec()).unwrap()
}

fn told_in_code_data(fault: &Fault) -> String {
    told(fault, Envelopes::code_data)
}

#[test]
fn what_a_variant_displays_is_the_sentence_of_its_code() {
    assert_eq!(
        told_in_code_data(&ApiError::SeatTaken { seat: 1200 }.fault()),
        r#"{"code":-409,"data":{"message":"El asiento 1200 está ocupado.","details":{"seat":1200}}}"#,
    );
    let limit = told_in_code_data(&ApiError::PlanLimit { limit: 1 }.fault());
    assert!(limit.contains("El plan tiene un asiento."), "{limit}");
}

#[test]
fn a_translation_may_tell_a_detail_that_its_source_does_not() {
    let told = told_in_code_data(&ApiError::NoRoom { apps: 3 }.fault());
    assert!(
        told.contains("El plan solo tiene 3 aplicaciones."),
        "{told}"
    );
}

#[test]
fn a_sentence_that_a_handler_writes_stands() {
    let fault = ApiError::NoDate
        .fault()
        .with_message("February has no 30th.");
    assert!(told_in_code_data(&fault).contains("February has no 30th."));
}

#[test]
fn a_code_without_a_sentence_has_its_title() {
    assert_eq!(
        told_in_code_data(&ApiError::Ledger.fault()),
        r#"{"code":-503,"data":"Libro"}"#,
    );
}

#[test]
fn a_violation_is_told_by_its_rule_or_by_its_code() {
    let fault = Fault::condition(Condition::Validation).with_violations([
        Violation::new("Must be at most 5.")
            .with_rule("max")
            .with_detail("max", 5),
        Violation::new("Must be at most 5.")
            .with_rule("max")
            .with_detail("max", 6),
        Violation::new("At most 5, please.")
            .with_rule("max")
            .with_detail("max", 5),
        Violation::new("The date is not one.").with_code(ApiError::NoDate.code()),
        Violation::new("Not in February.").with_code(ApiError::NoDate.code()),
    ]);
    let body: serde_json::Value = serde_json::from_str(&told(&fault, Envelopes::problem)).unwrap();
    let errors = body["errors"].as_array().unwrap().iter();
    let told: Vec<_> = errors
        .map(|error| error["detail"].as_str().unwrap())
        .collect();
    assert_eq!(
        told,
        [
            "Debe ser 5 como máximo.",
            "Must be at most 5.",
            "At most 5, please.",
            "La fecha no lo es.",
            "Not in February.",
        ]
    );
}

#[test]
fn a_catalog_in_another_language_than_english_is_told_in_that_alone() {
    let built = Translations::builder(ApiError::CATALOG)
        .source("es")
        .locale("es", [SPANISH])
        .locale("en", ["no_date = The date is none.\n"]);
    let envelopes = Envelopes::code_data().catalog(ApiError::CATALOG);
    let envelopes = envelopes.translations(built.build().unwrap());
    let renderer = Renderer::new(envelopes.source_message());
    let too_much = Violation::new("Must be at most 5.").with_detail("max", 5);
    let fault = Fault::condition(Condition::Validation).with_violation(too_much);
    let told = |ranges: &[u8]| {
        let locale = renderer.choose_language([ranges]);
        let request = RequestContext::default().with_locale(locale);
        // Twice, as what is the same each time is kept.
        let [_, body] = [(); 2].map(|()| renderer.render(&fault, &request).into_body());
        String::from_utf8(body.to_vec()).unwrap()
    };
    for ranges in [&b""[..], b"es-MX", b"fr"] {
        let body = told(ranges);
        assert!(body.contains("\"Debe ser 5 como máximo.\""), "{body}");
        assert!(!body.contains("source_message"), "{body}");
    }
    assert!(told(b"en").contains("Must be at most 5."));
}
