//! Which sentence there is, and where it comes from.

use manila::translate::{Locale, Text, Translate as _};
use manila_fluent::Translations;

use super::{ApiError, sentence, translations};

#[test]
fn a_code_without_a_translation_has_the_sources_sentence() {
    let translations = translations("es", "closed = La aplicación está cerrada.\n");
    assert_eq!(
        sentence(&translations, "closed", &[]).unwrap(),
        "La aplicación está cerrada."
    );
    assert_eq!(
        sentence(&translations, "plan_limit", &[("limit", "1")]),
        None
    );
}

#[test]
fn a_sentence_that_tells_a_missing_detail_is_none() {
    let translations = translations(
        "es",
        "plan_limit = Hay { $limit }.\ntaken = { $kind ->\n    [app] Aplicación\n   *[other] Otro\n}\n",
    );
    assert_eq!(sentence(&translations, "plan_limit", &[]), None);
    assert_eq!(
        sentence(&translations, "plan_limit", &[("limit", "null")]),
        None
    );
    assert_eq!(sentence(&translations, "taken", &[]), None);
    assert_eq!(
        sentence(&translations, "plan_limit", &[("limit", "2")]).unwrap(),
        "Hay 2."
    );
}

#[test]
fn messages_repeat_messages_and_terms() {
    let text = "-brand = VibeHost\n    .gender = masculine\n\
                -app = { $count ->\n    [one] aplicación\n   *[other] { $count } aplicaciones\n}\n\
                closed = { -brand } está cerrado.\n\
                plan_limit = { closed } Tiene { -app(count: 2000) } y { $limit }.\n\
                taken = { -brand.gender ->\n    [masculine] Él\n   *[other] Ella\n}\n";
    // Term attributes as selectors: `taken` takes no argument.
    let translations = translations("es", text);
    assert_eq!(
        sentence(&translations, "closed", &[]).unwrap(),
        "VibeHost está cerrado."
    );
    assert_eq!(
        sentence(&translations, "plan_limit", &[("limit", "7")]).unwrap(),
        "VibeHost está cerrado. Tiene 2000 aplicaciones y 7."
    );
    assert_eq!(sentence(&translations, "taken", &[]).unwrap(), "Él");
}

#[test]
fn a_language_falls_back_to_its_parent_and_to_what_the_service_says() {
    let translations = Translations::builder(ApiError::CATALOG)
        .locale("es", ["closed = Cerrada.\nplan_limit = Hay { $limit }.\n"])
        .locale("es-MX", ["closed = Cerradita.\n"])
        .locale("ca", ["closed = Tancada.\n"])
        .fallbacks([("ca", "es"), ("gl", "es-MX")])
        .build()
        .unwrap();
    let say = |header: &str, code: &str| {
        let locale = translations.negotiate(&mut [header.as_bytes()].into_iter());
        let code = ApiError::CATALOG.find(code).unwrap();
        let text = translations.translate(locale, Text::Message(code), &[("limit", "3")]);
        (
            translations.tag(locale).unwrap().to_owned(),
            text.map(|text| text.into_owned()),
        )
    };
    let said = |tag: &str, text: &str| (tag.to_owned(), Some(text.to_owned()));
    assert_eq!(say("es-MX", "closed"), said("es-MX", "Cerradita."));
    assert_eq!(say("es-MX", "plan_limit"), said("es-MX", "Hay 3."));
    assert_eq!(say("ca", "plan_limit"), said("ca", "Hay 3."));
    assert_eq!(say("gl", "closed"), said("es-MX", "Cerradita."));
    assert_eq!(say("ca", "taken"), ("ca".to_owned(), None));
}

#[test]
fn what_the_service_says_comes_before_the_parent() {
    let translations = Translations::builder(ApiError::CATALOG)
        .locale("pt", ["closed = Fechada em Portugal.\ntaken = Tomado.\n"])
        .locale("gl", ["closed = Pechada.\n"])
        .locale("pt-BR", ["plan_limit = { $limit }\n"])
        .fallbacks([("pt-BR", "gl"), ("gl", "pt")])
        .build()
        .unwrap();
    let brazil = translations.locale("pt-BR").unwrap();
    let say = |code: &str| {
        let code = ApiError::CATALOG.find(code).unwrap();
        let text = translations.translate(brazil, Text::Message(code), &());
        text.map(|text| text.into_owned())
    };
    assert_eq!(say("closed").unwrap(), "Pechada.");
    assert_eq!(say("taken").unwrap(), "Tomado.");
}

#[test]
fn pages_have_texts_of_their_own() {
    let text = "closed = Cerrada.\n    .title = Aplicación cerrada\n    .meaning = Alguien la cerró.\n    .cause-1 = Una.\n    .cause-2 = Otra.\n    .client-1 = Ábrela.\n";
    let translations = translations("es", text);
    let code = ApiError::CATALOG.find("closed").unwrap();
    let text = |text| translations.translate(Locale::new(1), text, &());
    assert_eq!(text(Text::Title(code)).unwrap(), "Aplicación cerrada");
    assert_eq!(text(Text::Meaning(code)).unwrap(), "Alguien la cerró.");
    assert_eq!(text(Text::Cause(code, 2)).unwrap(), "Otra.");
    assert_eq!(text(Text::Cause(code, 3)), None);
    assert_eq!(text(Text::Step(code, 1)).unwrap(), "Ábrela.");
    let source = translations.translate(Locale::SOURCE, Text::Title(code), &());
    assert_eq!(source, None);
}

#[test]
fn rules_and_statuses_have_sentences_of_manilas_own() {
    let text = "manila-max-length = Como máximo { $max }.\n\
                manila-min = Al menos { $min }.\n\
                manila-min-exclusive = Más de { $exclusive_min }.\n\
                manila-range = Fuera de rango.\n\
                manila-range-between = Entre { $min } y { $max }.\n\
                manila-member-missing = Falta un campo.\n\
                http-404 = No encontrado\n    .message = No se encontró nada.\n";
    let translations = translations("es", text);
    let say = |sentence, details: &[(&str, &str)]| {
        let text = translations.translate(Locale::new(1), sentence, &details);
        text.map(|text| text.into_owned())
    };
    let said = |text: &str| Some(text.to_owned());
    assert_eq!(
        say(
            Text::Own("Must have a length of at most { $max }."),
            &[("max", "12000")]
        ),
        said("Como máximo 12.000.")
    );
    assert_eq!(
        say(Text::Own("Must be at least { $min }."), &[("min", "3")]),
        said("Al menos 3.")
    );
    assert_eq!(
        say(
            Text::Own("Must be more than { $exclusive_min }."),
            &[("exclusive_min", "3")]
        ),
        said("Más de 3.")
    );
    assert_eq!(
        say(
            Text::Own("Must be between { $min } and { $max }."),
            &[("min", "1"), ("max", "2")]
        ),
        said("Entre 1 y 2.")
    );
    assert_eq!(
        say(Text::Own("Is out of range."), &[]),
        said("Fuera de rango.")
    );
    assert_eq!(say(Text::Own("Is no IBAN."), &[]), None);
    assert_eq!(
        say(Text::Own("A required member is missing."), &[]),
        said("Falta un campo.")
    );
    assert_eq!(say(Text::Status(404), &[]), said("No se encontró nada."));
    assert_eq!(say(Text::Phrase(404), &[]), said("No encontrado"));
    assert_eq!(say(Text::Status(410), &[]), None);
}

#[test]
fn a_code_of_another_catalog_has_none() {
    #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    #[error_code(catalog = "others", case = "snake_case")]
    enum Other {
        #[error("closed")]
        #[error_code(status = 403)]
        Closed,
    }
    let translations = translations("es", "closed = Cerrada.\n");
    let code = Other::Closed.code();
    assert!(
        translations
            .translate(Locale::new(1), Text::Message(code), &())
            .is_none()
    );
}

#[test]
fn a_language_that_is_not_there_has_no_sentence() {
    let translations = translations("es", "closed = Cerrada.\n");
    let code = ApiError::Closed.code();
    let nowhere = Locale::new(9);
    assert!(
        translations
            .translate(nowhere, Text::Message(code), &())
            .is_none()
    );
    assert_eq!(translations.tag(nowhere), None);
}
