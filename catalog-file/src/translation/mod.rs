//! Translations of a catalog: Fluent files, read and judged.
//!
//! A file has a message for each code, named by [`message_id`](crate::message_id). Nothing is formatted here:
//! that is `manila-fluent`'s.

mod check;
mod pattern;
mod rule;
mod source;
mod syntax;

pub use self::check::{examine_translation, read_translation};
pub use self::rule::{TRANSLATION_RULES, TranslationRule};
pub use self::source::{SourceMessage, SourcePart, SourceText, own_messages, source_messages};

/// The name of the files that have Manila's own sentences, beside those of catalogs.
pub const OWN_SENTENCES: &str = "manila";

/// Manila's own sentences in English, as a Fluent file: of broken rules, of values that cannot be read, of the
/// reference's pages, and of HTTP's statuses.
///
/// ```
/// use manila_catalog_file::ENGLISH_SENTENCES;
///
/// assert!(ENGLISH_SENTENCES.contains("\nmanila-max-length = Must have a length of at most { $max }.\n"));
/// assert!(ENGLISH_SENTENCES.contains("\nhttp-404 = Not Found\n    .message = Nothing was found at this address.\n"));
/// ```
pub const ENGLISH_SENTENCES: &str = include_str!("manila.ftl");
