//! The Markdown that a service sends to a client which asks for it.

use std::time::{Duration, SystemTime};

use manila_client::{ReadAs, decode};

const MARKDOWN: (&str, &str) = ("content-type", "text/markdown; charset=utf-8");

#[test]
fn the_front_matter_and_what_happened_are_read() {
    let body = "---\ncode: \"RATE_LIMITED\"\nstatus: \"200\"\nretryable: \"true\"\nretry_after: \"7\"\n\
                request_id: \"a1b2c3\"\ndocumentation: \"https://docs.example/errors/RATE_LIMITED\"\n---\n\n\
                ## What happened\n\nYou sent \\\"too\\\" many requests.\n\n## What to do\n\n1. Wait.\n";
    let remote = decode(429, [MARKDOWN], body);
    assert_eq!((remote.read_as(), remote.status()), (ReadAs::Markdown, 429));
    assert_eq!(remote.code(), Some("RATE_LIMITED"));
    assert_eq!(
        remote.message(),
        Some("You sent \\\"too\\\" many requests.")
    );
    assert_eq!(remote.request_id(), Some("a1b2c3"));
    assert_eq!(
        remote.documentation().unwrap(),
        "https://docs.example/errors/RATE_LIMITED"
    );
    assert_eq!(
        remote.retry().wait(SystemTime::UNIX_EPOCH),
        Some(Duration::from_secs(7))
    );
}

#[test]
fn markdown_of_others_is_foreign() {
    for body in [
        "",
        "# Not found",
        "---\n",
        "---\ntitle: \"Not found\"\n---\n",
        "---\ncode: CONFLICT\n---\n",
    ] {
        let remote = decode(404, [MARKDOWN], body);
        assert_eq!(
            (remote.read_as(), remote.code()),
            (ReadAs::Foreign, None),
            "{body:?}"
        );
    }
}
