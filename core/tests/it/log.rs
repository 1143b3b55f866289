//! What the log is told of an error response.

use std::fmt;

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
