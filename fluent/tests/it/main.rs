//! Translations, as a service uses them.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod building;
mod catalogs;
mod formatting;
mod negotiation;
mod responses;
mod sentences;
mod told;
mod values;

use manila::ErrorCode;
use manila::translate::{Locale, Text, Translate as _};
use manila_fluent::Translations;

#[expect(dead_code, reason = "codes are found by their names")]
/// A catalog with a detail of each kind that is formatted.
#[derive(Debug, thiserror::Error, ErrorCode)]
#[error_code(catalog = "plans", case = "snake_case")]
pub(crate) enum ApiError {
    #[error("limit")]
    #[error_code(status = 402, message = "The plan has { $limit } apps.")]
    PlanLimit {
        #[error_code(detail)]
        limit: i64,
    },
    #[error("cooldown")]
    #[error_code(status = 429, message = "Ask again after { $retryAt }.")]
    Cooldown {
        #[error_code(detail, rename = "retryAt", kind = "date-time")]
        retry_at: &'static str,
        #[error_code(detail, kind = "date")]
        day: &'static str,
    },
    #[error("closed")]
    #[error_code(status = 403, message = "The app is closed.")]
    Closed,
    #[error("kind")]
    #[error_code(status = 409, message = "The { $kind } is taken.")]
    Taken {
        #[error_code(detail)]
        kind: &'static str,
    },
}

/// Translations with one more language than the source's.
fn translations(tag: &str, text: &str) -> Translations {
    let built = Translations::builder(ApiError::CATALOG).locale(tag, [text]);
    built.build().unwrap()
}

/// The sentence of a code in the only other language, where these details are there.
fn sentence(translations: &Translations, code: &str, details: &[(&str, &str)]) -> Option<String> {
    let code = ApiError::CATALOG.find(code).unwrap();
    let text = translations.translate(Locale::new(1), Text::Message(code), &details);
    text.map(|text| text.into_owned())
}
