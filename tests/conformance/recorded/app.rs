//! What the apps share.

use manila::{Envelopes, PassThrough};

#[derive(
    Debug,
    thiserror::Error,
    manila::ErrorCode,
    manila_axum::IntoResponse,
    manila_actix::ResponseError,
)]
#[error_code(catalog = "notes", case = "SCREAMING_SNAKE_CASE")]
pub(super) enum ApiError {
    #[error("There is no note of this number.")]
    #[error_code(status = 404)]
    NoteNotFound,
    #[error("A note has this title already.")]
    #[error_code(status = 409)]
    TitleTaken,
}

pub(super) fn envelopes() -> Envelopes {
    Envelopes::ok_error().catalog(ApiError::CATALOG)
}

/// What marks a response as the service's own.
pub(super) const OWN: PassThrough = PassThrough;

pub(super) async fn read() -> Result<&'static str, ApiError> {
    Err(ApiError::NoteNotFound)
}

pub(super) async fn create() -> Result<&'static str, ApiError> {
    Err(ApiError::TitleTaken)
}

pub(super) async fn fine() -> &'static str {
    "fine"
}

pub(super) async fn panics() -> &'static str {
    panic!("canary")
}
