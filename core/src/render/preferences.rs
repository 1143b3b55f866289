//! What a request asks for of the form of an error.

use crate::style::translate::Locale;

/// What a request prefers of the form of an error, as far as the service leaves it a choice (RFC 9110
/// §12.1). `default()` is the service's style, in the language of its catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct Preferences {
    /// Whether it asks for Markdown, of a service that [offers it](crate::Envelopes::markdown).
    pub wants_markdown: bool,
    /// The language that it asks for, of a service that has
    /// [translations](crate::Envelopes::translations).
    pub locale: Locale,
}
