//! What led to a fault: the log reads it, and nobody else.

use std::cell::Cell;
use std::error::Error;
use std::num::ParseIntError;

use manila::{Envelopes, Fault, IntoFault, OrCode};

use super::rendered;
use crate::support::header;

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
enum ApiError {
    #[error("the number {0} is no number")]
    #[error_code(status = 400, message = "That is no number.")]
    BadNumber(#[source] ParseIntError),

    #[error("the template failed")]
    #[error_code(status = 500)]
    Template {
        source: Box<dyn Error + Send + Sync>,
    },

    #[error(transparent)]
    #[error_code(status = 502)]
    Upstream(UpstreamError),

    #[error("reading failed")]
    #[error_code(internal)]
    Io(#[from] std::io::Error),

    #[error(transparent)]
    #[error_code(transparent)]
    Inner(#[from] InnerError),

    #[error("Nothing led here.")]
    #[error_code(status = 404)]
    NotFound,

    #[error("{secret} led here")]
    #[error_code(status = 500)]
    Secret { secret: &'static str },
}

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
enum InnerError {
    #[error("the cache is cold")]
    #[error_code(status = 503)]
    Cold(#[from] ParseIntError),
}

#[derive(Debug, thiserror::Error)]
#[error("the upstream failed")]
struct UpstreamError(#[source] ParseIntError);

fn no_number() -> ParseIntError {
    "x".parse::<u8>().unwrap_err()
}

fn every_error() -> Vec<ApiError> {
    vec![
        ApiError::BadNumber(no_number()),
        ApiError::Template {
            source: "no such brace".into(),
        },
        ApiError::Upstream(UpstreamError(no_number())),
        ApiError::Io(std::io::Error::other(UpstreamError(no_number()))),
        ApiError::Inner(InnerError::Cold(no_number())),
        ApiError::NotFound,
        ApiError::Secret { secret: "a secret" },
    ]
}

fn chain(fault: &Fault) -> Option<String> {
    fault.cause().map(|cause| cause.chain())
}

#[test]
fn a_variant_with_a_source_keeps_the_chain_for_the_log() {
    let chains: Vec<_> = every_error()
        .into_iter()
        .map(|error| chain(&error.fault()))
        .collect();
    let expected = [
        Some(
            "the number invalid digit found in string is no number: invalid digit found in string",
        ),
        Some("the template failed: no such brace"),
        Some("the upstream failed: invalid digit found in string"),
        Some("reading failed: the upstream failed: invalid digit found in string"),
        Some("the cache is cold: invalid digit found in string"),
        None,
        Some("a secret led here"),
    ];
    assert_eq!(chains, expected.map(|chain| chain.map(str::to_owned)));
}

#[test]
fn an_error_that_borrows_keeps_its_chain() {
    #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    enum Borrowed<'a> {
        #[error("reading {path} failed")]
        #[error_code(internal)]
        Io {
            path: &'a str,
            source: std::io::Error,
        },
    }
    let path = String::from("plans.toml");
    let source = std::io::Error::other("the disk is full");
    let error = Borrowed::Io {
        path: &path,
        source,
    };
    assert_eq!(
        chain(&error.fault()).as_deref(),
        Some("reading plans.toml failed: the disk is full"),
    );
}

#[test]
fn a_chain_that_loops_ends() {
    #[derive(Debug)]
    struct Looping;
    impl std::fmt::Display for Looping {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            // The same sentence twice is left out.
            thread_local!(static ROUND: Cell<u32> = const { Cell::new(0) });
            write!(f, "round {}", ROUND.replace(ROUND.get() + 1))
        }
    }
    impl Error for Looping {
        fn source(&self) -> Option<&(dyn Error + 'static)> {
            Some(self)
        }
    }
    let borrowed = ApiError::NotFound.fault().because_of(&Looping);
    let owned = ApiError::NotFound.fault().because(Looping);
    for fault in [borrowed, owned] {
        let chain = chain(&fault).unwrap();
        assert_eq!(chain.split(": ").count(), 32);
    }
}

#[test]
fn a_cause_is_in_no_body() {
    let styles = [
        Envelopes::ok_error(),
        Envelopes::json_api(),
        Envelopes::code_data(),
        Envelopes::problem(),
    ];
    for envelopes in styles {
        for error in every_error() {
            let rendered = envelopes.render(&error.fault(), None);
            let body = String::from_utf8_lossy(rendered.body()).into_owned();
            for hidden in [
                "invalid digit",
                "brace",
                "upstream failed",
                "reading",
                "is cold",
                "a secret",
            ] {
                assert!(!body.contains(hidden), "{body}");
            }
        }
    }
}

#[test]
fn a_question_mark_makes_a_foreign_error_a_fault_with_its_cause() {
    fn read() -> Result<String, ApiError> {
        Ok(std::fs::read_to_string("/no/such/file")?)
    }
    fn cold() -> Result<(), ApiError> {
        Err(InnerError::from(no_number()))?
    }
    let fault = read().unwrap_err().fault();
    assert_eq!(fault.http_status(), 500);
    assert!(
        chain(&fault)
            .unwrap()
            .starts_with("reading failed: No such file")
    );
    assert_eq!(cold().unwrap_err().fault().code().unwrap().name(), "cold");
}

#[test]
fn a_borrowed_error_makes_the_same_fault_as_an_owned_one() {
    for error in every_error() {
        let borrowed = error.to_fault();
        let owned = error.into_fault();
        assert_eq!(chain(&borrowed), chain(&owned));
        assert_eq!(borrowed.code(), owned.code());
        let [borrowed, owned] = [borrowed, owned].map(|fault| {
            let rendered = rendered(&fault);
            (rendered.status(), header(&rendered), rendered.into_body())
        });
        assert_eq!(borrowed, owned);
    }
}

#[test]
fn a_code_named_for_a_foreign_error_has_it_as_the_cause() {
    let failed: Result<(), _> = Err(no_number());
    let fault = failed.or_code(ApiError::NotFound).unwrap_err();
    assert_eq!(fault.code().unwrap().name(), "not_found");
    assert_eq!(
        chain(&fault).as_deref(),
        Some("invalid digit found in string")
    );
    assert!(fault.source().is_some());
}

#[test]
fn a_code_says_what_led_to_it_without_a_fault_in_between() {
    manila::catalog! { enum Listed = "../catalogs/vibehost.toml" }

    for fault in [
        Listed::Internal.because(no_number()),
        ApiError::NotFound.because(no_number()),
        ApiError::Secret { secret: "a secret" }.because(no_number()),
        ApiError::Io(std::io::Error::other("another")).because(no_number()),
    ] {
        let cause = fault.cause().unwrap();
        assert_eq!(cause.chain(), "invalid digit found in string");
        assert!(cause.error().unwrap().is::<ParseIntError>());
    }
    for fault in [
        Listed::Internal.because_of(&UpstreamError(no_number())),
        ApiError::NotFound.because_of(&UpstreamError(no_number())),
        ApiError::NotFound.because_text("the upstream failed: invalid digit found in string"),
        Listed::Internal.because_text("the upstream failed: invalid digit found in string"),
    ] {
        let told = "the upstream failed: invalid digit found in string";
        assert_eq!(chain(&fault).as_deref(), Some(told));
    }
    assert_eq!(
        Listed::Internal.because(no_number()).code().unwrap().name(),
        "INTERNAL"
    );
    let inner = ApiError::Inner(InnerError::Cold(no_number())).because_text("why");
    assert_eq!(inner.code().unwrap().name(), "cold");
}

#[test]
fn an_error_that_panics_when_it_is_told_is_told_as_far_as_it_got() {
    #[derive(Debug)]
    struct Hostile;

    impl std::fmt::Display for Hostile {
        fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            f.write_str("the beginning")?;
            panic!("and no end")
        }
    }

    impl Error for Hostile {}

    #[derive(Debug, thiserror::Error)]
    #[error("outside")]
    struct Outer(#[source] Hostile);

    let fault = || Fault::condition(manila::Condition::Internal);
    for (fault, told) in [
        (fault().because(Hostile), "the beginning"),
        (fault().because_of(&Hostile), "the beginning"),
        (fault().because(Outer(Hostile)), "outside: the beginning"),
    ] {
        assert_eq!(fault.cause().unwrap().chain(), told);
    }
}
