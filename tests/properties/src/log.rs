//! What the log is told, caught before anybody writes it.

mod caught {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../../core/tests/doc/events.rs"
    ));
}

pub(crate) use self::caught::{Logged as Told, events as listen};

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
