//! What the apps are.

use std::time::Duration;

use manila::{Envelopes, Object, PublicFault};

use super::input::ApiError;

/// The frameworks that have extractors and replies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Framework {
    Axum,
    Actix,
}

pub(super) const FRAMEWORKS: [Framework; 2] = [Framework::Axum, Framework::Actix];

/// How long a body may pause.
pub(super) const PATIENCE: Duration = Duration::from_millis(100);

/// How long a body of `App::Input` may be on actix-web, in bytes: more than the framework's own limit,
/// and less than Manila's.
pub(super) const INPUT_LIMIT: usize = 512 * 1024;

/// How long a body may be, in bytes.
pub(super) const LONGEST: usize = 8;

/// The fields of a response that knows nothing of Manila.
pub(super) const FOREIGN: [(&str, &str); 4] = [
    ("content-type", "text/plain; charset=utf-8"),
    ("retry-after", "5"),
    ("set-cookie", "a=1"),
    ("x-debug-exception", "canary-exception"),
];

/// An app, on either framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum App {
    /// Reads input and checks it, under `/garde` and `/validator`.
    Rules,
    /// Reads bodies and paths.
    Input,
    /// Answers `/STATUS` with a reply that a layer further in empties and gives that status.
    Replies,
    /// Answers `/STATUS` with a response that knows nothing of Manila, whose text and fields it hides.
    Hiding,
    /// The same, in a service that keeps its text out of the log.
    Silent,
    /// Checks media types, in the app and in the router under `/inner`.
    Nested,
    /// Reads a body that must not be long, or must not pause.
    Stopped,
    /// Refuses `/` in a style of its own, of this media type.
    OwnStyle(&'static str),
}

impl App {
    pub(super) fn envelopes(self) -> Envelopes {
        fn style(fault: &PublicFault<'_>, body: &mut Object<'_>) {
            body.string("message", fault.message());
        }
        match self {
            Self::Rules => Envelopes::ok_error().catalog(ApiError::CATALOG),
            Self::Input | Self::Stopped => Envelopes::default(),
            Self::Hiding => Envelopes::ok_error().hide_reasons().hide_foreign_headers(),
            Self::Silent => Envelopes::ok_error().no_foreign_text(),
            Self::Nested => Envelopes::json_api().check_media_types([""; 0]),
            Self::Replies => Envelopes::code_data(),
            Self::OwnStyle(media_type) => Envelopes::custom(media_type, style).unwrap(),
        }
    }
}
