//! What bounds the reading of a request, and what of a body is refused before it is read.

use manila::extract::{MAX_NODES, expect_no_coding, expect_nodes, form, json, json_error};
use manila::{Condition, Envelopes, Fault, Violation, Violations};

fn body(fault: &Fault, envelopes: &Envelopes) -> String {
    let rendered = envelopes.render(fault, None);
    String::from_utf8(rendered.into_body().into()).unwrap()
}

#[test]
fn a_body_of_too_many_objects_and_arrays_is_refused_unread() {
    for (unit, nodes) in [
        ("[],", 1),
        ("{},", 1),
        ("{\"a\":[]},", 2),
        ("\"[{\\\"[\\\\\",[],", 1),
        ("0,", 0),
        ("\"[[[[[[[[\",", 0),
    ] {
        for count in [0_usize, 1, 9, 300, 5_000] {
            let text = format!("[{}0]", unit.repeat(count));
            let all = 1 + nodes * count;
            assert!(expect_nodes(text.as_bytes(), all).is_ok(), "{unit} {count}");
            let refused = expect_nodes(text.as_bytes(), all - 1);
            // No more bytes than are allowed values: nothing to count.
            assert_eq!(refused.is_err(), text.len() >= all, "{unit} {count}");
        }
    }
    let fault = expect_nodes("[".repeat(MAX_NODES + 1).as_bytes(), MAX_NODES).unwrap_err();
    assert_eq!(fault.to_string(), Condition::BodyTooLarge.to_string());
    assert!(body(&fault, &Envelopes::ok_error()).ends_with(r#""details":{"max_nodes":10000}}}"#));
}

#[test]
fn a_body_that_is_still_coded_is_refused() {
    for (fields, is_fine) in [
        (&[][..], true),
        (&["identity"], true),
        (&["IDENTITY ,identity"], true),
        (&["", " , "], true),
        (&["gzip"], false),
        (&["GZip"], false),
        (&["identity", "br"], false),
        (&["deflate, gzip"], false),
        (&["identity;q=1"], false),
        (&["\u{e9}"], false),
    ] {
        let read = expect_no_coding(fields.iter().map(|field| field.as_bytes()));
        assert_eq!(read.is_ok(), is_fine, "{fields:?}");
        let Err(fault) = read else { continue };
        assert_eq!(fault.http_status(), 415);
        let body = body(&fault, &Envelopes::ok_error());
        let place = r#""header":"content-encoding","details":{"expected":"identity"}}"#;
        assert!(body.contains(place), "{body}");
    }
}

#[test]
fn no_body_is_told_as_such_and_an_empty_form_is_a_form() {
    let own = serde_json::from_slice::<u8>(b"").unwrap_err();
    for fault in [json::<u8>(b"").unwrap_err(), json_error(&own)] {
        assert_eq!(fault.http_status(), 400);
        let body = body(&fault, &Envelopes::ok_error());
        assert!(
            body.contains(r#""message":"The request has no body."}]}"#),
            "{body}"
        );
        assert!(!body.contains("column"), "{body}");
    }
    assert!(body(&json::<u8>(b"\n").unwrap_err(), &Envelopes::ok_error()).contains("column"));
    assert!(form::<()>(b"").is_ok());
}

#[test]
fn violations_past_a_thousand_are_told_as_more() {
    let wrong = |at: usize| Violation::new(format!("Row {at} is wrong."));
    let more = [
        (Envelopes::ok_error(), r#"}],"more":true}}}"#),
        (
            Envelopes::json_api(),
            r#"{"code":"unprocessable_content","more":true}}"#,
        ),
        (
            Envelopes::code_data(),
            r#""details":{"more":true},"errors":["#,
        ),
        (
            Envelopes::problem(),
            r#""details":{"more":true},"errors":["#,
        ),
    ];
    for (envelopes, more) in more {
        let envelopes = envelopes.body_limit(1 << 20);
        for (count, has_more) in [(1_000, false), (1_001, true), (5_000, true)] {
            let violations: Violations = (0..count).map(wrong).collect();
            let mut added = Violations::new();
            (0..count).for_each(|at| added.add(wrong(at)));
            let taken = Violations::from((0..count).map(wrong).collect::<Vec<_>>());
            assert_eq!(violations, added);
            assert_eq!(violations, taken);
            let body = body(&violations.into_result().unwrap_err(), &envelopes);
            assert_eq!(body.matches(" is wrong.").count(), 1_000);
            assert_eq!(body.contains(more), has_more, "{count}: {body:.200}");
        }
    }
    let both = (0..5_000).map(wrong).collect::<Violations>().into_result();
    let both = body(&both.unwrap_err(), &Envelopes::ok_error().body_limit(1_000));
    assert!(both.contains(r#""more":true,"truncated":9"#), "{both}");
}
