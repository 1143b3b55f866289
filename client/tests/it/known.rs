//! Codes as values of an enum, and as entries of a catalog.

use manila_catalogs::{Codelibra, Cpi, Vibehost};
use manila_client::{Decoder, RemoteError, decode};

const JSON: (&str, &str) = ("content-type", "application/json");

#[derive(Debug, thiserror::Error, manila::ErrorCode, manila::FromCode)]
#[error_code(documentation = "https://docs.example/errors/")]
enum ApiError {
    #[error("The plan's limit is reached.")]
    #[error_code(status = 402)]
    PlanLimit,
    #[error("The name is taken.")]
    #[error_code(status = 409)]
    NameTaken {
        #[error_code(detail)]
        by: String,
    },
    #[error("The name is reserved.")]
    #[error_code(status = 409)]
    Reserved(),
    #[error(transparent)]
    #[error_code(internal)]
    Io(#[from] std::io::Error),
}

fn with_code(code: &str) -> RemoteError {
    decode(409, [("x-error-code", code)], b"")
}

/// As the clients in TypeScript and Python have it.
#[test]
fn where_nothing_was_said_the_catalog_says_it() {
    #[derive(Debug, thiserror::Error, manila::ErrorCode)]
    #[error_code(catalog = "said", case = "snake_case")]
    #[expect(dead_code, reason = "codes are read from the catalog")]
    enum Said {
        #[error("The plan is paused.")]
        #[error_code(status = 402)]
        Paused,
        #[error("The plan includes {limit} apps.")]
        #[error_code(status = 402, title = "Plan limit")]
        Limit {
            #[error_code(detail)]
            limit: u32,
        },
    }
    let of = |code: &str, message: &str| {
        let body = format!(r#"{{"ok":false,"error":{{"code":"{code}","message":"{message}"}}}}"#);
        let decoder = Decoder::new().catalog(Said::CATALOG);
        let remote = decoder.decode(402, [("content-type", "application/json")], body);
        remote.message().map(str::to_owned)
    };
    for (code, message, said) in [
        ("paused", "No.", Some("No.")),
        ("paused", "", Some("The plan is paused.")),
        ("paused", " \\n", Some("The plan is paused.")),
        // A sentence with a gap says nothing of this occurrence.
        ("limit", "", Some("Plan limit")),
        ("next_years", "", None),
    ] {
        assert_eq!(of(code, message).as_deref(), said, "{code} {message:?}");
    }
    // What was sent goes first, and be it a title.
    let problem =
        br#"{"type":"about:blank","title":"Payment Required","status":402,"code":"paused"}"#;
    let decoder = Decoder::new().catalog(Said::CATALOG);
    let remote = decoder.decode(402, [("content-type", "application/problem+json")], problem);
    assert_eq!(remote.message(), Some("Payment Required"));
}

#[test]
fn a_variant_without_fields_is_made_of_its_code() {
    let text = |code| {
        with_code(code)
            .as_enum::<ApiError>()
            .map(|error| error.to_string())
    };
    assert_eq!(
        text("plan_limit").as_deref(),
        Some("The plan's limit is reached.")
    );
    assert_eq!(text("reserved").as_deref(), Some("The name is reserved."));
    assert_eq!(text("name_taken"), None);
    assert_eq!(text("PLAN_LIMIT"), None);
    assert_eq!(text("io"), None);
    assert!(with_code("name_taken").is(ApiError::NameTaken { by: String::new() }.code().unwrap()));
}

#[test]
fn a_code_of_another_catalog_is_no_value_of_the_enum() {
    use manila::FromCode as _;
    assert!(Vibehost::from_code(ApiError::PlanLimit.code().unwrap()).is_none());
    for code in Vibehost::CATALOG.codes() {
        assert_eq!(
            Vibehost::from_code(code).map(|value| value.code()),
            Some(code)
        );
    }
}

#[test]
fn a_number_in_code_data_is_the_code_of_the_catalog_that_has_it() {
    let code = &Codelibra::CATALOG.codes()[0];
    let number = code.number().unwrap();
    let body = format!(r#"{{"code":-{number},"data":"No."}}"#);
    let remote = decode(400, [JSON], &body);
    assert_eq!(remote.code(), Some(&*format!("-{number}")));
    assert!(remote.is(code) && remote.as_enum::<Codelibra>().is_some());
    let remote = Decoder::new()
        .catalog(Codelibra::CATALOG)
        .decode(400, [JSON], &body);
    assert_eq!(remote.code(), Some(&*number.to_string()));
    assert!(remote.is(code));

    let remote =
        Decoder::new()
            .catalog(Cpi::CATALOG)
            .decode(403, [JSON], br#"{"code":-403,"data":"No."}"#);
    assert_eq!(remote.code(), Some("-403"));
    assert_eq!(remote.catalog_code(), Some(Cpi::Forbidden.code()));
}

#[test]
fn a_number_that_is_the_status_is_no_code_of_a_catalog_of_names() {
    let decoder = Decoder::new().catalog(Vibehost::CATALOG);
    let code = |status, number: i32| {
        let body = format!(r#"{{"code":{number},"data":"No."}}"#);
        decoder
            .decode(status, [JSON], body)
            .code()
            .map(str::to_owned)
    };
    assert_eq!(code(402, -402), None);
    // Another's number is told as it is.
    assert_eq!(code(402, -7).as_deref(), Some("-7"));
    let header = [JSON, ("x-error-code", "PLAN_LIMIT_EXCEEDED")];
    let remote = decoder.decode(402, header, br#"{"code":-402,"data":"No."}"#);
    assert_eq!(
        remote.catalog_code(),
        Some(Vibehost::PlanLimitExceeded.code())
    );
}

#[test]
fn the_catalog_says_where_to_read_more_if_the_response_does_not() {
    let remote = Decoder::new().catalog(ApiError::CATALOG).decode(
        402,
        [("x-error-code", "plan_limit")],
        b"",
    );
    assert_eq!(
        remote.documentation().unwrap(),
        "https://docs.example/errors/plan_limit"
    );
    let body = br#"{"ok":false,"error":{"code":"plan_limit","details":{"remedy":{"documentation":"https://example.com/a"}}}}"#;
    let remote = Decoder::new()
        .catalog(ApiError::CATALOG)
        .decode(402, [JSON], body);
    assert_eq!(remote.documentation().unwrap(), "https://example.com/a");
    assert_eq!(with_code("plan_limit").documentation(), None);
}
