//! What the handlers make.

use manila::Envelopes;
use serde::Serialize;

/// What the fault says to the client, as long as it is believed.
pub(super) const DETAIL: &str = "canary-project";

/// The text of the foreign error.
pub(super) const FOREIGN: &str = "canary-foreign";

/// What middleware puts in the place of a body.
pub(super) const PAGE: &str = "<h1>A page</h1>";

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(case = "SCREAMING_SNAKE_CASE")]
pub(super) enum ApiError {
    #[error("The project's name is taken.")]
    #[error_code(status = 409)]
    NameTaken {
        #[error_code(detail)]
        project: &'static str,
    },
}

pub(super) const fn taken() -> ApiError {
    ApiError::NameTaken { project: DETAIL }
}

/// The data of the success.
#[derive(Debug, Serialize)]
pub(super) struct Card {
    pub(super) number: &'static str,
}

pub(super) const CARD: Card = Card {
    number: "canary-4111",
};

pub(super) fn envelopes() -> Envelopes {
    Envelopes::ok_error().catalog(ApiError::CATALOG)
}
