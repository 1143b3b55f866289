//! What the log is told, for a program that serves the workbench and hands it on.

use std::fmt;
use std::io::{self, Write as _};

use serde::Serialize;
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// A subscriber that gives every event of an error response to a function, and keeps none.
pub struct FaultEvents(pub fn(&Event<'_>));

impl Subscriber for FaultEvents {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_event() && metadata.target() == "manila::fault"
    }

    fn event(&self, event: &Event<'_>) {
        self.0(event);
    }

    // Spans are disabled; the trait wants an answer all the same.
    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

impl fmt::Debug for FaultEvents {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FaultEvents").finish()
    }
}

/// Writes one line of JSON to standard output, at once.
///
/// # Errors
///
/// If it cannot be written, or the message is no JSON.
pub fn write_line(message: &impl Serialize) -> io::Result<()> {
    let mut line = serde_json::to_vec(message)?;
    line.push(b'\n');
    let mut stdout = io::stdout().lock();
    stdout.write_all(&line)?;
    stdout.flush()
}
