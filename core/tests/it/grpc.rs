//! What a caller that speaks gRPC is told.

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
