//! The sentence that a client reads.

use std::borrow::Cow;

use super::Resolved;
use crate::envelope::public_members;
use crate::fault::Fault;
use crate::status::message;

/// A sentence, and whether it is known to need no escapes in JSON.
#[derive(Debug, Clone)]
pub(crate) struct Sentence<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) is_plain: bool,
}

impl<'a> Sentence<'a> {
    fn unknown(text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            text: text.into(),
            is_plain: false,
        }
    }

    /// What the catalog, or HTTP, says of the code where nothing is known of the occurrence.
    pub(super) fn general(resolved: &Resolved) -> Self {
        let (text, is_plain) = match resolved.entry {
            Some(entry) => (entry.message().unwrap_or(entry.title()), entry.is_plain()),
            None => (message(resolved.status), true),
        };
        Self {
            text: Cow::Borrowed(text),
            is_plain,
        }
    }
}

pub(super) fn message_of<'a>(fault: &'a Fault, resolved: &Resolved) -> Sentence<'a> {
    let own = fault.extra().and_then(|extra| extra.message.as_deref());
    if let Some(own) = own.filter(|_| resolved.status < 500) {
        return Sentence::unknown(own);
    }
    match resolved
        .entry
        .and_then(|entry| entry.message().zip(Some(entry)))
    {
        Some((message, entry)) if message.contains("{ $") => Sentence::unknown(
            fill(message, fault, resolved).map_or(entry.title().into(), Cow::Owned),
        ),
        _ => Sentence::general(resolved),
    }
}

/// The message with each `{ $name }` replaced by the detail of that name; none if one is missing or null.
fn fill(message: &str, fault: &Fault, resolved: &Resolved) -> Option<String> {
    let mut filled = String::with_capacity(message.len() + 16);
    let mut rest = message;
    while let Some((before, after)) = rest.split_once("{ $") {
        let (name, behind) = after.split_once(" }")?;
        let member = public_members(fault, resolved).find(|member| member.name == name)?;
        filled.push_str(before);
        if member.json == "null" {
            return None;
        }
        match serde_json::from_str::<String>(&member.json) {
            Ok(text) => filled.push_str(&text),
            Err(_) => filled.push_str(&member.json),
        }
        rest = behind;
    }
    filled.push_str(rest);
    Some(filled)
}
