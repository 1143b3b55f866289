//! The choice of the sentence that a client reads: the fault's own message, the catalog's, or the
//! title. A 5xx never shows the fault's own, which was written with the service's insides in view.

use std::borrow::Cow;

use crate::catalog::{Code, Resolved};
use crate::fault::{Details, Fault, Member, Part, has_value, parts};
use crate::http::status::message;
use crate::json::text_of;

/// A sentence, and whether it is known to need no escapes in JSON.
#[derive(Debug, Clone)]
pub(crate) struct ClientMessage<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) needs_no_escape: bool,
}

impl<'a> ClientMessage<'a> {
    fn unchecked(text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            text: text.into(),
            needs_no_escape: false,
        }
    }

    /// The text of the code without a word of the fault's: the title of an entry whose message has
    /// placeholders, else the catalog's message, else HTTP's sentence for the status.
    pub(crate) fn from_title(resolved: &Resolved) -> Self {
        match resolved.entry {
            None => Self {
                text: Cow::Borrowed(message(resolved.status)),
                needs_no_escape: true,
            },
            Some(entry) => {
                let message = entry.message().filter(|_| !entry.has_placeholders());
                Self {
                    text: Cow::Borrowed(message.unwrap_or(entry.title())),
                    needs_no_escape: entry.needs_no_escape(),
                }
            }
        }
    }

    /// The catalog's message with its placeholders filled, or HTTP's sentence, whatever the fault's
    /// own message is. A placeholder without a detail makes it the title.
    pub(crate) fn from_catalog(fault: &'a Fault, resolved: &Resolved) -> Self {
        let template = resolved.entry.filter(|entry| entry.has_placeholders());
        template
            .and_then(Code::message)
            .and_then(|message| fill(message, fault, resolved))
            .map_or_else(|| Self::from_title(resolved), Self::unchecked)
    }

    /// The fault's own message, where clients may see it, else the catalog's.
    pub(crate) fn of(fault: &'a Fault, resolved: &Resolved) -> Self {
        let own = fault.attached().and_then(|it| it.message.as_deref());
        match own.filter(|_| resolved.status < 500) {
            Some(own) => Self::unchecked(own),
            None => Self::from_catalog(fault, resolved),
        }
    }
}

/// The details that a client may see: all of a 4xx, the declared ones of a 5xx.
pub(super) fn public_members<'a>(
    fault: &'a Fault,
    resolved: &'a Resolved,
) -> impl Iterator<Item = Member<'a>> {
    let details = fault.attached().map(|attached| &attached.details);
    let members = details.into_iter().flat_map(Details::members);
    members.filter(|member| resolved.shows_all() || resolved.shows(&member.name()))
}

/// The message with each `{ $name }` replaced by the detail of that name, a string without its
/// quotation marks; `None` if a detail is missing, null or not public.
fn fill(message: &str, fault: &Fault, resolved: &Resolved) -> Option<String> {
    let mut filled = String::with_capacity(message.len() + 16);
    for part in parts(message) {
        match part {
            Part::Text(text) => filled.push_str(text),
            Part::Detail(name) => {
                let mut members = public_members(fault, resolved).filter(has_value);
                let value = members.find(|member| member.name() == name)?.value();
                filled.push_str(&text_of(value).unwrap_or_else(|| String::from_utf8_lossy(value)));
            }
        }
    }
    Some(filled)
}
