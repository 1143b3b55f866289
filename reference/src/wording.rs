//! What pages say, in their language.

use std::borrow::Cow;

use manila::Code;
use manila::translate::{Arguments, Text};
use manila_catalog_file::title_of;

use crate::languages::{Direction, Languages, direction, stands_in};
use crate::said::{Part, Said};

/// The language of the sentences that the pages themselves have.
const OWN: &str = "en";

/// What stands in a sentence for the first of the values that it repeats; the others follow. No text has these
/// characters (Unicode, plane 15: private use).
const FIRST_MARK: u32 = 0xf_0000;

/// The words of the pages in one language.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wording<'a> {
    languages: &'a Languages,
    place: usize,
}

/// A value that a sentence repeats.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Argument<'a> {
    Number(usize),
    Text(&'a str),
    /// What the template writes.
    Slot,
}

/// Arguments, by the names that sentences have for them.
pub(crate) type Given<'g, 'a> = &'g [(&'static str, Argument<'a>)];

impl<'a> Wording<'a> {
    pub(crate) const fn new(languages: &'a Languages, place: usize) -> Self {
        Self { languages, place }
    }

    /// The place of the language.
    pub(crate) const fn place(self) -> usize {
        self.place
    }

    /// The language's tag, where there are translations.
    pub(crate) fn tag(self) -> Option<&'a str> {
        let language = self.languages.get(self.place)?;
        Some(&language.tag)
    }

    /// A sentence of the pages themselves, by its English text.
    pub(crate) fn own(self, english: &'a str) -> Said<'a> {
        self.with(english, &[])
    }

    /// A sentence with what it repeats, by its English text, in which `{ $name }` is an argument.
    pub(crate) fn with(self, english: &'a str, given: Given<'_, 'a>) -> Said<'a> {
        self.say(english, english, given)
    }

    /// A sentence about a number, which is its argument `count`: in English one about one thing, and one about
    /// any other number, by whose text the translations have it.
    pub(crate) fn count(
        self,
        number: usize,
        [one, others]: [&'a str; 2],
        given: Given<'_, 'a>,
    ) -> Said<'a> {
        let mut all = vec![("count", Argument::Number(number))];
        all.extend(given);
        let english = if number == 1 { one } else { others };
        self.say(others, english, &all)
    }

    fn say(self, key: &str, english: &'a str, given: Given<'_, 'a>) -> Said<'a> {
        let values = Values::of(given);
        match self.translated(Text::Own(key), &values) {
            Some(text) => self.said(parts_of(text, given), None),
            None => self.said(filled(english, given), Some(OWN)),
        }
    }

    /// The phrase of a status.
    pub(crate) fn phrase(self, status: u16, english: &'static str) -> Said<'a> {
        match self.translated(Text::Phrase(status), &()) {
            Some(text) => self.said(vec![Part::Words(text)], None),
            None => self.said(vec![Part::Words(english.into())], Some(OWN)),
        }
    }

    /// A text that stands in this language whatever the page's.
    pub(crate) fn untranslated(self, text: impl Into<Cow<'a, str>>, language: &'a str) -> Said<'a> {
        self.said(vec![Part::Words(text.into())], Some(language))
    }

    /// A name, which is the same in each language.
    pub(crate) fn name(self, name: &'a str) -> Said<'a> {
        self.said(vec![Part::Words(name.into())], None)
    }

    /// A sentence of the library's own that has no translation.
    pub(crate) fn english(self, text: &'a str) -> Said<'a> {
        self.untranslated(text, OWN)
    }

    /// The sentence of a code that a client reads, or its title where it reads that.
    pub(crate) fn sentence(self, code: &'static Code) -> Said<'a> {
        match code.message() {
            Some(message) => self.of_code(Text::Message(code), code, message),
            None => self.of_code(Text::Title(code), code, code.title()),
        }
    }

    /// What a person calls the error. What the name says already is left out on a page in another language.
    pub(crate) fn heading(self, code: &'static Code) -> Option<Said<'a>> {
        let title = match code.title() {
            "" => code.name(),
            title => title,
        };
        let said = self.of_code(Text::Title(code), code, title);
        let is_name = || title == title_of(code.name()) || title == code.name();
        (!said.is_marked() || !is_name()).then(|| said.plain())
    }

    pub(crate) fn meaning(self, code: &'static Code) -> Option<Said<'a>> {
        let meaning = code.meaning()?;
        Some(self.of_code(Text::Meaning(code), code, meaning))
    }

    pub(crate) fn causes(self, code: &'static Code) -> Vec<Said<'a>> {
        let causes = code.causes().iter().zip(1..);
        causes
            .map(|(cause, number)| self.of_code(Text::Cause(code, number), code, cause))
            .collect()
    }

    /// The steps of the caller.
    pub(crate) fn steps(self, code: &'static Code) -> Vec<Said<'a>> {
        let steps = code.client().iter().zip(1..);
        steps
            .map(|(step, number)| self.of_code(Text::Step(code, number), code, step))
            .collect()
    }

    fn of_code(self, text: Text<'_>, code: &'static Code, source: &'static str) -> Said<'a> {
        let details = code.details().iter();
        let given: Vec<_> = details
            .map(|detail| (detail.name(), Argument::Slot))
            .collect();
        let values = Values::of(&given);
        let said = match self.translated(text, &values) {
            Some(text) => {
                let shown = parts_of(text, &given).into_iter().map(|part| match part {
                    // A page is about no response: the place of a detail is shown as the source shows it.
                    Part::Slot(name) => format!("{{ ${name} }}"),
                    Part::Words(text) | Part::Value(text) => text.into_owned(),
                });
                let shown: String = shown.collect();
                self.said(vec![Part::Words(shown.into())], None)
            }
            None => self.untranslated(source, source_language(code.catalog())),
        };
        said.prose()
    }

    fn translated(self, text: Text<'_>, values: &dyn Arguments) -> Option<Cow<'a, str>> {
        let language = self.languages.get(self.place)?;
        let translations = self.languages.translations()?;
        translations.translate(language.locale, text, values)
    }

    /// A text in a language, or in the page's.
    fn said(self, parts: Vec<Part<'a>>, language: Option<&'a str>) -> Said<'a> {
        let tag = self.tag();
        let language = language
            .zip(tag)
            .and_then(|(language, page)| (!stands_in(language, page)).then_some(language));
        let direction = tag.map_or(Direction::LeftToRight, direction);
        Said::new(parts, language, direction)
    }
}

/// The language that a catalog is written in.
pub(crate) fn source_language(catalog: &manila::Catalog) -> &'static str {
    catalog.locales().first().copied().unwrap_or("en")
}

/// Arguments as JSON: numbers as they are, and marks for the others, so that no text of theirs is read as one
/// of the sentence.
struct Values(Vec<(&'static str, String)>);

impl Values {
    fn of(given: Given<'_, '_>) -> Self {
        let values = given.iter().zip(0..).map(|((name, argument), place)| {
            let json = match argument {
                Argument::Number(number) => number.to_string(),
                Argument::Text(_) | Argument::Slot => format!("\"{}\"", mark(place)),
            };
            (*name, json)
        });
        Self(values.collect())
    }
}

impl Arguments for Values {
    fn argument(&self, name: &str) -> Option<&[u8]> {
        let mut values = self.0.iter();
        let (_, json) = values.find(|(known, _)| *known == name)?;
        Some(json.as_bytes())
    }
}

fn mark(place: u32) -> char {
    char::from_u32(FIRST_MARK + place).unwrap_or_default()
}

/// The parts of a translated sentence, which has marks where arguments stand.
fn parts_of<'a>(text: Cow<'a, str>, given: Given<'_, 'a>) -> Vec<Part<'a>> {
    let place_of = |character: char| {
        let place = u32::from(character).checked_sub(FIRST_MARK)?;
        given.get(usize::try_from(place).ok()?)
    };
    if !text.contains(|character| place_of(character).is_some()) {
        return vec![Part::Words(text)];
    }
    let mut parts = Vec::new();
    let mut words = String::new();
    for character in text.chars() {
        let Some((name, argument)) = place_of(character) else {
            words.push(character);
            continue;
        };
        parts.push(Part::Words(std::mem::take(&mut words).into()));
        parts.push(part_of(name, *argument));
    }
    parts.push(Part::Words(words.into()));
    parts
}

/// The parts of an English sentence, in which `{ $name }` is an argument.
fn filled<'a>(english: &'a str, given: Given<'_, 'a>) -> Vec<Part<'a>> {
    let mut parts = Vec::new();
    let mut rest = english;
    while let Some((words, behind)) = rest.split_once("{ $") {
        let Some((name, after)) = behind.split_once(" }") else {
            break;
        };
        parts.push(Part::Words(words.into()));
        let known = given.iter().find(|(known, _)| *known == name);
        parts.extend(known.map(|(name, argument)| part_of(name, *argument)));
        rest = after;
    }
    parts.push(Part::Words(rest.into()));
    parts
}

fn part_of<'a>(name: &'static str, argument: Argument<'a>) -> Part<'a> {
    match argument {
        Argument::Number(number) => Part::Words(number.to_string().into()),
        Argument::Text(text) => Part::Value(text.into()),
        Argument::Slot => Part::Slot(name),
    }
}
