//! What a service asks of translations.

use std::borrow::Cow;
use std::fmt;

use manila::Code;

/// Sentences in other languages than the catalog's own.
///
/// A response in another language differs from the source's in its sentences alone: code, status, details and
/// header fields stay, and the log is told the source's.
pub trait Translate: fmt::Debug + Send + Sync {
    /// Chooses the language of a response, by the values of `Accept-Language` (RFC 9110 §12.5.4) in the order
    /// of the request's lines. Whatever they are, one is chosen: the source's, where nothing else fits.
    fn negotiate(&self, accept_language: &mut dyn Iterator<Item = &[u8]>) -> Locale;

    /// Returns the language's tag, as in `Content-Language` (RFC 9110 §8.5).
    fn tag(&self, locale: Locale) -> &str;

    /// Returns a sentence in a language, or `None` where the source's stands: there is no translation, or a
    /// detail that it tells is not there.
    fn sentence(
        &self,
        locale: Locale,
        sentence: Sentence<'_>,
        details: &dyn Details,
    ) -> Option<Cow<'_, str>>;
}

/// A language that translations have. [`Translate::negotiate`] chooses one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Locale(u16);

impl Locale {
    /// The language that the catalog is written in.
    pub const SOURCE: Self = Self(0);

    /// Creates the handle of the language at this place; the source's is at 0.
    #[must_use]
    pub const fn new(place: u16) -> Self {
        Self(place)
    }

    /// Returns the place of the language.
    #[must_use]
    pub const fn place(self) -> u16 {
        self.0
    }
}

/// Which sentence is wanted.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Sentence<'a> {
    /// The message of a code.
    Code(&'a Code),
    /// What HTTP's own code for a status says, where the catalog has none.
    Status(u16),
    /// The title of HTTP's own code for a status.
    StatusTitle(u16),
    /// What is wrong with a field, by the rule that it breaks (`max_length`) and the rule's parameters.
    Rule(&'a str),
    /// A sentence of Manila's own, by its id: `manila-member-missing`.
    Own(&'a str),
}

/// The values that a sentence may tell.
pub trait Details {
    /// Returns a value as JSON, or `None` if there is none of that name or readers may not see it.
    fn detail(&self, name: &str) -> Option<&[u8]>;
}

/// No values.
impl Details for () {
    fn detail(&self, _: &str) -> Option<&[u8]> {
        None
    }
}

/// Names and values, as JSON.
impl Details for &[(&str, &str)] {
    fn detail(&self, name: &str) -> Option<&[u8]> {
        of_pairs(self, name)
    }
}

impl<const N: usize> Details for [(&str, &str); N] {
    fn detail(&self, name: &str) -> Option<&[u8]> {
        of_pairs(self, name)
    }
}

fn of_pairs<'d>(details: &'d [(&str, &str)], name: &str) -> Option<&'d [u8]> {
    let mut details = details.iter();
    let (_, value) = details.find(|(known, _)| *known == name)?;
    Some(value.as_bytes())
}
