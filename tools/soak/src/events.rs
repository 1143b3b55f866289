//! The subscriber of the server's process.

use std::fmt::Debug;
use std::io::{self, Write as _};

use manila_probe::oracle;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Metadata, Subscriber};

use crate::ledger::Event;
use crate::message::Message;

/// Tells standard output every event of an error response, and keeps none.
#[derive(Debug)]
pub(crate) struct Events;

impl Subscriber for Events {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_event() && metadata.target() == "manila::fault"
    }

    fn event(&self, event: &tracing::Event<'_>) {
        let mut fields = Fields(Event {
            is_harmless: true,
            ..Event::default()
        });
        event.record(&mut fields);
        // A client that is gone has no use for it.
        let _ = say(&Message::Fault(fields.0));
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

/// Writes one line to standard output.
pub(crate) fn say(message: &Message) -> io::Result<()> {
    let mut line = serde_json::to_vec(message)?;
    line.push(b'\n');
    let mut stdout = io::stdout().lock();
    stdout.write_all(&line)?;
    stdout.flush()
}

struct Fields(Event);

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.is_harmless &= oracle::Event::is_harmless(value);
        match field.name() {
            oracle::Event::REQUEST_ID => self.0.request_id = value.to_owned(),
            oracle::Event::CODE => self.0.code = value.to_owned(),
            oracle::Event::METHOD => self.0.method = value.to_owned(),
            oracle::Event::PATH => self.0.path = value.to_owned(),
            oracle::Event::CAUSE => self.0.cause = value.to_owned(),
            _ => {}
        }
    }

    fn record_u64(&mut self, field: &Field, value: u64) {
        if field.name() == oracle::Event::STATUS {
            self.0.status = u16::try_from(value).unwrap_or_default();
        }
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.record_str(field, &format!("{value:?}"));
    }
}
