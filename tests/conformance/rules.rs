//! Broken rules of fields, in the codes of each catalog.

use manila_examples::workbench::CatalogName;
use manila_probe::wire::{Protocol, Request};
use manila_properties::expected::{ExpectedViolation, Spelling};

use crate::cases::Case;
use crate::expected::{file, of_file, of_http};
use crate::servers::{Cell, FRAMEWORKS, STYLES};
use crate::verify::verify;

const BROKEN: &str = r#"{"email":"x","age":7,"tags":["aaaaaaaaaaaaaaaaaaaaaaaaa"],"address":{}}"#;

/// Asserts what four broken rules are answered with: the code of the whole, and those of an
/// address, a range, a length and a missing member. An empty one is HTTP's own code.
fn check(catalog: CatalogName, whole: &str, codes: [&str; 4]) {
    let file = file(catalog);
    let https = || {
        let mut error = of_http(422, "The content of the request cannot be processed.");
        error.code.spelling = Spelling::Name("unprocessable_content".to_owned());
        error
    };
    let error = |code: &str| match code {
        "" => https(),
        code => of_file(&file, code),
    };
    let [email, range, length, required] = codes.map(|code| error(code).code);
    let whole = error(whole).violations([
        ExpectedViolation::new(email, "Must be a valid email address.").pointer("/email"),
        ExpectedViolation::new(range, "Must be at least 18.")
            .pointer("/age")
            .details(r#""min":18"#),
        ExpectedViolation::new(length, "Must have a length of at most 20.")
            .pointer("/tags/0")
            .details(r#""max":20"#),
        ExpectedViolation::new(required, "A required member is missing.")
            .pointer("/address")
            .details(r#""member":"city""#),
    ]);
    let request = Request::new("POST", "/json").body("application/json", BROKEN);
    let case = Case::new("four broken rules", request, whole);
    for framework in FRAMEWORKS {
        for style in STYLES {
            for protocol in Protocol::ALL {
                let cell = Cell {
                    catalog,
                    ..Cell::new(framework, style)
                };
                verify(cell, protocol, &case)
                    .unwrap_or_else(|failure| panic!("{cell:?} {protocol:?}: {failure}"));
            }
        }
    }
}

#[test]
fn mxcep_has_a_code_for_each_rule() {
    check(
        CatalogName::Mxcep,
        "validation_failed",
        [
            "invalid_email",
            "out_of_range",
            "max_length_exceeded",
            "required",
        ],
    );
}

#[test]
fn vibehost_has_one_code_for_all() {
    check(
        CatalogName::Vibehost,
        "VALIDATION_FAILED",
        ["VALIDATION_FAILED"; 4],
    );
}

#[test]
fn codelibra_has_one_number_for_all() {
    check(
        CatalogName::Codelibra,
        "ValidationError",
        ["ValidationError"; 4],
    );
}

#[test]
fn credicorp_has_a_code_for_addresses() {
    check(CatalogName::Credicorp, "", ["invalid_email", "", "", ""]);
}

#[test]
fn cpi_has_codes_for_addresses_and_for_what_is_missing() {
    check(
        CatalogName::Cpi,
        "BadRequestValidation",
        [
            "EmailMalformed",
            "BadRequestValidation",
            "BadRequestValidation",
            "MissingRequiredField",
        ],
    );
}
