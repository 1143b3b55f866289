//! What refusing a body costs in memory: a few times its size at most, as `serde` repeats what it
//! refuses in its message, and so never more than the limit of bodies allows.
//!
//! In a binary of its own: the allocator counts for the whole process.

#![cfg(feature = "extract")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::{Mutex, MutexGuard, PoisonError};

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

/// One measurement at a time.
fn alone() -> MutexGuard<'static, ()> {
    static LOCK: Mutex<()> = Mutex::new(());
    LOCK.lock().unwrap_or_else(PoisonError::into_inner)
}

#[test]
fn the_memory_that_bad_input_takes_is_bounded_by_its_size() {
    let _alone = alone();
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

#[cfg(feature = "json-all")]
mod all_issues {
    use std::collections::BTreeMap;

    use manila::Envelopes;
    use manila::extract::json_all;
    use serde::de::DeserializeOwned;

    use super::{ALLOCATOR, MIB, alone};

    /// How often the body may be there at one time, beside the value that `serde` makes.
    const TIMES: usize = 10;

    /// What 1,000 issues may take, with the trials of what is missing.
    const ISSUES: usize = 3 * MIB;

    #[derive(Debug, eserde::Deserialize)]
    #[expect(dead_code, reason = "it is read for its form alone")]
    struct Bulk {
        items: Vec<Item>,
    }

    #[derive(Debug, eserde::Deserialize)]
    #[expect(dead_code, reason = "it is read for its form alone")]
    struct Item {
        name: String,
        price: u64,
        count: Option<u32>,
        #[serde(default)]
        tags: Vec<String>,
    }

    /// The most memory that is taken meanwhile.
    fn peak<T>(run: impl FnOnce() -> T) -> (usize, T) {
        ALLOCATOR.reset_peak_usage();
        let before = ALLOCATOR.current_usage();
        let value = run();
        (ALLOCATOR.peak_usage() - before, value)
    }

    fn check<T>(what: &str, body: &str, issues: usize, has_more: bool)
    where
        T: DeserializeOwned + for<'de> eserde::EDeserialize<'de>,
    {
        let (own, _) = peak(|| serde_json::from_str::<T>(body).is_err());
        let (taken, (fault, rendered)) = peak(|| {
            let fault = json_all::<T>(body.as_bytes()).err().unwrap();
            let rendered = Envelopes::ok_error().body_limit(MIB).render(&fault, None);
            (fault, rendered)
        });
        assert!(
            taken <= own + TIMES * body.len() + ISSUES,
            "{what}: {taken} bytes for a body of {}, {own} for the value",
            body.len()
        );
        assert_eq!(fault.violations().len(), issues, "{what}");
        let text = String::from_utf8_lossy(rendered.body());
        assert_eq!(text.contains(r#""more":true"#), has_more, "{what}");
    }

    #[test]
    fn all_issues_of_a_body_take_ten_times_its_size_at_most() {
        let _alone = alone();
        for length in [1_000, 30_000, 300_000] {
            let list = |element: &str| vec![element; length / (element.len() + 1)].join(",");
            let is_long = length > 1_000;

            let body = format!("[{},300]", list("1"));
            check::<Vec<u8>>("numbers, one of them wrong", &body, 1, false);

            let body = format!("[{},1]", list("[]"));
            check::<Vec<Vec<u8>>>("arrays, one of them wrong", &body, 1, false);

            let body = format!(r#"{{"items":[],"extra":[{}],"items":1}}"#, list("{}"));
            check::<Bulk>("unknown members", &body, 1, false);

            let members = (0..length / 9).map(|at| format!(r#""{at:x}":1,"#));
            let body = format!(r#"{{{}"z":300}}"#, members.collect::<String>());
            check::<BTreeMap<String, u8>>("members, one of them wrong", &body, 1, false);

            let escaped = r"\u00e9".repeat(length / 6);
            check::<Vec<u8>>(
                "a text with escapes",
                &format!(r#"["{escaped}"]"#),
                1,
                false,
            );

            let item = r#"{"name":1,"price":"x","count":-1,"tags":[1]}"#;
            let body = format!(r#"{{"items":[{}]}}"#, list(item));
            let issues = if is_long { 1_000 } else { 88 };
            check::<Bulk>("wrong types", &body, issues, is_long);

            let body = format!(r#"{{"items":[{}]}}"#, list("{}"));
            let issues = if is_long { 1_000 } else { 666 };
            check::<Bulk>("missing members", &body, issues, is_long);

            let item = r#"{"name":"a","price":1}"#;
            let body = format!(r#"{{"items":[{},{{"name":1,"price":1}}]}}"#, list(item));
            check::<Bulk>("members that are optional", &body, 1, false);

            let name = "n".repeat(1_000);
            let body = format!(r#"{{"{name}":{{"items":[{}]}}}}"#, list("{}"));
            check::<BTreeMap<String, Bulk>>("a long name", &body, 130, true);
        }
    }
}
