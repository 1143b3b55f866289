//! The report of a response, and the log event of one that was made by hand.

use super::rendered::{Extent, Rendered};
use crate::fault::Fault;
use crate::observe::{ErrorReport, log};

impl Rendered {
    /// What is known of the error response by itself.
    pub(crate) fn report<'a>(&'a self, fault: &'a Fault) -> ErrorReport<'a> {
        ErrorReport {
            entry: self.entry(),
            has_stand_in: self.is_stand_in(),
            is_partial: self.extent() == Extent::Part,
            ..ErrorReport::of(fault, self.code(), self.fault_status())
        }
    }

    /// Logs the error response as one `tracing` event with the target `manila::fault`, as a layer
    /// does: this is for a service without one. An observer is not told.
    ///
    /// The event has the fields that the response and the fault give it; the crate's documentation
    /// lists [all of them](crate#the-log). The bytes of the id, whose grammar is ASCII, are made text
    /// only if a subscriber is interested.
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
    /// assert!(event.contains(r#"message=request failed: internal_server_error"#));
    /// assert!(event.contains(r#"cause="the disk is full""#));
    /// assert!(event.contains(r#"request_id="abc-123""#));
    /// ```
    pub fn log(&self, fault: &Fault, request_id: impl AsRef<[u8]>, trace_id: Option<&str>) {
        log(&ErrorReport {
            request_id: str::from_utf8(request_id.as_ref()).ok(),
            trace_id,
            ..self.report(fault)
        });
    }
}
