//! Errors of `sqlx`.

use super::IntoFault;
use super::constraint::{NamesConstraint, in_message};
use crate::Condition;
use crate::fault::Fault;

/// What an error means, for whatever holds one.
pub(super) trait Judge {
    fn condition(&self) -> Condition;
}

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
                    Fault::condition(self.condition()).because(self)
                }

                fn to_fault(&self) -> Fault {
                    Fault::condition(self.condition()).because_of(self)
                }
            }

            impl NamesConstraint for Error {
                fn constraint(&self) -> Option<&str> {
                    let error = self.as_database_error()?;
                    error.constraint().or_else(|| in_message(error.message()))
                }
            }

            impl Judge for Error {
                fn condition(&self) -> Condition {
                    match self {
                        Self::Database(error)
                            if error.is_unique_violation() || error.is_foreign_key_violation() =>
                        {
                            Condition::Conflict
                        }
                        Self::RowNotFound => Condition::ResourceNotFound,
                        Self::PoolTimedOut => Condition::Overloaded,
                        Self::PoolClosed | Self::Io(_) | Self::WorkerCrashed => {
                            Condition::Unavailable
                        }
                        _ => Condition::Internal,
                    }
                }
            }
        };
    )+};
}

errors_of! {
    "sqlx-08": sqlx_08,
    "sqlx-09": sqlx_09,
}
