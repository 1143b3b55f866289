//! What a translation has already.

use std::collections::HashMap;

use fluent_syntax::ast::{Entry, Message, Pattern, Term};
use fluent_syntax::parser::parse;

/// The messages of a translation.
pub(super) struct Known {
    /// By their ids.
    messages: HashMap<String, KnownMessage>,
    /// The ids of messages and terms, in the order of the file.
    order: Vec<String>,
    terms: HashMap<String, Term<String>>,
}

/// A message or a term as its file has it.
pub(super) struct KnownMessage {
    /// What stands above it, line by line.
    pub(super) comment: Vec<String>,
    /// Its own lines.
    pub(super) text: String,
    pub(super) message: Option<Message<String>>,
}

impl Known {
    /// Reads a file that has no mistakes.
    pub(super) fn read(text: &str) -> Self {
        let lines = text.replace("\r\n", "\n");
        let resource = match parse(lines.clone()) {
            Ok(resource) | Err((resource, _)) => resource,
        };
        let mut texts = entries_in(&lines);
        let mut known = Self {
            messages: HashMap::new(),
            order: Vec::new(),
            terms: HashMap::new(),
        };
        let mut above = Vec::new();
        for entry in resource.body {
            let (id, comment, message) = match entry {
                Entry::Comment(comment) => {
                    above.extend(comment.content);
                    continue;
                }
                // Headings are written anew.
                Entry::GroupComment(_) | Entry::ResourceComment(_) | Entry::Junk { .. } => continue,
                Entry::Message(mut message) => {
                    let comment = message.comment.take();
                    (message.id.name.clone(), comment, Some(message))
                }
                Entry::Term(mut term) => {
                    let comment = term.comment.take();
                    let id = term.id.name.clone();
                    known.terms.insert(id.clone(), term);
                    (format!("-{id}"), comment, None)
                }
            };
            above.extend(comment.into_iter().flat_map(|comment| comment.content));
            let entry = KnownMessage {
                comment: std::mem::take(&mut above),
                text: texts.remove(&id).unwrap_or_default(),
                message,
            };
            known.order.push(id.clone());
            known.messages.insert(id, entry);
        }
        known
    }

    pub(super) fn message(&self, id: &str) -> Option<&KnownMessage> {
        self.messages.get(id)
    }

    pub(super) fn term(&self, id: &str) -> Option<&Term<String>> {
        self.terms.get(id)
    }

    /// The ids of messages and terms, in the order of the file.
    pub(super) fn ids(&self) -> impl Iterator<Item = &str> {
        self.order.iter().map(|id| &**id)
    }

    /// The pattern of a message, or of an attribute of it.
    pub(super) fn pattern(&self, id: &str, attribute: Option<&str>) -> Option<&Pattern<String>> {
        let message = self.message(id)?.message.as_ref()?;
        match attribute {
            None => message.value.as_ref(),
            Some(name) => {
                let mut attributes = message.attributes.iter();
                Some(
                    &attributes
                        .find(|attribute| attribute.id.name == name)?
                        .value,
                )
            }
        }
    }
}

/// The lines of each message and term, by its name. An entry begins with its name at the start of a line, and
/// ends before the next one or a comment.
fn entries_in(text: &str) -> HashMap<String, String> {
    let mut entries: HashMap<String, String> = HashMap::new();
    let mut current: Option<(String, String)> = None;
    for line in text.lines() {
        let is_start = line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
        let name = line.split_once('=').map(|(name, _)| name.trim_end());
        let name = name.filter(|name| is_start && !name.contains(' '));
        if name.is_some() || line.starts_with('#') {
            entries.extend(current.take());
        }
        match (name, &mut current) {
            (Some(name), _) => current = Some((name.to_owned(), line.to_owned())),
            (None, Some((_, text))) => *text += &format!("\n{line}"),
            (None, None) => {}
        }
    }
    entries.extend(current);
    let trimmed = entries
        .into_iter()
        .map(|(name, text)| (name, text.trim_end().to_owned()));
    trimmed.collect()
}
