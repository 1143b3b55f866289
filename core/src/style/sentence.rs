//! The choice of the sentence that a client reads: the fault's own message, the catalog's, or the
//! title, each in the language of the response as far as it is translated. A 5xx never shows the
//! fault's own, which was written with the service's insides in view.

use std::borrow::Cow;

use super::language::Language;
use super::translate::{Arguments, Text};
use crate::catalog::Resolved;
use crate::fault::{Details, Fault, Member, fill, has_value};
use crate::http::status::message;

/// A sentence, and whether it is known to need no escapes in JSON.
#[derive(Debug, Clone)]
pub(crate) struct ClientMessage<'a> {
    pub(crate) text: Cow<'a, str>,
    pub(crate) needs_no_escape: bool,
    /// Whether it is in another language than the source's.
    pub(super) is_translated: bool,
}

impl<'a> ClientMessage<'a> {
    fn unchecked(text: impl Into<Cow<'a, str>>) -> Self {
        Self {
            text: text.into(),
            needs_no_escape: false,
            is_translated: false,
        }
    }

    fn translated(text: Cow<'a, str>) -> Self {
        Self {
            is_translated: true,
            ..Self::unchecked(text)
        }
    }

    /// The text of the code without a word of the fault's: the title of an entry whose message has
    /// placeholders, else the catalog's message, else HTTP's sentence for the status.
    pub(crate) fn from_title(resolved: &Resolved, language: Option<&Language<'a>>) -> Self {
        match language {
            Some(language) => Self::from_title_in(resolved, language),
            None => Self::from_titles_source(resolved),
        }
    }

    #[inline(never)]
    fn from_title_in(resolved: &Resolved, language: &Language<'a>) -> Self {
        let text = match resolved.entry {
            Some(entry) if entry.has_placeholders() => language.title_of(resolved),
            Some(entry) => {
                let said = language.say(Text::Message(entry), &());
                let is_titled = entry.message().is_none();
                said.or_else(|| language.title_of(resolved).filter(|_| is_titled))
            }
            None => language.of_status(resolved.status),
        };
        text.map_or_else(|| Self::from_titles_source(resolved), Self::translated)
    }

    #[inline]
    fn from_titles_source(resolved: &Resolved) -> Self {
        match resolved.entry {
            None => Self {
                text: Cow::Borrowed(message(resolved.status)),
                needs_no_escape: true,
                is_translated: false,
            },
            Some(entry) => {
                let message = entry.message().filter(|_| !entry.has_placeholders());
                Self {
                    text: Cow::Borrowed(message.unwrap_or(entry.title())),
                    needs_no_escape: entry.needs_no_escape(),
                    is_translated: false,
                }
            }
        }
    }

    /// The catalog's message with its placeholders filled, or HTTP's sentence, whatever the fault's
    /// own message is. A placeholder without a detail makes it the title.
    pub(crate) fn from_catalog(
        fault: &'a Fault,
        resolved: &Resolved,
        language: Option<&Language<'a>>,
    ) -> Self {
        // A translation may tell a detail that the source does not.
        if let Some(language) = language
            && let Some(text) = translated_message(fault, resolved, language)
        {
            return Self::translated(text);
        }
        let Some(template) = resolved.entry.filter(|entry| entry.has_placeholders()) else {
            return Self::from_title(resolved, language);
        };
        let filled = template.message().and_then(|message| {
            let arguments = arguments_of(fault, resolved);
            fill(message, |name| arguments.member(name).map(Member::text))
        });
        filled.map_or_else(|| Self::from_title(resolved, language), Self::unchecked)
    }

    /// The fault's own message, where clients may see it, else the catalog's.
    pub(crate) fn of(
        fault: &'a Fault,
        resolved: &Resolved,
        language: Option<&Language<'a>>,
    ) -> Self {
        let own = fault.attached().and_then(|it| it.message.as_deref());
        match own.filter(|_| resolved.status < 500) {
            Some(own) => language
                .and_then(|language| translated_own(own, fault, resolved, language))
                .map_or_else(|| Self::unchecked(own), Self::translated),
            None => Self::from_catalog(fault, resolved, language),
        }
    }
}

/// A fault's own message in another language: one of the library's, or that of a code of which the
/// catalog knows no sentence, as where the `Display` of a variant is its message.
fn translated_own<'a>(
    own: &str,
    fault: &Fault,
    resolved: &Resolved,
    language: &Language<'a>,
) -> Option<Cow<'a, str>> {
    let said = language.say(Text::Own(own), &());
    said.or_else(|| {
        resolved.entry.filter(|entry| entry.message().is_none())?;
        translated_message(fault, resolved, language)
    })
}

/// The message of a code in another language, with the details that clients may see.
#[inline(never)]
fn translated_message<'a>(
    fault: &Fault,
    resolved: &Resolved,
    language: &Language<'a>,
) -> Option<Cow<'a, str>> {
    let entry = resolved.entry?;
    language.say(Text::Message(entry), &arguments_of(fault, resolved))
}

/// The details that a client may see: all of a 4xx, the declared ones of a 5xx.
pub(super) fn public_members<'a>(
    fault: &'a Fault,
    resolved: &Resolved,
) -> impl Iterator<Item = Member<'a>> {
    let details = fault.attached().map(|attached| &attached.details);
    let members = details.into_iter().flat_map(Details::members);
    members.filter(|member| resolved.shows_all() || resolved.shows(&member.name()))
}

/// The details of a fault that a sentence may tell: those that clients may see and that are not null.
pub(super) struct PublicArguments<'a> {
    fault: &'a Fault,
    resolved: &'a Resolved,
}

pub(super) const fn arguments_of<'a>(
    fault: &'a Fault,
    resolved: &'a Resolved,
) -> PublicArguments<'a> {
    PublicArguments { fault, resolved }
}

impl<'a> PublicArguments<'a> {
    fn member(&self, name: &str) -> Option<Member<'a>> {
        let mut members = public_members(self.fault, self.resolved).filter(has_value);
        members.find(|member| member.name() == name)
    }
}

impl Arguments for PublicArguments<'_> {
    fn argument(&self, name: &str) -> Option<&[u8]> {
        self.member(name).map(Member::value)
    }
}
