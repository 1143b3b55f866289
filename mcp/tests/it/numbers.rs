//! The number of a JSON-RPC error.

use manila::{Condition, Envelopes, Fault, Violation};
use manila_catalogs::{Cpi, Vibehost};
use manila_mcp::{Call, McpErrors};

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "reserved", case = "snake_case", wire = "number")]
enum Reserved {
    #[error("The parameters are not valid.")]
    #[error_code(status = 400, number = -32602)]
    Params,
    #[error("The method is not known.")]
    #[error_code(status = 404, number = -32601)]
    Method,
    #[error("The number is of a range that is kept for the future.")]
    #[error_code(status = 409, number = -32500)]
    Future,
    #[error("The number is the server's.")]
    #[error_code(status = 503, number = -32050)]
    Server,
    #[error("The number is not reserved.")]
    #[error_code(status = 503, number = -31999)]
    Free,
    #[error("The number is positive.")]
    #[error_code(status = 409, number = 409001)]
    Positive,
}

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "beside", case = "snake_case")]
enum Beside {
    #[error("The name is on the wire, and the number beside it.")]
    #[error_code(status = 404, number = -404)]
    Missing,
}

fn number(envelopes: Envelopes, fault: Fault) -> i32 {
    let error = McpErrors::new(envelopes).rpc_error(fault, &Call::default());
    let object = serde_json::to_value(&error).unwrap();
    assert_eq!(object["code"], error.number());
    assert_eq!(super::names(&object), ["code", "data", "message"]);
    error.number()
}

#[test]
fn a_negative_number_of_the_catalog_is_written_as_it_is() {
    let cases = [
        (Reserved::Params.fault(), -32602),
        (Reserved::Method.fault(), -32601),
        (Reserved::Future.fault(), -32500),
        (Reserved::Server.fault(), -32050),
        (Reserved::Free.fault(), -31999),
        (Reserved::Positive.fault(), -32000),
        (Beside::Missing.fault(), -404),
        (Cpi::JsonRpcServerError.fault(), -32000),
    ];
    for (fault, expected) in cases {
        let said = format!("{fault}");
        assert_eq!(number(Envelopes::ok_error(), fault), expected, "{said}");
    }
}

#[test]
fn what_no_catalog_numbers_has_a_number_of_json_rpc() {
    let violated = |condition| {
        Fault::condition(condition)
            .with_violation(Violation::new("Must be set.").with_parameter("a"))
    };
    let cases = [
        (Fault::condition(Condition::Validation), -32602),
        (Fault::condition(Condition::WrongType), -32602),
        (Fault::foreign(422), -32602),
        (violated(Condition::BadRequest), -32602),
        (violated(Condition::Conflict), -32602),
        (Fault::condition(Condition::Conflict), -32000),
        (Fault::condition(Condition::RouteNotFound), -32000),
        (Fault::foreign(499), -32000),
        (Fault::condition(Condition::Internal), -32603),
        (violated(Condition::Internal), -32603),
        (Fault::condition(Condition::Timeout), -32603),
        (Fault::foreign(999), -32603),
    ];
    for (fault, expected) in cases {
        let said = format!("{fault}");
        assert_eq!(number(Envelopes::ok_error(), fault), expected, "{said}");
    }
}

#[test]
fn https_own_codes_are_numbered_where_the_catalogs_are() {
    let of = |catalog| Envelopes::ok_error().catalog(catalog);
    assert_eq!(number(of(Cpi::CATALOG), Fault::foreign(423)), -423);
    assert_eq!(number(of(Vibehost::CATALOG), Fault::foreign(423)), -32000);
}

#[test]
fn violations_that_do_not_fit_count_as_violations() {
    let long = Violation::new("no ".repeat(4096)).with_parameter("a");
    let fault = Fault::condition(Condition::Conflict).with_violation(long);
    let errors = McpErrors::new(Envelopes::ok_error().body_limit(2048));
    let error = errors.rpc_error(fault, &Call::default());
    assert_eq!(error.number(), -32602);
    assert_eq!(error.to_data()["violations"], serde_json::Value::Null);
    assert_eq!(error.to_data()["truncated"], 1);
}
