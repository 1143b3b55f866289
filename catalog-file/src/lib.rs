//! The vocabulary of error catalogs, and the reader of their files.
//!
//! A catalog is the list of every error code that an API can answer with. The words that a catalog
//! is written in ([`Condition`], [`Case`], [`Wire`], [`Retry`], [`Scope`], [`Severity`],
//! [`DetailType`]) are here without any feature; `manila` re-exports them. With the feature `rules`:
//!
//! - `Catalog` and `Entry` are the facts, as plain data;
//! - `check` judges them, wherever they come from (a file, a Rust enum), and `lint` advises.
//!
//! With the feature `toml` (on by default) the crate also reads catalog files:
//!
//! - `read` takes the facts from a TOML file, judges them, and says where in the file each mistake
//!   is; `examine` adds the advice;
//! - `compare` says what changed between two catalogs, and for whom it breaks.

mod case;
mod condition;
mod exit;
mod hash;
mod text;
mod validation;
mod words;

#[cfg(feature = "rules")]
mod check;
#[cfg(feature = "toml")]
mod compare;
#[cfg(feature = "toml")]
mod diagnostic;
#[cfg(feature = "rules")]
mod finding;
#[cfg(feature = "rules")]
mod model;
#[cfg(feature = "rules")]
mod path;
#[cfg(feature = "rules")]
mod phrase;
#[cfg(feature = "toml")]
mod read;
#[cfg(feature = "rules")]
mod rule_id;

pub use self::{
    case::{Case, title_of},
    condition::Condition,
    exit::default_exit_code,
    hash::hash_of,
    text::{has_placeholder, is_plain_text, printable},
    validation::{VALIDATION_RULES, condition_of_rule, general_rule},
    words::{DetailType, RESERVED_DETAILS, Retry, Scope, Severity, UnknownWord, Wire},
};
#[cfg(feature = "rules")]
pub use self::{
    check::{LINTS, RULES, Rule, check, lint},
    finding::Finding,
    model::{Allowed, Catalog, Detail, Entry},
    path::CatalogPath,
    phrase::{help_for_word, nearest},
    rule_id::{About, Level, RuleId},
};
#[cfg(feature = "toml")]
pub use self::{
    compare::{Change, Impact, compare},
    diagnostic::Diagnostic,
    read::{Source, examine, read, recover},
};

#[cfg(all(doctest, feature = "toml"))]
#[doc = include_str!("../README.md")]
struct Readme;
