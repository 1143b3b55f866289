//! The one log event of an error response.
//!
//! It has everything that the response does not disclose, on one line and under the same id. It is
//! a `tracing` event; where and how it is written is up to the subscriber.

use manila_catalog_file::printable;

use super::rendered::Rendered;
use crate::fault::{Attached, Details, Fault, Violation};

impl Rendered {
    /// Logs the error response as one `tracing` event with the target `manila::fault`. A status
    /// from 500 up is `ERROR` ("request failed"), any other `INFO` ("request refused"). The fields:
    ///
    /// - `request_id`, `code` and `status`, as the client has them (for gRPC the fault's own
    ///   status);
    /// - `error`: the cause with its sources, the message and details of a 5xx, everything that could
    ///   not be attached, and that the default style had to take the place of the service's own, in
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
        self.tell(fault, Some(request_id.as_ref()), trace_id);
    }

    /// Logs the error response as one that no layer was around: without an id, with the field
    /// `layer = false`, and at `WARN` at least.
    pub(crate) fn log_unlayered(&self, fault: &Fault) {
        self.tell(fault, None, None);
    }

    /// No id says that no layer was around.
    fn tell(&self, fault: &Fault, request_id: Option<&[u8]>, trace_id: Option<&str>) {
        let status = self.fault_status();
        let code = self.code();
        macro_rules! event {
            ($level:ident, $message:literal) => {
                tracing::$level!(
                    target: "manila::fault",
                    request_id = request_id.map(|id| str::from_utf8(id).unwrap_or_default()),
                    code,
                    status,
                    error = self.private_text(fault),
                    location = fault.location.map(tracing::field::display),
                    trace_id,
                    layer = request_id.is_none().then_some(false),
                    $message
                )
            };
        }
        // The level of an event is part of its static description.
        if status >= 500 {
            event!(error, "request failed");
        } else if request_id.is_none() {
            event!(warn, "request refused");
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
        }
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

    fn add_dropped(&mut self, details: &Details) {
        for what in details.dropped() {
            self.add(&["left out: ", what]);
        }
    }
}
