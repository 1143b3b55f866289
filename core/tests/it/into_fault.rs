//! What becomes a fault, and the line that it is told to come from.

use std::panic::Location;

use manila::{Condition, Fault, IntoFault, OrCode as _};

manila::catalog! { enum ApiError = "../catalogs/vibehost.toml" }

/// An error whose author wrote the one function that has no default.
struct Locked;

impl IntoFault for Locked {
    fn to_fault(&self) -> Fault {
        Fault::condition(Condition::Conflict).with_message("The document is locked.")
    }
}

/// The fault says that it was made on the line of `here`.
#[track_caller]
fn check(fault: &Fault, here: &Location<'_>) {
    let made = fault.location().unwrap();
    assert_eq!((made.file(), made.line()), (here.file(), here.line()));
}

#[test]
fn an_error_that_only_says_how_it_is_borrowed_becomes_the_same_by_value() {
    assert_eq!(Locked.to_fault().message(), Some("The document is locked."));
    assert_eq!(
        Locked.into_fault().message(),
        Some("The document is locked.")
    );
}

#[test]
fn a_fault_comes_from_the_line_that_made_one_of_something_else() {
    let code = ApiError::CATALOG.find("CONFLICT").unwrap();
    #[rustfmt::skip]
    let cases = [
        (Locked.into_fault(), Location::caller()),
        (Condition::Conflict.into_fault(), Location::caller()),
        (Condition::Conflict.to_fault(), Location::caller()),
        ("seven".parse::<u8>().or_code(Locked).unwrap_err(), Location::caller()),
        ("seven".parse::<u8>().or_code(Condition::Gone).unwrap_err(), Location::caller()),
        ("seven".parse::<u8>().or_code(code).unwrap_err(), Location::caller()),
    ];
    for (fault, here) in &cases {
        check(fault, here);
    }
}
