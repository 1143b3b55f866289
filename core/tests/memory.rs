//! What refusing a body costs in memory: a few times its size at most, as `serde` repeats what it
//! refuses in its message, and so never more than the limit of bodies allows.
//!
//! One test, in a binary of its own: the allocator counts for the whole process.

#![cfg(feature = "extract")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use manila::extract::{form, json};
use manila::{Condition, Envelopes, Fault};
use peak_alloc::PeakAlloc;
use serde::Deserialize;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "it is read for its form alone")]
struct Signup {
    email: String,
    age: u8,
    #[serde(default)]
    tags: Vec<String>,
}

const MIB: usize = 1024 * 1024;

/// How often a name or a value of the body may be there at one time.
const TIMES: usize = 7;

/// What may be allocated beside that.
const SLACK: usize = 16 * 1024;

/// Asserts the condition of a body that is refused, and the memory that it takes.
fn check(what: &str, body: &[u8], condition: Condition, read: fn(&[u8]) -> Result<Signup, Fault>) {
    ALLOCATOR.reset_peak_usage();
    let before = ALLOCATOR.current_usage();
    let fault = read(body).unwrap_err();
    let rendered = Envelopes::ok_error().render(&fault, None);
    let taken = ALLOCATOR.peak_usage() - before;
    assert_eq!(rendered.status(), condition.status(), "{what}");
    assert!(
        taken <= TIMES * body.len() + SLACK,
        "{what}: {taken} bytes for a body of {}",
        body.len()
    );
    assert!(rendered.body().len() < 1024, "{what}: no echo of the input");
}

#[test]
fn the_memory_that_bad_input_takes_is_bounded_by_its_size() {
    let text = "x".repeat(MIB);
    let in_json: [(&str, Vec<u8>, Condition); 12] = [
        ("nothing", Vec::new(), Condition::InvalidJson),
        (
            "syntax",
            b"{\"email\" \"x\"}".to_vec(),
            Condition::InvalidJson,
        ),
        (
            "cut off",
            format!(r#"{{"email":"{text}"#).into_bytes(),
            Condition::InvalidJson,
        ),
        (
            "no UTF-8",
            b"{\"email\":\"\xff\"}".to_vec(),
            Condition::InvalidJson,
        ),
        ("a BOM", "\u{feff}{}".into(), Condition::InvalidJson),
        (
            "deep arrays",
            "[".repeat(10_000).into(),
            Condition::InvalidJson,
        ),
        (
            "deep objects",
            r#"{"a":"#.repeat(10_000).into(),
            Condition::InvalidJson,
        ),
        (
            "a huge number",
            br#"{"email":"x","age":1e400}"#.to_vec(),
            Condition::InvalidValue,
        ),
        (
            "a member twice",
            br#"{"email":"x","email":"y"}"#.to_vec(),
            Condition::InvalidJson,
        ),
        (
            "a long name",
            format!(r#"{{"{}":1}}"#, &text[..MIB / 4]).into_bytes(),
            Condition::UnknownField,
        ),
        (
            "a long text of the wrong type",
            format!(r#"{{"email":"x","age":"{text}"}}"#).into_bytes(),
            Condition::WrongType,
        ),
        (
            "many elements",
            format!(
                r#"{{"email":"x","age":7,"tags":[{}1]}}"#,
                format!(r#""{}","#, &text[..64]).repeat(10_000)
            )
            .into_bytes(),
            Condition::WrongType,
        ),
    ];
    for (what, body, condition) in &in_json {
        check(what, body, *condition, json);
    }
    let age = format!("email=x&age={text}");
    check(
        "a long value of a form",
        age.as_bytes(),
        Condition::WrongType,
        form,
    );
}
