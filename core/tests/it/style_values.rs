//! The values that a style of one's own writes.

use manila::{Array, Condition, Envelopes, Fault, Object, PublicFault, Style};
use serde::ser::{Error as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

/// What a style writes, whatever the fault.
type Write = fn(&mut Object<'_>);

/// The body of a style that writes this.
fn body(write: Write) -> String {
    let write = move |_: &PublicFault<'_>, body: &mut Object<'_>| write(body);
    let style = Style::custom("application/json", write).unwrap();
    let rendered = Envelopes::new(style).render(&Fault::condition(Condition::Gone), None);
    String::from_utf8(rendered.body().to_vec()).unwrap()
}

/// What gives up when a part of it has been written.
#[derive(Clone, Copy)]
enum Broken {
    Fails,
    Panics,
}

impl Serialize for Broken {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(None)?;
        list.serialize_element("written")?;
        match self {
            Self::Fails => Err(S::Error::custom("canary")),
            Self::Panics => panic!("canary"),
        }
    }
}

#[test]
fn a_value_that_does_not_serialize_is_left_out_with_its_name() {
    let cases: [(Write, &str); 5] = [
        (|it| it.value("a", Broken::Fails), "{}"),
        (|it| it.value("a", Broken::Panics), "{}"),
        (|it| it.value("a", "x".repeat(65 * 1024)), "{}"),
        (
            |it| {
                it.value("a", Broken::Panics);
                it.value("b", [1]);
            },
            r#"{"b":[1]}"#,
        ),
        (
            |it| {
                it.null("a");
                it.value("b", Broken::Fails);
                it.integer("c", 3);
            },
            r#"{"a":null,"c":3}"#,
        ),
    ];
    for (write, expected) in cases {
        assert_eq!(body(write), expected);
    }
}

#[test]
fn an_element_that_does_not_serialize_is_left_out_with_its_comma() {
    fn elements(list: &mut Array<'_>) {
        list.value(Broken::Fails);
        list.value("first");
        list.value(Broken::Panics);
        list.null();
    }
    assert_eq!(
        body(|it| it.array("list", elements)),
        r#"{"list":["first",null]}"#
    );
}

#[test]
fn a_value_is_escaped_as_any_text_of_a_body_is() {
    assert_eq!(
        body(|it| it.value("tags", ["<b>", "a\u{2028}b"])),
        r#"{"tags":["\u003cb\u003e","a\u2028b"]}"#
    );
}

#[test]
fn a_number_is_what_json_has_for_it() {
    let cases = [
        (0.0, "0.0"),
        (-1.5, "-1.5"),
        (1e300, "1e300"),
        (f64::NAN, "null"),
        (f64::NEG_INFINITY, "null"),
    ];
    for (number, expected) in cases {
        let write = move |_: &PublicFault<'_>, body: &mut Object<'_>| body.number("n", number);
        let style = Style::custom("application/json", write).unwrap();
        let rendered = Envelopes::new(style).render(&Fault::condition(Condition::Gone), None);
        let body = String::from_utf8_lossy(rendered.body()).replace("e+", "e");
        assert_eq!(body, format!(r#"{{"n":{expected}}}"#));
    }
}
