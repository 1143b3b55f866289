//! Errors of diesel, and of the pool that it is used with.

use std::time::Duration;

use diesel::ConnectionError;
use diesel::result::{DatabaseErrorInformation, DatabaseErrorKind, Error};
use manila::{Condition, IntoFault as _, OnConstraint as _};

use super::{FOREIGN_KEY_OF_MYSQL, check};

/// What a database tells, of which PostgreSQL alone names the constraint.
struct Told {
    message: &'static str,
    constraint: Option<&'static str>,
}

impl DatabaseErrorInformation for Told {
    fn message(&self) -> &str {
        self.message
    }

    fn details(&self) -> Option<&str> {
        None
    }

    fn hint(&self) -> Option<&str> {
        None
    }

    fn table_name(&self) -> Option<&str> {
        None
    }

    fn column_name(&self) -> Option<&str> {
        None
    }

    fn constraint_name(&self) -> Option<&str> {
        self.constraint
    }

    fn statement_position(&self) -> Option<i32> {
        None
    }
}

fn refused(
    kind: DatabaseErrorKind,
    message: &'static str,
    constraint: Option<&'static str>,
) -> Error {
    let told = Told {
        message,
        constraint,
    };
    Error::DatabaseError(kind, Box::new(told))
}

fn unrolled(commit_error: Error) -> Error {
    Error::RollbackErrorOnCommit {
        rollback_error: Box::new(Error::BrokenTransactionManager),
        commit_error: Box::new(commit_error),
    }
}

#[test]
fn an_error_of_a_query_means_what_one_of_sqlx_means() {
    use DatabaseErrorKind as Kind;

    let canary = |kind| refused(kind, "canary", None);
    for (kind, condition) in [
        (Kind::UniqueViolation, Condition::Conflict),
        (Kind::ForeignKeyViolation, Condition::Conflict),
        (Kind::RestrictViolation, Condition::Conflict),
        (Kind::NotNullViolation, Condition::Internal),
        (Kind::CheckViolation, Condition::Internal),
        (Kind::SerializationFailure, Condition::Internal),
        (Kind::ClosedConnection, Condition::Unavailable),
    ] {
        check(canary(kind), condition, "canary");
        check(unrolled(canary(kind)), condition, "canary");
    }
    for (error, condition, text) in [
        (Error::NotFound, Condition::ResourceNotFound, "not found"),
        (
            Error::BrokenTransactionManager,
            Condition::Unavailable,
            "broken",
        ),
        (Error::RollbackTransaction, Condition::Internal, "rollback"),
        (
            Error::QueryBuilderError("canary".into()),
            Condition::Internal,
            "canary",
        ),
    ] {
        check(error, condition, text);
    }
}

#[test]
fn a_database_that_is_out_of_reach_is_unavailable() {
    let closed = refused(DatabaseErrorKind::ClosedConnection, "canary", None);
    let canary = || "canary".to_owned();
    for (error, condition) in [
        (
            ConnectionError::BadConnection(canary()),
            Condition::Unavailable,
        ),
        (
            ConnectionError::InvalidConnectionUrl(canary()),
            Condition::Internal,
        ),
        (
            ConnectionError::CouldntSetupConfiguration(closed),
            Condition::Unavailable,
        ),
    ] {
        check(error, condition, "canary");
    }
}

#[test]
fn a_constraint_by_its_name_is_the_code_that_it_is_said_to_be() {
    let unique = DatabaseErrorKind::UniqueViolation;
    let of_sqlite = "UNIQUE constraint failed: notes.title";
    let of_mysql = "Duplicate entry 'x' for key 'notes.title_key'";
    for (error, status) in [
        (refused(unique, "canary", Some("notes_title_key")), 504),
        // The name goes before what the message tells.
        (refused(unique, of_sqlite, Some("notes_title_key")), 504),
        (refused(unique, of_sqlite, None), 410),
        (refused(unique, of_mysql, None), 403),
        (refused(unique, FOREIGN_KEY_OF_MYSQL, None), 404),
        (unrolled(refused(unique, of_sqlite, None)), 410),
        (refused(unique, "no constraint", None), 409),
        (Error::NotFound, 404),
    ] {
        let text = error.to_string();
        let told = Err::<(), _>(error)
            .on_constraint("notes_title_key", Condition::Timeout)
            .on_constraint("notes.title", Condition::Gone)
            .on_constraint("notes.title_key", Condition::Forbidden)
            .on_constraint("notes_user_fkey", Condition::ResourceNotFound);
        let fault = told.unwrap_err().into_fault();
        assert_eq!(fault.http_status(), status, "{text}");
        assert_eq!(fault.cause().unwrap().chain(), text);
    }
}

#[test]
fn a_pool_that_has_no_connection_in_time_is_overloaded() {
    /// Whoever asks for a connection gets none.
    struct Unreachable;

    impl r2d2::ManageConnection for Unreachable {
        type Connection = ();
        type Error = ConnectionError;

        fn connect(&self) -> Result<(), ConnectionError> {
            Err(ConnectionError::BadConnection("canary".to_owned()))
        }

        fn is_valid(&self, (): &mut ()) -> Result<(), ConnectionError> {
            Ok(())
        }

        fn has_broken(&self, (): &mut ()) -> bool {
            false
        }
    }

    let pool = r2d2::Pool::builder()
        .connection_timeout(Duration::from_millis(200))
        .build_unchecked(Unreachable);
    let error = pool.get().unwrap_err();
    check(
        error,
        Condition::Overloaded,
        "timed out waiting for connection",
    );
}
