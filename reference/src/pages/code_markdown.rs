//! One code as Markdown.

use askama::Template;
use manila::{Code, Detail, FactValue};

use super::fill;
use crate::book::Book;
use crate::entry::Entry;
use crate::example::Response;
use crate::links::Links;
use crate::prose;
use crate::said::Said;
use crate::vocabulary::{fact, of_applied, of_owner, of_retry, of_severity, of_type};
use crate::volume::Volume;
use crate::wording::{Argument, Wording};

#[derive(Template)]
#[template(path = "code.md")]
struct CodeText<'a> {
    volume: &'a Volume,
    entry: &'a Entry,
    code: &'static Code,
    links: &'a Links<'a>,
    words: Wording<'a>,
    title: String,
    heading: Option<Said<'a>>,
    address: Option<String>,
    is_for_operators: bool,
    responses: Vec<Response>,
}

pub(crate) fn code_markdown(
    book: &Book,
    volume: &Volume,
    at: usize,
    links: &Links<'_>,
    words: Wording<'_>,
) -> String {
    let entry = &volume.entries[at];
    let responses = volume.envelopes.iter();
    let heading = words.heading(entry.code);
    let title = heading.clone();
    fill(&CodeText {
        volume,
        entry,
        code: entry.code,
        links,
        words,
        title: title.unwrap_or_else(|| words.sentence(entry.code)).text(),
        heading,
        address: book.public_page(volume, &entry.address, words.place()),
        is_for_operators: book.settings.is_for_operators,
        responses: responses
            .filter_map(|envelopes| Response::of(entry.code, envelopes, words.tag()))
            .collect(),
    })
}

impl<'a> CodeText<'a> {
    fn say(&self, english: &'static str) -> Said<'a> {
        self.words.own(english)
    }

    /// What a sentence has before its argument and behind, which the template fills in.
    fn around(&self, english: &'static str, argument: &'static str) -> (Said<'a>, Said<'a>) {
        let given = [(argument, Argument::Slot)];
        self.words.with(english, &given).around()
    }

    /// The link to a code of the catalog, and how clients read it.
    fn link_to(&self, named: &str) -> Option<(&str, String)> {
        let entry = self.volume.entry(named)?;
        Some((&entry.wire, self.links.to(entry.file("md"))))
    }

    fn statuses(&self) -> String {
        let statuses = self.code.statuses().iter();
        let texts: Vec<_> = statuses.map(ToString::to_string).collect();
        texts.join(", ")
    }

    fn retry(&self) -> Option<(Said<'a>, Said<'a>)> {
        let retry = self.code.retry()?;
        Some(of_retry(self.words, retry))
    }

    fn owner(&self) -> Option<Said<'a>> {
        let owner = self.code.owner()?;
        Some(of_owner(self.words, owner))
    }

    fn applied(&self) -> Option<Said<'a>> {
        let applied = self.code.applied()?;
        Some(of_applied(self.words, applied))
    }

    fn severity(&self) -> Option<Said<'a>> {
        let severity = self.code.severity()?;
        Some(of_severity(self.words, severity))
    }

    fn fact(&self, value: &FactValue<&str>) -> Said<'a> {
        fact(self.words, self.volume, value)
    }

    fn type_of(&self, detail: &'static Detail) -> Said<'a> {
        of_type(self.words, detail)
    }

    fn heading_of<'r>(&self, response: &'r Response) -> Said<'r>
    where
        'a: 'r,
    {
        let given = [("style", Argument::Text(&response.style))];
        self.words.with("The response, { $style }", &given)
    }
}

/// A fence that nothing in a text closes (CommonMark 0.31, §4.5).
fn fence(text: &str) -> String {
    let longest = text.lines().map(|line| {
        let line = line.trim_start();
        line.len() - line.trim_start_matches('`').len()
    });
    "`".repeat(longest.max().unwrap_or_default().max(2) + 1)
}
