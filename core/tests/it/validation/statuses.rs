//! The statuses of a response and of its error objects in JSON:API agree.

use manila::{Condition, Envelopes, Fault, Violation, Violations, extract};
use serde_json::Value;

use super::ApiError;

#[derive(Debug, serde::Deserialize)]
struct Page {
    #[expect(dead_code, reason = "it is never read")]
    limit: u8,
}

/// A fault is answered with a status, and its error objects say these.
fn check(fault: &Fault, status: u16, of_errors: &[&str]) {
    let envelopes = Envelopes::json_api().catalog(ApiError::CATALOG);
    let rendered = envelopes.render(fault, None);
    assert_eq!(rendered.status(), status, "{fault}");
    let body: Value = serde_json::from_slice(rendered.body()).unwrap();
    let errors = body["errors"].as_array().unwrap();
    let statuses: Vec<_> = errors
        .iter()
        .map(|error| error["status"].as_str().unwrap())
        .collect();
    assert_eq!(statuses, of_errors, "{body}");
}

fn out_of_range() -> Violation {
    Violation::new("Must be between 0 and 255.").with_rule("range")
}

fn not_known() -> Violation {
    Violation::new("This parameter is not known.")
}

fn taken() -> Violation {
    Violation::new("The name is taken.").with_code(ApiError::Taken.fault().code().unwrap())
}

#[test]
fn a_query_and_a_path_that_break_a_rule_are_a_400_throughout() {
    let query = extract::query::<Page>("limit=300").unwrap_err();
    assert_eq!(query.violations()[0].rule(), Some("range"));
    check(&query, 400, &["400"]);
    let path = Fault::condition(Condition::InvalidPath).with_violation(out_of_range());
    check(&path, 400, &["400"]);
}

#[test]
fn violations_of_one_status_have_that_of_the_response() {
    let of =
        |condition, violations: Vec<_>| Fault::condition(condition).with_violations(violations);
    check(
        &of(Condition::BadRequest, vec![out_of_range(), out_of_range()]),
        400,
        &["400", "400"],
    );
    check(
        &of(Condition::Validation, vec![out_of_range(), taken()]),
        422,
        &["422", "422"],
    );
    check(
        &of(Condition::Forbidden, vec![taken(), not_known()]),
        403,
        &["403", "403"],
    );
}

#[test]
fn a_400_that_stands_for_several_statuses_tells_each() {
    let several = Violations::from(vec![out_of_range(), taken()]);
    check(&several.into_result().unwrap_err(), 400, &["422", "409"]);
    let fault = Fault::condition(Condition::InvalidQuery);
    check(
        &fault.with_violations([not_known(), out_of_range()]),
        400,
        &["400", "422"],
    );
}

#[test]
fn violations_that_do_not_fit_count_as_well() {
    let many = std::iter::repeat_with(out_of_range).take(100);
    let fault = Fault::condition(Condition::BadRequest).with_violations(many.chain([taken()]));
    let envelopes = Envelopes::json_api().body_limit(500);
    let rendered = envelopes.catalog(ApiError::CATALOG).render(&fault, None);
    let body: Value = serde_json::from_slice(rendered.body()).unwrap();
    assert_eq!(
        (
            &body["errors"][0]["status"],
            &body["meta"]["truncated"].is_u64()
        ),
        (&"422".into(), &true)
    );
}
