//! Errors in the reader's language: translations of a Manila catalog, or of several, in Fluent files.
//!
//! [`Translations`] reads the files, chooses a language by `accept-language`, and gives the sentences of codes,
//! of broken rules and of HTTP's statuses, and the texts of the error reference. A service sets them by
//! [`Envelopes::translations`](manila::Envelopes::translations). Numbers, dates and plurals are the
//! language's, by ICU4X.
//!
//! What takes no argument is formatted when the files are read. To look such a sentence up takes no lock and
//! allocates nothing.

mod builder;
mod errors;
mod format;
mod messages;
mod negotiation;
mod own;
mod translations;

pub use self::{
    builder::Builder,
    errors::{TranslationError, TranslationErrors},
    translations::Translations,
};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
