//! What a caller that speaks gRPC is told.

use std::time::{Duration, SystemTime};

use manila::adapter::{Renderer, RequestContext};
use manila::{Condition, Envelopes, Fault};

use crate::support::values;

fn check(message: String, expected: &str) {
    let fault = Fault::condition(Condition::BadRequest).with_message(message);
    let renderer = Renderer::new(Envelopes::default());
    let rendered = renderer.render(&fault, &RequestContext::default().with_grpc(true));
    assert_eq!(values(&rendered, "grpc-message"), [expected]);
}

#[test]
fn a_message_is_percent_encoded() {
    check("as it is".to_owned(), "as it is");
    check("100 %\r\n".to_owned(), "100 %25%0D%0A");
    check("é".to_owned(), "%C3%A9");
}

#[test]
fn a_message_without_end_is_told_up_to_a_whole_character() {
    check("x".repeat(10_000), &"x".repeat(4096));
    check("é".repeat(10_000), &"%C3%A9".repeat(682));
    check(
        format!("x{}", "🦀".repeat(10_000)),
        &format!("x{}", "%F0%9F%A6%80".repeat(341)),
    );
}

/// The metadata of the answer to a fault.
fn metadata(fault: &Fault, name: &str) -> Vec<String> {
    let renderer = Renderer::new(Envelopes::default());
    let rendered = renderer.render(fault, &RequestContext::default().with_grpc(true));
    values(&rendered, name)
}

#[test]
fn a_call_is_told_the_code_and_when_to_call_again() {
    let fault = Fault::condition(Condition::RateLimited);
    assert_eq!(metadata(&fault, "x-error-code"), ["too_many_requests"]);
    let pushback = |fault: &Fault| metadata(fault, "grpc-retry-pushback-ms");
    assert_eq!(pushback(&fault), [""; 0]);
    for (wait, millis) in [
        (Duration::ZERO, "0"),
        (Duration::from_millis(1_500), "1500"),
        (Duration::MAX, "2147483647"),
    ] {
        let fault = Fault::condition(Condition::RateLimited).with_retry_after(wait);
        assert_eq!(pushback(&fault), [millis]);
        assert_eq!(metadata(&fault, "retry-after"), [""; 0]);
    }
    let moment = Fault::condition(Condition::RateLimited).with_retry_after(SystemTime::now());
    assert_eq!(pushback(&moment), [""; 0]);
}
