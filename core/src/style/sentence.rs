//! The sentence that a client reads.

use std::borrow::Cow;

use super::public_members;
use crate::catalog::{Code, Resolved};
use crate::fault::Fault;
use crate::http::status::message;
use crate::json::text_of;

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

    /// What is said of the code without a word of the fault's: the title of an entry whose message
    /// tells details, else what [`general`](Self::general) says.
    pub(crate) fn shortest(resolved: &Resolved) -> Self {
        match resolved.entry {
            None => Self {
                text: Cow::Borrowed(message(resolved.status)),
                is_plain: true,
            },
            Some(entry) => {
                let message = entry.message().filter(|_| !entry.is_template());
                Self {
                    text: Cow::Borrowed(message.unwrap_or(entry.title())),
                    is_plain: entry.is_plain(),
                }
            }
        }
    }

    /// What the catalog, or HTTP, says of the code, whatever the fault's own message is.
    pub(crate) fn general(fault: &'a Fault, resolved: &Resolved) -> Self {
        let template = resolved.entry.filter(|entry| entry.is_template());
        template
            .and_then(Code::message)
            .and_then(|message| fill(message, fault, resolved))
            .map_or_else(|| Self::shortest(resolved), Self::unknown)
    }
}

pub(crate) fn message_of<'a>(fault: &'a Fault, resolved: &Resolved) -> Sentence<'a> {
    let own = fault.extra().and_then(|extra| extra.message.as_deref());
    match own.filter(|_| resolved.status < 500) {
        Some(own) => Sentence::unknown(own),
        None => Sentence::general(fault, resolved),
    }
}

/// The message with each `{ $name }` replaced by the detail of that name; none if one is missing or null.
fn fill(message: &str, fault: &Fault, resolved: &Resolved) -> Option<String> {
    let mut filled = String::with_capacity(message.len() + 16);
    let mut rest = message;
    while let Some((before, after)) = rest.split_once("{ $") {
        let (name, behind) = after.split_once(" }")?;
        let member = public_members(fault, resolved).find(|member| member.name() == name)?;
        filled.push_str(before);
        let value = member.value();
        if value == b"null" {
            return None;
        }
        filled.push_str(&text_of(value).unwrap_or_else(|| String::from_utf8_lossy(value)));
        rest = behind;
    }
    filled.push_str(rest);
    Some(filled)
}
