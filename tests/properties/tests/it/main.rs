//! The properties, for as many inputs as `PROPTEST_CASES` says and for every seed of the fuzzers.
//!
//! An input that fails is kept in `proptest-regressions`, and tried first from then on.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod inputs;
mod languages;
mod markdown;
mod schema;

use manila_properties::catalog::{self, Draft};
use manila_properties::{decode, layers, meddled, render};
use proptest::proptest;

use crate::inputs::{any_case, check_seeds, four_times, seeds};

proptest! {
    #![proptest_config(four_times())]

    #[test]
    fn every_fault_renders_as_the_contract_says(case in any_case::<render::Case>()) {
        render::check(&case);
    }

    #[test]
    fn every_fault_means_nothing_else_as_markdown(case in any_case::<render::Case>()) {
        markdown::check(&case);
    }

    #[test]
    fn every_response_is_read_as_what_it_is(case in any_case::<decode::Case>()) {
        decode::check(&case);
    }

    #[test]
    fn every_exchange_leaves_as_the_contract_says(case in any_case::<layers::Case>()) {
        layers::check(&case);
    }

    #[test]
    fn what_middleware_changes_is_judged_anew(case in any_case::<meddled::Case>()) {
        meddled::check(&case);
    }

    #[test]
    #[cfg(feature = "actix")]
    fn every_exchange_leaves_actix_as_the_contract_says(case in any_case::<layers::Case>()) {
        layers::actix::check(&case);
    }
}

proptest! {
    #[test]
    fn every_text_is_read_as_a_catalog(draft in any_case::<Draft>()) {
        catalog::check(draft.text());
    }

    #[test]
    fn every_catalog_that_is_read_is_valid_by_the_schema(draft in any_case::<Draft>()) {
        schema::check(draft.text());
    }
}

#[test]
fn every_two_changes_of_middleware_are_judged_anew() {
    for case in meddled::Case::pairs() {
        meddled::check(&case);
    }
}

#[test]
fn every_change_between_two_layers_is_judged_anew() {
    for case in meddled::Case::between_layers() {
        meddled::check(&case);
    }
}

#[test]
fn every_seed_of_a_fault_holds() {
    check_seeds("render", render::check);
}

#[test]
fn every_seed_of_a_fault_means_nothing_else_as_markdown() {
    check_seeds("render", markdown::check);
}

#[test]
fn every_seed_of_a_response_holds() {
    check_seeds("decode", decode::check);
}

#[test]
fn every_seed_of_an_exchange_holds() {
    check_seeds("layers", layers::check);
    #[cfg(feature = "actix")]
    check_seeds("layers", layers::actix::check);
}

#[test]
fn every_seed_of_a_catalog_holds() {
    for bytes in seeds("catalog") {
        catalog::check(&String::from_utf8_lossy(&bytes));
        schema::check(&String::from_utf8_lossy(&bytes));
    }
}
