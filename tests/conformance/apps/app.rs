//! What the apps are.

use manila::{Envelopes, Object, PublicFault};

use super::input::ApiError;

/// The frameworks that have extractors and replies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Framework {
    Axum,
    Actix,
}

pub(super) const FRAMEWORKS: [Framework; 2] = [Framework::Axum, Framework::Actix];

/// An app, on either framework.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum App {
    /// Reads input and checks it, under `/garde` and `/validator`.
    Rules,
    /// Reads bodies and paths.
    Input,
    /// Answers `/STATUS` with a reply that a layer further in empties and gives that status.
    Replies,
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
            Self::Input => Envelopes::default(),
            Self::Replies => Envelopes::code_data(),
            Self::OwnStyle(media_type) => Envelopes::custom(media_type, style).unwrap(),
        }
    }
}
