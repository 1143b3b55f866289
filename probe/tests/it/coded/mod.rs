//! Requests that are refused with a code.

mod actix;
mod axum;

use manila_axum::Envelopes;

/// What the services refuse.
#[derive(
    Debug,
    Clone,
    Copy,
    thiserror::Error,
    manila::ErrorCode,
    manila_axum::IntoResponse,
    manila_actix::ResponseError,
)]
#[error_code(catalog = "plans", case = "SCREAMING_SNAKE_CASE")]
enum ApiError {
    #[error("The plan's limit is reached.")]
    #[error_code(status = 402)]
    PlanLimitExceeded,
    #[error("The plan has ended.")]
    #[error_code(status = 402)]
    PlanEnded,
    #[error("it broke")]
    #[error_code(internal)]
    Broken,
}

/// Every style.
fn styles() -> [Envelopes; 4] {
    [
        Envelopes::ok_error(),
        Envelopes::json_api(),
        Envelopes::code_data(),
        Envelopes::problem(),
    ]
}
