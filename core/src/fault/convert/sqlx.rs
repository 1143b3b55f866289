//! Errors of `sqlx`.

use super::IntoFault;
use super::constraint::NamesConstraint;
use crate::Condition;
use crate::fault::Fault;

/// The conversions for each version of the crate: their types are alike and not the same.
macro_rules! errors_of {
    ($($feature:tt: $sqlx:ident,)+) => {$(
        #[cfg(feature = $feature)]
        const _: () = {
            use $sqlx::Error;

            /// A unique or foreign key that is violated is the condition `conflict`; a row that is
            /// not there, `resource_not_found`; a pool that has no connection in time, `overloaded`;
            /// a connection that breaks or a pool that is closed, `unavailable`; anything else,
            /// `internal`. The error itself is for the log.
            impl IntoFault for Error {
                fn into_fault(self) -> Fault {
                    Fault::condition(condition(&self)).because(self)
                }

                fn to_fault(&self) -> Fault {
                    Fault::condition(condition(self)).because_of(self)
                }
            }

            impl NamesConstraint for Error {
                fn constraint(&self) -> Option<&str> {
                    let error = self.as_database_error()?;
                    error.constraint().or_else(|| in_message(error.message()))
                }
            }

            fn condition(error: &Error) -> Condition {
                match error {
                    Error::Database(error)
                        if error.is_unique_violation() || error.is_foreign_key_violation() =>
                    {
                        Condition::Conflict
                    }
                    Error::RowNotFound => Condition::ResourceNotFound,
                    Error::PoolTimedOut => Condition::Overloaded,
                    Error::PoolClosed | Error::Io(_) | Error::WorkerCrashed => {
                        Condition::Unavailable
                    }
                    _ => Condition::Internal,
                }
            }
        };
    )+};
}

/// The constraint in the message of a database whose driver does not name it: that of SQLite
/// (`UNIQUE constraint failed: notes.title`) or of MySQL (`… for key 'notes.title_key'`).
fn in_message(message: &str) -> Option<&str> {
    if let Some((_, name)) = message.split_once(" constraint failed: ") {
        return Some(name);
    }
    let (_, key) = message.rsplit_once(" for key '")?;
    key.strip_suffix('\'')
}

errors_of! {
    "sqlx-08": sqlx_08,
    "sqlx-09": sqlx_09,
}
