//! A service that raises the codes of more than one catalog.

use manila::ErrorCode;
use manila::translate::{Locale, Text, Translate as _};
use manila_fluent::{Builder, Translations};

use super::ApiError;

/// A catalog with names that [`ApiError`] has as well.
#[derive(Debug, thiserror::Error, ErrorCode)]
#[error_code(catalog = "accounts", case = "snake_case", locales = ["en", "es"])]
enum AccountError {
    #[error("closed")]
    #[error_code(status = 403)]
    Closed,
    #[expect(dead_code, reason = "codes are found by their names")]
    #[error("limit")]
    #[error_code(status = 402, message = "There are { $limit } accounts.")]
    PlanLimit {
        #[error_code(detail, kind = "date")]
        limit: &'static str,
    },
}

/// A catalog that is written in Spanish.
#[derive(Debug, thiserror::Error, ErrorCode)]
#[error_code(catalog = "pagos", case = "snake_case", locales = ["es", "en"])]
enum PaymentError {
    #[error("Pago rechazado.")]
    #[error_code(status = 402)]
    Declined,
}

const LIMIT: &[(&str, &str)] = &[("limit", "\"2026-01-31\"")];

#[track_caller]
fn say(translations: &Translations, tag: &str, text: Text<'_>) -> Option<String> {
    let locale = translations.locale(tag).unwrap();
    let text = translations.translate(locale, text, &LIMIT);
    text.map(|text| text.into_owned())
}

fn said(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn a_name_of_two_catalogs_has_the_sentence_of_its_own() {
    let translations = Translations::builder(ApiError::CATALOG)
        .locale("es", ["closed = Aplicación.\nplan_limit = { $limit }\n"])
        .catalog(AccountError::CATALOG)
        .locale(
            "es",
            ["closed = Cuenta.\n    .title = Título\nplan_limit = { $limit }\n"],
        )
        .build()
        .unwrap();
    let ours = |name| ApiError::CATALOG.find(name).unwrap();
    let theirs = |name| AccountError::CATALOG.find(name).unwrap();
    let message = |code| say(&translations, "es", Text::Message(code));
    assert_eq!(message(ours("closed")), said("Aplicación."));
    assert_eq!(message(theirs("closed")), said("Cuenta."));
    let title = |code| say(&translations, "es", Text::Title(code));
    assert_eq!(
        (title(ours("closed")), title(theirs("closed"))),
        (None, said("Título"))
    );
    // The kind of a detail is that of its own code.
    assert_eq!(message(ours("plan_limit")), said("2026-01-31"));
    assert_eq!(message(theirs("plan_limit")), said("31 ene 2026"));
}

#[test]
fn files_belong_to_the_catalog_that_is_named_last() {
    let translations = Translations::builder(ApiError::CATALOG)
        .catalog(AccountError::CATALOG)
        .locale("de", ["closed = Konto.\n"])
        .catalog(ApiError::CATALOG)
        .locale("DE", ["closed = Anwendung.\n"])
        .locale("es", ["closed = Aplicación.\n"])
        .build()
        .unwrap();
    let tags: Vec<_> = translations.locales().map(|(_, tag)| tag).collect();
    assert_eq!(tags, ["en", "de", "es"]);
    let (ours, theirs) = (ApiError::Closed.code(), AccountError::Closed.code());
    let message = |tag, code| say(&translations, tag, Text::Message(code));
    assert_eq!(message("de", ours), said("Anwendung."));
    assert_eq!(message("de", theirs), said("Konto."));
    assert_eq!(message("es", ours), said("Aplicación."));
    // A catalog without files in a language has the source's sentences there.
    assert_eq!(message("es", theirs), None);
}

#[test]
fn a_catalog_falls_back_where_it_has_no_files() {
    let translations = Translations::builder(ApiError::CATALOG)
        .locale("es-MX", ["closed = Aplicación.\n"])
        .catalog(AccountError::CATALOG)
        .locale("es", ["closed = Cuenta.\n"])
        .build()
        .unwrap();
    let message = |code| say(&translations, "es-MX", Text::Message(code));
    assert_eq!(message(ApiError::Closed.code()), said("Aplicación."));
    assert_eq!(message(AccountError::Closed.code()), said("Cuenta."));
}

#[test]
fn the_librarys_own_sentences_are_those_of_any_catalog() {
    let translations = Translations::builder(ApiError::CATALOG)
        .locale("es", ["manila-required = Falta un valor.\n"])
        .catalog(AccountError::CATALOG)
        .locale(
            "es",
            ["manila-required = Otra cosa.\nhttp-404 = No encontrado\n    .message = No hay nada.\n"],
        )
        .build()
        .unwrap();
    let own = |text| say(&translations, "es", text);
    assert_eq!(
        own(Text::Own("A value is required.")),
        said("Falta un valor.")
    );
    assert_eq!(own(Text::Status(404)), said("No hay nada."));
    assert_eq!(own(Text::Phrase(404)), said("No encontrado"));
}

#[test]
fn a_mistake_is_told_with_its_catalog() {
    let built = Translations::builder(ApiError::CATALOG)
        .locale("es", ["closed = Aplicación.\n"])
        .catalog(AccountError::CATALOG)
        .locale("es", ["closed = { other }\n"]);
    let errors = built.build().unwrap_err();
    let error = errors.iter().next().unwrap();
    assert_eq!(error.catalog(), Some("accounts"));
    assert_eq!(
        error.to_string(),
        "file 1 of `accounts` in `es`, 1:12: there is no message `other` in this file [unknown-reference]"
    );
}

#[test]
fn the_source_is_the_first_language_that_a_catalog_lists() {
    let source = |builder: Builder| {
        let translations = builder.build().unwrap();
        translations.tag(Locale::SOURCE).unwrap().to_owned()
    };
    assert_eq!(source(Translations::builder(ApiError::CATALOG)), "en");
    assert_eq!(source(Translations::builder(PaymentError::CATALOG)), "es");
    let second = Translations::builder(ApiError::CATALOG).catalog(PaymentError::CATALOG);
    assert_eq!(source(second), "es");
    // What is said is what counts; only another language is refused.
    let said = Translations::builder(PaymentError::CATALOG).source("es-MX");
    assert_eq!(source(said), "es-MX");
}

#[test]
fn catalogs_of_two_languages_are_refused() {
    let built = Translations::builder(PaymentError::CATALOG).catalog(AccountError::CATALOG);
    assert_eq!(
        built.build().unwrap_err().to_string(),
        "translations cannot be used\n`accounts` is written in `en`, and the source's language is `es`"
    );
    let built = Translations::builder(PaymentError::CATALOG).source("en");
    let errors = built.build().unwrap_err();
    let error = errors.iter().next().unwrap();
    assert_eq!(
        (error.to_string(), error.catalog(), error.position()),
        (
            "`pagos` is written in `es`, and the source's language is `en`".to_owned(),
            None,
            None
        )
    );
}

#[test]
fn a_response_to_a_reader_of_the_sources_language_is_the_sources() {
    let translations = Translations::builder(PaymentError::CATALOG)
        .locale("en", ["declined = The payment was declined.\n"])
        .build()
        .unwrap();
    let choose = |header: &str| {
        let locale = translations.negotiate(&mut [header.as_bytes()].into_iter());
        translations.tag(locale).unwrap().to_owned()
    };
    assert_eq!(
        (choose("es"), choose("en-GB"), choose("fr")),
        ("es".into(), "en".into(), "es".into())
    );
    let message = Text::Message(PaymentError::Declined.code());
    assert_eq!(say(&translations, "es", message), None);
    assert_eq!(
        say(&translations, "en", message),
        said("The payment was declined.")
    );
}
