//! What can be said of one occurrence.

use std::borrow::Cow;
use std::error::Error;

use serde::Serialize;

use super::cause::Cause;
use super::retry::{Applied, RetryAfter};
use super::violation::Violation;
use super::{Fault, Kind};
use crate::http::header::{in_lower_case, is_field_name, is_field_value, is_reserved};
use crate::http::status::Status;

impl Fault {
    /// Answers with another of the statuses that the code declares. A status that it does not
    /// declare is not taken: code and status on the wire always agree with the catalog.
    #[must_use]
    pub fn with_status(mut self, status: Status) -> Self {
        match self.kind {
            Kind::Code(code, _) if code.statuses().contains(&status) => {
                self.kind = Kind::Code(code, status);
            }
            _ => self.note_dropped(format!("status {status}: the code does not declare it")),
        }
        self
    }

    /// The sentence about this occurrence, for the client. A 5xx shows the catalog's message
    /// alone; there this one goes to the log.
    #[must_use]
    pub fn with_message(mut self, message: impl Into<Cow<'static, str>>) -> Self {
        self.attached_mut().message = Some(message.into());
        self
    }

    /// Attaches a detail, serialized at once. Of a 5xx only the details that the catalog declares
    /// are public; others go to the log.
    ///
    /// A value that does not serialize is left out and told to the log, and the fault keeps its
    /// code and status. So is a detail named `errors`, `reason`, `retry` or `truncated`, which
    /// are members of Manila's own.
    #[must_use]
    pub fn with_detail(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl Serialize,
    ) -> Self {
        self.attached_mut().details.attach(&name.into(), &value);
        self
    }

    /// Attaches every member of a value that serializes to a JSON object as a
    /// [detail](Self::with_detail).
    #[must_use]
    pub fn with_details(mut self, members: impl Serialize) -> Self {
        self.attached_mut().details.attach_members(&members);
        self
    }

    /// Adds a violation.
    #[must_use]
    pub fn with_violation(mut self, violation: Violation) -> Self {
        self.attached_mut().violations.push(violation);
        self
    }

    /// Adds violations.
    #[must_use]
    pub fn with_violations(mut self, violations: impl IntoIterator<Item = Violation>) -> Self {
        self.attached_mut().violations.extend(violations);
        self
    }

    /// Says when the same request can succeed: a duration from now, or a moment. It becomes
    /// `Retry-After` (RFC 9110 §10.2.3), in whole seconds rounded up.
    #[must_use]
    pub fn with_retry_after(mut self, after: impl RetryAfter) -> Self {
        if let Some(moment) = after.into_moment() {
            self.attached_mut().retry = Some(moment);
        }
        self
    }

    /// Says whether the request had its effect before it failed.
    #[must_use]
    pub fn with_applied(mut self, applied: Applied) -> Self {
        self.attached_mut().applied = Some(applied);
        self
    }

    /// Adds a header field to the response. `cache-control` and `retry-after` replace what the
    /// response would say otherwise; any other name may be repeated.
    ///
    /// A field that HTTP does not allow (RFC 9110 §5.5), and one that belongs to the envelope,
    /// such as `content-type`, is left out and told to the log.
    #[must_use]
    pub fn with_header(
        mut self,
        name: impl Into<Cow<'static, str>>,
        value: impl Into<Cow<'static, str>>,
    ) -> Self {
        let (name, value) = (in_lower_case(name.into()), value.into());
        if is_field_name(&name) && is_field_value(&value) && !is_reserved(&name) {
            self.attached_mut().headers.push((name, value));
        } else {
            self.note_dropped(format!("header {name:?}: not a field that a fault can set"));
        }
        self
    }

    /// Keeps the error that led here. Logged, never sent.
    #[must_use]
    pub fn because(mut self, cause: impl Error + Send + Sync + 'static) -> Self {
        self.attached_mut().cause = Some(Cause::new(cause));
        self
    }

    /// Like [`because`](Self::because), for an error you can only borrow: keeps the text of it and of
    /// its sources. Logged, never sent.
    #[must_use]
    pub fn because_of(mut self, cause: &dyn Error) -> Self {
        self.attached_mut().cause = Some(Cause::of(cause));
        self
    }

    /// Keeps a text about what led here. Logged, never sent.
    #[must_use]
    pub fn because_text(mut self, text: impl Into<String>) -> Self {
        self.attached_mut().cause = Some(Cause::from_text(text.into()));
        self
    }

    /// Keeps the short text of the foreign response that the fault stands in for.
    #[must_use]
    pub fn with_reason(mut self, text: impl Into<Box<str>>) -> Self {
        self.attached_mut().reason = Some(text.into());
        self
    }

    /// Says where the fault was made, for the log.
    #[must_use]
    pub const fn with_location(mut self, location: &'static std::panic::Location<'static>) -> Self {
        self.location = Some(location);
        self
    }
}
