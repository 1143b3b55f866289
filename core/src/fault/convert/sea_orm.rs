//! Errors of `sea-orm`, most of which hold one of `sqlx`.

use super::IntoFault;
use super::constraint::NamesConstraint;
use super::sqlx::Judge as _;
use crate::Condition;
use crate::fault::Fault;

/// The conversions for each version of the crate: their types are alike and not the same.
macro_rules! errors_of {
    ($($feature:tt: $sea_orm:ident,)+) => {$(
        #[cfg(feature = $feature)]
        const _: () = {
            use $sea_orm::{ConnAcquireErr, DbErr, RuntimeErr, SqlxError, TransactionError};

            /// An error of `sqlx` inside means what it means alone. A record that is not there is the
            /// condition `resource_not_found`; one that is not inserted because others are in its way,
            /// `conflict`; a pool that has no connection in time, `overloaded`; a connection that
            /// breaks, `unavailable`; anything else, `internal`. The error itself is for the log.
            impl IntoFault for DbErr {
                fn into_fault(self) -> Fault {
                    Fault::condition(condition(&self)).because(self)
                }

                fn to_fault(&self) -> Fault {
                    Fault::condition(condition(self)).because_of(self)
                }
            }

            /// That of the error of `sqlx` inside; errors of a proxy or of another driver name none.
            impl NamesConstraint for DbErr {
                fn constraint(&self) -> Option<&str> {
                    of_sqlx(self)?.constraint()
                }
            }

            /// The fault of whichever error it holds.
            impl<E: IntoFault> IntoFault for TransactionError<E> {
                fn into_fault(self) -> Fault {
                    match self {
                        Self::Connection(error) => error.into_fault(),
                        Self::Transaction(error) => error.into_fault(),
                    }
                }

                fn to_fault(&self) -> Fault {
                    match self {
                        Self::Connection(error) => error.to_fault(),
                        Self::Transaction(error) => error.to_fault(),
                    }
                }
            }

            /// That of whichever error it holds.
            impl<E: NamesConstraint> NamesConstraint for TransactionError<E> {
                fn constraint(&self) -> Option<&str> {
                    match self {
                        Self::Connection(error) => error.constraint(),
                        Self::Transaction(error) => error.constraint(),
                    }
                }
            }

            fn condition(error: &DbErr) -> Condition {
                match error {
                    DbErr::RecordNotFound(_) | DbErr::RecordNotUpdated => {
                        Condition::ResourceNotFound
                    }
                    DbErr::RecordNotInserted => Condition::Conflict,
                    DbErr::ConnectionAcquire(ConnAcquireErr::Timeout) => Condition::Overloaded,
                    DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed)
                    | DbErr::Conn(RuntimeErr::Internal(_)) => Condition::Unavailable,
                    _ => of_sqlx(error).map_or(Condition::Internal, |error| error.condition()),
                }
            }

            fn of_sqlx(error: &DbErr) -> Option<&SqlxError> {
                match error {
                    DbErr::Conn(RuntimeErr::SqlxError(error))
                    | DbErr::Exec(RuntimeErr::SqlxError(error))
                    | DbErr::Query(RuntimeErr::SqlxError(error)) => Some(error),
                    _ => None,
                }
            }
        };
    )+};
}

errors_of! {
    "sea-orm-1": sea_orm_1,
    "sea-orm-2": sea_orm_2,
}
