//! The events that the library tells the log, collected.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;
use std::sync::{Mutex, OnceLock};

use tracing::field::{Field, Visit};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};

/// The fields of one event.
pub(crate) type Event = HashMap<&'static str, String>;

/// The events of the library, by the id of their request.
static EVENTS: Mutex<BTreeMap<String, Vec<Event>>> = Mutex::new(BTreeMap::new());

/// Makes the process collect the library's events. The panics that the workbench is asked for are
/// not printed.
pub(crate) fn collect() {
    static ONCE: OnceLock<()> = OnceLock::new();
    ONCE.get_or_init(|| {
        let subscriber = tracing_subscriber::registry().with(Collector);
        tracing::subscriber::set_global_default(subscriber).unwrap();
        let print = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            let text = panic.payload().downcast_ref::<&str>().copied();
            let text =
                text.or_else(|| panic.payload().downcast_ref::<String>().map(String::as_str));
            if !text.unwrap_or("canary").starts_with("canary") {
                print(panic);
            }
        }));
    });
}

struct Collector;

impl<S: tracing::Subscriber> Layer<S> for Collector {
    fn on_event(&self, event: &tracing::Event<'_>, _: Context<'_, S>) {
        if event.metadata().target() == "manila::fault" {
            let mut fields = Fields(Event::new());
            fields
                .0
                .insert("level", event.metadata().level().to_string());
            event.record(&mut fields);
            let id = fields.0.get("request_id").cloned().unwrap_or_default();
            EVENTS.lock().unwrap().entry(id).or_default().push(fields.0);
        }
    }
}

struct Fields(Event);

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }
}

/// The events of a request.
pub(crate) fn events_of(id: &str) -> Vec<Event> {
    EVENTS.lock().unwrap().get(id).cloned().unwrap_or_default()
}

/// The events of the traces whose ids begin so, whatever ids their requests have.
pub(crate) fn events_of_traces(begin: &str) -> Vec<Event> {
    let is_of = |event: &&Event| {
        event
            .get("trace_id")
            .is_some_and(|id| id.starts_with(begin))
    };
    let events = EVENTS.lock().unwrap();
    events.values().flatten().filter(is_of).cloned().collect()
}
