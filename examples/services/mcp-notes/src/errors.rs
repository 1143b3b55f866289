//! The errors that the tools answer with.

use std::io;

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "notes", case = "SCREAMING_SNAKE_CASE", documentation = "https://notes.example/errors")]
pub enum NoteError {
    #[error("There is no note {id}.")]
    #[error_code(
        status = 404,
        message = "There is no note { $id }.",
        owner = "caller",
        client = ["List the notes.", "Call again with an id of the list."],
        next = "list_notes",
        retry = "after_change"
    )]
    NoteNotFound {
        #[error_code(detail)]
        id: u32,
    },

    #[error("The notebook holds {limit} notes.")]
    #[error_code(
        status = 409,
        message = "The notebook is full: it holds { $limit } notes.",
        owner = "user",
        client = ["Ask the user which note can go.", "Delete that note.", "Add the new one again."],
        next = "delete_note",
        retry = "after_change"
    )]
    NotebookFull {
        #[error_code(detail)]
        limit: usize,
    },

    /// The arguments do not fit the tool's input schema, or break a rule.
    #[error("The arguments are not valid.")]
    #[error_code(
        status = 422,
        condition = "validation",
        owner = "caller",
        client = "Correct the arguments that are named."
    )]
    InvalidArguments,

    #[error("There is no such tool.")]
    #[error_code(status = 404, client = "List the tools.", next = "tools/list")]
    ToolNotFound,

    #[error("The backup is out of reach.")]
    #[error_code(
        status = 503,
        message = "Backups cannot be made at the moment.",
        owner = "operator",
        client = "Try again in some minutes.",
        retry = "backoff"
    )]
    BackupFailed {
        #[source]
        cause: io::Error,
    },
}
