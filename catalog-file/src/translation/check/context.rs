//! A translation beside its source.

use std::collections::HashMap;

use fluent_syntax::ast::{Message, Pattern};

use crate::Catalog;
use crate::translation::source::{SourceMessage, SourceText};
use crate::translation::syntax::File;

/// A translation beside its source.
pub(super) struct Context<'c, 'f, 't> {
    pub(super) catalog: &'c Catalog,
    pub(super) locale: &'c str,
    pub(super) file: &'f File<'t>,
    pub(super) sources: &'f [SourceMessage<'c>],
    pub(super) by_id: HashMap<&'f str, &'f SourceMessage<'c>>,
}

/// A text of the translation, and what it translates.
pub(super) struct Pair<'f, 'c, 't> {
    pub(super) source: &'f SourceText<'c>,
    pub(super) pattern: &'f Pattern<&'t str>,
    pub(super) message: &'f Message<&'t str>,
    /// Whether it is a sentence that is sent.
    pub(super) is_sentence: bool,
    pub(super) code: Option<&'c str>,
}

impl<'c, 'f, 't> Context<'c, 'f, 't> {
    pub(super) fn new(
        catalog: &'c Catalog,
        locale: &'c str,
        file: &'f File<'t>,
        sources: &'f [SourceMessage<'c>],
    ) -> Self {
        let by_id = sources.iter().map(|source| (&*source.id, source));
        Self {
            catalog,
            locale,
            file,
            sources,
            by_id: by_id.collect(),
        }
    }

    /// Every message that has a source.
    pub(super) fn messages(
        &self,
    ) -> impl Iterator<Item = (&'f SourceMessage<'c>, &'f Message<&'t str>)> + use<'_, 'c, 'f, 't>
    {
        let messages = self.file.messages();
        messages.filter_map(|message| Some((*self.by_id.get(message.id.name)?, message)))
    }

    /// Every text that has a source.
    pub(super) fn pairs(&self) -> impl Iterator<Item = Pair<'f, 'c, 't>> + use<'_, 'c, 'f, 't> {
        self.messages().flat_map(|(source, message)| {
            let value = source.value.as_ref().zip(message.value.as_ref());
            let value = value.map(|(text, pattern)| (text, pattern, true));
            let attributes = message.attributes.iter().filter_map(|attribute| {
                let text = source.attribute(attribute.id.name)?;
                // The sentence about a status of HTTP is an attribute, as its name is the value.
                Some((text, &attribute.value, attribute.id.name == "message"))
            });
            value
                .into_iter()
                .chain(attributes)
                .map(|(text, pattern, is_sentence)| Pair {
                    source: text,
                    pattern,
                    message,
                    is_sentence,
                    code: source.code,
                })
        })
    }
}
