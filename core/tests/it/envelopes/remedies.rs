//! The way out, where a service asks for it.

use manila::adapter::{Renderer, RequestContext};
use manila::{Condition, Envelopes, Fault, Object, Owner, PublicFault, Violation};
use serde_json::{Value, json};

use super::{ID, body};

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "remedies", case = "SCREAMING_SNAKE_CASE")]
enum Known {
    #[error("Sign in again.")]
    #[error_code(
        status = 401,
        owner = "user",
        client = ["Sign in again.", "Repeat the <request>."],
        next = "POST /v1/auth/login"
    )]
    ReauthRequired,
    #[error("It is wrong.")]
    #[error_code(status = 422, condition = "validation", owner = "caller")]
    NotValid,
    #[error("The region is down.")]
    #[error_code(status = 503, client = ["Try another region."])]
    RegionDown,
    #[error("Nobody knows.")]
    #[error_code(status = 409)]
    Unknown,
}

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "documented", documentation = "https://own.example/codes/")]
enum Documented {
    #[error("It is gone.")]
    #[error_code(status = 410)]
    Gone,
}

/// Where each style has the way out of a fault, and of one with violations.
fn styles() -> [(Envelopes, &'static str, &'static str); 4] {
    let styles = [
        (Envelopes::ok_error(), "/error/details", "/error/details"),
        (Envelopes::json_api(), "/errors/0/meta", "/meta"),
        (Envelopes::code_data(), "/data/details", "/data/details"),
        (Envelopes::problem(), "/details", "/details"),
    ];
    styles.map(|(envelopes, one, several)| (envelopes.catalog(Known::CATALOG), one, several))
}

fn parsed(fault: &Fault, envelopes: &Envelopes) -> Value {
    let text = body(fault, envelopes);
    // What repeats is what is written once.
    let renderer = Renderer::new(envelopes.clone());
    for _ in 0..2 {
        let rendered = renderer.render(fault, &RequestContext::new(Some(ID)));
        assert_eq!(rendered.body(), text.as_bytes());
    }
    serde_json::from_str(&text).unwrap()
}

#[test]
fn the_way_out_stands_where_the_advice_on_retrying_stands() {
    let reauth = json!({
        "owner": "user",
        "steps": ["Sign in again.", "Repeat the <request>."],
        "next": "POST /v1/auth/login",
    });
    let wrong = || {
        let violation = Violation::new("Must be a number.").with_parameter("limit");
        Known::NotValid
            .fault()
            .with_violation(violation)
            .with_detail("form", "signup")
    };
    let second = std::time::Duration::from_secs(1);
    let cases = [
        (Known::ReauthRequired.fault(), Some(reauth.clone())),
        (
            Known::ReauthRequired.fault().with_detail("a", 1),
            Some(reauth.clone()),
        ),
        (
            Known::ReauthRequired.fault().with_retry_after(second),
            Some(reauth),
        ),
        (wrong(), Some(json!({ "owner": "caller" }))),
        (
            Known::RegionDown.because_text("the cause"),
            Some(json!({ "steps": ["Try another region."] })),
        ),
        (Known::Unknown.fault(), None),
        (Known::Unknown.fault().with_detail("a", 1), None),
        (Fault::condition(Condition::Gone), None),
        (Fault::foreign(418), None),
        (
            Documented::Gone.fault(),
            Some(json!({ "documentation": "https://own.example/codes/gone" })),
        ),
    ];
    for (fault, remedy) in cases {
        for (envelopes, one, several) in styles() {
            let has_violations = !fault.violations().is_empty();
            let place = if has_violations { several } else { one };
            let of_fault = parsed(&fault, &envelopes);
            let mut asked = parsed(&fault, &envelopes.clone().remedies());
            assert!(!of_fault.to_string().contains("remedy"), "{of_fault}");
            let said = asked
                .pointer_mut(place)
                .and_then(Value::as_object_mut)
                .and_then(|members| members.remove("remedy"));
            assert_eq!(said, remedy, "{asked}");
            assert!(!asked.to_string().contains("remedy"), "{asked}");
            assert_eq!(
                asked["meta"].get("details"),
                of_fault["meta"].get("details")
            );
        }
    }
}

#[test]
fn the_reference_of_the_service_goes_before_that_of_the_catalog() {
    let fault = Documented::Gone.fault();
    for (envelopes, place, _) in styles() {
        let page = |envelopes: Envelopes| {
            let body = parsed(&fault, &envelopes.remedies());
            body.pointer(place).unwrap()["remedy"]["documentation"].clone()
        };
        assert_eq!(page(envelopes.clone()), "https://own.example/codes/gone");
        let envelopes = envelopes.reference_url("https://docs.example/<errors>/");
        assert_eq!(page(envelopes), "https://docs.example/<errors>/gone");
    }
}

#[test]
fn no_detail_takes_a_name_of_the_librarys() {
    for name in ["remedy", "source_message"] {
        let violation = Violation::new("Wrong.").with_detail(name, "mine");
        for fault in [
            Known::Unknown.fault().with_detail(name, "mine"),
            Known::Unknown.fault().with_violation(violation),
        ] {
            for (envelopes, ..) in styles() {
                for envelopes in [envelopes.clone(), envelopes.remedies()] {
                    assert!(!body(&fault, &envelopes).contains("mine"), "{name}");
                }
            }
        }
    }
}

#[test]
fn it_stays_while_something_of_the_fault_fits_beside_it() {
    let violation = |n: usize| Violation::new(format!("Item {n} is wrong."));
    let violated = || {
        Known::ReauthRequired
            .fault()
            .with_violations((0..40).map(violation))
    };
    let detailed = (0..40).fold(Known::ReauthRequired.fault(), |fault, n| {
        fault.with_detail(format!("item{n}"), "is wrong.")
    });
    for (envelopes, ..) in styles() {
        let (mut with, mut without) = (0, 0);
        for fault in [
            violated().with_detail("item", 1),
            violated(),
            detailed.clone(),
        ] {
            let whole = body(&fault, &envelopes.clone().remedies());
            for limit in 250..whole.len() {
                let bounded = envelopes.clone().body_limit(limit);
                let asked = body(&fault, &bounded.clone().remedies());
                let other = body(&fault, &bounded);
                assert!(asked.len() <= limit, "{limit}: {asked}");
                let shown = |body: &str| body.matches("is wrong.").count();
                assert!(asked.contains(r#""truncated":"#), "{limit}: {asked}");
                if asked.contains(r#""remedy":"#) {
                    with += 1;
                    assert!(shown(&asked) > 0, "{limit}: {asked}");
                } else {
                    without += 1;
                    // It counts as one of those that are left out, which may take a digit more.
                    assert!(
                        shown(&asked) + 1 >= shown(&other),
                        "{limit}: {asked} {other}"
                    );
                }
            }
        }
        assert!(with > 100 && without > 20, "{with} {without}");
    }
}

#[test]
fn it_goes_first_where_it_is_all_that_does_not_fit() {
    let fault = Known::ReauthRequired.fault().with_detail("kept", true);
    for (envelopes, ..) in styles() {
        let whole = body(&fault, &envelopes);
        let bounded = envelopes.body_limit(whole.len() + 20).remedies();
        let body = body(&fault, &bounded);
        assert!(
            body.contains(r#""kept":true"#) && body.contains(r#""truncated":1"#),
            "{body}"
        );
        assert!(!body.contains("remedy"), "{body}");
    }
}

#[test]
fn a_style_of_ones_own_is_told_of_it_where_the_service_asks() {
    fn write(fault: &PublicFault<'_>, body: &mut Object<'_>) {
        let remedy = fault.remedy();
        body.boolean("has_details", fault.has_details());
        let owner = remedy.as_ref().and_then(|remedy| remedy.owner());
        body.string_if("owner", owner.map(Owner::as_str));
        body.integer(
            "steps",
            remedy.map_or(0, |remedy| remedy.steps().len()) as i64,
        );
        body.object("details", |details| fault.write_details(details));
    }
    let envelopes = Envelopes::custom("application/json", write).unwrap();
    let fault = Known::RegionDown.because_text("the cause");
    let plain = r#"{"has_details":false,"steps":0,"details":{}}"#;
    assert_eq!(body(&fault, &envelopes), plain);
    assert_eq!(
        body(&fault, &envelopes.clone().remedies()),
        r#"{"has_details":true,"steps":1,"details":{"remedy":{"steps":["Try another region."]}}}"#,
    );
    assert_eq!(body(&Known::Unknown.fault(), &envelopes.remedies()), plain);
}
