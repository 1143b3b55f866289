//! What a 5xx does not tell.

use manila::{Condition, Envelopes, Fault, IntoFault as _, Pointer, Violation};
use manila_mcp::{Call, McpErrors};

const SECRET: &str = "hunter2-canary";

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
#[error_code(catalog = "store", case = "snake_case")]
enum StoreError {
    #[error("The replica says hunter2-canary.")]
    #[error_code(
        status = 503,
        message = "The store is busy in { $region }.",
        client = "Try later."
    )]
    Busy {
        #[error_code(detail)]
        region: String,
        cause: String,
    },
}

fn faults() -> Vec<Fault> {
    let masked = |fault: Fault| {
        fault
            .with_message(SECRET)
            .with_detail("sql", SECRET)
            .with_violation(Violation::new(SECRET).with_pointer(Pointer::default().member(SECRET)))
            .because_text(SECRET)
    };
    let busy = StoreError::Busy {
        region: "eu".to_owned(),
        cause: SECRET.to_owned(),
    };
    assert!(matches!(&busy, StoreError::Busy { cause, .. } if cause == SECRET));
    vec![
        masked(Fault::condition(Condition::Internal)),
        masked(Fault::condition(Condition::Timeout)),
        masked(Fault::foreign(599)),
        masked(busy.into_fault()),
        manila::adapter::fault_of_panic(Box::new(SECRET)),
        Fault::condition(Condition::Conflict).because_text(SECRET),
    ]
}

#[test]
fn causes_are_in_neither_form() {
    let errors = McpErrors::new(Envelopes::ok_error().catalog(StoreError::CATALOG));
    for fault in faults() {
        let said = format!("{:?}", fault.http_status());
        let result = errors.tool_result(fault.clone(), &Call::of_tool("read"));
        assert!(
            !result.as_json().contains(SECRET),
            "{said}: {}",
            result.as_json()
        );
        let error = errors.rpc_error(fault, &Call::of_method("resources/read"));
        let error = serde_json::to_string(&error).unwrap();
        assert!(!error.contains(SECRET), "{said}: {error}");
    }
}

#[test]
fn declared_details_and_the_remedy_of_a_5xx_are_told() {
    let busy = StoreError::Busy {
        region: "eu".to_owned(),
        cause: String::new(),
    };
    let errors = McpErrors::new(Envelopes::ok_error().catalog(StoreError::CATALOG));
    let view = errors.rpc_error(busy, &Call::default()).to_data();
    assert_eq!(view["message"], "The store is busy in eu.");
    assert_eq!(view["details"]["region"], "eu");
    assert_eq!(view["remedy"]["steps"][0], "Try later.");
}

#[tokio::test(flavor = "current_thread")]
async fn a_tool_that_panics_has_a_result() {
    let errors = super::plain();
    let call = Call::of_tool("read");
    let result = errors
        .run(&call, async {
            let secret: Result<u8, Fault> = Ok(7);
            assert_eq!(secret.as_ref().ok(), None, "{SECRET}");
            secret
        })
        .await;
    let result = result.unwrap_err();
    assert_eq!(
        (result.status(), result.code()),
        (500, "internal_server_error")
    );
    assert_eq!(result.to_value()["isError"], true);
    assert!(!result.as_json().contains(SECRET));
}
