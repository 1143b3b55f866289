//! The index for language models, as llmstxt.org has it.

use askama::Template;

use super::{count, fill};
use crate::book::Book;
use crate::links::Links;
use crate::prose;
use crate::volume::Volume;

#[derive(Template)]
#[template(path = "llms.md")]
struct Llms<'a> {
    title: &'a str,
    total: String,
    version: Option<&'a str>,
    volumes: Vec<&'a Volume>,
    example: Option<String>,
    links: &'a Links,
    /// Where the files are, if that is known.
    base: Option<&'a str>,
}

/// The index of every catalog, or of the one at a place.
pub(crate) fn llms(book: &Book, of: Option<usize>, links: &Links) -> String {
    let volumes: Vec<&Volume> = match of {
        Some(of) => book.volumes.get(of).into_iter().collect(),
        None => book.volumes.iter().collect(),
    };
    let codes = volumes.iter().map(|volume| volume.entries.len()).sum();
    let first = volumes.iter().flat_map(|volume| &volume.entries).next();
    fill(&Llms {
        title: match of.and(volumes.first()) {
            Some(volume) => volume.catalog.title(),
            None => book.settings.shown_title(),
        },
        total: count(codes, "code"),
        version: book.settings.version.as_deref(),
        example: first.map(|entry| entry.address.clone()),
        volumes,
        links,
        base: book.url(),
    })
}

impl Llms<'_> {
    fn base(&self) -> Option<String> {
        self.base.map(|base| format!("`{base}/`"))
    }

    fn twin(&self, address: &str, ending: &str) -> String {
        self.links.to(format!("{address}.{ending}"))
    }
}
