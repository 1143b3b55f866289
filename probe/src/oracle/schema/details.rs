//! Details and violations, which the styles share.

use serde_json::Value;

use super::members::{Members, Problems};

/// How a style writes violations.
#[derive(Debug, Clone, Copy)]
pub(super) struct Violations {
    /// The member that holds the sentence.
    pub(super) message: &'static str,
    /// Whether pointers are URI fragments (RFC 6901 §6).
    pub(super) are_fragments: bool,
}

impl Violations {
    /// Checks the array of violations that an object may have.
    pub(super) fn check(self, object: &Members<'_>, problems: &mut Problems) {
        for violation in object.optional_objects("errors", problems) {
            violation.only(
                &[
                    "code",
                    self.message,
                    "pointer",
                    "parameter",
                    "header",
                    "details",
                ],
                problems,
            );
            violation.code("code", problems);
            violation.text(self.message, problems);
            check_place(&violation, self.are_fragments, problems);
            violation.optional_details("details", problems);
        }
    }
}

/// Checks that at most one member says where a violation is.
pub(super) fn check_place(violation: &Members<'_>, is_fragment: bool, problems: &mut Problems) {
    const PLACES: [&str; 3] = ["pointer", "parameter", "header"];
    let places = PLACES
        .into_iter()
        .filter(|place| violation.get(place).is_some());
    if places.count() > 1 {
        problems.push(format!(
            "{} has more than one location",
            violation.name("").trim_end_matches('.')
        ));
    }
    for place in ["parameter", "header"] {
        violation.optional_text(place, problems);
    }
    let Some(pointer) = violation.get("pointer") else {
        return;
    };
    let is_pointer = pointer.as_str().is_some_and(|pointer| {
        if is_fragment {
            pointer
                .strip_prefix('#')
                .is_some_and(|pointer| is_pointer(pointer) && is_uri(pointer))
        } else {
            is_pointer(pointer)
        }
    });
    if !is_pointer {
        let name = violation.name("pointer");
        problems.push(format!("{name} is not a JSON pointer: {pointer}"));
    }
}

/// RFC 6901 §3.
fn is_pointer(text: &str) -> bool {
    let is_escaped = text
        .split('~')
        .skip(1)
        .all(|rest| rest.starts_with(['0', '1']));
    (text.is_empty() || text.starts_with('/')) && is_escaped
}

/// The characters of a fragment (RFC 3986 §3.5).
fn is_uri(text: &str) -> bool {
    let is_allowed =
        |byte: u8| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=:@/?%".contains(&byte);
    let is_encoded = |rest: &str| {
        let digits = rest.as_bytes().get(..2);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    text.bytes().all(is_allowed) && text.split('%').skip(1).all(is_encoded)
}

/// Checks the members of details that are the envelope's own.
pub(super) fn check_own(details: &Members<'_>, problems: &mut Problems) {
    details.optional_text("reason", problems);
    if let Some(count) = details.get("truncated")
        && count.as_u64().is_none_or(|count| count == 0)
    {
        let name = details.name("truncated");
        problems.push(format!("{name} is not a positive integer"));
    }
    if details.get("more").is_some_and(|more| more != true) {
        let name = details.name("more");
        problems.push(format!("{name} is not `true`"));
    }
    let Some(retry) = details.optional_object("retry", problems) else {
        return;
    };
    retry.only(&["after_seconds", "applied"], problems);
    if retry
        .get("after_seconds")
        .is_some_and(|seconds| !seconds.is_u64())
    {
        problems.push(format!(
            "{} is not a number of seconds",
            retry.name("after_seconds")
        ));
    }
    let applied = retry.get("applied");
    let is_known = |applied: &Value| matches!(applied.as_str(), Some("yes" | "no" | "unknown"));
    if applied.is_some_and(|applied| !is_known(applied)) {
        let name = retry.name("applied");
        problems.push(format!("{name} is not `yes`, `no` or `unknown`"));
    }
}
