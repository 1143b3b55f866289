//! What errors of other crates become.

mod diesel;
mod sea_orm;

use std::time::Duration;

use manila::{Condition, Fault, IntoFault, OrCode as _};

/// By value and by reference an error becomes the same, and keeps its text for the log.
fn check(error: impl IntoFault, condition: Condition, text: &str) {
    for fault in [error.to_fault(), error.into_fault()] {
        assert_eq!(
            fault.to_string().split(':').next(),
            Some(condition.as_str())
        );
        let cause = fault.cause().unwrap().chain();
        assert!(cause.contains(text), "{cause}");
    }
}

#[derive(Debug, thiserror::Error)]
#[error("canary: {0}")]
struct Refused(&'static str);

/// What MySQL says of a row whose other one is not there.
const FOREIGN_KEY_OF_MYSQL: &str = "Cannot add or update a child row: a foreign key constraint fails \
    (`test`.`notes`, CONSTRAINT `notes_user_fkey` FOREIGN KEY (`user`) REFERENCES `users` (`id`))";

/// The same fact of each version of the crate.
macro_rules! a_key_that_is_violated_is_a_conflict {
    ($($sqlx:ident,)+) => {$(
        mod $sqlx {
            use std::error::Error;

            use manila::{Condition, IntoFault as _, OnConstraint as _};
            use ::$sqlx::error::{DatabaseError, ErrorKind};

            use super::{Refused, check};

            impl DatabaseError for Refused {
                fn message(&self) -> &str {
                    self.0
                }

                fn kind(&self) -> ErrorKind {
                    match self.0 {
                        "unique" => ErrorKind::UniqueViolation,
                        "foreign key" => ErrorKind::ForeignKeyViolation,
                        "not null" => ErrorKind::NotNullViolation,
                        _ => ErrorKind::Other,
                    }
                }

                fn as_error(&self) -> &(dyn Error + Send + Sync + 'static) {
                    self
                }

                fn as_error_mut(&mut self) -> &mut (dyn Error + Send + Sync + 'static) {
                    self
                }

                fn into_error(self: Box<Self>) -> Box<dyn Error + Send + Sync + 'static> {
                    self
                }
            }

            #[test]
            fn a_key_that_is_violated_is_a_conflict() {
                let database = |kind| ::$sqlx::Error::Database(Box::new(Refused(kind)));
                for (error, condition, text) in [
                    (database("unique"), Condition::Conflict, "canary: unique"),
                    (database("foreign key"), Condition::Conflict, "canary: foreign key"),
                    (database("not null"), Condition::Internal, "canary: not null"),
                    (::$sqlx::Error::PoolTimedOut, Condition::Overloaded, "pool timed out"),
                    (::$sqlx::Error::RowNotFound, Condition::ResourceNotFound, "no rows"),
                    (::$sqlx::Error::PoolClosed, Condition::Unavailable, "closed pool"),
                    (::$sqlx::Error::WorkerCrashed, Condition::Unavailable, "crashed"),
                ] {
                    check(error, condition, text);
                }
            }

            #[test]
            fn a_constraint_by_its_name_is_the_code_that_it_is_said_to_be() {
                let judge = |message| {
                    let error = ::$sqlx::Error::Database(Box::new(Refused(message)));
                    let told = Err::<(), _>(error)
                        .on_constraint("notes.title", Condition::Gone)
                        .on_constraint("notes.title_key", Condition::Forbidden)
                        .on_constraint("notes_user_fkey", Condition::ResourceNotFound);
                    let error = told.unwrap_err();
                    error.into_fault()
                };
                for (message, status) in [
                    ("UNIQUE constraint failed: notes.title", 410),
                    ("Duplicate entry 'x' for key 'notes.title_key'", 403),
                    (super::FOREIGN_KEY_OF_MYSQL, 404),
                    ("UNIQUE constraint failed: notes.title2", 500),
                    ("Duplicate entry 'for key 'notes.title_key'' for key 'other'", 500),
                    ("no constraint", 500),
                ] {
                    let fault = judge(message);
                    assert_eq!(fault.http_status(), status, "{message}");
                    let cause = fault.cause().unwrap().chain();
                    assert!(cause.contains(message), "{cause}");
                }
            }
        }
    )+};
}

a_key_that_is_violated_is_a_conflict! {
    sqlx_08,
    sqlx_09,
}

#[tokio::test]
async fn a_service_behind_this_one_that_fails_is_told_from_one_that_is_slow() {
    // Nothing listens here: the port was free a moment ago.
    let closed = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let refused = reqwest::get(format!("http://{closed}/")).await.unwrap_err();
    check(refused, Condition::UpstreamFailed, "error sending request");

    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = silent.local_addr().unwrap();
    let client = reqwest::Client::new();
    let slow = client
        .get(format!("http://{address}/"))
        .timeout(Duration::from_millis(50))
        .send()
        .await
        .unwrap_err();
    check(slow, Condition::Timeout, "timed out");

    let invalid = client.get("no address").send().await.unwrap_err();
    check(invalid, Condition::Internal, "builder error");
}

#[tokio::test]
async fn what_is_secret_in_an_address_is_for_no_log() {
    #[derive(Debug, thiserror::Error)]
    #[error("the payment failed: {0}")]
    struct Payment(#[source] reqwest::Error);

    #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    enum ApiError {
        #[error(transparent)]
        #[error_code(status = 502)]
        Upstream(#[from] reqwest::Error),
    }

    let closed = std::net::TcpListener::bind("127.0.0.1:0")
        .unwrap()
        .local_addr()
        .unwrap();
    let refused = async || {
        let url = format!("http://ada:canary-password@{closed}/pay?key=canary-key(1)#canary-part");
        let request = reqwest::get(url).await;
        request.unwrap_err()
    };
    let upstream = || Fault::condition(Condition::UpstreamFailed);
    let boxed: Box<dyn std::error::Error> = Box::new(refused().await);
    let faults = [
        refused().await.into_fault(),
        refused().await.to_fault(),
        upstream().because(refused().await),
        upstream().because_of(&refused().await),
        upstream().because_text(refused().await),
        upstream().because(Payment(refused().await)),
        upstream().because(anyhow::Error::new(refused().await).context("the payment failed")),
        upstream().because(boxed),
        Err::<(), _>(refused().await)
            .or_code(Condition::Timeout)
            .unwrap_err(),
        ApiError::from(refused().await).into_fault(),
        ApiError::from(refused().await).to_fault(),
    ];
    for fault in faults {
        let chain = fault.cause().unwrap().chain();
        assert!(!chain.contains("canary"), "{chain}");
        assert!(
            chain.contains(&format!("for url (http://{closed}/pay)")),
            "{chain}"
        );
    }
    // An observer is given the error itself.
    let fault = refused().await.into_fault();
    let error = fault.cause().unwrap().error().unwrap();
    assert!(
        !format!("{error:?} {error}").contains("canary"),
        "{error:?}"
    );
}

#[tokio::test]
async fn time_that_is_up_is_a_timeout() {
    let never = std::future::pending::<()>();
    let elapsed = tokio::time::timeout(Duration::from_millis(1), never)
        .await
        .unwrap_err();
    check(elapsed, Condition::Timeout, "deadline has elapsed");
}
