//! Where the log says that a fault was made: in the service's own code, or nowhere.

use std::any::Any;
use std::panic::{Location, catch_unwind, panic_any};

use manila::adapter::{fault_of_borrowed, fault_of_panic, fault_of_returned};
use manila::{Condition, Envelopes, Fault, IntoFault, OrCode as _, Violation, Violations};

use crate::support::logged;

#[derive(Debug, Clone, Copy, thiserror::Error, manila::ErrorCode)]
enum ApiError {
    #[error("The name is taken.")]
    #[error_code(status = 409)]
    Taken,
    #[error("a part failed")]
    #[error_code(transparent)]
    Part(Part),
}

#[derive(Debug, Clone, Copy, thiserror::Error, manila::ErrorCode)]
enum Part {
    #[error("The part is gone.")]
    #[error_code(status = 410)]
    Gone,
}

/// What an adapter's own error type does of whatever `?` meets.
#[derive(Debug)]
struct Error(Fault);

impl<T: IntoFault> From<T> for Error {
    #[track_caller]
    fn from(error: T) -> Self {
        Self(error.into_fault())
    }
}

/// The location in the event.
fn told(fault: &Fault) -> Option<String> {
    let rendered = Envelopes::ok_error().render(fault, None);
    let ((), locations) = logged("location", || rendered.log(fault, "abc-123", None));
    locations.into_iter().next()
}

#[track_caller]
fn assert_here(fault: &Fault) {
    let line = Location::caller().line();
    let told = told(fault);
    let here = format!("{}:{line}:", file!());
    let is_here = told.as_ref().is_some_and(|told| told.starts_with(&here));
    assert!(is_here, "{told:?} is not {here}");
}

#[test]
fn a_fault_that_the_services_code_makes_is_told_with_its_line() {
    fn question_mark(line: &mut u32) -> Result<(), Error> {
        *line = line!() + 1;
        Err(ApiError::Taken)?
    }
    assert_here(&ApiError::Taken.fault());
    assert_here(&ApiError::Part(Part::Gone).fault());
    assert_here(&ApiError::Taken.because(std::fmt::Error));
    assert_here(&ApiError::Taken.because_of(&std::fmt::Error));
    assert_here(&ApiError::Taken.because_text("the replica is behind"));
    assert_here(&ApiError::Part(Part::Gone).because(std::fmt::Error));
    assert_here(&Fault::condition(Condition::Conflict).with_detail("a", 1));
    assert_here(&"x".parse::<u8>().or_code(ApiError::Taken).unwrap_err());
    assert_here(&"x".parse::<u8>().or_code(Condition::Gone).unwrap_err());
    let unset = Violations::from(Violation::new("Must be set."));
    assert_here(&unset.into_result().unwrap_err());
    let taken = Violation::new("Is taken.").with_code(ApiError::Taken.fault().code().unwrap());
    let taken = Violations::from(taken);
    assert_here(&taken.into_result().unwrap_err());
    let mut line = 0;
    let fault = question_mark(&mut line).unwrap_err().0;
    assert_eq!(fault.location().unwrap().line(), line);
    assert!(
        told(&fault)
            .unwrap()
            .starts_with(&format!("{}:{line}:", file!()))
    );
}

#[test]
fn a_line_that_is_not_the_services_is_not_told() {
    let taken: Result<(), _> = Err(ApiError::Taken);
    for fault in [
        fault_of_returned(ApiError::Taken),
        fault_of_returned(ApiError::Part(Part::Gone)),
        fault_of_borrowed(&ApiError::Taken),
        // The function is called in the standard library.
        taken.map_err(Error::from).unwrap_err().0,
        Fault::detected(Condition::RouteNotFound),
        Fault::foreign(404),
    ] {
        assert_eq!(told(&fault), None);
    }
    let kept = ApiError::Taken.fault();
    assert_eq!(told(&fault_of_returned(kept.clone())), told(&kept));
}

/// Where the event of the fault of this payload says that the panic was.
fn place_of(payload: Box<dyn Any + Send>) -> Option<String> {
    let fault = fault_of_panic(payload);
    let ((), places) = logged("location", || {
        let rendered = Envelopes::default().render(&fault, None);
        rendered.log(&fault, "abc", None);
    });
    assert_eq!(fault.location(), None);
    places.into_iter().next()
}

#[test]
fn a_panic_is_told_with_its_line_where_that_is_noted() {
    for _ in 0..2 {
        manila::note_panic_locations();
    }
    let check = |line: u32, run: fn()| {
        let told = place_of(catch_unwind(run).unwrap_err()).unwrap();
        assert!(told.starts_with(&format!("{}:{line}:", file!())), "{told}");
    };
    check(line!(), || panic!("seat {}", 7));
    check(line!(), || panic_any(7));
    check(line!(), || panic!("{}", "ø".repeat(500)));
}

#[test]
fn a_panic_that_is_of_another_thread_or_of_none_has_no_line_that_is_not_its_own() {
    manila::note_panic_locations();
    assert!(catch_unwind(|| panic!("caught before")).is_err());
    assert_eq!(place_of(Box::new("resumed")), None);
    assert!(catch_unwind(|| panic_any(7)).is_err());
    assert_eq!(place_of(Box::new(7_u8)), None);
    let elsewhere = std::thread::spawn(|| panic!("elsewhere")).join();
    assert_eq!(place_of(elsewhere.unwrap_err()), None);
}
