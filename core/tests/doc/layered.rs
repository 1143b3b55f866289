// How often, and by whom, the log is told of a fault; included by the tests of the adapters.

mod events {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../core/tests/doc/events.rs"
    ));
}

pub(crate) use self::events::Logged;

/// The events that something logs.
pub(crate) fn told(run: impl FnOnce()) -> Vec<Logged> {
    events::events(run).1
}

/// Asserts that a fault was told once, as one without a layer.
#[track_caller]
pub(crate) fn assert_unlayered(events: &[Logged], level: &str, code: &str) {
    let [event] = events else {
        panic!("one event, not {events:?}");
    };
    assert_eq!(event["level"], level, "{event:?}");
    assert_eq!(event["code"], code, "{event:?}");
    assert_eq!(event["layer"], "false", "{event:?}");
    assert!(!event.contains_key("request_id"), "{event:?}");
}

/// Asserts that a fault was told once, by the layer around it.
#[track_caller]
pub(crate) fn assert_layered(events: &[Logged], code: &str) {
    let [event] = events else {
        panic!("one event, not {events:?}");
    };
    assert_eq!(event["code"], code, "{event:?}");
    assert!(event.contains_key("request_id"), "{event:?}");
    assert!(!event.contains_key("layer"), "{event:?}");
}
