//! A crate that lets nothing pass.

#![forbid(unsafe_code)]
#![deny(
    warnings,
    future_incompatible,
    keyword_idents,
    let_underscore,
    nonstandard_style,
    refining_impl_trait,
    rust_2018_idioms,
    rust_2021_compatibility,
    rust_2024_compatibility,
    unused,
    elided_lifetimes_in_paths,
    explicit_outlives_requirements,
    meta_variable_misuse,
    missing_copy_implementations,
    missing_debug_implementations,
    missing_docs,
    non_ascii_idents,
    redundant_imports,
    redundant_lifetimes,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unit_bindings,
    unnameable_types,
    unreachable_pub,
    unused_import_braces,
    unused_lifetimes,
    unused_qualifications,
    unused_results,
    variant_size_differences
)]

use std::time::Duration;

/// What the plans API refuses.
#[derive(Debug, thiserror::Error, manila::ErrorCode)]
pub enum ApiError {
    /// The workspace has used everything that its plan includes.
    #[error("The plan's limit is reached.")]
    #[error_code(status = 402)]
    PlanLimit,
    /// A request was denied a moment ago.
    #[error("Ask again in {wait:?}.")]
    #[error_code(status = 429, retry_after = wait)]
    Cooldown {
        /// How long it takes.
        wait: Duration,
        /// How often it was denied.
        #[error_code(detail)]
        times: u32,
    },
    /// The database failed.
    #[error(transparent)]
    #[error_code(internal)]
    Database(#[from] std::io::Error),
    /// What the file says.
    #[error(transparent)]
    #[error_code(transparent)]
    File(#[from] FromFile),
}

/// An error that cannot happen.
#[derive(Debug, Clone, Copy, manila::ErrorCode)]
pub enum Never {}

manila::catalog! {
    /// The same as a file.
    pub enum FromFile = "fixtures/plans.toml"
}

manila::catalog! {
    /// A file that declares details.
    pub enum Typed = "fixtures/typed.toml"
}

/// A page of a list.
#[derive(Debug, Clone, manila::FieldNames)]
pub struct Page<'a, T> {
    /// What is on it.
    #[field_names(nested)]
    pub items: &'a [T],
    /// The pages behind it.
    #[field_names(nested)]
    pub further: Vec<Page<'a, T>>,
}

mod inner {
    #[derive(Debug, manila::ErrorCode)]
    pub(crate) enum Hidden {
        #[error_code(status = 500)]
        Failed,
    }

    manila::catalog! { pub(super) enum HiddenFile = "fixtures/plans.toml" }
}

fn main() {
    assert_eq!(ApiError::from(FromFile::PlanLimit).fault().http_status(), 402);
    assert_eq!(inner::Hidden::Failed.fault().http_status(), 500);
    assert_eq!(inner::HiddenFile::NotFound.code().name(), "NOT_FOUND");
    let now = std::time::SystemTime::now();
    let page = "https://plans.example";
    let job = "01a2b3c4-0000-7000-8000-000000000000";
    let fault = Typed::async_(0.5, true, now, "2026-01-31", page, job, [1], Typed::PlanLimit.code().details().len(), ());
    assert_eq!(fault.details().count(), 8);
    assert_eq!(Typed::plan_limit("gold", 5).details().count(), 2);
    let fault = ApiError::PlanLimit.because(std::fmt::Error);
    assert_eq!(fault.cause().map(|cause| cause.chain().is_empty()), Some(false));
    assert_eq!(inner::HiddenFile::PlanLimit.code().name(), "PLAN_LIMIT");
}
