//! What a body of many small objects costs in memory and time, with the bound on their number and
//! without it.
//!
//! In a binary of its own: the allocator counts for the whole process.

#![cfg(all(feature = "garde-023", feature = "validator-021"))]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use ::validator::Validate as _;
use manila::extract::{MAX_NODES, expect_nodes, json};
use manila::validate::{Input, garde, validator};
use manila::{Envelopes, Fault, FieldNames};
use peak_alloc::PeakAlloc;
use serde::Deserialize;

#[global_allocator]
static ALLOCATOR: PeakAlloc = PeakAlloc;

const MIB: usize = 1024 * 1024;

#[derive(Debug, Deserialize, garde::Validate, validator::Validate, FieldNames)]
struct Bulk {
    #[garde(dive)]
    #[validate(nested)]
    items: Vec<Item>,
}

#[derive(Debug, Deserialize, garde::Validate, validator::Validate, FieldNames)]
struct Item {
    #[garde(required)]
    #[validate(required)]
    name: Option<String>,
    #[garde(required)]
    #[validate(required)]
    price: Option<u64>,
    #[garde(required)]
    #[validate(required)]
    count: Option<u32>,
}

/// So many objects without their three required members.
fn body(count: usize) -> String {
    format!(r#"{{"items":[{}]}}"#, vec!["{}"; count].join(","))
}

fn read(body: &str, max_nodes: usize, check: Check) -> Result<(), Fault> {
    expect_nodes(body.as_bytes(), max_nodes)?;
    let bulk: Bulk = json(body.as_bytes())?;
    check(&bulk)
}

type Check = fn(&Bulk) -> Result<(), Fault>;

const VALIDATORS: [(&str, Check); 2] = [
    ("garde", |bulk| garde(bulk, &(), Input::Body)),
    ("validator", |bulk| validator(bulk, Input::Body)),
];

/// One measurement at a time.
fn alone() -> MutexGuard<'static, ()> {
    static LOCK: Mutex<()> = Mutex::new(());
    LOCK.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The status of the answer, and what it took to refuse the body and write it.
fn refuse(body: &str, max_nodes: usize, check: Check) -> (u16, usize, Duration) {
    ALLOCATOR.reset_peak_usage();
    let (before, start) = (ALLOCATOR.current_usage(), Instant::now());
    let fault = read(body, max_nodes, check).unwrap_err();
    let rendered = Envelopes::ok_error().render(&fault, None);
    let taken = ALLOCATOR.peak_usage() - before;
    assert!(rendered.body().len() <= 64 * 1024);
    (rendered.status(), taken, start.elapsed())
}

#[test]
fn a_body_of_too_many_objects_costs_nothing_but_its_bytes() {
    let _alone = alone();
    let body = body(690_000);
    for (name, check) in VALIDATORS {
        let (status, taken, time) = refuse(&body, MAX_NODES, check);
        assert_eq!(status, 413, "{name}");
        assert!(taken < 16 * 1024, "{name}: {taken} bytes");
        assert!(time < Duration::from_secs(1), "{name}: {time:?}");
    }
}

#[test]
fn what_manila_makes_of_a_report_does_not_grow_with_it() {
    let _alone = alone();
    let costs = |count: usize| {
        let body = body(count);
        let bulk: Bulk = json(body.as_bytes()).unwrap();
        let errors = bulk.validate().unwrap_err();
        ALLOCATOR.reset_peak_usage();
        let before = ALLOCATOR.current_usage();
        let fault = manila::validate::validator_errors::<Bulk>(&errors, Input::Body).unwrap_err();
        let rendered = Envelopes::ok_error().render(&fault, None);
        assert_eq!(fault.violations().len(), 1_000);
        assert!(String::from_utf8_lossy(rendered.body()).contains(r#""more":true"#));
        ALLOCATOR.peak_usage() - before
    };
    let (few, many) = (costs(1_000), costs(9_000));
    assert!(
        many < few + few / 4,
        "{few} bytes of 3,000 broken rules, {many} of 27,000"
    );
    assert!(many < 2 * MIB, "{many}");
}

#[test]
#[ignore = "figures for docs/reliability.md"]
fn figures() {
    let _alone = alone();
    for (count, max_nodes) in [
        (690_000, MAX_NODES),
        (MAX_NODES - 2, MAX_NODES),
        (690_000, usize::MAX),
    ] {
        let body = body(count);
        for (name, check) in VALIDATORS {
            let (status, taken, time) = refuse(&body, max_nodes, check);
            println!(
                "{name}, {count} objects, at most {max_nodes}: {status}, {} KiB, {time:?}",
                taken / 1024
            );
        }
    }
}
