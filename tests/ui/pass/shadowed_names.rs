#![allow(dead_code, non_upper_case_globals, unused_macros)]

// Names of the prelude, each with another meaning.
pub struct Result;
pub struct Option;
pub struct Some;
pub struct None;
pub struct Ok;
pub struct Err;
pub struct String;
pub struct Box;
pub struct Vec;
pub struct Default;
pub trait Clone {}
pub trait Copy {}
pub trait Debug {}
pub trait Display {}
pub trait Error {}
pub trait From {}
pub trait Into {}
pub trait Hash {}
pub trait AsRef {}
pub trait IntoIterator {}
pub trait Send {}
pub trait Sync {}
pub trait Serialize {}
pub struct SystemTime;
pub struct CATALOG;
pub struct CODES;
pub trait PartialEq {}
pub trait Eq {}
pub struct Fault;
pub struct Code;
pub struct Catalog;
pub struct Condition;
pub trait IntoFault {}
pub trait ErrorCode {}
pub mod std {}
pub mod core {}
pub mod serde {}

// Names that an expansion binds, or nearly.
pub const code: u8 = 0;
pub const detail_0: u8 = 0;
pub const details: u8 = 0;
pub const error: u8 = 0;
pub const other: u8 = 0;
pub const retry_after: u8 = 0;
macro_rules! concat { () => {}; }
macro_rules! env { () => {}; }
macro_rules! include_bytes { () => {}; }
macro_rules! unreachable { () => {}; }

#[derive(manila::ErrorCode)]
pub enum ApiError {
    #[error_code(status = 402, number = 5, message = "No more plans.", severity = "info")]
    PlanLimit {
        #[error_code(detail)]
        limit: u32,
    },
    #[error_code(status = 429, retry_after = wait)]
    Cooldown { wait: ::core::time::Duration },
    #[error_code(internal)]
    Database(::std::io::Error),
    #[error_code(transparent)]
    File(FromFile),
}

impl ::core::fmt::Debug for ApiError {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str("ApiError")
    }
}

impl ::core::fmt::Display for ApiError {
    fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        f.write_str("ApiError")
    }
}

impl ::core::error::Error for ApiError {}

// Names that an expansion imports.
#[derive(manila::ErrorCode)]
pub enum CodeFacts {
    #[error_code(status = 500, client = "Ask again.")]
    Failed,
}

#[derive(manila::ErrorCode)]
pub enum CodeNotes {
    #[error_code(status = 500)]
    Failed,
}

manila::catalog! { pub enum FromFile = "fixtures/plans.toml" }

manila::catalog! { pub enum Typed = "fixtures/typed.toml" }

fn main() {
    assert!(ApiError::PlanLimit { limit: 5 }.fault().http_status() == 402);
    assert!(Typed::plan_limit("gold", 5).http_status() == 402);
    assert!(Typed::Async.because(::core::fmt::Error).http_status() == 409);
    assert!(ApiError::File(FromFile::NotFound).fault().http_status() == 404);
}
