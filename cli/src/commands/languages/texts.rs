//! The texts of a catalog, or Manila's own, beside those of a language.

use fluent_syntax::ast::Entry as Part;
use fluent_syntax::parser::parse;
use manila_catalog_file::{
    Catalog, ENGLISH_SENTENCES, Entry, OWN_SENTENCES, SourceMessage, own_messages, source_messages,
};

use super::known::Known;

/// What is exported: the source's texts, and what there is of them in the language.
pub(super) struct Texts<'c> {
    /// The catalog's name, or [`OWN_SENTENCES`].
    pub(super) name: &'c str,
    /// The language that the source's texts are in.
    pub(super) source: &'c str,
    pub(super) locale: &'c str,
    pub(super) messages: Vec<Message<'c>>,
    pub(super) known: Known,
}

/// A message of the source's.
pub(super) struct Message<'c> {
    pub(super) texts: SourceMessage<'c>,
    /// What it is grouped under.
    pub(super) section: Option<String>,
    /// The code, if it is the message of one.
    pub(super) entry: Option<&'c Entry>,
}

impl<'c> Texts<'c> {
    pub(super) fn of_catalog(catalog: &'c Catalog, locale: &'c str, known: Known) -> Self {
        let messages = source_messages(catalog).into_iter().zip(&catalog.codes);
        let messages = messages.map(|(texts, entry)| Message {
            texts,
            section: entry.section.clone(),
            entry: Some(entry),
        });
        Self {
            name: &catalog.name,
            source: catalog.locales.first().map_or("en", |locale| locale),
            locale,
            messages: messages.collect(),
            known,
        }
    }

    /// Manila's own sentences, which are in English whatever a catalog is written in.
    pub(super) fn own(locale: &'c str, known: Known) -> Self {
        let messages = own_messages().into_iter().zip(sections());
        let messages = messages.map(|(texts, section)| Message {
            texts,
            section,
            entry: None,
        });
        Self {
            name: OWN_SENTENCES,
            source: "en",
            locale,
            messages: messages.collect(),
            known,
        }
    }
}

/// The heading of each of Manila's own sentences.
fn sections() -> Vec<Option<String>> {
    let file = match parse(ENGLISH_SENTENCES) {
        Ok(file) | Err((file, _)) => file,
    };
    let mut section = None;
    let sections = file.body.into_iter().filter_map(|part| match part {
        Part::GroupComment(heading) => {
            section = Some(heading.content.join(" "));
            None
        }
        Part::Message(_) => Some(section.clone()),
        _ => None,
    });
    sections.collect()
}
