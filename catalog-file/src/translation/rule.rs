//! The rules that a translation has to keep.

use crate::Level;
use crate::words::words;

words! {
    /// A rule of translations, by its id.
    ///
    /// ```
    /// use manila_catalog_file::{Level, TranslationRule};
    ///
    /// let rule = TranslationRule::from_word("missing-translation").unwrap();
    /// assert_eq!(rule.level(), Level::Note);
    /// assert_eq!(rule.summary(), "Every text is translated.");
    /// ```
    TranslationRule {
        /// A part of the file is not Fluent.
        MalformedFluent = "malformed-fluent",
        /// A message, a term or an attribute is defined twice.
        DuplicateMessage = "duplicate-message",
        /// A message is that of no code.
        UnknownMessage = "unknown-message",
        /// An attribute is no text of the code.
        UnknownAttribute = "unknown-attribute",
        /// A message, a term, a function or an option that is used does not exist.
        UnknownReference = "unknown-reference",
        /// Messages or terms repeat each other in a cycle.
        CyclicReference = "cyclic-reference",
        /// A message has too many placeables to be formatted.
        TooManyPlaceables = "too-many-placeables",
        /// An argument is no detail of the code.
        UnknownDetail = "unknown-detail",
        /// A message does not tell the details that the source tells.
        DifferentPlaceholders = "different-placeholders",
        /// A text is empty, or cannot be sent.
        TranslatedText = "translated-text",
        /// A text contains markup that a browser could run.
        UnsafeMarkup = "unsafe-markup",
        /// A variant is of a plural category that the language does not have.
        PluralCategory = "plural-category",
        /// A word that is never translated is not in the translation.
        TranslatedBrand = "translated-brand",
        /// A text has no translation.
        MissingTranslation = "missing-translation",
        /// A file is in a language that the catalog does not list.
        UnlistedLocale = "unlisted-locale",
        /// A language that the catalog lists has no file.
        MissingFile = "missing-file",
    }
}

/// Every rule that translations are judged by.
pub const TRANSLATION_RULES: &[TranslationRule] = TranslationRule::ALL;

impl TranslationRule {
    /// Returns what it means to break the rule: an error is a message that cannot be formatted or must not be
    /// sent.
    #[must_use]
    pub const fn level(self) -> Level {
        match self {
            Self::UnknownAttribute
            | Self::DifferentPlaceholders
            | Self::PluralCategory
            | Self::TranslatedBrand
            | Self::UnlistedLocale => Level::Warning,
            Self::MissingTranslation | Self::MissingFile => Level::Note,
            _ => Level::Error,
        }
    }

    /// Returns what holds of a translation that keeps the rule, in one sentence.
    #[must_use]
    pub const fn summary(self) -> &'static str {
        match self {
            Self::MalformedFluent => "A translation is a Fluent file.",
            Self::DuplicateMessage => "A message, a term or an attribute is defined once.",
            Self::UnknownMessage => "A message is that of a code.",
            Self::UnknownAttribute => {
                "An attribute is `title`, `meaning`, or a `cause-N` or `client-N` that the code has."
            }
            Self::UnknownReference => {
                "What a message uses exists, in the same file, and a term is called with what it tells."
            }
            Self::CyclicReference => "Messages and terms do not repeat each other in a cycle.",
            Self::TooManyPlaceables => {
                "A message has at most 100 placeables, with those of the messages and terms that it repeats."
            }
            Self::UnknownDetail => "An argument of a message is a detail of its code.",
            Self::DifferentPlaceholders => "A translation tells the details that its source tells.",
            Self::TranslatedText => {
                "A translation is not empty; one that is sent has one line, and none is shown in another order than it is written."
            }
            Self::UnsafeMarkup => "A translation has no markup that a browser could run.",
            Self::PluralCategory => {
                "A variant is of a plural category that the language has (CLDR)."
            }
            Self::TranslatedBrand => {
                "A word of `brands` that the source has is in the translation."
            }
            Self::MissingTranslation => "Every text is translated.",
            Self::UnlistedLocale => {
                "The language of a translation is one of the catalog's `locales`, in one folder."
            }
            Self::MissingFile => {
                "Every language of the catalog's `locales` but the first has a file."
            }
        }
    }
}
