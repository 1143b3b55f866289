//! What a caller may still send is told in structured fields.

use std::time::Duration;

use manila::{Condition, Envelopes, Fault, RateLimit};

use crate::support::values;

fn check(limit: &RateLimit, expected: [&[&str]; 3]) {
    let fault = Fault::condition(Condition::RateLimited).with_rate_limit(limit);
    let rendered = Envelopes::ok_error().render(&fault, None);
    let names = ["ratelimit-policy", "ratelimit", "retry-after"];
    assert_eq!(names.map(|name| values(&rendered, name)), expected);
}

#[test]
fn what_is_left_and_when_it_is_whole_again_are_told() {
    check(
        &RateLimit::new("a\"b\\c", 5)
            .remaining(2)
            .window(Duration::from_millis(1)),
        [&[r#""a\"b\\c";q=5;w=1"#], &[r#""a\"b\\c";r=2"#], &[]],
    );
    check(
        &RateLimit::new("größe", 5).resets_in(Duration::from_secs(2)),
        [&[], &[], &["2"]],
    );
}

#[test]
fn a_number_has_as_many_digits_as_structured_fields_allow() {
    check(
        &RateLimit::new("none", u64::MAX)
            .remaining(u64::MAX)
            .window(Duration::MAX),
        [
            &[r#""none";q=999999999999999;w=999999999999999"#],
            &[r#""none";r=999999999999999"#],
            &[],
        ],
    );
}
