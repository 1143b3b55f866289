//! One code.

use askama::Template;
use manila::{Applied, Code, Detail, Owner, Retry, Severity};

use super::fill;
use crate::book::Book;
use crate::entry::Entry;
use crate::example::Response;
use crate::links::Links;
use crate::page::Page;
use crate::prose;
use crate::volume::Volume;

#[derive(Template)]
#[template(path = "code.html")]
struct CodePage<'a> {
    page: Page<'a>,
    volume: &'a Volume,
    entry: &'a Entry,
    code: &'static Code,
    responses: Vec<Response>,
    conditions: Vec<&'static str>,
    rules: Vec<&'static str>,
    before: Option<&'a Entry>,
    after: Option<&'a Entry>,
}

/// The page of an entry, by its place in the volume.
pub(crate) fn code(book: &Book, volume: &Volume, at: usize, links: Links) -> String {
    let entry = &volume.entries[at];
    let about = format!("{}: {}", entry.wire, heading(entry));
    let code = entry.code;
    let description = code
        .meaning()
        .unwrap_or_else(|| entry.sentence())
        .to_owned();
    let mut page =
        Page::new(book, Some(volume), links).about(Some(about), description, &entry.address);
    page.twins = vec![
        ("text/markdown", page.links.to(entry.file("md"))),
        ("application/json", page.links.to(entry.file("json"))),
    ];
    let responses = volume.envelopes.iter();
    fill(&CodePage {
        page,
        volume,
        entry,
        code,
        responses: responses
            .filter_map(|envelopes| Response::of(code, envelopes))
            .collect(),
        conditions: entry.conditions(volume.catalog),
        rules: entry.rules(volume.catalog),
        before: at
            .checked_sub(1)
            .and_then(|before| volume.entries.get(before)),
        after: volume.entries.get(at + 1),
    })
}

/// What a person calls the error.
pub(super) fn heading(entry: &Entry) -> &'static str {
    match entry.code.title() {
        "" => entry.code.name(),
        title => title,
    }
}

/// The advice on repeating a request, and the header fields that say it.
pub(super) const fn of_retry(retry: Retry) -> (&'static str, &'static str) {
    match retry {
        Retry::Never => (
            "Do not repeat the request: it fails again.",
            "`x-should-retry: false` says so.",
        ),
        Retry::After => (
            "Repeat the request when the response says.",
            "`retry-after` has the moment, beside `x-should-retry: true`.",
        ),
        Retry::Backoff => (
            "Repeat the request, and wait longer before each attempt.",
            "`x-should-retry: true` says so.",
        ),
        Retry::AfterChange => (
            "Change the request before it is repeated.",
            "`x-should-retry: false` says that the same request fails again.",
        ),
        _ => (retry.as_str(), ""),
    }
}

pub(super) const fn of_owner(owner: Owner) -> &'static str {
    match owner {
        Owner::Caller => "the caller: its program has to change",
        Owner::User => "the user of the caller",
        Owner::Operator => "the operator of the service",
        Owner::Nobody => "nobody: it passes by itself",
        _ => owner.as_str(),
    }
}

pub(super) const fn of_applied(applied: Applied) -> &'static str {
    match applied {
        Applied::No => "no, it had no effect",
        Applied::Yes => "yes, it had its effect",
        Applied::Unknown => "not known; look before you repeat it",
        _ => applied.as_str(),
    }
}

/// The type of a detail, with that of its items.
pub(super) fn type_of(detail: &Detail) -> String {
    match detail.item_kind() {
        Some(items) => format!("{} of {}", detail.kind(), items),
        None => detail.kind().to_string(),
    }
}

impl CodePage<'_> {
    fn heading(&self) -> &'static str {
        heading(self.entry)
    }

    fn section(&self) -> (&str, String) {
        let section = &self.volume.sections[self.entry.section];
        let index = self.page.links.to(&self.volume.folder);
        (section.name, format!("{index}#{}", section.id))
    }

    fn statuses(&self) -> Vec<(u16, &'static str)> {
        let statuses = self.code.statuses().iter();
        statuses
            .map(|status| (status.get(), status.phrase()))
            .collect()
    }

    fn retry(&self) -> Option<(&'static str, &'static str)> {
        self.code.retry().map(of_retry)
    }

    fn owner(&self) -> Option<&'static str> {
        self.code.owner().map(of_owner)
    }

    fn applied(&self) -> Option<&'static str> {
        self.code.applied().map(of_applied)
    }

    fn severity(&self) -> Option<&'static str> {
        self.code.severity().map(Severity::as_str)
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

    fn scope(&self) -> String {
        let words: Vec<_> = self
            .code
            .scope()
            .iter()
            .map(|scope| scope.as_str())
            .collect();
        words.join(", ")
    }
}
