//! The language that a response is written in, where it is not the source's.

use std::borrow::Cow;
use std::sync::atomic::{AtomicBool, Ordering};

use super::translate::{Arguments, Locale, Text, Translate};
use crate::catalog::{Code, Resolved};
use crate::fault::{Member, Violation, fill, has_value, sentences_with_parameters};
use crate::http::status::message;
use crate::panics::catch_panic;

/// The language of one response that is not in the source's.
#[derive(Debug)]
pub(crate) struct Language<'a> {
    translations: &'a dyn Translate,
    locale: Locale,
    /// Whether the source's sentence stands beside a translated one.
    pub(super) has_source: bool,
    /// Whether a sentence of the body is in this language.
    is_told: AtomicBool,
}

impl<'a> Language<'a> {
    pub(crate) const fn new(
        translations: &'a dyn Translate,
        locale: Locale,
        has_source: bool,
    ) -> Self {
        Self {
            translations,
            locale,
            has_source,
            is_told: AtomicBool::new(false),
        }
    }

    /// The language of the sentences that were written.
    pub(crate) fn locale_told(&self) -> Locale {
        if self.is_told.load(Ordering::Relaxed) {
            self.locale
        } else {
            Locale::SOURCE
        }
    }

    /// Notes that a sentence of this language is part of the body.
    pub(super) fn note_told(&self) {
        self.is_told.store(true, Ordering::Relaxed);
    }

    /// A text in this language. Translations of the user's may panic, and say nothing then.
    pub(super) fn say(&self, text: Text<'_>, arguments: &dyn Arguments) -> Option<Cow<'a, str>> {
        let translations = self.translations;
        catch_panic(|| translations.translate(self.locale, text, arguments)).flatten()
    }

    /// The sentence about a status.
    pub(super) fn of_status(&self, status: u16) -> Option<Cow<'a, str>> {
        let said = self.say(Text::Status(status), &());
        said.or_else(|| self.say(Text::Own(message(status)), &()))
    }

    /// The short text of a code; the phrase of the status, where the code is HTTP's own.
    pub(super) fn title_of(&self, resolved: &Resolved) -> Option<Cow<'a, str>> {
        let text = match resolved.entry {
            Some(entry) => Text::Title(entry),
            None => Text::Phrase(resolved.status),
        };
        self.say(text, &())
    }

    /// The sentence of a violation, if it is one of the library's or its code's. What a service says in
    /// words of its own stands.
    pub(super) fn message_of_violation(
        &self,
        violation: &Violation,
        own: Option<&Code>,
    ) -> Option<Cow<'a, str>> {
        let message = violation.message();
        let parameters = Parameters(violation);
        let is_message = |template: &str| {
            let filled = fill(template, |name| parameters.member(name).map(Member::text));
            filled.as_deref() == Some(message)
        };
        let said = self.say(Text::Own(message), &()).or_else(|| {
            let template = sentences_with_parameters().find(|template| is_message(template))?;
            self.say(Text::Own(template), &parameters)
        });
        said.or_else(|| {
            let code = own.filter(|code| code.message().is_some_and(is_message))?;
            self.say(Text::Message(code), &parameters)
        })
    }
}

/// The parameters of a violation's rule.
struct Parameters<'a>(&'a Violation);

impl<'a> Parameters<'a> {
    fn member(&self, name: &str) -> Option<Member<'a>> {
        let mut members = self.0.attached()?.members();
        members.find(|member| member.name() == name && has_value(member))
    }
}

impl Arguments for Parameters<'_> {
    fn argument(&self, name: &str) -> Option<&[u8]> {
        self.member(name).map(Member::value)
    }
}
