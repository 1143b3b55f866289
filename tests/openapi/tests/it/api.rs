//! The types of the API, which each of the three has in common.

use manila::Envelopes;
use serde::{Deserialize, Serialize};

/// The codes of the API. `SignInRequired` and `QuotaExceeded` say where they come from, so that no
/// other operation has them; `NoteNotFound` and `TitleTaken` as well.
#[derive(
    Debug,
    Clone,
    Copy,
    thiserror::Error,
    manila::ErrorCode,
    manila_actix::ResponseError,
    manila_aide::OperationOutput,
    manila_axum::IntoResponse,
    manila_utoipa::IntoResponses,
)]
#[error_code(catalog = "notes", case = "SCREAMING_SNAKE_CASE")]
pub(crate) enum ApiError {
    #[error("There is no note of this number.")]
    #[error_code(status = 404, operations = ["GET /notes/{id}", "PUT /notes/{id}"])]
    NoteNotFound,
    #[error("A note has this title already.")]
    #[error_code(status = 409, operations = ["POST /notes", "PUT /notes/{id}"])]
    TitleTaken,
    #[error("The plan includes no more notes.")]
    #[error_code(
        status = 403,
        operations = ["POST /notes"],
        details = { limit = { type = "integer", meaning = "how many it includes", required = true } },
    )]
    QuotaExceeded,
    #[error("The account is locked.")]
    #[error_code(status = 403, operations = ["POST /notes"])]
    AccountLocked,
}

#[derive(Serialize, utoipa::ToSchema, schemars::JsonSchema)]
pub(crate) struct Note {
    pub(crate) id: u32,
    pub(crate) title: String,
}

#[derive(Deserialize, utoipa::ToSchema, schemars::JsonSchema)]
pub(crate) struct NewNote {
    pub(crate) title: String,
}

/// The parameters of a path.
#[derive(Deserialize, utoipa::IntoParams, schemars::JsonSchema)]
pub(crate) struct Id {
    pub(crate) id: u32,
}

/// The styles, by name.
pub(crate) fn styles() -> [(&'static str, Envelopes); 4] {
    [
        ("ok-error", Envelopes::ok_error()),
        ("json-api", Envelopes::json_api()),
        ("code-data", Envelopes::code_data()),
        ("problem", Envelopes::problem()),
    ]
    .map(|(name, envelopes)| (name, envelopes.catalog(ApiError::CATALOG)))
}

pub(crate) fn create(new: NewNote) -> Result<Note, ApiError> {
    match &*new.title {
        "taken" => Err(ApiError::TitleTaken),
        "locked" => Err(ApiError::AccountLocked),
        _ => Ok(Note {
            id: 1,
            title: new.title,
        }),
    }
}

pub(crate) fn read(id: u32) -> Result<Note, ApiError> {
    let title = "Milk".to_owned();
    (id == 1)
        .then_some(Note { id, title })
        .ok_or(ApiError::NoteNotFound)
}

pub(crate) fn rename(id: u32, new: NewNote) -> Result<Note, ApiError> {
    read(id).map(|note| Note {
        title: new.title,
        ..note
    })
}
