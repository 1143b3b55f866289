//! The setters of a fault.
//!
//! None of them fails: a value that cannot be attached is left out, and the log says so.

use std::borrow::Cow;

use manila_catalog_file::Applied;
use serde::Serialize;

use super::retry::RetryAfter;
use super::violation::Violation;
use super::{Fault, Kind};
use crate::http::header::{in_lower_case, is_field_name, is_field_value, is_reserved};
use crate::http::status::Status;

impl Fault {
    /// Sets another of the statuses that the code declares; the first of them by default.
    ///
    /// A status that the code does not declare is ignored and logged, and so is any status of a
    /// fault without a code ([`condition`](Self::condition), [`foreign`](Self::foreign)): code and
    /// status on the wire always agree with the catalog.
    ///
    /// ```
    /// use manila::{Envelopes, Status};
    ///
    /// #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    /// enum ApiError {
    ///     #[error("The name is taken.")]
    ///     #[error_code(statuses = [409, 422])]
    ///     NameTaken,
    /// }
    ///
    /// let status = |status| {
    ///     let fault = ApiError::NameTaken.fault().with_status(Status::new(status).unwrap());
    ///     Envelopes::ok_error().render(&fault, None).status()
    /// };
    /// assert_eq!(status(422), 422);
    /// assert_eq!(status(418), 409);
    /// ```
    #[must_use]
    pub fn with_status(mut self, status: Status) -> Self {
        match self.kind {
            Kind::Code(code, _) if code.statuses().contains(&status) => {
                self.kind = Kind::Code(code, status);
            }
            _ => self.note_dropped(format_args!(
                "status {status}: the code does not declare it"
            )),
        }
        self
    }

    /// Sets the sentence about this occurrence, for the client. A 5xx shows the catalog's message
    /// alone; there this one goes to the log.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// let body = |condition| {
    ///     let fault = Fault::condition(condition).with_message("Node 7 has the newer copy.");
    ///     let rendered = Envelopes::code_data().render(&fault, None);
    ///     String::from_utf8(rendered.body().to_vec()).unwrap()
    /// };
    /// assert_eq!(body(Condition::Conflict), r#"{"code":-409,"data":"Node 7 has the newer copy."}"#);
    /// assert!(!body(Condition::Internal).contains("Node 7"));
    /// ```
    #[must_use]
    pub fn with_message(mut self, message: impl Into<Cow<'static, str>>) -> Self {
        self.attached_mut().message = Some(message.into());
        self
    }

    /// Attaches a detail, serialized at once. Of a 5xx only the details that the catalog declares
    /// are public; others go to the log.
    ///
    /// A value that does not serialize is left out and logged, and the fault keeps its
    /// code and status. So is a detail named `errors`, `more`, `reason`, `remedy`, `retry`,
    /// `source_message` or `truncated`, which are members of Manila's own.
    ///
    /// ```
    /// use manila::{Condition, Fault};
    ///
    /// let fault = Fault::condition(Condition::Conflict)
    ///     .with_detail("holder", "ada")
    ///     .with_detail("retry", "is Manila's own");
    /// assert_eq!(fault.details().count(), 1);
    /// ```
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
    /// [detail](Self::with_detail), in the order in which they are serialized.
    ///
    /// A member of the same name as an earlier detail replaces it. A value that is no object, or
    /// does not serialize, adds nothing and is logged.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// #[derive(serde::Serialize)]
    /// struct Quota { limit: u32, used: u32 }
    ///
    /// let fault = Fault::condition(Condition::Conflict)
    ///     .with_details(Quota { limit: 5, used: 5 })
    ///     .with_details("no object");
    /// let rendered = Envelopes::ok_error().render(&fault, None);
    /// assert!(rendered.body().ends_with(br#""details":{"limit":5,"used":5}}}"#));
    /// ```
    #[must_use]
    pub fn with_details(mut self, members: impl Serialize) -> Self {
        self.attached_mut().details.attach_members(&members);
        self
    }

    /// Adds an invalid field of the request. A client sees it unless the status is a 5xx, whose
    /// violations are for the log.
    ///
    /// ```
    /// use manila::{Condition, Fault, Pointer, Violation};
    ///
    /// let violation = Violation::new("Must be a valid email address.")
    ///     .with_pointer(Pointer::root().member("email"));
    /// let fault = Fault::condition(Condition::Validation).with_violation(violation);
    /// assert_eq!(fault.violations().len(), 1);
    /// ```
    #[must_use]
    pub fn with_violation(mut self, violation: Violation) -> Self {
        self.attached_mut().violations.push(violation);
        self
    }

    /// Adds invalid fields of the request, behind earlier ones.
    ///
    /// ```
    /// use manila::{Condition, Fault, Violation};
    ///
    /// let missing = ["name", "email"]
    ///     .map(|name| Violation::new("A required parameter is missing.").with_parameter(name));
    /// let fault = Fault::condition(Condition::InvalidQuery).with_violations(missing);
    /// assert_eq!(fault.violations().len(), 2);
    /// ```
    #[must_use]
    pub fn with_violations(mut self, violations: impl IntoIterator<Item = Violation>) -> Self {
        self.attached_mut().violations.extend(violations);
        self
    }

    /// Notes that there are more violations than are attached.
    pub(crate) fn with_more_violations(mut self) -> Self {
        self.attached_mut().has_more_violations = true;
        self
    }

    /// Sets when the same request can succeed: a [`Duration`](std::time::Duration) from the
    /// response on, or a [`SystemTime`](std::time::SystemTime). `None` changes nothing.
    ///
    /// The response carries it as `retry-after` (RFC 9110 §10.2.3): a duration in whole seconds,
    /// rounded up and at least 1, or a moment as a date; either is a year ahead at most. A duration
    /// is in the body as well, as `retry.after_seconds` among the details, for clients that cannot
    /// read the header. `x-should-retry` is `true` then, whatever the catalog advises.
    ///
    /// ```
    /// use std::time::Duration;
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/header.rs")); }
    /// let fault = Fault::condition(Condition::RateLimited)
    ///     .with_retry_after(Duration::from_millis(1500));
    /// let rendered = Envelopes::ok_error().render(&fault, None);
    /// assert!(rendered.body().ends_with(br#""details":{"retry":{"after_seconds":2}}}}"#));
    /// # let mut header = example::Header::default();
    /// rendered.apply(&mut header);
    /// assert_eq!(header.get("retry-after"), Some("2"));
    /// ```
    #[must_use]
    pub fn with_retry_after(mut self, after: impl RetryAfter) -> Self {
        if let Some(moment) = after.into_moment() {
            self.attached_mut().retry = Some(moment);
        }
        self
    }

    /// Sets whether the request had its effect before it failed, so that a client knows whether it
    /// is safe to repeat. In the body it is `retry.applied` among the details; without it the
    /// client is not informed either way.
    ///
    /// ```
    /// use manila::{Applied, Condition, Envelopes, Fault};
    ///
    /// let fault = Fault::condition(Condition::UpstreamFailed).with_applied(Applied::Unknown);
    /// let rendered = Envelopes::ok_error().render(&fault, None);
    /// assert!(rendered.body().ends_with(br#""details":{"retry":{"applied":"unknown"}}}}"#));
    /// ```
    #[must_use]
    pub fn with_applied(mut self, applied: Applied) -> Self {
        self.attached_mut().applied = Some(applied);
        self
    }

    /// Adds a header field to the response. `cache-control` and `retry-after` replace what the
    /// response would say otherwise; `allow` and `www-authenticate` are for a response that has none;
    /// members of `vary` are added to those that are there; any other name may be repeated. Nothing
    /// but this lets a cache keep an error.
    ///
    /// The name is compared in lower case. A field that HTTP does not allow (RFC 9110 §5.5) is left
    /// out and logged, and so is one that belongs to the envelope or the server, such as
    /// `content-type`, `x-request-id` or `trailer`, and one that only requests have, such as
    /// `authorization`. `set-cookie` is allowed: a 401 may end a session.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/header.rs")); }
    /// let fault = Fault::condition(Condition::Unavailable)
    ///     .with_header("Cache-Control", "max-age=5")
    ///     .with_header("content-type", "text/plain")
    ///     .with_header("x-region", "eu\r\nx-forged: 1");
    /// # let mut header = example::Header::default();
    /// Envelopes::ok_error().render(&fault, None).apply(&mut header);
    /// assert_eq!(header.get("cache-control"), Some("max-age=5"));
    /// assert_eq!(header.get("content-type"), Some("application/json"));
    /// assert_eq!(header.get("x-region"), None);
    /// ```
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
            self.note_dropped(format_args!(
                "header {name:?}: not a field that a fault can set"
            ));
        }
        self
    }

    /// Keeps the short text of the foreign response that the envelope replaces. A client sees it
    /// in the detail `reason`, of a 4xx alone.
    ///
    /// ```
    /// use manila::{Envelopes, Fault};
    ///
    /// let fault = Fault::foreign(400).with_reason("Unknown time zone.");
    /// let rendered = Envelopes::ok_error().render(&fault, None);
    /// assert!(rendered.body().ends_with(br#""details":{"reason":"Unknown time zone."}}}"#));
    /// ```
    #[must_use]
    pub fn with_reason(mut self, text: impl Into<Box<str>>) -> Self {
        self.attached_mut().reason = Some(text.into());
        self
    }
}
