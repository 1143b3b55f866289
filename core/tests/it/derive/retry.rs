//! When to come back.

use std::time::{Duration, SystemTime};

use manila::Fault;
use serde_json::{Value, json};

use super::{error, field};

#[derive(Debug, thiserror::Error, manila::ErrorCode)]
enum ApiError {
    #[error("wait")]
    #[error_code(status = 429, retry_after = wait)]
    Wait { wait: Duration },

    #[error("perhaps")]
    #[error_code(status = 503, retry_after = 1)]
    Perhaps(u8, Option<Duration>),

    #[error("at")]
    #[error_code(status = 503, retry_after = moment)]
    At { moment: SystemTime },

    #[error("perhaps at")]
    #[error_code(status = 503, retry_after = 0)]
    PerhapsAt(Option<SystemTime>),

    #[error("both")]
    #[error_code(status = 429, retry_after = wait)]
    Both {
        #[error_code(detail)]
        times: u8,
        #[error_code(detail)]
        wait: Duration,
    },

    #[error("never")]
    #[error_code(status = 400, retry = "never")]
    Never,
    #[error("after")]
    #[error_code(status = 400, retry = "after")]
    After,
    #[error("backoff")]
    #[error_code(status = 400, retry = "backoff")]
    Backoff,
    #[error("after a change")]
    #[error_code(status = 400, retry = "after_change")]
    AfterChange,
}

const MOMENT: SystemTime = SystemTime::UNIX_EPOCH;

#[test]
fn the_field_becomes_retry_after_and_what_is_known_of_it_a_detail() {
    fn check(error: ApiError, header: &[&str], details: &Value) {
        let fault = error.fault();
        assert_eq!(field(&fault, "retry-after"), header);
        assert_eq!(super::error(fault)["details"], *details);
    }
    let wait = Duration::from_millis(1_500);
    let retry = |seconds: u8| json!({"retry": {"after_seconds": seconds}});
    check(ApiError::Wait { wait }, &["2"], &retry(2));
    check(
        ApiError::Wait {
            wait: Duration::ZERO,
        },
        &["1"],
        &retry(1),
    );
    check(ApiError::Perhaps(7, Some(wait)), &["2"], &retry(2));
    check(ApiError::Perhaps(7, None), &[], &Value::Null);
    let date = "Thu, 01 Jan 1970 00:00:00 GMT";
    check(ApiError::At { moment: MOMENT }, &[date], &Value::Null);
    check(ApiError::PerhapsAt(Some(MOMENT)), &[date], &Value::Null);
    check(ApiError::PerhapsAt(None), &[], &Value::Null);
}

#[test]
fn one_field_can_be_a_detail_and_say_when_to_come_back() {
    let both = ApiError::Both {
        times: 3,
        wait: Duration::from_secs(2),
    };
    let fault = both.fault();
    assert_eq!(field(&fault, "retry-after"), ["2"]);
    assert_eq!(
        error(fault)["details"],
        json!({"times": 3, "wait": {"secs": 2, "nanos": 0}, "retry": {"after_seconds": 2}}),
    );
}

#[test]
fn the_advice_of_the_catalog_becomes_x_should_retry_unless_a_moment_is_known() {
    let advice = |fault: Fault| field(&fault, "x-should-retry");
    assert_eq!(advice(ApiError::Never.fault()), ["false"]);
    assert_eq!(advice(ApiError::AfterChange.fault()), ["false"]);
    assert_eq!(advice(ApiError::After.fault()), ["true"]);
    assert_eq!(advice(ApiError::Backoff.fault()), ["true"]);
    let wait = Duration::from_secs(2);
    assert_eq!(advice(ApiError::Wait { wait }.fault()), ["true"]);
    let perhaps = |wait| advice(ApiError::Perhaps(0, wait).fault());
    assert_eq!(perhaps(Some(wait)), ["true"]);
    assert!(perhaps(None).is_empty());
}

#[test]
fn a_fault_can_say_when_to_come_back_whatever_its_field_says() {
    let wait = Duration::from_secs(2);
    let fault = ApiError::Wait { wait }
        .fault()
        .with_retry_after(Duration::from_secs(9));
    assert_eq!(field(&fault, "retry-after"), ["9"]);
}
