//! The vocabulary of error catalogs, and the reader of their files.
//!
//! A catalog is the list of every error code that an API can answer with. The words that a catalog
//! is written in ([`Condition`], [`Case`], [`Wire`], [`Retry`], [`Scope`], [`Severity`],
//! [`Owner`],
//! [`Applied`], [`DetailType`]) are here without any feature; `manila` re-exports them. So are [`Template`] and
//! [`OperationPattern`], by which operations are found. With the feature `rules`:
//!
//! - `Catalog` and `Entry` are the facts, as plain data;
//! - `check` judges them, wherever they come from (a file, a Rust enum), and `lint` advises.
//!
//! With the feature `toml` (on by default) the crate also reads catalog files:
//!
//! - `read` takes the facts from a TOML file, judges them, and says where in the file each mistake
//!   is; `examine` adds the advice;
//! - `format` has every key of the format, with what it takes and means, and `schema` writes the JSON
//!   Schema that editors complete and check by;
//! - `compare` says what changed between two catalogs, and for whom it breaks.
//!
//! With the feature `json` it does the same for exports: `read_json` and `examine_json` read the JSON
//! that `manila export` writes of a file, and `manila::Catalog::write_json` of an enum.
//!
//! With the feature `fluent` it reads and judges translations of a catalog: `examine_translation`.
//!
#![doc = include_str!("docs/features.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod case;
mod condition;
mod exit;
mod fact;
mod hash;
mod operation_pattern;
mod template;
mod text;
mod validation;
mod words;

#[cfg(feature = "rules")]
mod check;
#[cfg(any(feature = "toml", feature = "json"))]
mod compare;
#[cfg(any(feature = "toml", feature = "json", feature = "fluent"))]
mod diagnostic;
#[cfg(feature = "rules")]
mod finding;
#[cfg(any(feature = "toml", feature = "json"))]
pub mod format;
#[cfg(feature = "json")]
mod json;
#[cfg(feature = "rules")]
mod lookup;
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
#[cfg(feature = "toml")]
mod schema;
#[cfg(feature = "rules")]
mod shown;
#[cfg(any(feature = "toml", feature = "json"))]
mod source;
#[cfg(feature = "fluent")]
mod translation;

#[cfg(any(feature = "toml", feature = "json", feature = "fluent"))]
pub use self::diagnostic::Diagnostic;
#[cfg(feature = "json")]
pub use self::json::{examine_json, read_json};
#[cfg(feature = "fluent")]
pub use self::translation::{
    ENGLISH_SENTENCES, OWN_SENTENCES, SourceMessage, SourcePart, SourceText, TRANSLATION_RULES,
    TranslationRule, examine_translation, own_messages, read_translation, source_messages,
};
pub use self::{
    case::{Case, address_of, message_id, operation_address_of, title_of},
    condition::Condition,
    exit::default_exit_code,
    fact::FactValue,
    hash::hash_of,
    operation_pattern::OperationPattern,
    template::Template,
    text::{has_placeholder, is_plain_text, printable},
    validation::{VALIDATION_RULES, condition_of_rule, general_rule},
    words::{
        Applied, DetailType, EXPORT_SCHEMA, OLDEST_EXPORT_SCHEMA, Owner, RESERVED_DETAILS, Retry,
        Scope, Severity, UnknownWord, Wire,
    },
};
#[cfg(feature = "rules")]
pub use self::{
    check::{LINTS, RULES, Rule, check, lint},
    finding::Finding,
    model::{Allowed, Catalog, Detail, Entry, Operation},
    path::CatalogPath,
    phrase::{help_for_word, nearest},
    rule_id::{About, Level, RuleId},
};
#[cfg(any(feature = "toml", feature = "json"))]
pub use self::{
    compare::{CHANGES, Change, ChangeKind, Impact, compare},
    source::Source,
};
#[cfg(feature = "toml")]
pub use self::{
    read::{examine, read, recover},
    schema::schema,
};

#[cfg(all(doctest, feature = "toml"))]
#[doc = include_str!("../README.md")]
struct Readme;
