//! What an error costs where no subscriber is set: no text is made of its cause.
//!
//! One test, in a binary of its own: a subscriber of another test would listen for the process.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use manila::adapter::{Carrier, Replacement, Request, Responder, ResponseHeader, WriteResponse};
use manila::{Condition, Envelopes, ErrorReport, Fault};

/// A head that keeps nothing.
struct Head;

impl ResponseHeader for Head {
    fn has(&self, _: &'static str) -> bool {
        false
    }
    fn set(&mut self, _: Cow<'static, str>, _: Cow<'static, str>) {}
    fn append(&mut self, _: Cow<'static, str>, _: Cow<'static, str>) {}
    fn retain(&mut self, _: &dyn Fn(&str) -> bool) {}
}

impl WriteResponse for Head {
    type Id = String;
    type Head = ();

    fn status(&self) -> u16 {
        200
    }
    fn set_status(&mut self, _: u16) {}
    fn ensure_id(&mut self, id: String) -> String {
        id
    }
    fn set_carrier(&mut self, _: Carrier) {}
}

/// An error that knows whether anybody has read it.
#[derive(Debug)]
struct Unread(Arc<AtomicBool>);

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.store(true, Ordering::Relaxed);
        f.write_str("read")
    }
}

impl std::error::Error for Unread {}

#[test]
fn no_text_is_made_where_nobody_listens() {
    let is_read = Arc::new(AtomicBool::new(false));
    let is_told = Arc::new(AtomicBool::new(false));
    let told = Arc::clone(&is_told);
    let observed = Envelopes::ok_error().observe(move |report: &ErrorReport<'_>| {
        told.store(report.cause().is_some(), Ordering::Relaxed);
    });
    for envelopes in [Envelopes::ok_error(), observed] {
        let fault = Fault::condition(Condition::Internal).because(Unread(Arc::clone(&is_read)));
        let responder = Responder::new(envelopes);
        let (request, replacement) = (Request::default(), Replacement::of_fault(fault));
        responder.replace(&mut Head, &request, "abc-123".to_owned(), &replacement);
        assert!(!is_read.load(Ordering::Relaxed));
    }
    assert!(is_told.load(Ordering::Relaxed));
}
