//! What a sentence allocates. The allocator that counts is the program's, so that this is one.

use manila::translate::{Text, Translate as _};
use manila_fluent::Translations;
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "plans", case = "snake_case")]
enum ApiError {
    #[error("closed")]
    #[error_code(status = 403)]
    Closed,
    #[error("limit")]
    #[error_code(status = 402, message = "{ $limit }")]
    PlanLimit {
        #[error_code(detail)]
        limit: u32,
    },
}

#[test]
fn neither_a_choice_nor_a_sentence_without_arguments_allocates() {
    let text = "closed = { -brand } está cerrado.\nplan_limit = Hay { $limit }.\n-brand = VibeHost\n\
         manila-required = Falta.\nhttp-404 = No encontrado\n    .message = Nada.\n";
    let built = Translations::builder(ApiError::CATALOG).locale("es", [text]);
    let translations = built.build().unwrap();
    let (closed, limit) = (
        ApiError::Closed.code(),
        ApiError::PlanLimit { limit: 1 }.code(),
    );
    let peak_of = |text, details: &[(&str, &str)]| {
        let before = ALLOCATOR.current_usage();
        ALLOCATOR.reset_peak_usage();
        let header = b"fr, es-MX;q=0.9, en;q=0.5, *;q=0.1";
        let locale = translations.negotiate(&mut [&header[..]].into_iter());
        let text = translations.translate(locale, text, &details);
        let length = text.unwrap().len();
        (length, ALLOCATOR.peak_usage() - before)
    };
    let closed = Text::Message(closed);
    assert_eq!(peak_of(closed, &[]), ("VibeHost está cerrado.".len(), 0));
    assert_eq!(peak_of(Text::Status(404), &[]), ("Nada.".len(), 0));
    assert_eq!(peak_of(Text::Phrase(404), &[]), ("No encontrado".len(), 0));
    let own = Text::Own("A value is required.");
    assert_eq!(peak_of(own, &[]), ("Falta.".len(), 0));
    // The same finds what allocates.
    let (length, peak) = peak_of(Text::Message(limit), &[("limit", "12")]);
    assert_eq!(length, "Hay 12.".len());
    assert!(peak > 0);
    // Nor does a header of any size, in any number of lines.
    for part in [
        "es-MX;q=0.5,",
        ",",
        "a-",
        ";q=",
        "\u{e9}",
        "x-a-b-c-d-e-f,",
        "*",
    ] {
        let header = part.repeat(65_536 / part.len());
        let before = ALLOCATOR.current_usage();
        ALLOCATOR.reset_peak_usage();
        let _ = translations.negotiate(&mut [header.as_bytes(); 4].into_iter());
        assert_eq!(ALLOCATOR.peak_usage() - before, 0, "{part}");
    }
}
