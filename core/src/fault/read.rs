//! The getters of a fault, for observers, tests and clients of the service.
//!
//! They return everything that was attached, also the parts that no response discloses.

use std::borrow::Cow;
use std::panic::Location;

use manila_catalog_file::Applied;

use super::cause::Cause;
use super::details::Member;
use super::retry::RetryMoment;
use super::violation::Violation;
use super::{Details, Fault};

impl Fault {
    /// Returns the sentence that this occurrence was given; `None` where the catalog's is sent.
    ///
    /// A client sees it unless the status is a 5xx, which shows the catalog's message alone.
    ///
    /// ```
    /// use manila::{Condition, Fault};
    ///
    /// let fault = Fault::condition(Condition::Conflict);
    /// assert_eq!(fault.message(), None);
    /// assert_eq!(fault.with_message("The name is taken.").message(), Some("The name is taken."));
    /// ```
    #[must_use]
    pub fn message(&self) -> Option<&str> {
        self.attached()?.message.as_deref()
    }

    /// Returns the details in the order in which they were attached: each name, and the value as
    /// JSON.
    ///
    /// These are all of them, also those that a 5xx keeps for the log;
    /// [`PublicFault::details`](crate::PublicFault::details) gives those that a client may see.
    ///
    /// ```
    /// use manila::{Condition, Fault};
    ///
    /// let fault = Fault::condition(Condition::Conflict)
    ///     .with_detail("limit", 5)
    ///     .with_detail("plan", "free");
    /// let details: Vec<_> = fault.details().collect();
    /// assert_eq!(details, [("limit".into(), "5"), ("plan".into(), r#""free""#)]);
    /// ```
    pub fn details(&self) -> impl Iterator<Item = (Cow<'_, str>, &str)> {
        let details = self.attached().map(|attached| &attached.details);
        details
            .into_iter()
            .flat_map(Details::members)
            .map(Member::pair)
    }

    /// Returns the violations in the order in which they were added.
    ///
    /// ```
    /// use manila::{Condition, Fault, Violation};
    ///
    /// let violation = Violation::new("Must be at least 1.").with_parameter("page");
    /// let fault = Fault::condition(Condition::InvalidQuery).with_violation(violation.clone());
    /// assert_eq!(fault.violations(), [violation]);
    /// ```
    #[must_use]
    pub fn violations(&self) -> &[Violation] {
        self.attached().map_or(&[], |attached| &attached.violations)
    }

    /// Returns when the same request can succeed, if it was set.
    ///
    /// ```
    /// use std::time::Duration;
    /// use manila::{Condition, Fault, RetryMoment};
    ///
    /// let fault = Fault::condition(Condition::Overloaded).with_retry_after(Duration::from_secs(2));
    /// assert_eq!(fault.retry(), Some(RetryMoment::After(Duration::from_secs(2))));
    /// ```
    #[must_use]
    pub fn retry(&self) -> Option<RetryMoment> {
        self.attached()?.retry
    }

    /// Returns whether the request had its effect before it failed, if it was set.
    ///
    /// ```
    /// use manila::{Applied, Condition, Fault};
    ///
    /// let fault = Fault::condition(Condition::Timeout).with_applied(Applied::Unknown);
    /// assert_eq!(fault.applied(), Some(Applied::Unknown));
    /// ```
    #[must_use]
    pub fn applied(&self) -> Option<Applied> {
        self.attached()?.applied
    }

    /// Returns the header fields that the fault adds to its response, each name in lower case.
    ///
    /// `Retry-After` is not among them where it comes of [`retry`](Self::retry).
    ///
    /// ```
    /// use manila::{Condition, Fault};
    ///
    /// let fault = Fault::condition(Condition::Gone).with_header("Sunset", "Sat, 31 Oct 2026 23:59:59 GMT");
    /// assert_eq!(fault.headers().next(), Some(("sunset", "Sat, 31 Oct 2026 23:59:59 GMT")));
    /// ```
    pub fn headers(&self) -> impl Iterator<Item = (&str, &str)> {
        let headers = self.attached().map(|attached| &attached.headers);
        headers
            .into_iter()
            .flatten()
            .map(|(name, value)| (&**name, &**value))
    }

    /// Returns the error that led here, which is logged and never sent.
    ///
    /// ```
    /// use manila::{Condition, Fault};
    ///
    /// let fault = Fault::condition(Condition::Internal).because_text("the lock is poisoned");
    /// assert_eq!(fault.cause().unwrap().chain(), "the lock is poisoned");
    /// ```
    #[must_use]
    pub fn cause(&self) -> Option<&Cause> {
        self.attached()?.cause.as_ref()
    }

    /// Returns the text of the foreign response that the envelope replaces, if it had a short one.
    ///
    /// ```
    /// use manila::Fault;
    ///
    /// let fault = Fault::foreign(403).with_reason("The address is blocked.");
    /// assert_eq!(fault.reason(), Some("The address is blocked."));
    /// ```
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.attached()?.reason.as_deref()
    }

    /// Returns how the body of the foreign response begins that the envelope replaces, for the log:
    /// up to 1 KiB of text or JSON that came at once. `None` where the client has the text as the
    /// [`reason`](Self::reason), and where the service keeps none
    /// ([`Envelopes::no_foreign_text`](crate::Envelopes::no_foreign_text)).
    ///
    #[doc = include_str!("../docs/adapter/foreign_text.md")]
    #[must_use]
    pub fn foreign_text(&self) -> Option<&str> {
        self.attached()?.foreign_text.as_deref()
    }

    /// Returns the line of code that made the fault, for the log; `None` where no line of the
    /// service's own did, as for an unknown route.
    ///
    /// ```
    /// use manila::{Condition, Fault};
    ///
    /// let fault = Fault::condition(Condition::Conflict);
    /// assert_eq!(fault.location().unwrap().line(), line!() - 1);
    /// assert!(Fault::detected(Condition::RouteNotFound).location().is_none());
    /// ```
    #[must_use]
    pub fn location(&self) -> Option<&'static Location<'static>> {
        let file = self.location?.file();
        // A constructor that is handed over as a function is called by the standard library.
        let is_std = file.starts_with("/rustc/") || file.contains("/library/core/src/");
        self.location
            .filter(|_| !is_std && !file.starts_with(own_folder()))
    }
}

/// The folder of this crate's own code, whose lines say nothing of the service's.
fn own_folder() -> &'static str {
    let len = file!().len() - "fault/read.rs".len();
    file!().get(..len).unwrap_or(file!())
}
