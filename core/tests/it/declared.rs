//! Details that are not what the catalog says are told, where the program is built for its developers.

use manila::{Condition, Envelopes, Fault, IntoFault as _};

use crate::support::logged;

manila::catalog! { enum ApiError = "tests/it/typed.toml" }

/// A detail in a field, which may have no value.
#[derive(Debug, Clone, Copy, thiserror::Error, manila::ErrorCode)]
enum Derived {
    #[error("The plan is full.")]
    #[error_code(status = 409)]
    Full {
        #[error_code(detail)]
        limit: Option<u8>,
        #[error_code(detail, kind = "uri")]
        page: &'static str,
    },
}

/// What the event of a fault notes in these words, in a service of the catalog; nothing where assertions
/// are not checked.
fn notes(fault: &Fault, envelopes: Envelopes, word: &str) -> Vec<String> {
    let envelopes = envelopes.catalog(ApiError::CATALOG);
    let ((), causes) = logged("cause", || {
        let rendered = envelopes.render(fault, None);
        rendered.log(fault, "abc-123", None);
    });
    let causes = causes.iter().flat_map(|cause| cause.split("; "));
    causes
        .filter(|part| part.contains(word))
        .map(str::to_owned)
        .collect()
}

/// What is told of details where assertions are checked is this; elsewhere it is nothing.
fn check_notes(fault: &Fault, word: &str, told: &[&str]) {
    let told = if cfg!(debug_assertions) { told } else { &[] };
    for envelopes in [
        Envelopes::ok_error(),
        Envelopes::json_api(),
        Envelopes::code_data(),
        Envelopes::problem(),
    ] {
        assert_eq!(notes(fault, envelopes, word), told, "{fault}");
    }
}

fn check(fault: &Fault, told: &[&str]) {
    check_notes(fault, "declared", told);
}

#[test]
fn a_detail_that_the_code_does_not_declare_so_is_told_once() {
    let everything = || ApiError::Everything.fault();
    check(&everything(), &[]);
    check(
        &everything()
            .with_detail("plan", "gold")
            .with_detail("limit", 5),
        &[],
    );
    check(
        &everything().with_detail("limit", "5"),
        &[r#"not as declared: detail "limit" of EVERYTHING is not an integer"#],
    );
    check(
        &everything()
            .with_detail("sort", 1)
            .with_detail("load", true)
            .with_detail("plan", "a"),
        &[
            r#"not declared: detail "sort" of EVERYTHING"#,
            r#"not as declared: detail "load" of EVERYTHING is not a number"#,
        ],
    );
    check(
        &everything().with_detail("retryAt", "tomorrow"),
        &[
            r#"not as declared: detail "retryAt" of EVERYTHING is not a date and time as in RFC 3339"#,
        ],
    );
    check(&everything().with_detail("more-data", "anything"), &[]);
}

#[test]
fn what_clients_are_promised_is_told_where_it_is_not_so() {
    let limited = || ApiError::Promised.fault().with_detail("limit", 5);
    check(&limited(), &[]);
    check(
        &ApiError::promised(5, "apps", ["a", "b"], [1, 2]).with_detail("until", "2026-01-31"),
        &[],
    );
    let missing = r#"not as declared: detail "limit" of PROMISED is missing"#;
    check(&ApiError::Promised.fault(), &[missing]);
    check(
        &ApiError::Promised.fault().with_detail("limit", None::<u8>),
        &[missing],
    );
    check(
        &limited().with_detail("of", "plans"),
        &[
            r#"not as declared: detail "of" of PROMISED is not one of the declared values: apps, sites"#,
        ],
    );
    check(
        &limited().with_detail("names", ["a", "c"]),
        &[r#"not as declared: detail "names" of PROMISED is not one of the declared values: a, b"#],
    );
    check(
        &limited().with_detail("sizes", ["a", "c"]),
        &[
            r#"not as declared: detail "sizes" of PROMISED is not an array of which each item is an integer"#,
        ],
    );
    check(
        &limited()
            .with_detail("names", [""; 0])
            .with_detail("sizes", [1, 2]),
        &[],
    );
}

#[test]
fn a_constructor_attaches_what_is_declared() {
    check(&ApiError::fault_(7), &[]);
    check(&ApiError::service_down("2026-01-31"), &[]);
    check(
        &ApiError::fault_(7).with_detail("code", "seven"),
        &[r#"not as declared: detail "code" of FAULT is not an integer"#],
    );
}

#[test]
fn what_no_client_sees_may_be_undeclared() {
    check(
        &ApiError::service_down("2026-01-31").with_detail("replica", 3),
        &[],
    );
    check(
        &ApiError::ServiceDown.fault().with_detail("until", 3),
        &[r#"not as declared: detail "until" of SERVICE_DOWN is not a date as in RFC 3339"#],
    );
}

#[test]
fn a_code_that_declares_nothing_may_have_any_detail() {
    check(&ApiError::Plain.fault().with_detail("limit", 5), &[]);
    check(
        &Fault::condition(Condition::Conflict).with_detail("limit", 5),
        &[],
    );
}

#[test]
fn a_field_is_told_where_its_type_is_not_what_is_sent() {
    let full = |page| Derived::Full { limit: None, page }.fault();
    check(&full("https://plans.example"), &[]);
    check(
        &full("plans"),
        &[r#"not as declared: detail "page" of full is not a URI"#],
    );
}

#[test]
fn a_client_and_the_cause_are_told_the_same_with_and_without_it() {
    let fault = ApiError::Fault
        .because_text("no disk")
        .with_detail("code", "seven");
    let rendered = Envelopes::ok_error().render(&fault, None);
    assert_eq!(
        str::from_utf8(rendered.body()).unwrap(),
        r#"{"ok":false,"error":{"code":"FAULT","message":"Fault seven.","details":{"code":"seven"}}}"#
    );
    let ((), causes) = logged("cause", || rendered.log(&fault, "abc-123", None));
    assert!(causes[0].starts_with("no disk"), "{causes:?}");
}

#[test]
fn a_detail_that_the_message_lacks_is_told_of_a_bare_code() {
    let check = |fault: &Fault, told: &[&str]| check_notes(fault, "missing: ", told);
    let plan = r#"missing: detail "plan" of EVERYTHING, which its message repeats"#;
    let limit = r#"missing: detail "limit" of EVERYTHING, which its message repeats"#;
    let everything = || ApiError::Everything.into_fault();
    check(&everything(), &[plan, limit]);
    check(&everything().with_detail("plan", "gold"), &[limit]);
    // What is null stands in no sentence.
    let null = everything().with_detail("plan", None::<u8>);
    check(&null.with_detail("limit", 5), &[plan]);
    let whole = everything().with_detail("plan", "gold");
    check(&whole.with_detail("limit", 5), &[]);
    // No client reads the message of a 5xx's occurrence.
    let fault = ApiError::Fault.fault().with_message("No disk.");
    let code = r#"missing: detail "code" of FAULT, which its message repeats"#;
    check(&fault, &[code]);
    check(&ApiError::fault_(7), &[]);
}

#[test]
fn a_detail_that_no_sentence_lacks_is_not_told() {
    let check = |fault: &Fault, told: &[&str]| check_notes(fault, "missing: ", told);
    check(&ApiError::Everything.fault().with_message("Full."), &[]);
    check(&ApiError::Moment.fault(), &[]);
    check(&ApiError::Plain.fault(), &[]);
    check(&Fault::condition(Condition::Conflict), &[]);
}

#[test]
fn a_detail_that_the_code_of_a_condition_lacks_is_told() {
    let gone = r#"missing: detail "since" of LEFT, which its message repeats"#;
    let fault = Fault::detected(Condition::Gone);
    check_notes(&fault, "missing: ", &[gone]);
    check_notes(&fault.with_detail("since", 2024), "missing: ", &[]);
}
