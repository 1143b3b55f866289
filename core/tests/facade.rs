//! What a logger of the crate `log` is told where no subscriber of `tracing` is set.
//!
//! One test, in a binary of its own: a logger is the process's, and nothing else in this package has
//! `tracing` hand its events on, so that the feature `log` alone does.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::Mutex;

use log::{LevelFilter, Log, Metadata, Record};
use manila::adapter::{Replacement, Request, Responder};
use manila::{Condition, Envelopes, Fault};

use self::example::Response;

#[expect(dead_code, unreachable_pub, reason = "it is an example of several")]
mod example {
    include!(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/doc/response.rs"
    ));
}

/// The lines of the target that is documented.
struct Lines(Mutex<Vec<String>>);

static LINES: Lines = Lines(Mutex::new(Vec::new()));

impl Log for Lines {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target() == "manila::fault"
    }

    fn log(&self, record: &Record<'_>) {
        if self.enabled(record.metadata()) {
            let line = format!("{} {}", record.level(), record.args());
            self.0.lock().unwrap().push(line);
        }
    }

    fn flush(&self) {}
}

#[test]
fn an_error_is_a_line_of_the_logger() {
    log::set_logger(&LINES).unwrap();
    log::set_max_level(LevelFilter::Info);
    let responder = Responder::new(Envelopes::ok_error());
    let fault = Fault::condition(Condition::UpstreamFailed).because_text("no route to host");
    let replacement = Replacement::of_fault(fault);
    let (mut head, id) = (Response::default(), "abc-123".to_owned());
    responder.replace(&mut head, &Request::default(), id, &replacement);
    let lines = LINES.0.lock().unwrap();
    let [line] = &lines[..] else {
        panic!("one line: {lines:?}");
    };
    assert!(
        line.starts_with("ERROR request failed: bad_gateway"),
        "{line}"
    );
    for part in ["request_id=\"abc-123\"", "cause=\"no route to host\""] {
        assert!(line.contains(part), "{part} is not in {line}");
    }
}
