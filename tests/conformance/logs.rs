//! What the log is told.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Debug;
use std::sync::{Mutex, OnceLock};

use manila_examples::workbench::Style;
use manila_probe::wire::{Protocol, Request, send};
use tracing::field::{Field, Visit};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt as _};

use crate::servers::{Cell, FRAMEWORKS};

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

/// The one event of a request that is answered with an error, everywhere.
fn check(path: &str, check: impl Fn(&Event)) {
    for framework in FRAMEWORKS {
        for protocol in Protocol::ALL {
            let address = Cell::new(framework, Style::JsonApi).address();
            let response = send(address, protocol, &Request::get(path)).unwrap();
            let id = response.only("x-request-id").unwrap();
            let events = events_of(id);
            assert_eq!(
                events.len(),
                1,
                "{framework:?} {protocol:?} {path}: {events:?}"
            );
            assert_eq!(events[0]["status"], response.status.to_string());
            assert_eq!(events[0]["code"], response.only("x-error-code").unwrap());
            check(&events[0]);
        }
    }
}

#[test]
fn each_error_is_told_once_under_its_id() {
    for path in [
        "/raise/CONFLICT",
        "/missing",
        "/foreign/404",
        "/nested/missing",
    ] {
        check(path, |event| assert_eq!(event["level"], "INFO"));
    }
    for path in [
        "/panic/late",
        "/raise/INTERNAL",
        "/foreign/500",
        "/nested/err",
    ] {
        check(path, |event| assert_eq!(event["level"], "ERROR"));
    }
}

#[test]
fn a_cause_is_told_with_its_chain_and_place() {
    check("/err", |event| {
        assert_eq!(
            event["error"],
            "the pool is empty: canary-cause: postgres://app:hunter2@db.internal refused",
        );
        assert!(event["location"].contains("workbench"), "{event:?}");
    });
}

#[test]
fn a_panic_is_told_with_its_text() {
    check("/panic/string", |event| {
        assert_eq!(event["error"], "panicked: canary-panic-string 1")
    });
}

#[test]
fn an_error_of_middleware_is_told() {
    check("/middleware-err", |event| {
        assert_eq!(event["error"], "canary-middleware")
    });
}

#[test]
fn what_a_5xx_may_not_show_is_told() {
    let path = "/raise/INTERNAL?message=canary%0Aline&details=%7B%22a%22:%22canary-detail%22%7D";
    check(path, |event| {
        assert_eq!(
            event["error"],
            r#"message: canary\nline; detail a: "canary-detail""#
        );
    });
}

#[test]
fn success_is_not_told() {
    let address = Cell::new(FRAMEWORKS[0], Style::JsonApi).address();
    let response = send(address, Protocol::Http1, &Request::get("/ok")).unwrap();
    assert!(events_of(response.only("x-request-id").unwrap()).is_empty());
}
