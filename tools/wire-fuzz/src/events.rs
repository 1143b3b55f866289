//! The subscriber of the server's process.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::io::{self, Write as _};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Metadata, Subscriber};

/// The fields of an event of an error response, as they are handed over.
pub(crate) type Fields = BTreeMap<String, String>;

/// Writes every event of an error response to standard output, one line of JSON each.
#[derive(Debug)]
pub(crate) struct Events;

impl Subscriber for Events {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_event() && metadata.target() == "manila::fault"
    }

    fn event(&self, event: &tracing::Event<'_>) {
        let mut fields = Visited(Fields::new());
        event.record(&mut fields);
        // A driver that is gone has no use for it.
        let _ = write(&fields.0);
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

fn write(fields: &Fields) -> io::Result<()> {
    let mut line = serde_json::to_vec(fields)?;
    line.push(b'\n');
    let mut stdout = io::stdout().lock();
    stdout.write_all(&line)?;
    stdout.flush()
}

struct Visited(Fields);

impl Visit for Visited {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name().to_owned(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.record_str(field, &format!("{value:?}"));
    }
}
