//! The sentences in a language, for a front end.

mod piece;
mod writer;

use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

use self::writer::Writer;
use super::texts::{Message, Texts};
use crate::commands::json::json;
use crate::outcome::Failure;

/// The version of what `--format messages-json` writes.
const SCHEMA: u32 = 1;

/// The sentences of a catalog as data. They are in the syntax of ICU's MessageFormat, with details as arguments.
#[derive(Serialize)]
struct Data<'a> {
    schema: u32,
    catalog: &'a str,
    locale: &'a str,
    format: &'static str,
    messages: Messages<'a>,
    /// The codes, or the ids of Manila's own sentences, whose sentence is the source's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    untranslated: Vec<&'a str>,
}

/// Codes, or ids, and sentences, in the order of the catalog.
struct Messages<'a>(Vec<(&'a str, String)>);

impl Serialize for Messages<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (code, message) in &self.0 {
            map.serialize_entry(code, message)?;
        }
        map.end()
    }
}

pub(super) fn text(texts: &Texts<'_>) -> Result<String, Failure> {
    let (mut messages, mut untranslated) = (Vec::new(), Vec::new());
    for message in &texts.messages {
        let Message {
            texts: source,
            section: _,
            entry,
        } = message;
        // A status of HTTP has its phrase as its value, as a page has a title; its sentence is an attribute.
        let (attribute, source_text) = match source.attribute("message") {
            Some(text) if entry.is_none() => (Some("message"), Some(text)),
            _ => (None, source.value.as_ref()),
        };
        let name = entry.map_or(&*source.id, |entry| &entry.name);
        let writer = Writer::new(texts, *entry);
        if let Some(pattern) = texts.known.pattern(&source.id, attribute) {
            let text = writer.message(pattern);
            let text = text.map_err(|what| Failure(format!("{}: {what}", source.id)))?;
            messages.push((name, text));
        } else if let Some(text) = source_text {
            messages.push((name, writer.source(text)));
            if texts.locale != texts.source {
                untranslated.push(name);
            }
        }
    }
    Ok(json(&Data {
        schema: SCHEMA,
        catalog: texts.name,
        locale: texts.locale,
        format: "icu",
        messages: Messages(messages),
        untranslated,
    }))
}
