//! The error type, where others take it for an error like any other.

use std::error::Error as _;

use manila::{Condition, Fault, OrCode as _};
use manila_axum::Error;

#[test]
fn an_error_of_ours_that_comes_through_a_layer_of_towers_keeps_its_fault() {
    let error = Error::from(Condition::Conflict);
    assert_eq!(Error::of_service(error.into()).fault().http_status(), 409);
    let fault = Fault::condition(Condition::Gone);
    assert_eq!(Error::of_service(fault.into()).fault().http_status(), 410);
    assert_eq!(Error::of_service("text".into()).fault().http_status(), 500);
}

#[test]
fn an_error_is_the_cause_of_another_with_its_own_sources() {
    let inner: Result<(), Error> = Err(std::io::Error::other("the disk is full").into());
    let outer = inner.or_code(Condition::UpstreamFailed).unwrap_err();
    assert_eq!(outer.cause().unwrap().chain(), "internal: the disk is full");
    let error = Error::from(outer);
    assert_eq!(error.clone().source().unwrap().to_string(), "internal");
}

#[test]
fn an_error_tells_the_line_that_made_it_one() {
    let error = Error::from(Condition::Gone);
    assert_eq!(error.fault().location().unwrap().line(), line!() - 1);
}
