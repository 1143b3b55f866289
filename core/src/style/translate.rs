//! What a service asks of its translations.

use std::borrow::Cow;
use std::fmt;

use crate::catalog::Code;

/// The texts of errors in other languages than the catalog's own, which a service
/// [sets](crate::Envelopes::translations). `manila-fluent` reads them from Fluent files.
///
/// A response in another language differs from the source's in its texts alone: code, status, details and
/// header fields stay, and the log is told the source's.
///
#[doc = include_str!("../docs/translate/translate.md")]
pub trait Translate: fmt::Debug + Send + Sync + 'static {
    /// Chooses the language of a response, by the values of `accept-language` (RFC 9110 §12.5.4) in the order
    /// of the request's lines. Whatever they are, one is chosen: the source's, where nothing else fits.
    fn negotiate(&self, accept_language: &mut dyn Iterator<Item = &[u8]>) -> Locale;

    /// Returns the language's tag (RFC 5646), as in `content-language` (RFC 9110 §8.5); `None` where there is
    /// no such language. The languages are at the places from 0 on, without a gap.
    fn tag(&self, locale: Locale) -> Option<&str>;

    /// Returns whether there are texts in the source's language as well: the library's own sentences, of a
    /// service whose catalog is not in English. `false` by default. It is the same each time.
    fn speaks_source(&self) -> bool {
        false
    }

    /// Returns a text in a language, or `None` where the source's stands: there is no translation, or an
    /// argument that it repeats is not there.
    fn translate(
        &self,
        locale: Locale,
        text: Text<'_>,
        arguments: &dyn Arguments,
    ) -> Option<Cow<'_, str>>;
}

/// A language that translations have. [`Translate::negotiate`] chooses one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Locale(u16);

impl Locale {
    /// The language that the catalog is written in, which is also the default.
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

/// A text that is to be translated.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Text<'a> {
    /// The message of a code ([`Code::message`]).
    Message(&'a Code),
    /// The short text of a code ([`Code::title`]).
    Title(&'a Code),
    /// What a code means ([`Code::meaning`]).
    Meaning(&'a Code),
    /// A cause of a code ([`Code::causes`]), counted from 1.
    Cause(&'a Code, usize),
    /// A step of the caller ([`Code::client`]), counted from 1.
    Step(&'a Code, usize),
    /// The sentence about a status, of HTTP's own code.
    Status(u16),
    /// The phrase of a status.
    Phrase(u16),
    /// A sentence of the library's own, by its English text, in which `{ $name }` is an argument.
    Own(&'a str),
}

/// The values that a text may repeat.
pub trait Arguments {
    /// Returns the value of an argument as JSON, or `None` if there is none of that name.
    fn argument(&self, name: &str) -> Option<&[u8]>;
}

/// No values.
impl Arguments for () {
    fn argument(&self, _: &str) -> Option<&[u8]> {
        None
    }
}

/// Names and values, as JSON.
impl Arguments for &[(&str, &str)] {
    fn argument(&self, name: &str) -> Option<&[u8]> {
        of_pairs(self, name)
    }
}

impl<const N: usize> Arguments for [(&str, &str); N] {
    fn argument(&self, name: &str) -> Option<&[u8]> {
        of_pairs(self, name)
    }
}

fn of_pairs<'p>(pairs: &'p [(&str, &str)], name: &str) -> Option<&'p [u8]> {
    let mut pairs = pairs.iter();
    let (_, value) = pairs.find(|(known, _)| *known == name)?;
    Some(value.as_bytes())
}
