//! What there is to translate.

use std::borrow::Cow;

use super::pattern::{Parts, text_of};
use super::syntax::File;
use super::{ENGLISH_SENTENCES, OWN_SENTENCES};
use crate::text::placeholder;
use crate::{Catalog, Entry, message_id};

/// The texts of a code, or a sentence of Manila's own, that a translation has a message for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SourceMessage<'c> {
    /// What the message is called in a Fluent file.
    pub id: Cow<'c, str>,
    /// The code, if it is the message of one.
    pub code: Option<&'c str>,
    /// The sentence.
    pub value: Option<SourceText<'c>>,
    /// The other texts, by the names of their attributes: `title`, `meaning`, `cause-1`, `client-1`.
    pub attributes: Vec<(Cow<'static, str>, SourceText<'c>)>,
    /// The names of the arguments that the message may use, and no others.
    pub arguments: Vec<&'c str>,
}

/// A text of the language that a catalog is written in.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct SourceText<'c> {
    /// The text, with `{ $name }` where a placeholder stands.
    pub text: Cow<'c, str>,
    /// Whether `{ $name }` is a placeholder in it. In other texts than a message braces are text.
    pub has_placeholders: bool,
}

impl<'c> SourceText<'c> {
    fn plain(text: impl Into<Cow<'c, str>>) -> Self {
        Self {
            text: text.into(),
            has_placeholders: false,
        }
    }

    fn message(text: impl Into<Cow<'c, str>>) -> Self {
        let text = text.into();
        Self {
            has_placeholders: crate::has_placeholder(&text),
            text,
        }
    }

    /// Returns the names of the placeholders, in the order of the text.
    pub fn placeholders(&self) -> impl Iterator<Item = &str> {
        let parts = self.parts().into_iter();
        parts.filter_map(|part| match part {
            SourcePart::Placeholder(name) => Some(name),
            SourcePart::Text(_) => None,
        })
    }

    /// Returns the text cut at its placeholders. A brace that begins none is text.
    ///
    /// ```
    /// use manila_catalog_file::{SourcePart, own_messages};
    ///
    /// let messages = own_messages();
    /// let max = messages.iter().find(|message| message.id == "manila-max").unwrap();
    /// let parts = max.value.as_ref().unwrap().parts();
    /// assert_eq!(
    ///     parts,
    ///     [SourcePart::Text("Must be at most "), SourcePart::Placeholder("max"), SourcePart::Text(".")],
    /// );
    /// ```
    #[must_use]
    pub fn parts(&self) -> Vec<SourcePart<'_>> {
        let mut parts = Vec::new();
        let mut text = &*self.text;
        let mut from = 0;
        while self.has_placeholders
            && let Some(brace) = text.get(from..).and_then(|text| text.find('{'))
        {
            let (before, brace) = text.split_at(from + brace);
            from = before.len() + 1;
            let found = brace.get(1..).and_then(placeholder);
            if let Some(Ok((name, behind))) = found {
                parts.push(SourcePart::Text(before));
                parts.push(SourcePart::Placeholder(name));
                (text, from) = (behind, 0);
            }
        }
        parts.push(SourcePart::Text(text));
        parts.retain(|part| *part != SourcePart::Text(""));
        parts
    }
}

/// A part of a source's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SourcePart<'t> {
    /// A text as it is.
    Text(&'t str),
    /// A placeholder, by the name of its detail.
    Placeholder(&'t str),
}

/// Returns what a translation of a catalog says, in the order of the catalog.
///
/// ```
/// use manila_catalog_file::{Case, Catalog, Entry, source_messages};
///
/// let mut catalog = Catalog::new("auth", Case::Any);
/// let mut entry = Entry::new("auth/invalid-email");
/// entry.message = Some("The address is not valid.".to_owned());
/// entry.causes = vec!["It has no `@`.".to_owned()];
/// catalog.codes.push(entry);
///
/// let messages = source_messages(&catalog);
/// assert_eq!(messages[0].id, "auth_invalid-email");
/// assert_eq!(messages[0].value.as_ref().unwrap().text, "The address is not valid.");
/// assert_eq!(messages[0].attributes[0].0, "cause-1");
/// ```
#[must_use]
pub fn source_messages(catalog: &Catalog) -> Vec<SourceMessage<'_>> {
    catalog.codes.iter().map(SourceMessage::of).collect()
}

impl<'c> SourceMessage<'c> {
    /// Returns the text of an attribute, if there is one of this name.
    ///
    /// ```
    /// use manila_catalog_file::own_messages;
    ///
    /// let messages = own_messages();
    /// let gone = messages.iter().find(|message| message.id == "http-410").unwrap();
    /// assert_eq!(gone.value.as_ref().unwrap().text, "Gone");
    /// assert!(gone.attribute("message").unwrap().text.ends_with('.'));
    /// ```
    #[must_use]
    pub fn attribute(&self, name: &str) -> Option<&SourceText<'c>> {
        let mut attributes = self.attributes.iter();
        let (_, text) = attributes.find(|(attribute, _)| attribute == name)?;
        Some(text)
    }

    fn of(entry: &'c Entry) -> Self {
        let mut attributes = Vec::new();
        if let Some(title) = &entry.title {
            attributes.push((Cow::Borrowed("title"), SourceText::plain(title)));
        }
        if let Some(meaning) = &entry.meaning {
            attributes.push((Cow::Borrowed("meaning"), SourceText::plain(meaning)));
        }
        for (name, texts) in [("cause", &entry.causes), ("client", &entry.client)] {
            for (text, number) in texts.iter().zip(1..) {
                let name = format!("{name}-{number}");
                attributes.push((Cow::Owned(name), SourceText::plain(text)));
            }
        }
        let details = entry.details.iter();
        Self {
            id: message_id(&entry.name),
            code: Some(&entry.name),
            value: entry.message.as_deref().map(SourceText::message),
            attributes,
            arguments: details.map(|detail| &*detail.name).collect(),
        }
    }
}

/// Returns the sentences of the library's own, in the order of [`ENGLISH_SENTENCES`].
///
/// ```
/// use manila_catalog_file::own_messages;
///
/// let messages = own_messages();
/// assert_eq!(messages[0].id, "manila-required");
/// assert_eq!(messages[0].value.as_ref().unwrap().text, "A value is required.");
/// ```
#[must_use]
pub fn own_messages() -> Vec<SourceMessage<'static>> {
    let (file, _) = File::read(ENGLISH_SENTENCES);
    let messages = file.messages().map(|message| {
        let arguments = message
            .value
            .as_ref()
            .map(|value| Parts::of(value).variables);
        let text = |pattern| SourceText::message(text_of(pattern));
        let attributes = message.attributes.iter();
        SourceMessage {
            id: Cow::Borrowed(message.id.name),
            code: None,
            value: message.value.as_ref().map(text),
            attributes: attributes
                .map(|attribute| (Cow::Borrowed(attribute.id.name), text(&attribute.value)))
                .collect(),
            arguments: arguments.unwrap_or_default(),
        }
    });
    messages.collect()
}

/// What a file of this name translates.
pub(super) fn messages_of<'c>(catalog: &'c Catalog, file: &str) -> Vec<SourceMessage<'c>> {
    if file == OWN_SENTENCES {
        own_messages()
    } else {
        source_messages(catalog)
    }
}
