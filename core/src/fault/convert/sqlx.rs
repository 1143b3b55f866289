//! Errors of `sqlx`.

use super::IntoFault;
use crate::Condition;
use crate::fault::Fault;

/// The conversions for each version of the crate: their types are alike and not the same.
macro_rules! errors_of {
    ($($feature:tt: $sqlx:ident,)+) => {$(
        #[cfg(feature = $feature)]
        const _: () = {
            use $sqlx::Error;

            /// A unique or foreign key that is violated is the condition `conflict`; a pool that
            /// has no connection in time, `overloaded`; anything else, `internal`. The error itself
            /// is for the log.
            impl IntoFault for Error {
                fn into_fault(self) -> Fault {
                    Fault::condition(condition(&self)).because(self)
                }

                fn to_fault(&self) -> Fault {
                    Fault::condition(condition(self)).because_of(self)
                }
            }

            fn condition(error: &Error) -> Condition {
                match error {
                    Error::Database(error)
                        if error.is_unique_violation() || error.is_foreign_key_violation() =>
                    {
                        Condition::Conflict
                    }
                    Error::PoolTimedOut => Condition::Overloaded,
                    _ => Condition::Internal,
                }
            }
        };
    )+};
}

errors_of! {
    "sqlx-08": sqlx_08,
    "sqlx-09": sqlx_09,
}
