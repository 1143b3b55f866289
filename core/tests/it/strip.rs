//! Which header fields of a replaced response stay.

use std::borrow::Cow;

use manila::{Envelopes, Origin, ResponseHeader};

/// The names that a response has.
struct Names(Vec<&'static str>);

impl ResponseHeader for Names {
    fn has(&self, name: &'static str) -> bool {
        self.0.contains(&name)
    }

    fn set(&mut self, _: Cow<'static, str>, _: Cow<'static, str>) {}

    fn append(&mut self, _: Cow<'static, str>, _: Cow<'static, str>) {}

    fn retain(&mut self, keep: impl Fn(&str) -> bool) {
        self.0.retain(|name| keep(name));
    }
}

fn check(envelopes: &Envelopes, status: u16, origin: Origin, stay: &[&str]) {
    let mut names = Names(vec!["allow", "etag", "content-range", "expires", "x-own"]);
    envelopes.strip(&mut names, status, origin);
    assert_eq!(names.0, stay, "{status} {origin:?}");
}

#[test]
fn what_described_the_old_body_goes_with_it() {
    let envelopes = Envelopes::default();
    check(&envelopes, 404, Origin::Foreign, &["allow", "x-own"]);
    check(
        &envelopes,
        404,
        Origin::Fault,
        &["allow", "expires", "x-own"],
    );
    check(
        &envelopes,
        416,
        Origin::Foreign,
        &["allow", "content-range", "x-own"],
    );
}

#[test]
fn the_list_can_be_changed_however_a_name_is_spelled() {
    let envelopes = Envelopes::default()
        .keep_header("ETag")
        .drop_header("X-Own");
    check(&envelopes, 404, Origin::Foreign, &["allow", "etag"]);
    let envelopes = Envelopes::default()
        .keep_header("expires")
        .drop_header("allow");
    check(&envelopes, 404, Origin::Foreign, &["expires", "x-own"]);
}
