// The events of error responses, caught on the thread that logs them; included by tests.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Once;

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// The fields of one event, its message and its level.
pub(crate) type Logged = BTreeMap<&'static str, String>;

thread_local! {
    static EVENTS: RefCell<Vec<Logged>> = const { RefCell::new(Vec::new()) };
}

/// Makes this the subscriber of the process. With one of a single thread, tracing may ask another
/// thread, which has none, whether anybody listens to an event, and remember the answer for all.
pub(crate) fn listen() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        tracing::subscriber::set_global_default(Listener)
            .expect("no other subscriber is the process's");
    });
}

/// Runs something; returns the events of error responses that were logged meanwhile on this thread.
pub(crate) fn events<T>(run: impl FnOnce() -> T) -> (T, Vec<Logged>) {
    listen();
    EVENTS.take();
    let outcome = run();
    (outcome, EVENTS.take())
}

struct Listener;

impl Subscriber for Listener {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "manila::fault"
    }

    fn new_span(&self, _: &Attributes<'_>) -> Id {
        Id::from_u64(1)
    }

    fn record(&self, _: &Id, _: &Record<'_>) {}

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        let level = event.metadata().level().to_string();
        let mut fields = Fields(Logged::from([("level", level)]));
        event.record(&mut fields);
        EVENTS.with_borrow_mut(|events| events.push(fields.0));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

struct Fields(Logged);

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }
}
