//! What the log is told of an error response.

use std::fmt;

use manila::adapter::{Renderer, RequestContext};
use manila::{Condition, Envelopes, Fault, Object, PublicFault};

use crate::support::logged;

/// An error that has written a part of its text when it fails.
#[derive(Debug)]
enum Broken {
    Fails,
    Panics,
}

impl fmt::Display for Broken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("so far")?;
        match self {
            Self::Fails => Err(fmt::Error),
            Self::Panics => panic!("the text cannot be written"),
        }
    }
}

impl std::error::Error for Broken {}

fn check(fault: &Fault, expected: &[&str]) {
    check_in(&Envelopes::default(), fault, expected);
}

fn check_in(envelopes: &Envelopes, fault: &Fault, expected: &[&str]) {
    let ((), causes) = logged("cause", || {
        let rendered = envelopes.render(fault, None);
        rendered.log(fault, "abc", None);
    });
    assert_eq!(causes, expected);
}

#[test]
fn a_cause_is_one_line() {
    let fault = || Fault::condition(Condition::Internal);
    check(&fault(), &[]);
    check(
        &fault().because_text("the disk\nis\r\u{1b}[31m full"),
        &["the disk\\nis\\r\\u{1b}[31m full"],
    );
    check(
        &fault()
            .with_message("not \n shown")
            .with_detail("path", "/a\nb"),
        &[r#"message: not \n shown; detail path: "/a\nb""#],
    );
}

#[test]
fn a_cause_whose_text_breaks_off_is_told_as_far_as_it_got() {
    let of = |cause| Fault::condition(Condition::Internal).because(cause);
    check(&of(Broken::Fails), &["so far"]);
    check(
        &of(Broken::Panics).with_message("kept"),
        &["so far; message: kept"],
    );
}

#[test]
fn what_a_response_has_no_room_for_is_in_the_log() {
    let refused = || Fault::condition(Condition::Conflict).with_message("The name is taken.");
    let full = refused().with_detail("name", "the atlas of all maps that there are");
    check(&full, &[]);
    let tiny = |limit| Envelopes::ok_error().body_limit(limit);
    check_in(
        &tiny(120),
        &full,
        &[r#"message: The name is taken.; detail name: "the atlas of all maps that there are""#],
    );
    let reason = "The name is taken, as another team of the same company has chosen it before.";
    check_in(
        &tiny(160),
        &Fault::foreign(409).with_reason(reason),
        &[&format!("reason: {reason}")],
    );
    check_in(
        &tiny(1),
        &refused(),
        &["message: The name is taken.; \
             the style wrote no valid body within the limit: the default style did"],
    );
}

#[test]
fn a_grpc_status_tells_the_log_what_it_cannot_tell_the_client() {
    let fault = Fault::condition(Condition::Conflict)
        .with_message("The name is taken.")
        .with_detail("name", "atlas");
    let ((), causes) = logged("cause", || {
        let context = RequestContext::default().with_grpc(true);
        let rendered = Renderer::new(Envelopes::ok_error()).render(&fault, &context);
        rendered.log(&fault, "abc", None);
    });
    assert_eq!(
        causes,
        [r#"message: The name is taken.; detail name: "atlas""#],
    );
}

#[test]
fn a_style_that_fails_is_in_the_log() {
    fn twice(_: &PublicFault<'_>, body: &mut Object<'_>) {
        body.string("text", "one");
        body.string("text", "another");
    }
    fn panics(_: &PublicFault<'_>, _: &mut Object<'_>) {
        panic!("the style");
    }
    let default = "the style wrote no valid body within the limit: the default style did";
    for style in [twice, panics] {
        let envelopes = Envelopes::custom("application/vnd.acme+json", style).unwrap();
        check_in(&envelopes, &Fault::condition(Condition::Gone), &[default]);
        let caused = Fault::condition(Condition::Internal).because_text("no disk");
        check_in(&envelopes, &caused, &[&format!("no disk; {default}")]);
    }
    let tight = Envelopes::default().body_limit(4);
    check_in(&tight, &Fault::condition(Condition::Gone), &[default]);
    check(&Fault::condition(Condition::Gone), &[]);
}
