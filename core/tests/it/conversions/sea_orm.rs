//! Errors of sea-orm, of which those that matter hold one of sqlx.

/// The same facts of each version of the crate, with what it holds an error of sqlx in.
macro_rules! an_error_means_what_one_of_sqlx_means {
    ($($sea_orm:ident: $holder:path,)+) => {$(
        mod $sea_orm {
            use ::$sea_orm::sqlx::Error;
            use ::$sea_orm::{ConnAcquireErr, DbErr, RuntimeErr, TransactionError};
            use manila::{Condition, Fault, IntoFault as _, OnConstraint as _};

            use super::super::{Refused, check};

            fn held(error: Error) -> RuntimeErr {
                RuntimeErr::SqlxError($holder(error))
            }

            fn refused(message: &'static str) -> Error {
                Error::Database(Box::new(Refused(message)))
            }

            #[test]
            fn an_error_of_sqlx_inside_means_what_it_means_alone() {
                for hold in [DbErr::Conn, DbErr::Exec, DbErr::Query] {
                    for (error, condition, text) in [
                        (refused("unique"), Condition::Conflict, "canary: unique"),
                        (refused("not null"), Condition::Internal, "canary: not null"),
                        (Error::RowNotFound, Condition::ResourceNotFound, "no rows"),
                        (Error::PoolTimedOut, Condition::Overloaded, "pool timed out"),
                        (Error::PoolClosed, Condition::Unavailable, "closed pool"),
                    ] {
                        check(hold(held(error)), condition, text);
                    }
                }
            }

            #[test]
            fn an_error_of_its_own_means_what_one_of_sqlx_means() {
                let canary = || "canary".to_owned();
                for (error, condition, text) in [
                    (DbErr::RecordNotFound(canary()), Condition::ResourceNotFound, "canary"),
                    (DbErr::RecordNotUpdated, Condition::ResourceNotFound, "None of the records"),
                    (DbErr::RecordNotInserted, Condition::Conflict, "None of the records"),
                    (DbErr::ConnectionAcquire(ConnAcquireErr::Timeout), Condition::Overloaded, "timed out"),
                    (DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed), Condition::Unavailable, "closed"),
                    (DbErr::Conn(RuntimeErr::Internal(canary())), Condition::Unavailable, "canary"),
                    (DbErr::Query(RuntimeErr::Internal(canary())), Condition::Internal, "canary"),
                    (DbErr::Custom(canary()), Condition::Internal, "canary"),
                ] {
                    check(error, condition, text);
                }
            }

            #[test]
            fn a_transaction_that_fails_is_what_it_failed_with() {
                type Failed = TransactionError<Fault>;
                let gone = Failed::Transaction(Fault::condition(Condition::Gone).because_text("canary"));
                check(gone, Condition::Gone, "canary");
                let unreachable = Failed::Connection(DbErr::Conn(held(Error::PoolClosed)));
                check(unreachable, Condition::Unavailable, "closed pool");
            }

            #[test]
            fn a_constraint_by_its_name_is_the_code_that_it_is_said_to_be() {
                let title = "UNIQUE constraint failed: notes.title";
                let exec = |message| DbErr::Exec(held(refused(message)));
                let told = |error| {
                    let told = Err::<(), _>(error).on_constraint("notes.title", Condition::Gone);
                    told.unwrap_err().into_fault()
                };
                for (error, status) in [
                    (exec(title), 410),
                    (exec("UNIQUE constraint failed: notes.title2"), 500),
                    (exec("unique"), 409),
                    (DbErr::Exec(RuntimeErr::Internal(title.to_owned())), 500),
                ] {
                    let text = error.to_string();
                    let fault = told(error);
                    assert_eq!(fault.http_status(), status, "{text}");
                    assert_eq!(fault.cause().unwrap().chain(), text);
                }
                for error in [
                    TransactionError::Connection(exec(title)),
                    TransactionError::Transaction(exec(title)),
                ] {
                    let told = Err::<(), _>(error).on_constraint("notes.title", Condition::Gone);
                    assert_eq!(told.unwrap_err().into_fault().http_status(), 410);
                }
            }
        }
    )+};
}

an_error_means_what_one_of_sqlx_means! {
    sea_orm_1: std::convert::identity,
    sea_orm_2: std::sync::Arc::new,
}
