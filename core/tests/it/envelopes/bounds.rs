//! What makes room in a body that would be too long.

use manila::{Condition, Envelopes, Fault, Pointer, Violation};

use super::{ApiError, ID, body, styles};

#[test]
fn a_body_is_bounded_and_says_how_much_is_missing() {
    let violation = |n: usize| {
        Violation::new(format!("Item {n} is wrong.")).with_pointer(Pointer::root().index(n))
    };
    let many = Fault::condition(Condition::Validation)
        .with_detail("kept", true)
        .with_violations((0..10_000).map(violation));
    let wide = (0..100).fold(ApiError::Conflict.fault(), |fault, n| {
        fault.with_detail(format!("d{n}"), "x".repeat(2_000))
    });
    let long = ApiError::Conflict.fault().with_message("x".repeat(100_000));
    for envelopes in styles() {
        let many = body(&many, &envelopes);
        assert!(
            many.len() <= 64 * 1024 && many.len() > 60 * 1024,
            "{}",
            many.len()
        );
        assert!(many.contains(r#""kept":true"#));
        let shown = many.matches(" is wrong.").count();
        assert!(many.contains(&format!(r#""truncated":{}"#, 10_000 - shown)));

        let wide = body(&wide, &envelopes);
        let shown = wide.matches(r#""d"#).count()
            - wide.matches(r#""detail"#).count()
            - wide.matches(r#""data"#).count();
        assert!(wide.len() <= 64 * 1024 && shown >= 31, "{}", wide.len());
        assert!(
            wide.contains(&format!(r#""truncated":{}"#, 100 - shown)),
            "{shown}"
        );

        let long = body(&long, &envelopes);
        assert!(
            long.len() < 1_000 && long.contains("CONFLICT") | long.contains("-409"),
            "{long}"
        );
    }
    let nothing_fits = Envelopes::problem().body_limit(10);
    assert!(body(&many, &nothing_fits).starts_with(r#"{"ok":false"#));
}

#[test]
fn a_body_is_in_its_style_wherever_its_limit_falls() {
    let violation = |n: usize| {
        let violation = Violation::new("Is wrong.").with_pointer(Pointer::root().index(n));
        match n % 3 {
            0 => violation.with_code(ApiError::Conflict.code()),
            _ => violation,
        }
    };
    for code in [
        Fault::condition(Condition::Validation),
        ApiError::Conflict.fault(),
    ] {
        let fault = code.with_violations((0..60).map(violation));
        for envelopes in styles() {
            let whole = body(&fault, &envelopes);
            for limit in 600..whole.len() {
                let envelopes = envelopes.clone().body_limit(limit);
                let rendered = envelopes.render(&fault, Some(ID));
                let text = std::str::from_utf8(rendered.body()).unwrap();
                assert!(text.len() <= limit, "{limit}: {text}");
                assert_eq!(text.get(..8), whole.get(..8), "{limit}: {text}");
                assert!(text.contains(r#""truncated":"#), "{limit}: {text}");
                serde_json::from_str::<serde_json::Value>(text).unwrap();
            }
        }
    }
}

#[test]
fn the_text_of_a_foreign_response_makes_room_too() {
    let fault = Fault::foreign(404).with_reason("x".repeat(1_000));
    for envelopes in styles() {
        let envelopes = envelopes.body_limit(400);
        let rendered = envelopes.render(&fault, Some(ID));
        let usual = envelopes.render(&Fault::foreign(404), Some(ID));
        assert_eq!(rendered.content_type(), usual.content_type());
        let body = std::str::from_utf8(rendered.body()).unwrap();
        assert!(body.contains("What you asked for was not found."), "{body}");
        assert!(body.contains(r#""truncated":1"#), "{body}");
    }
}

#[test]
fn a_detail_in_the_sentence_makes_room_too() {
    #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    enum Accounts {
        #[error("{name} is taken")]
        #[error_code(status = 409, message = "The name { $name } is taken.")]
        NameTaken {
            #[error_code(detail)]
            name: String,
        },
    }

    let name = "x".repeat(4_000);
    let fault = Accounts::NameTaken { name }.fault();
    for envelopes in styles() {
        let envelopes = envelopes.catalog(Accounts::CATALOG).body_limit(1_000);
        let rendered = envelopes.render(&fault, None);
        let usual = envelopes.render(&Fault::foreign(409), None);
        assert_eq!(rendered.content_type(), usual.content_type());
        let body = std::str::from_utf8(rendered.body()).unwrap();
        assert!(body.len() < 300 && body.contains("Name taken"), "{body}");
        assert!(body.contains(r#""truncated":1"#), "{body}");
    }
}
