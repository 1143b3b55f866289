//! Variants that have no code of their own.

use manila::{Envelopes, Fault, IntoFault, Status};
use serde_json::json;

use super::{error, rendered};

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(case = "SCREAMING_SNAKE_CASE")]
enum Named {
    #[error("broken")]
    #[error_code(status = 503, message = "Something broke.", condition = "internal")]
    Broken,
    #[error("the file {path} failed")]
    #[error_code(internal)]
    File {
        #[error_code(detail)]
        path: &'static str,
        source: std::io::Error,
    },
}

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(case = "SCREAMING_SNAKE_CASE")]
enum Unnamed {
    #[error(transparent)]
    #[error_code(internal)]
    Io(#[from] std::io::Error),
    #[error("poisoned")]
    #[error_code(internal)]
    Poisoned,
}

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(case = "kebab-case")]
enum Outer {
    #[error("Outer.")]
    #[error_code(status = 400)]
    Own,
    #[error(transparent)]
    #[error_code(transparent)]
    Named(#[from] Named),
    #[error("in a field: {inner}")]
    #[error_code(transparent)]
    Field { inner: Fault },
}

fn file() -> Named {
    Named::File {
        path: "/etc/passwd",
        source: std::io::Error::other("the disk is full"),
    }
}

#[test]
fn an_internal_variant_answers_with_the_code_for_internal() {
    assert_eq!(
        error(file()),
        json!({"code": "BROKEN", "message": "Something broke."}),
    );
    assert_eq!(rendered(&file().fault()).status(), 503);
}

#[test]
fn an_internal_variant_of_a_catalog_without_that_code_answers_with_the_default_code() {
    let expected = json!({
        "code": "INTERNAL_SERVER_ERROR",
        "message": "Something went wrong on the server.",
    });
    assert_eq!(error(Unnamed::Poisoned), expected);
    assert_eq!(
        error(Unnamed::from(std::io::Error::other("full"))),
        expected
    );
}

#[test]
fn an_internal_variant_keeps_to_its_own_catalog() {
    let envelopes = Envelopes::ok_error().catalog(Unnamed::CATALOG);
    let rendered = envelopes.render(&file().fault(), None);
    assert_eq!((rendered.status(), rendered.code()), (503, "BROKEN"));
}

#[test]
fn a_variant_without_a_code_of_its_own_has_none() {
    assert_eq!(file().code(), None);
    assert_eq!(file().fault().code(), None);
    assert_eq!(Unnamed::Poisoned.code(), None);
    assert_eq!(Outer::from(Named::Broken).code(), None);
    assert_eq!(Named::Broken.code(), Named::CATALOG.find("BROKEN"));
    assert_eq!(Named::CATALOG.codes().len(), 1);
    assert_eq!(Unnamed::CATALOG.codes().len(), 0);
    assert_eq!(Outer::CATALOG.codes().len(), 1);
}

#[test]
fn a_transparent_variant_is_the_fault_of_its_error() {
    assert_eq!(
        error(Outer::Own),
        json!({"code": "own", "message": "Outer."})
    );
    assert_eq!(
        Outer::from(Named::Broken).fault().code(),
        Named::Broken.code()
    );
    assert_eq!(error(Outer::from(file())), error(file()));

    let inner = || {
        let fault = Named::Broken
            .fault()
            .with_header("x-mine", "yes")
            .with_detail("hidden", 1);
        fault.because(std::io::Error::other("full"))
    };
    let outer = Outer::Field { inner: inner() };
    let (borrowed, owned) = (outer.to_fault(), outer.into_fault());
    for fault in [borrowed, owned] {
        assert_eq!(super::field(&fault, "x-mine"), ["yes"]);
        assert_eq!(fault.code(), Named::Broken.code());
        // The error itself, which is more than its text.
        assert!(fault.cause().unwrap().error().is_some());
    }
}

#[test]
fn a_code_of_several_statuses_answers_with_the_first_unless_told() {
    #[derive(manila::ErrorCode)]
    enum Several {
        #[error_code(status = [422, 400, 503], message = "No.")]
        Invalid,
    }
    let fault = || Several::Invalid.fault();
    assert_eq!(rendered(&fault()).status(), 422);
    assert_eq!(fault().http_status(), 422);
    for status in [422, 400, 503] {
        let fault = fault().with_status(Status::new(status).unwrap());
        assert_eq!(rendered(&fault).status(), status);
        assert_eq!(rendered(&fault).code(), "invalid");
    }
    let statuses = Several::Invalid
        .code()
        .statuses()
        .iter()
        .map(|status| status.get());
    assert_eq!(statuses.collect::<Vec<_>>(), [422, 400, 503]);
}

#[test]
fn a_detail_of_an_internal_variant_stands_there_once() {
    #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    enum Odd {
        #[error("odd")]
        #[error_code(status = 400, message = "No.", condition = "internal")]
        Own,
        #[error("inner")]
        #[error_code(internal)]
        Inner {
            #[error_code(detail)]
            retry: u8,
            #[error_code(detail, rename = "a")]
            first: u8,
            #[error_code(detail, rename = "a")]
            second: u8,
        },
    }
    let inner = Odd::Inner {
        retry: 1,
        first: 2,
        second: 3,
    };
    let rendered = rendered(&inner.fault());
    let details = std::str::from_utf8(rendered.body()).unwrap();
    assert!(details.ends_with(r#""details":{"a":3}}}"#), "{details}");
    assert_eq!(error(Odd::Own)["code"], "own");
}
