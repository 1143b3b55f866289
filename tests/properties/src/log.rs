//! What the log is told, caught before anybody writes it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Once;

use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::{Event, Metadata, Subscriber};

/// The fields of one event.
pub(crate) type Told = BTreeMap<&'static str, String>;

thread_local! {
    static EVENTS: RefCell<Vec<Told>> = const { RefCell::new(Vec::new()) };
}

/// Runs something, and gives the events of faults that it told on this thread.
pub(crate) fn listen<T>(run: impl FnOnce() -> T) -> (T, Vec<Told>) {
    static INSTALLED: Once = Once::new();
    INSTALLED.call_once(|| {
        tracing::subscriber::set_global_default(Listener)
            .expect("no other subscriber hears what the properties are about");
    });
    EVENTS.take();
    let outcome = run();
    (outcome, EVENTS.take())
}

/// Asserts what holds for the event of every fault.
pub(crate) fn check_event(event: &Told, id: &str, code: &str, status: u16) {
    assert_eq!(
        event.get("request_id").map(String::as_str),
        Some(id),
        "the id in the log"
    );
    assert_eq!(
        event.get("code").map(String::as_str),
        Some(code),
        "the code in the log"
    );
    assert_eq!(
        event.get("status"),
        Some(&status.to_string()),
        "the status in the log"
    );
    for (name, value) in event {
        assert!(
            !value.contains(is_unseen),
            "a raw control character in {name}: {value:?}"
        );
    }
    let size: usize = event.values().map(String::len).sum();
    assert!(size <= 8 * 1024, "an event of {size} bytes");
}

/// Whether a character steers a terminal, ends a line or reorders text.
fn is_unseen(character: char) -> bool {
    character.is_control()
        || "\u{61c}\u{200e}\u{200f}\u{2028}\u{2029}".contains(character)
        || matches!(character, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Hears the events of faults and nothing else.
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
        let mut fields = Fields(Told::new());
        event.record(&mut fields);
        EVENTS.with_borrow_mut(|events| events.push(fields.0));
    }

    fn enter(&self, _: &Id) {}

    fn exit(&self, _: &Id) {}
}

struct Fields(Told);

impl Visit for Fields {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.0.insert(field.name(), value.to_owned());
    }

    fn record_debug(&mut self, field: &Field, value: &dyn fmt::Debug) {
        self.0.insert(field.name(), format!("{value:?}"));
    }
}
