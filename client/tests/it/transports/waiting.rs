//! How long the wait between two attempts is.

use std::time::Duration;

use manila_client::{Retrier, RetryPolicy};

const fn millis(count: u64) -> Duration {
    Duration::from_millis(count)
}

#[test]
fn waits_differ_and_stay_below_the_doubled_time() {
    let retrier = Retrier::new(RetryPolicy::new().tokens_per_retry(0));
    let none = [("", "")];
    let wait = |_| {
        retrier
            .start("GET", none)
            .after_response(503, none)
            .unwrap()
    };
    let waits: Vec<_> = (0..200).map(wait).collect();
    assert!(waits.iter().all(|wait| *wait <= millis(100)));
    let below = waits.iter().filter(|wait| **wait < millis(50)).count();
    assert!(
        (50..150).contains(&below),
        "{below} of 200 are in the first half"
    );

    let asked = [("retry-after-ms", "400")];
    let wait = |_| {
        retrier
            .start("GET", none)
            .after_response(503, asked)
            .unwrap()
    };
    let waits: Vec<_> = (0..200).map(wait).collect();
    let range = millis(400)..=millis(500);
    assert!(waits.iter().all(|wait| range.contains(wait)));
    assert!(waits.iter().any(|wait| *wait != waits[0]));
}

#[test]
fn a_moment_behind_a_day_counts_as_a_day() {
    let day = Duration::from_secs(24 * 60 * 60);
    let patient = RetryPolicy::new().total_time(2 * day).no_jitter();
    let asked = [("retry-after", "9999999")];
    let wait = Retrier::new(patient)
        .start("GET", asked)
        .after_response(503, asked);
    assert_eq!(wait, Some(day));
}

#[test]
fn the_largest_settings_do_not_overflow() {
    let policy = RetryPolicy::new()
        .attempts(u32::MAX)
        .tokens(u32::MAX)
        .tokens_per_retry(0)
        .first_wait(Duration::MAX)
        .longest_wait(Duration::MAX)
        .total_time(Duration::MAX);
    let mut attempts = Retrier::new(policy).start("GET", [("", "")]);
    for _ in 0..100 {
        assert!(attempts.after_response(503, [("", "")]).is_some());
    }
}
