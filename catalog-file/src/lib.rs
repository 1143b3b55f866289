//! The vocabulary of error catalogs, and the reader of their files.
//!
//! A catalog is the list of every error code that an API can answer with. The words that a catalog
//! is written in ([`Condition`], [`Case`], [`Wire`], [`Retry`], [`Scope`], [`Severity`],
//! [`DetailType`]) are here without any feature; `manila` re-exports them. With the feature `toml`
//! (on by default) the crate also reads catalog files and reports every mistake in them:
//!
//! - `Catalog` and `Entry` are the facts, as plain data;
//! - `check` judges them, wherever they come from (a file, a Rust enum), and `lint` advises;
//! - `compare` says what changed between two catalogs, and for whom it breaks;
//! - `read` takes them from a TOML file, judges them, and says where in the file each mistake is;
//!   `examine` adds the advice.

mod case;
mod condition;
mod exit;
mod hash;
mod text;
mod validation;
mod words;

#[cfg(feature = "toml")]
mod check;
#[cfg(feature = "toml")]
mod compare;
#[cfg(feature = "toml")]
mod diagnostic;
#[cfg(feature = "toml")]
mod finding;
#[cfg(feature = "toml")]
mod model;
#[cfg(feature = "toml")]
mod phrase;
#[cfg(feature = "toml")]
mod place;
#[cfg(feature = "toml")]
mod read;

pub use self::{
    case::{Case, title_of},
    condition::Condition,
    exit::default_exit_code,
    hash::hash_of,
    text::{has_placeholder, is_plain_text},
    validation::{VALIDATION_RULES, condition_of_rule, general_rule},
    words::{DetailType, RESERVED_DETAILS, Retry, Scope, Severity, Wire},
};
#[cfg(feature = "toml")]
pub use self::{
    check::{LINTS, RULES, Rule, check, lint},
    compare::{Change, Impact, compare},
    diagnostic::Diagnostic,
    finding::{Finding, Level},
    model::{Allowed, Catalog, Detail, Entry},
    phrase::nearest,
    place::Place,
    read::{Source, examine, read, recover},
};

#[cfg(all(doctest, feature = "toml"))]
#[doc = include_str!("../README.md")]
struct Readme;
