//! Whether and when to try again.

use std::time::{Duration, SystemTime};

use manila::{Retry, RetryMoment};
use manila_catalogs::Vibehost;
use manila_client::{Decoder, RetryAdvice, decode};

fn advice(headers: &[(&str, &str)], body: &str) -> RetryAdvice {
    let json = ("content-type", "application/json");
    let headers = headers.iter().copied().chain([json]);
    Decoder::new()
        .catalog(Vibehost::CATALOG)
        .decode(503, headers, body)
        .retry()
}

fn seconds(advice: RetryAdvice) -> Option<u64> {
    advice
        .wait(SystemTime::UNIX_EPOCH)
        .map(|wait| wait.as_secs())
}

const BODY: &str = r#"{"ok":false,"error":{"code":"NEW","message":"No.","details":{"retry":{"after_seconds":12}}}}"#;

const APPLIED: &str =
    r#"{"ok":false,"error":{"code":"NEW","message":"No.","details":{"retry":{"applied":"yes"}}}}"#;

#[test]
fn the_first_source_that_says_it_counts() {
    let known = |code| format!(r#"{{"ok":false,"error":{{"code":"{code}","message":"No."}}}}"#);
    for (headers, body, is_advised, expected) in [
        (&[][..], "", None, None),
        (&[], BODY, Some(true), Some(12)),
        (&[("retry-after", "3")], BODY, Some(true), Some(3)),
        (
            &[("retry-after", "3"), ("retry-after-ms", "4000")],
            BODY,
            Some(true),
            Some(4),
        ),
        (
            &[("x-should-retry", "false"), ("retry-after", "3")],
            "",
            Some(false),
            Some(3),
        ),
        (&[("x-should-retry", "true")], "", Some(true), None),
        (&[("x-should-retry", "maybe")], "", None, None),
        (&[("retry-after", "3")], APPLIED, Some(false), Some(3)),
        (&[("x-should-retry", "true")], APPLIED, Some(true), None),
        (&[], &known("RATE_LIMITED"), Some(true), None),
        (&[], &known("FORBIDDEN"), Some(false), None),
        (
            &[("x-should-retry", "true")],
            &known("FORBIDDEN"),
            Some(true),
            None,
        ),
        (&[("retry-after", "soon")], BODY, Some(true), Some(12)),
        (
            &[("retry-after", ""), ("retry-after", "5")],
            "",
            Some(true),
            Some(5),
        ),
        (&[("retry-after", " 5 ")], "", Some(true), Some(5)),
        (
            &[("retry-after", "99999999999999999999999")],
            "",
            Some(true),
            Some(1 << 31),
        ),
        (
            &[("retry-after-ms", "99999999999999999999999")],
            "",
            Some(true),
            Some(1 << 31),
        ),
        (&[("retry-after", "0")], "", Some(true), Some(0)),
    ] {
        let advice = advice(headers, body);
        assert_eq!(
            (advice.is_advised(), seconds(advice)),
            (is_advised, expected),
            "{headers:?} {body}"
        );
    }
}

#[test]
fn a_date_without_that_of_the_response_waits_for_a_clock() {
    let advice = advice(&[("retry-after", "Sun, 06 Nov 1994 08:49:37 GMT")], "");
    let moment = SystemTime::UNIX_EPOCH + Duration::from_secs(784_111_777);
    assert_eq!(advice.moment(), Some(RetryMoment::At(moment)));
    assert_eq!(
        advice.wait(moment - Duration::from_secs(9)),
        Some(Duration::from_secs(9))
    );
    assert_eq!(
        advice.wait(moment + Duration::from_secs(9)),
        Some(Duration::ZERO)
    );
}

#[test]
fn the_catalog_tells_its_advice_beside_that_of_the_response() {
    let body = r#"{"ok":false,"error":{"code":"RATE_LIMITED","message":"No."}}"#;
    assert_eq!(advice(&[], body).of_catalog(), Some(Retry::After));
    assert_eq!(
        advice(&[("x-should-retry", "false")], body).of_catalog(),
        Some(Retry::After)
    );
    assert_eq!(advice(&[], "").of_catalog(), None);
}

#[test]
fn without_advice_the_status_says_whether_it_can_succeed_later() {
    for status in 100..=999 {
        let is_passing = [408, 425, 429, 502, 503, 504].contains(&status);
        let is_retryable =
            |headers: &[(&str, &str)]| decode(status, headers.iter().copied(), b"").is_retryable();
        assert_eq!(is_retryable(&[]), is_passing, "{status}");
        assert!(is_retryable(&[("x-should-retry", "true")]), "{status}");
        assert!(!is_retryable(&[("x-should-retry", "false")]), "{status}");
    }
}
