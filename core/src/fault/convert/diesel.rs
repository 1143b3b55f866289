//! Errors of `diesel`.

use diesel::ConnectionError;
use diesel::result::{DatabaseErrorKind, Error};

use super::IntoFault;
use super::constraint::{NamesConstraint, in_message};
use crate::Condition;
use crate::fault::Fault;

/// A unique or foreign key that is violated is the condition `conflict`; a row that is not there,
/// `resource_not_found`; a connection that is closed or broken, `unavailable`; anything else,
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
        match self {
            Self::DatabaseError(_, told) => told
                .constraint_name()
                .or_else(|| in_message(told.message())),
            Self::RollbackErrorOnCommit { commit_error, .. } => commit_error.constraint(),
            _ => None,
        }
    }
}

/// A database that is out of reach is the condition `unavailable`; a connection that cannot be set up is
/// what the query for that failed with; an address that is wrong, `internal`. The error itself is for
/// the log.
impl IntoFault for ConnectionError {
    fn into_fault(self) -> Fault {
        Fault::condition(condition_of_connection(&self)).because(self)
    }

    fn to_fault(&self) -> Fault {
        Fault::condition(condition_of_connection(self)).because_of(self)
    }
}

fn condition(error: &Error) -> Condition {
    match error {
        Error::NotFound => Condition::ResourceNotFound,
        Error::DatabaseError(kind, _) => condition_of_kind(*kind),
        Error::BrokenTransactionManager => Condition::Unavailable,
        Error::RollbackErrorOnCommit { commit_error, .. } => condition(commit_error),
        _ => Condition::Internal,
    }
}

fn condition_of_kind(kind: DatabaseErrorKind) -> Condition {
    match kind {
        // A row that a foreign key restricts is one that others refer to.
        DatabaseErrorKind::UniqueViolation
        | DatabaseErrorKind::ForeignKeyViolation
        | DatabaseErrorKind::RestrictViolation => Condition::Conflict,
        DatabaseErrorKind::ClosedConnection => Condition::Unavailable,
        _ => Condition::Internal,
    }
}

fn condition_of_connection(error: &ConnectionError) -> Condition {
    match error {
        ConnectionError::BadConnection(_) => Condition::Unavailable,
        ConnectionError::CouldntSetupConfiguration(error) => condition(error),
        _ => Condition::Internal,
    }
}
