// What the log is told, one line for each event; included by the tests of the adapters.

use std::fmt::{Debug, Write as _};
use std::sync::{Arc, Mutex};

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// The events of a run: the level of each, and its fields.
pub(crate) fn told(run: impl FnOnce()) -> Vec<String> {
    let lines = Lines::default();
    tracing::subscriber::with_default(lines.clone(), run);
    lines.0.lock().unwrap().clone()
}

/// Asserts that a fault was told once, as one without a layer.
#[track_caller]
pub(crate) fn assert_unlayered(lines: &[String], level: &str, code: &str) {
    let [line] = lines else {
        panic!("one event, not {lines:?}");
    };
    assert!(line.starts_with(level), "{line}");
    assert!(line.contains(&format!(" code={code:?}")), "{line}");
    assert!(line.contains(" layer=false"), "{line}");
    assert!(!line.contains("request_id"), "{line}");
}

/// Asserts that a fault was told once, by the layer around it.
#[track_caller]
pub(crate) fn assert_layered(lines: &[String], code: &str) {
    let [line] = lines else {
        panic!("one event, not {lines:?}");
    };
    assert!(line.contains(&format!(" code={code:?}")), "{line}");
    assert!(line.contains(" request_id="), "{line}");
    assert!(!line.contains(" layer="), "{line}");
}

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<String>>>);

impl Subscriber for Lines {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "manila::fault"
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        struct Line(String);

        impl Visit for Line {
            fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
                write!(self.0, " {field}={value:?}").unwrap();
            }
        }

        let mut line = Line(event.metadata().level().to_string());
        event.record(&mut line);
        self.0.lock().unwrap().push(line.0);
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}
