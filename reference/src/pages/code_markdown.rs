//! One code as Markdown.

use askama::Template;
use manila::{Code, Severity};

use super::code::{heading, of_applied, of_owner, of_retry, type_of};
use super::fill;
use crate::book::Book;
use crate::entry::Entry;
use crate::example::Response;
use crate::links::Links;
use crate::prose;
use crate::volume::Volume;

#[derive(Template)]
#[template(path = "code.md")]
struct CodeText<'a> {
    volume: &'a Volume,
    entry: &'a Entry,
    code: &'static Code,
    links: &'a Links,
    is_for_operators: bool,
    responses: Vec<Response>,
}

pub(crate) fn code_markdown(book: &Book, volume: &Volume, at: usize, links: &Links) -> String {
    let entry = &volume.entries[at];
    let responses = volume.envelopes.iter();
    fill(&CodeText {
        volume,
        entry,
        code: entry.code,
        links,
        is_for_operators: book.settings.is_for_operators,
        responses: responses
            .filter_map(|envelopes| Response::of(entry.code, envelopes))
            .collect(),
    })
}

impl CodeText<'_> {
    fn heading(&self) -> &'static str {
        heading(self.entry)
    }

    fn address(&self) -> Option<String> {
        self.volume.public(&self.entry.address)
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

    fn severity(&self) -> Option<&'static str> {
        self.code.severity().map(Severity::as_str)
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
