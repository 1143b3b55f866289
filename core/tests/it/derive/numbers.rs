//! Catalogs whose codes are numbers.

use manila::{Condition, Envelopes, Fault};
use serde_json::{Value, json};

use super::{answer, error, field};

/// As CodeLibra numbers its codes.
#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(case = "PascalCase", wire = "number", digits = "status")]
enum Positive {
    #[error("Bad.")]
    #[error_code(status = 400, number = 400_001)]
    BadRequest,
    #[error("Unpaid.")]
    #[error_code(status = 402, number = 402_001, condition = "gone")]
    Unpaid,
    #[error("broken")]
    #[error_code(status = 500, number = 500_001)]
    Broken,
}

/// As cpi numbers its codes.
#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(case = "PascalCase", wire = "number")]
enum Negative {
    #[error("Pro is required.")]
    #[error_code(status = 403, number = -403)]
    ProRequired,
    #[error("Not allowed.")]
    #[error_code(status = 422, number = -405, condition = "bad_request")]
    NotAllowed,
    #[error("broken")]
    #[error_code(status = 500, number = -1, condition = "internal")]
    Broken,
}

/// Names on the wire, with numbers beside them.
#[derive(Debug, thiserror::Error, manila::ErrorCode)]
enum Named {
    #[error("Unpaid.")]
    #[error_code(status = 402, number = 7)]
    Unpaid,
    #[error("Gone.")]
    #[error_code(status = 410)]
    Gone,
}

/// `code` in the styles `ok-error`, `json-api`, `code-data` and `problem`.
fn codes(fault: &Fault) -> [Value; 4] {
    let body = |envelopes: Envelopes| -> Value {
        let rendered = envelopes.render(fault, None);
        serde_json::from_slice(rendered.body()).unwrap()
    };
    [
        body(Envelopes::ok_error())["error"]["code"].take(),
        body(Envelopes::json_api())["errors"][0]["code"].take(),
        body(Envelopes::code_data())["code"].take(),
        body(Envelopes::problem())["code"].take(),
    ]
}

#[test]
fn each_style_writes_numbers_in_its_own_way() {
    fn check(fault: &Fault, expected: &[Value; 4], header: &str) {
        assert_eq!(codes(fault), *expected);
        assert_eq!(field(fault, "x-error-code"), [header]);
    }
    check(
        &Positive::Unpaid.fault(),
        &[
            json!(402_001),
            json!("402001"),
            json!(-402_001),
            json!(402_001),
        ],
        "402001",
    );
    check(
        &Negative::ProRequired.fault(),
        &[json!(-403), json!("-403"), json!(-403), json!(-403)],
        "-403",
    );
    check(
        &Named::Unpaid.fault(),
        &[json!("unpaid"), json!("unpaid"), json!(-7), json!("unpaid")],
        "unpaid",
    );
    check(
        &Named::Gone.fault(),
        &[json!("gone"), json!("gone"), json!(-410), json!("gone")],
        "gone",
    );
}

#[test]
fn a_code_is_found_by_its_number_and_by_its_name() {
    assert_eq!(
        Positive::CATALOG.find("402001"),
        Some(Positive::Unpaid.code())
    );
    assert_eq!(
        Positive::CATALOG.find("Unpaid"),
        Some(Positive::Unpaid.code())
    );
    assert_eq!(Negative::CATALOG.find("-1"), Some(Negative::Broken.code()));
    assert_eq!(
        Negative::CATALOG.find("-403"),
        Some(Negative::ProRequired.code())
    );
    assert_eq!(Named::CATALOG.find("7"), Some(Named::Unpaid.code()));
    for miss in [
        "",
        "-",
        "0",
        "403",
        "-402001",
        "402",
        "402001.0",
        "99999999999999",
    ] {
        assert_eq!(Positive::CATALOG.find(miss), None, "{miss:?}");
        assert_eq!(Negative::CATALOG.find(miss), None, "{miss:?}");
    }
}

#[test]
fn what_http_names_is_numbered_as_the_catalog_numbers() {
    let of = |condition| answer(condition, Positive::CATALOG);
    assert_eq!(of(Condition::MethodNotAllowed), (405, "405000".to_owned()));
    assert_eq!(of(Condition::Gone), (402, "402001".to_owned()));

    let of = |condition| answer(condition, Negative::CATALOG);
    assert_eq!(of(Condition::RouteNotFound), (404, "-404".to_owned()));
    // The catalog means the same by this number.
    assert_eq!(of(Condition::Forbidden), (403, "-403".to_owned()));
    // It means something else by this one, and `bad_request` stands in.
    assert_eq!(of(Condition::MethodNotAllowed), (422, "-405".to_owned()));
}

#[test]
fn a_number_is_an_integer_in_the_body() {
    assert_eq!(
        error(Positive::Broken),
        json!({"code": 500_001, "message": "Broken"})
    );
    assert_eq!(Positive::BadRequest.code().number(), Some(400_001));
}
