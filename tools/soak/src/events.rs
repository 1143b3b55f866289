//! What the server's process tells of the log.

use std::fmt::Debug;

use manila_examples::workbench::write_line;
use manila_probe::oracle;
use tracing::field::{Field, Visit};

use crate::ledger::Event;
use crate::message::Message;

/// Tells standard output an event of an error response.
pub(crate) fn tell(event: &tracing::Event<'_>) {
    let mut fields = Fields(Event {
        is_harmless: true,
        ..Event::default()
    });
    event.record(&mut fields);
    // A client that is gone has no use for it.
    let _ = write_line(&Message::Fault(fields.0));
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
