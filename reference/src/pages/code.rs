//! One code.

use askama::Template;
use manila::{Code, Detail, FactValue};

use super::fill;
use crate::book::Book;
use crate::entry::Entry;
use crate::example::Response;
use crate::links::Links;
use crate::page::Page;
use crate::said::Said;
use crate::vocabulary::{fact, of_applied, of_owner, of_retry, of_scope, of_severity, of_type};
use crate::volume::Volume;
use crate::wording::{Argument, Wording};

#[derive(Template)]
#[template(path = "code.html")]
struct CodePage<'a> {
    page: Page<'a>,
    volume: &'a Volume,
    entry: &'a Entry,
    code: &'static Code,
    heading: Option<Said<'a>>,
    responses: Vec<Response>,
    conditions: Vec<&'static str>,
    rules: Vec<&'static str>,
    before: Option<&'a Entry>,
    after: Option<&'a Entry>,
}

/// The page of an entry, by its place in the volume.
pub(crate) fn code<'a>(
    book: &'a Book,
    volume: &'a Volume,
    at: usize,
    links: Links<'a>,
    words: Wording<'a>,
) -> String {
    let entry = &volume.entries[at];
    let code = entry.code;
    let heading = words.heading(code);
    let about = match &heading {
        Some(heading) => format!("{}: {}", entry.wire, heading.text()),
        None => entry.wire.clone(),
    };
    let meaning = words.meaning(code);
    let description = meaning.unwrap_or_else(|| words.sentence(code)).text();
    let page = Page::new(book, Some(volume), links, words);
    let mut page = page.about(Some(about), description, &entry.address);
    page.twins = vec![
        ("text/markdown", page.links.to(entry.file("md"))),
        ("application/json", page.links.shared(entry.file("json"))),
    ];
    let responses = volume.envelopes.iter();
    fill(&CodePage {
        page,
        volume,
        entry,
        code,
        heading,
        responses: responses
            .filter_map(|envelopes| Response::of(code, envelopes, words.tag()))
            .collect(),
        conditions: entry.conditions(volume.catalog),
        rules: entry.rules(volume.catalog),
        before: at
            .checked_sub(1)
            .and_then(|before| volume.entries.get(before)),
        after: volume.entries.get(at + 1),
    })
}

impl<'a> CodePage<'a> {
    fn section(&self) -> (Said<'a>, String) {
        let section = &self.volume.sections[self.entry.section];
        let index = self.page.links.to(&self.volume.folder);
        let name = self.page.section(self.volume, section);
        (name, format!("{index}#{}", section.id))
    }

    fn statuses(&self) -> Vec<(u16, Said<'a>)> {
        let statuses = self.code.statuses().iter();
        statuses
            .map(|status| (status.get(), self.page.phrase(status)))
            .collect()
    }

    fn retry(&self) -> Option<(Said<'a>, Said<'a>)> {
        let retry = self.code.retry()?;
        Some(of_retry(self.page.words, retry))
    }

    fn owner(&self) -> Option<Said<'a>> {
        let owner = self.code.owner()?;
        Some(of_owner(self.page.words, owner))
    }

    fn applied(&self) -> Option<Said<'a>> {
        let applied = self.code.applied()?;
        Some(of_applied(self.page.words, applied))
    }

    fn severity(&self) -> Option<Said<'a>> {
        let severity = self.code.severity()?;
        Some(of_severity(self.page.words, severity))
    }

    fn fact(&self, value: &FactValue<&str>) -> Said<'a> {
        fact(self.page.words, self.volume, value)
    }

    fn type_of(&self, detail: &'static Detail) -> Said<'a> {
        of_type(self.page.words, detail)
    }

    /// What a screen reader calls a response.
    fn name_of(&self, response: &Response) -> String {
        let given = [("style", Argument::Text(&response.style))];
        self.page.words.with("Response, { $style }", &given).text()
    }

    /// The link to a code of the catalog.
    fn link_to(&self, named: &str) -> Option<String> {
        let entry = self.volume.entry(named)?;
        Some(self.page.links.to(&entry.address))
    }

    /// How clients read a code of the catalog.
    fn wire_of<'c>(&'c self, named: &'c str) -> &'c str {
        self.volume.entry(named).map_or(named, |entry| &entry.wire)
    }

    fn link_to_operation(&self, named: &str) -> Option<String> {
        let operation = self.volume.operation(named)?;
        Some(self.page.links.to(&operation.address))
    }

    fn operations(&self) -> Vec<(&'static str, Option<&'static str>, String)> {
        let places = self.entry.operations.iter();
        let operations = places.map(|place| &self.volume.operations[*place]);
        operations
            .map(|operation| {
                (
                    operation.name,
                    operation.title,
                    self.page.links.to(&operation.address),
                )
            })
            .collect()
    }

    fn scope(&self) -> Vec<Said<'a>> {
        let scope = self.code.scope().iter();
        scope
            .map(|scope| of_scope(self.page.words, *scope))
            .collect()
    }
}
