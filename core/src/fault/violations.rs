//! Violations that are collected before the request is answered.
//!
//! A handler with checks of its own collects them here, as an extractor does for what it reads, so
//! that a form shows all its mistakes at once.

use std::panic::Location;

use super::Fault;
use super::violation::{CodeSource, Violation};
use crate::Condition;

/// Violations that are collected before the request is answered, so that a client learns of all of
/// them at once.
///
/// ```
/// use manila::{Envelopes, Fault, Pointer, Violation, Violations};
///
/// fn check(seats: u32, name: &str) -> Result<(), Fault> {
///     let mut violations = Violations::new();
///     if seats == 0 {
///         let pointer = Pointer::root().member("seats");
///         violations.add(Violation::new("A team has a seat at least.").with_rule("min").with_pointer(pointer));
///     }
///     if name.is_empty() {
///         let pointer = Pointer::root().member("name");
///         violations.add(Violation::new("A team has a name.").with_rule("min_length").with_pointer(pointer));
///     }
///     violations.into_result()
/// }
///
/// assert!(check(1, "core").is_ok());
/// let rendered = Envelopes::json_api().render(&check(0, "").unwrap_err(), None);
/// assert_eq!(rendered.status(), 422);
/// let body = std::str::from_utf8(rendered.body()).unwrap();
/// assert!(body.contains("/seats") && body.contains("/name"));
/// ```
///
/// It keeps the first 1,000, more than a response has room for; where there were others, the response
/// says so by `more` in the details.
#[derive(Debug, Clone, Default, PartialEq)]
#[must_use = "violations answer nothing until they are made a result"]
pub struct Violations {
    kept: Vec<Violation>,
    has_more: bool,
}

/// The most violations that are collected of one request. A client could otherwise have hundreds of
/// bytes kept for each of its own.
pub(crate) const MOST_VIOLATIONS: usize = 1_000;

impl Violations {
    /// Creates a collection of none.
    pub const fn new() -> Self {
        Self {
            kept: Vec::new(),
            has_more: false,
        }
    }

    /// Adds a violation. The response lists them in this order, and those past the first 1,000 not at
    /// all.
    ///
    /// ```
    /// use manila::{Violation, Violations};
    ///
    /// let mut violations = Violations::new();
    /// violations.add(Violation::new("Must be at least 1.").with_parameter("page"));
    /// assert_eq!((violations.len(), violations.is_empty()), (1, false));
    /// ```
    pub fn add(&mut self, violation: Violation) {
        if self.kept.len() < MOST_VIOLATIONS {
            self.kept.push(violation);
        } else {
            self.has_more = true;
        }
    }

    /// Returns whether there were more violations than are kept.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Violation, Violations};
    ///
    /// let wrong = |at: usize| Violation::new(format!("Row {at} is wrong."));
    /// let violations: Violations = (0..1_001).map(wrong).collect();
    /// assert_eq!((violations.len(), violations.has_more()), (1_000, true));
    /// let rendered = Envelopes::ok_error().render(&violations.into_result().unwrap_err(), None);
    /// assert!(rendered.body().ends_with(br#""more":true}}}"#));
    /// ```
    #[must_use]
    pub const fn has_more(&self) -> bool {
        self.has_more
    }

    /// Notes that whoever finds violations has stopped before the end.
    #[cfg(feature = "extract")]
    pub(crate) const fn stop(&mut self) {
        self.has_more = true;
    }

    /// The fault of broken rules, or of several issues, that an extractor has found.
    #[cfg(feature = "extract")]
    pub(crate) fn into_detected(self) -> Fault {
        self.attach_to(Fault::detected(Condition::Validation))
    }

    fn attach_to(self, fault: Fault) -> Fault {
        let fault = fault.with_violations(self.kept);
        if self.has_more {
            fault.with_more_violations()
        } else {
            fault
        }
    }

    /// Returns whether no violation was added, so that the request is fine.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Returns the number of violations that are kept.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.kept.len()
    }

    /// Returns an iterator over the violations, in the order in which they were added.
    ///
    /// ```
    /// use manila::{Violation, Violations};
    ///
    /// let violations = Violations::from(Violation::new("Must be at least 1.").with_rule("min"));
    /// assert!(violations.iter().all(|violation| violation.message() == "Must be at least 1."));
    /// ```
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.kept.iter()
    }

    /// Returns `Ok(())` if there are none, otherwise a fault carrying them.
    ///
    /// The response has the most generally applicable status (JSON:API 1.1, "Error Objects"): that
    /// of the condition `validation` for broken rules; that of the violations' codes where they
    /// agree; else 400, or 500 where one of the codes is a 5xx.
    ///
    /// ```
    /// use manila::{Violation, Violations};
    ///
    /// manila::catalog! { pub enum ApiError = "../catalogs/vibehost.toml" }
    ///
    /// let broken_rule = Violation::new("Must be at least 1.").with_rule("min");
    /// let taken = Violation::new("The name is taken.").with_code(ApiError::Conflict.code());
    /// let status = |violations: Vec<Violation>| {
    ///     Violations::from(violations).into_result().map_err(|fault| fault.http_status())
    /// };
    /// assert_eq!(status(vec![]), Ok(()));
    /// assert_eq!(status(vec![broken_rule.clone()]), Err(422));
    /// assert_eq!(status(vec![taken.clone()]), Err(409));
    /// assert_eq!(status(vec![broken_rule, taken]), Err(400));
    /// ```
    ///
    /// # Errors
    ///
    /// A fault with all violations, if any was added.
    #[track_caller]
    pub fn into_result(self) -> Result<(), Fault> {
        if self.kept.is_empty() {
            return Ok(());
        }
        let fault = self.fault();
        Err(self.attach_to(fault))
    }

    #[track_caller]
    fn fault(&self) -> Fault {
        const BROKEN_RULE: u16 = 422;
        let mut statuses = self
            .kept
            .iter()
            .map(|violation| match violation.code_source() {
                CodeSource::Code(code) => code.status().get(),
                CodeSource::Condition(_) | CodeSource::Rule(_) | CodeSource::Fault => BROKEN_RULE,
            });
        let first = statuses.next().unwrap_or(BROKEN_RULE);
        let highest = statuses.clone().fold(first, u16::max);
        match statuses.all(|status| status == first) {
            true if first == BROKEN_RULE => Fault::condition(Condition::Validation),
            true => Fault::foreign(first).with_location(Location::caller()),
            false if highest >= 500 => Fault::condition(Condition::Internal),
            false => Fault::condition(Condition::BadRequest),
        }
    }
}

impl Extend<Violation> for Violations {
    fn extend<T: IntoIterator<Item = Violation>>(&mut self, violations: T) {
        for violation in violations {
            self.add(violation);
            if self.has_more {
                return;
            }
        }
    }
}

impl FromIterator<Violation> for Violations {
    fn from_iter<T: IntoIterator<Item = Violation>>(violations: T) -> Self {
        let mut collected = Self::new();
        collected.extend(violations);
        collected
    }
}

/// Creates a collection of one violation, to be answered at once by
/// [`into_result`](Violations::into_result).
impl From<Violation> for Violations {
    fn from(violation: Violation) -> Self {
        Self {
            kept: vec![violation],
            has_more: false,
        }
    }
}

impl From<Vec<Violation>> for Violations {
    fn from(mut violations: Vec<Violation>) -> Self {
        let has_more = violations.len() > MOST_VIOLATIONS;
        violations.truncate(MOST_VIOLATIONS);
        Self {
            kept: violations,
            has_more,
        }
    }
}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.kept.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.kept.iter()
    }
}
