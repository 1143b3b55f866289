//! The one log event of an error response.
//!
//! It has everything that the response does not disclose, on one line and under the same id. It is
//! a `tracing` event; where and how it is written is up to the subscriber.

use manila_catalog_file::printable;

use super::rendered::Rendered;
use crate::fault::{Attached, Cause, Details, Fault, Source, Violation};

impl Rendered {
    /// Logs the error response as one `tracing` event with the target `manila::fault`. A status
    /// from 500 up is `ERROR` ("request failed"), any other `INFO` ("request refused"). The fields:
    ///
    /// - `request_id`, `code` and `status`, as the client has them (for gRPC the fault's own
    ///   status);
    /// - `error`: the cause with its sources, the message, details and violations of a 5xx, how a body
    ///   begins that the envelope replaces (`body:`), everything that could not be attached, and that the default style had to take the place of the service's own, in
    ///   one line with control characters escaped;
    /// - `location`: the line of the service's code that made the fault;
    /// - `trace_id`, if the request had a valid `traceparent`.
    ///
    /// This is the only place that discloses a cause. Adapters call it once for each response; by
    /// hand it is for a service without a layer. The bytes of the id, whose grammar is ASCII, are
    /// made text only if a subscriber is interested.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault};
    ///
    /// # mod example { include!(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/doc/log.rs")); }
    /// # use example::logged;
    /// let fault = Fault::condition(Condition::Internal)
    ///     .because(std::io::Error::other("the disk is full"));
    /// let rendered = Envelopes::ok_error().render(&fault, Some("abc-123"));
    /// let event = logged(|| rendered.log(&fault, "abc-123", None));
    /// assert!(event.contains(r#"error="the disk is full""#));
    /// assert!(event.contains(r#"request_id="abc-123""#));
    /// ```
    pub fn log(&self, fault: &Fault, request_id: impl AsRef<[u8]>, trace_id: Option<&str>) {
        let status = self.fault_status();
        let code = self.code();
        macro_rules! event {
            ($level:ident, $message:literal) => {
                tracing::$level!(
                    target: "manila::fault",
                    request_id = str::from_utf8(request_id.as_ref()).unwrap_or_default(),
                    code,
                    status,
                    error = self.private_text(fault),
                    location = fault.location.map(tracing::field::display),
                    trace_id,
                    $message
                )
            };
        }
        // The level of an event is part of its static description.
        if status >= 500 {
            event!(error, "request failed");
        } else {
            event!(info, "request refused");
        }
    }
}

impl Rendered {
    /// Everything that the response does not disclose, as one line.
    fn private_text(&self, fault: &Fault) -> Option<String> {
        let mut line = Line(None);
        if let Some(attached) = fault.attached() {
            line.add_attached(attached, self.fault_status());
        }
        if self.is_stand_in() {
            line.add(&["the style wrote no valid body within the limit: the default style did"]);
        }
        line.0
    }
}

/// Pieces of information on one line; none before the first.
struct Line(Option<String>);

impl Line {
    fn add_attached(&mut self, attached: &Attached, status: u16) {
        if let Some(cause) = &attached.cause {
            self.add(&[&cause.chain()]);
        }
        if status >= 500 {
            if let Some(message) = &attached.message {
                self.add(&["message: ", message]);
            }
            for member in attached.details.members() {
                let value = String::from_utf8_lossy(member.value());
                self.add(&["detail ", &member.name(), ": ", &value]);
            }
            for violation in &attached.violations {
                self.add_violation(violation);
            }
        }
        self.add_foreign_text(attached);
        self.add_dropped(&attached.details);
        let violations = attached.violations.iter();
        for details in violations.filter_map(Violation::attached) {
            self.add_dropped(details);
        }
    }

    /// Adds one, with its control characters escaped, so that it cannot forge a line of a log.
    fn add(&mut self, texts: &[&str]) {
        if let Some(line) = &mut self.0 {
            line.push_str("; ");
        }
        let line = self.0.get_or_insert_default();
        line.extend(
            texts
                .iter()
                .flat_map(|text| text.chars())
                .flat_map(printable),
        );
    }

    fn add_violation(&mut self, violation: &Violation) {
        let place = match violation.source() {
            Some(Source::Pointer(pointer)) => pointer.to_string(),
            Some(Source::Parameter(name) | Source::Header(name)) => name.to_string(),
            None => String::new(),
        };
        self.add(&["violation ", &place, ": ", violation.message()]);
        for (name, value) in violation.details() {
            self.add(&["detail ", &name, ": ", value]);
        }
    }

    /// Adds how a replaced body begins, unless the error that it was made of has said the same.
    fn add_foreign_text(&mut self, attached: &Attached) {
        let Some(text) = attached.foreign_text.as_deref().map(str::trim) else {
            return;
        };
        let is_said = |cause: &Cause| cause.chain().contains(text);
        if !text.is_empty() && !attached.cause.as_ref().is_some_and(is_said) {
            self.add(&["body: ", text]);
        }
    }

    fn add_dropped(&mut self, details: &Details) {
        for what in details.dropped() {
            self.add(&["left out: ", what]);
        }
    }
}
