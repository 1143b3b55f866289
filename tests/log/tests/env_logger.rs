//! The log of a service that has `env_logger`, without its default features, and no subscriber.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Write;
use std::sync::{Arc, Mutex};

use env_logger::{Builder, Target};
use manila::{Condition, Envelopes, Fault};

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[test]
fn an_event_is_a_line_of_env_loggers() {
    let lines = Lines::default();
    Builder::new()
        .parse_filters("my_app=info,manila::fault=info")
        .target(Target::Pipe(Box::new(lines.clone())))
        .init();
    let fault = Fault::condition(Condition::UpstreamFailed).because_text("no\nroute to host");
    let rendered = Envelopes::ok_error().render(&fault, None);
    rendered.log(&fault, "abc-123", None);
    let text = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    assert_eq!(text.lines().count(), 1, "{text}");
    for part in [
        "ERROR",
        "manila::fault",
        "request failed: bad_gateway",
        "request_id=\"abc-123\"",
        "status=502",
        "no\\\\nroute to host",
    ] {
        assert!(text.contains(part), "{part} is not in {text}");
    }
    assert!(!text.contains("trace_id"), "{text}");
}
