//! Violations that are collected before the request is answered.

use crate::Condition;
use crate::fault::Fault;
use crate::fault::violation::{Origin, Violation};

/// Violations that are collected before the request is answered, so that a client learns of all of
/// them at once.
///
/// ```
/// use manila::{Envelopes, Fault, Pointer, Violation, Violations, render};
///
/// fn check(seats: u32, name: &str) -> Result<(), Fault> {
///     let mut violations = Violations::new();
///     if seats == 0 {
///         let pointer = Pointer::root().member("seats");
///         violations.add(Violation::new("A team has a seat at least.").rule("min").pointer(pointer));
///     }
///     if name.is_empty() {
///         let pointer = Pointer::root().member("name");
///         violations.add(Violation::new("A team has a name.").rule("min_length").pointer(pointer));
///     }
///     violations.into_result()
/// }
///
/// assert!(check(1, "core").is_ok());
/// let rendered = render(&check(0, "").unwrap_err(), &Envelopes::json_api().context(None));
/// assert_eq!(rendered.status(), 422);
/// let body = std::str::from_utf8(rendered.body()).unwrap();
/// assert!(body.contains("/seats") && body.contains("/name"));
/// ```
#[derive(Debug, Clone, Default)]
#[must_use = "violations answer nothing until they are made a result"]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// None.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds one.
    pub fn add(&mut self, violation: Violation) {
        self.0.push(violation);
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Nothing, or the fault that carries the violations.
    ///
    /// The response has the most generally applicable status (JSON:API 1.1, "Error Objects"): that
    /// of the condition `validation` for broken rules; that of the violations' codes where they
    /// agree; else 400, or 500 where one of the codes is a 5xx.
    ///
    /// # Errors
    ///
    /// The fault, if there is a violation.
    pub fn into_result(self) -> Result<(), Fault> {
        if self.0.is_empty() {
            return Ok(());
        }
        Err(self.fault().violations(self.0))
    }

    fn fault(&self) -> Fault {
        const BROKEN_RULE: u16 = 422;
        let mut statuses = self.0.iter().map(|violation| match &violation.origin {
            Origin::Code(code) => code.status().get(),
            Origin::Condition(_) | Origin::Rule(_) | Origin::Fault => BROKEN_RULE,
        });
        let first = statuses.next().unwrap_or(BROKEN_RULE);
        let highest = statuses.clone().fold(first, u16::max);
        match statuses.all(|status| status == first) {
            true if first == BROKEN_RULE => Fault::condition(Condition::Validation),
            true => Fault::foreign(first),
            false if highest >= 500 => Fault::condition(Condition::Internal),
            false => Fault::condition(Condition::BadRequest),
        }
    }
}

impl Extend<Violation> for Violations {
    fn extend<T: IntoIterator<Item = Violation>>(&mut self, violations: T) {
        self.0.extend(violations);
    }
}

impl FromIterator<Violation> for Violations {
    fn from_iter<T: IntoIterator<Item = Violation>>(violations: T) -> Self {
        Self(violations.into_iter().collect())
    }
}
