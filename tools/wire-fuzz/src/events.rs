//! What the server's process hands over of the log.

use std::collections::BTreeMap;
use std::fmt::Debug;

use manila_examples::workbench::write_line;
use tracing::Event;
use tracing::field::{Field, Visit};

/// The fields of an event of an error response, as they are handed over.
pub(crate) type Fields = BTreeMap<String, String>;

/// Writes an event of an error response to standard output.
pub(crate) fn hand_over(event: &Event<'_>) {
    let mut fields = Visited(Fields::new());
    event.record(&mut fields);
    // A driver that is gone has no use for it.
    let _ = write_line(&fields.0);
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
