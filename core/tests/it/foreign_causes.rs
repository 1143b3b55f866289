//! Errors of every kind as what led to a fault: by `or_code`, by `because`, and by `?` alone.

use std::borrow::Cow;
use std::convert::Infallible;
use std::error::Error;
use std::fmt;
use std::io;
use std::panic::Location;
use std::rc::Rc;
use std::sync::{Arc, Mutex, RwLock};

use manila::{Cause, Condition, Envelopes, Fault, IntoCause, OrCode as _};

use crate::support::logged;

type Sendable = Box<dyn Error + Send + Sync>;

#[derive(Debug, thiserror::Error)]
#[error("outer")]
struct Outer(#[source] io::Error);

/// An error of two that belongs to one thread.
#[derive(Debug)]
struct Local(Rc<Outer>);

impl fmt::Display for Local {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("local")
    }
}

impl Error for Local {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&*self.0)
    }
}

fn outer() -> Outer {
    Outer(io::Error::other("inner"))
}

fn of_anyhow() -> anyhow::Error {
    anyhow::Error::from(outer())
        .context("first")
        .context("second")
}

fn of_eyre() -> eyre::Report {
    eyre::Report::from(outer())
        .wrap_err("first")
        .wrap_err("second")
}

/// Whether a fault keeps an error itself, or the text of its chain.
#[derive(Debug, PartialEq)]
enum Kept {
    Error,
    Text,
}

/// The error is the cause, whichever way it comes to the fault, with each text of its chain once and in
/// order, and the fault is of the caller's line.
#[track_caller]
fn check<E: IntoCause<How>, How>(make: impl Fn() -> E, kept: &Kept, chain: &str) {
    let by_code = Err::<(), _>(make()).or_code(Condition::Conflict);
    let by_cause = Fault::condition(Condition::Conflict).because(make());
    for fault in [by_code.unwrap_err(), by_cause] {
        assert_eq!(fault.http_status(), 409);
        let cause = fault.cause().unwrap();
        let is_owned = cause.error().is_some();
        assert_eq!(is_owned, *kept == Kept::Error, "{chain}");
        assert_eq!(cause.chain(), chain);
        assert_eq!(fault.source().is_some(), is_owned);
        let rendered = Envelopes::ok_error().render(&fault, None);
        let ((), told) = logged("cause", || rendered.log(&fault, "abc-123", None));
        assert_eq!(told, [chain]);
    }
}

#[test]
fn an_error_of_any_kind_is_the_cause_with_its_whole_chain() {
    let four = "second: first: outer: inner";
    check(of_anyhow, &Kept::Error, four);
    check(of_eyre, &Kept::Error, four);
    check(|| anyhow::anyhow!("plain"), &Kept::Error, "plain");
    check(|| eyre::eyre!("plain"), &Kept::Error, "plain");

    let two = "outer: inner";
    check(outer, &Kept::Error, two);
    check(|| Box::new(outer()), &Kept::Error, two);
    check(|| Sendable::from(outer()), &Kept::Error, two);
    let shared = || -> Arc<dyn Error + Send + Sync> { Arc::new(outer()) };
    check(shared, &Kept::Error, two);
    let unshared = || -> Box<dyn Error + Send> { Box::new(outer()) };
    check(unshared, &Kept::Text, two);
    let local = || -> Box<dyn Error> { Box::new(Local(Rc::new(outer()))) };
    check(local, &Kept::Text, "local: outer: inner");

    check(|| "a text", &Kept::Text, "a text");
    check(|| String::from("a text"), &Kept::Text, "a text");
    check(|| Cow::Borrowed("a text"), &Kept::Text, "a text");
}

#[test]
fn the_error_of_a_lock_that_a_panic_has_left_is_the_cause() {
    let (mutex, lock) = (Mutex::new(7), RwLock::new(7));
    let left = std::thread::scope(|scope| {
        let held = || {
            let _both = (mutex.lock().unwrap(), lock.write().unwrap());
            panic!("a test's");
        };
        scope.spawn(held).join()
    });
    assert!(left.is_err());
    let faults = [
        mutex.lock().or_code(Condition::Conflict).err(),
        mutex.try_lock().or_code(Condition::Conflict).err(),
        lock.read().or_code(Condition::Conflict).err(),
        lock.try_read().or_code(Condition::Conflict).err(),
        lock.write().or_code(Condition::Conflict).err(),
        lock.try_write().or_code(Condition::Conflict).err(),
    ];
    for fault in faults {
        let chain = fault.unwrap().cause().unwrap().chain();
        assert!(chain.contains("poisoned"), "{chain}");
    }
    // What the lock held can be sent, and so can the error.
    let fault = mutex.into_inner().or_code(Condition::Conflict).unwrap_err();
    assert!(fault.cause().unwrap().error().is_some());
}

#[test]
fn the_error_inside_and_what_holds_it_are_found_by_their_types() {
    let bare = Fault::condition(Condition::Internal).because(anyhow::Error::from(outer()));
    let bare = bare.cause().unwrap();
    assert!(bare.error().unwrap().is::<Outer>());
    assert!(bare.downcast_ref::<anyhow::Error>().unwrap().is::<Outer>());
    assert!(bare.downcast_ref::<Outer>().is_none());

    let boxed = Fault::condition(Condition::Internal).because(Sendable::from(outer()));
    let boxed = boxed.cause().unwrap();
    assert!(boxed.error().unwrap().is::<Outer>());
    assert!(boxed.downcast_ref::<Sendable>().is_some());

    let report = Fault::condition(Condition::Internal).because(of_eyre());
    let report = report.cause().unwrap();
    let inner = manila::error_chain(report.error().unwrap()).last().unwrap();
    assert!(inner.is::<io::Error>());
    assert!(report.downcast_ref::<eyre::Report>().is_some());

    let value = Fault::condition(Condition::Internal).because(outer());
    let value = value.cause().unwrap();
    assert!(value.downcast_ref::<Outer>().is_some());

    let text = Fault::condition(Condition::Internal).because("a text");
    assert!(text.cause().unwrap().downcast_ref::<&str>().is_none());
}

/// The fault says that it was made on the line of `here`, for the condition that all of these name.
#[track_caller]
fn check_line(fault: &Fault, here: &Location<'_>) {
    assert_eq!(fault.http_status(), 410);
    let made = fault.location().unwrap();
    assert_eq!((made.file(), made.line()), (here.file(), here.line()));
}

#[test]
fn a_fault_is_of_the_line_that_names_the_code_of_an_error_of_any_kind() {
    let gone = Condition::Gone;
    #[rustfmt::skip]
    let cases = [
        (None::<u8>.or_code(gone).unwrap_err(), Location::caller()),
        (Err::<(), _>(of_anyhow()).or_code(gone).unwrap_err(), Location::caller()),
        (Err::<(), _>(of_eyre()).or_code(gone).unwrap_err(), Location::caller()),
        (Err::<(), _>(Sendable::from("a text")).or_code(gone).unwrap_err(), Location::caller()),
        (Err::<(), _>(Box::<dyn Error>::from("a text")).or_code(gone).unwrap_err(), Location::caller()),
        (Err::<(), _>("a text").or_code(gone).unwrap_err(), Location::caller()),
    ];
    for (fault, here) in &cases {
        check_line(fault, here);
    }
}

#[test]
fn a_value_that_is_missing_has_no_cause() {
    let fault = None::<u8>.or_code(Condition::Gone).unwrap_err();
    assert!(fault.cause().is_none());
    let said = Fault::condition(Condition::Gone).because_text("it was deleted");
    let fault = None::<u8>.or_code(said).unwrap_err();
    assert_eq!(fault.cause().unwrap().chain(), "it was deleted");
    assert_eq!(Some(7).or_code(Condition::Gone).unwrap(), 7);
    let never: Result<u8, Infallible> = Ok(7);
    assert_eq!(never.or_code(Condition::Gone).unwrap(), 7);
}

/// Nothing but the type that is asked for tells what is parsed, and what is bound by a trait is enough.
#[test]
fn no_type_has_to_be_named() {
    fn parsed(text: &str) -> Result<u8, Fault> {
        let number: u8 = text.parse().or_code(Condition::InvalidQuery)?;
        let text = text.parse::<u8>().or_code(Condition::Gone)?.to_string();
        assert_eq!(text, number.to_string());
        text.parse().or_code(Condition::Gone)
    }
    fn named<E: Error + Send + Sync + 'static>(error: E) -> Fault {
        let named = Err::<(), _>(error).or_code(Condition::Gone).unwrap_err();
        Fault::condition(Condition::Conflict).because(named)
    }
    assert_eq!(parsed("7").unwrap(), 7);
    assert_eq!(parsed("x").unwrap_err().http_status(), 400);
    assert_eq!(
        named(outer()).cause().unwrap().chain(),
        "gone: outer: inner"
    );
}

#[test]
fn a_type_of_ones_own_says_what_its_cause_is() {
    struct Status(i32);
    enum OfStatus {}
    impl IntoCause<OfStatus> for Status {
        fn into_cause(self) -> Cause {
            Cause::of_text(format_args!("status {}", self.0))
        }
    }
    let fault = Err::<(), _>(Status(-3)).or_code(Condition::Gone);
    assert_eq!(fault.unwrap_err().cause().unwrap().chain(), "status -3");
}

/// What `?` makes of an error whose type is hidden.
mod by_itself {
    use super::*;
    use manila::IntoFault;

    /// By value and by reference an error becomes the same.
    #[track_caller]
    fn check(error: impl IntoFault, status: u16, chain: Option<&str>) {
        for fault in [error.to_fault(), error.into_fault()] {
            assert_eq!(fault.http_status(), status);
            let cause = fault.cause().map(Cause::chain);
            assert_eq!(cause.as_deref(), chain);
        }
    }

    /// A fault that code which knows no framework has made.
    fn taken() -> Fault {
        Fault::condition(Condition::Conflict).with_message("The name is taken.")
    }

    #[derive(Debug, thiserror::Error)]
    #[error("outer")]
    struct Around(#[source] Fault);

    /// The same for one thread alone.
    #[derive(Debug, thiserror::Error)]
    #[error("local")]
    struct LocallyAround(#[source] Fault, Rc<()>);

    #[test]
    fn a_boxed_error_is_internal_unless_a_fault_is_in_it() {
        check(Sendable::from(outer()), 500, Some("outer: inner"));
        check(Sendable::from(taken()), 409, None);
        let within = "outer: conflict: The name is taken.";
        check(Sendable::from(Around(taken())), 409, Some(within));

        let local: Box<dyn Error> = Box::new(Local(Rc::new(outer())));
        check(local, 500, Some("local: outer: inner"));
        check(Box::<dyn Error>::from(taken()), 409, None);
        let local = LocallyAround(taken(), Rc::new(()));
        let within = "local: conflict: The name is taken.";
        check(Box::<dyn Error>::from(local), 409, Some(within));
    }

    #[test]
    fn a_fault_that_is_made_of_a_boxed_error_is_of_the_line_that_makes_it() {
        let fault = Sendable::from(outer()).into_fault();
        assert_eq!(fault.location().unwrap().line(), line!() - 1);
        let fault = Box::<dyn Error>::from(outer()).into_fault();
        assert_eq!(fault.location().unwrap().line(), line!() - 1);
    }

    #[cfg(all(feature = "anyhow-1", feature = "eyre-06"))]
    #[test]
    fn an_error_of_anyhow_or_eyre_is_internal_unless_a_fault_is_in_it() {
        let four = Some("second: first: outer: inner");
        check(of_anyhow(), 500, four);
        check(of_eyre(), 500, four);
        check(anyhow::Error::from(taken()), 409, None);
        check(eyre::Report::from(taken()), 409, None);
        let around = Some("first: conflict: The name is taken.");
        check(anyhow::Error::from(taken()).context("first"), 409, around);
        check(eyre::Report::from(taken()).wrap_err("first"), 409, around);
        // The fault is the context.
        let around = Some("second: conflict: The name is taken.: outer: inner");
        let context = anyhow::Error::from(outer()).context(taken());
        check(context.context("second"), 409, around);
        let context = eyre::Report::from(outer()).wrap_err(taken());
        check(context.wrap_err("second"), 409, around);
        let fault = of_anyhow().into_fault();
        assert_eq!(fault.location().unwrap().line(), line!() - 1);
    }
}
