//! What an operator is told of an error response: the log event, and the observers of a service.
//!
//! There is one [`ErrorReport`] for each error response. The event is made of it, and so is whatever
//! an observer does. Nothing of it is made where nobody listens.

mod event;
mod line;
mod report;

use std::fmt;
use std::sync::Arc;

pub(crate) use self::event::{is_log_heard, log};
pub use self::report::{ErrorReport, Origin};
use crate::panics::catch_panic;

/// Is told of every error response of a service, once: to count it, to send it to whoever collects
/// errors, to audit it, or to assert on it in a test. A closure serves. It is set by
/// [`Envelopes::observe`](crate::Envelopes::observe).
///
/// ```
/// use std::collections::BTreeMap;
/// use std::sync::{Arc, Mutex};
///
/// use manila::adapter::{Replacement, Request, Responder};
/// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/response.rs")); }
/// # use example::Response;
/// use manila::{Condition, Envelopes, ErrorReport, Fault, Observe};
///
/// /// How many errors there were of each code.
/// #[derive(Clone, Default)]
/// struct Counts(Arc<Mutex<BTreeMap<String, u64>>>);
///
/// impl Observe for Counts {
///     fn observe(&self, report: &ErrorReport<'_>) {
///         *self.0.lock().unwrap().entry(report.code().to_owned()).or_default() += 1;
///     }
/// }
///
/// let counts = Counts::default();
/// let responder = Responder::new(Envelopes::ok_error().observe(counts.clone()));
/// for condition in [Condition::Gone, Condition::Timeout, Condition::Gone] {
///     let replacement = Replacement::of_fault(Fault::condition(condition));
///     let (mut head, id) = (Response::default(), "abc-123".to_owned());
///     responder.replace(&mut head, &Request::default(), id, &replacement);
/// }
/// assert_eq!(counts.0.lock().unwrap()["gone"], 2);
/// ```
pub trait Observe: Send + Sync {
    /// Is told of an error response, after it was written and before it is sent. The client waits
    /// for it, so that it should wait for nothing. If it panics, this report is lost and nothing
    /// else.
    fn observe(&self, report: &ErrorReport<'_>);
}

impl<F: Fn(&ErrorReport<'_>) + Send + Sync> Observe for F {
    fn observe(&self, report: &ErrorReport<'_>) {
        self(report);
    }
}

/// Who is told of the errors of a service, and of what.
#[derive(Clone, Default)]
pub(crate) struct Observers {
    pub(crate) told: Vec<Arc<dyn Observe>>,
    pub(crate) has_no_event: bool,
    pub(crate) has_no_path: bool,
    pub(crate) has_no_foreign_text: bool,
}

impl Observers {
    pub(crate) fn is_anyone_told(&self) -> bool {
        !self.told.is_empty() || !self.has_no_event && is_log_heard()
    }

    /// Tells the log and every observer.
    pub(crate) fn tell(&self, mut report: ErrorReport<'_>) {
        if self.has_no_path {
            report.path = None;
        }
        if !self.has_no_event {
            log(&report);
        }
        for observer in &self.told {
            catch_panic(|| observer.observe(&report));
        }
    }
}

impl fmt::Debug for Observers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Observers")
            .field("told", &self.told.len())
            .field("has_no_event", &self.has_no_event)
            .field("has_no_path", &self.has_no_path)
            .field("has_no_foreign_text", &self.has_no_foreign_text)
            .finish()
    }
}
