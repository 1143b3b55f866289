//! What reading a hostile body costs in memory: a few times what is looked at of it, whatever it holds.
//!
//! In a binary of its own: the allocator counts for the whole process.

use manila_client::{Decoder, ReadAs};
use peak_alloc::PeakAlloc;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

const MIB: usize = 1024 * 1024;

/// How often what is looked at of a body may be there at one time. The most is taken by details, each of a
/// name of its own: the list of them, of which the last of each name is kept.
const TIMES: usize = 18;

/// Asserts how much is allocated at most.
fn check(what: &str, content_type: &str, body: &[u8], limit: usize, expected: ReadAs) {
    let decoder = Decoder::new().body_limit(limit);
    let seen = body.len().min(limit);
    ALLOCATOR.reset_peak_usage();
    let before = ALLOCATOR.current_usage();
    let remote = decoder.decode(500, [("content-type", content_type)], body);
    let taken = ALLOCATOR.peak_usage() - before;
    assert_eq!(remote.read_as(), expected, "{what}");
    assert!(
        taken <= TIMES * seen + 16 * 1024,
        "{what}: {taken} bytes for {seen}"
    );
    let kept = ALLOCATOR.current_usage() - before;
    assert!(
        kept <= 2 * seen + 512 * 1024,
        "{what}: {kept} bytes are kept of {seen}"
    );
}

#[test]
fn the_memory_that_a_body_takes_is_bounded_by_what_is_looked_at() {
    const JSON: &str = "application/json";
    let error = |of: &str| format!(r#"{{"ok":false,"error":{{"code":"A",{of}}}}}"#);
    let numbered =
        |part: fn(usize) -> String| (0..MIB / 12).map(part).collect::<Vec<_>>().join(",");
    let members = numbered(|at| format!(r#""{at:x}":0"#));
    let violations = numbered(|at| format!(r#"{{"code":"{at:x}"}}"#));
    let same = vec![r#""a":0"#; MIB / 8].join(",");
    let deep = "[".repeat(MIB / 4) + &"]".repeat(MIB / 4);
    let steps = vec![r#""""#; MIB / 4].join(",");
    for (what, content_type, body, expected) in [
        ("text", "text/html", "<p>".repeat(4 * MIB), ReadAs::Foreign),
        (
            "an array of arrays",
            JSON,
            "[[],".repeat(3 * MIB),
            ReadAs::Foreign,
        ),
        ("nested", JSON, "[".repeat(10 * MIB), ReadAs::Foreign),
        (
            "nested members",
            JSON,
            r#"{"ok":"#.repeat(2 * MIB),
            ReadAs::Foreign,
        ),
        (
            "a name without an end",
            JSON,
            format!("{{\"{}", "\\n".repeat(5 * MIB)),
            ReadAs::Foreign,
        ),
        (
            "details",
            JSON,
            error(&format!(r#""details":{{{members}}}"#)),
            ReadAs::OkError,
        ),
        (
            "the same detail",
            JSON,
            error(&format!(r#""details":{{{same}}}"#)),
            ReadAs::OkError,
        ),
        (
            "a deep detail",
            JSON,
            error(&format!(r#""details":{{"a":{deep}}}"#)),
            ReadAs::OkError,
        ),
        (
            "violations",
            JSON,
            error(&format!(r#""details":{{"errors":[{violations}]}}"#)),
            ReadAs::OkError,
        ),
        (
            "steps",
            JSON,
            error(&format!(r#""details":{{"remedy":{{"steps":[{steps}]}}}}"#)),
            ReadAs::OkError,
        ),
        (
            "error objects",
            "application/vnd.api+json",
            format!(r#"{{"errors":[{violations}],"meta":{{"code":"A"}}}}"#),
            ReadAs::JsonApi,
        ),
        (
            "a problem",
            "application/problem+json",
            format!(r#"{{"code":"A","errors":[{violations}],{members}}}"#),
            ReadAs::Problem,
        ),
    ] {
        check(what, content_type, body.as_bytes(), 4 * MIB, expected);
    }
    // Ten megabytes, of which one is looked at.
    let error = error(&format!(r#""details":{{{}}}"#, vec![members; 10].join(",")));
    check(
        "10 MB of details",
        JSON,
        error.as_bytes(),
        Decoder::BODY_LIMIT,
        ReadAs::Foreign,
    );
}
