//! The index for language models, as llmstxt.org has it.

use askama::Template;

use super::fill;
use crate::book::Book;
use crate::links::Links;
use crate::prose;
use crate::said::Said;
use crate::volume::{OTHERS, Section, Volume};
use crate::wording::{Argument, Wording};

#[derive(Template)]
#[template(path = "llms.md")]
struct Llms<'a> {
    words: Wording<'a>,
    heading: Said<'a>,
    total: Said<'a>,
    volumes: Vec<&'a Volume>,
    example: Option<String>,
    links: &'a Links<'a>,
    /// Where the pages are, if that is known.
    base: Option<String>,
}

/// The index of every catalog, or of the one at a place.
pub(crate) fn llms(
    book: &Book,
    of: Option<usize>,
    links: &Links<'_>,
    words: Wording<'_>,
) -> String {
    let volumes: Vec<&Volume> = match of {
        Some(of) => book.volumes.get(of).into_iter().collect(),
        None => book.volumes.iter().collect(),
    };
    let count = volumes.iter().map(|volume| volume.entries.len()).sum();
    let first = volumes.iter().flat_map(|volume| &volume.entries).next();
    let title = match of.and(volumes.first()) {
        Some(volume) => volume.catalog.title(),
        None => book.settings.shown_title(),
    };
    let service = ("service", Argument::Text(title));
    let total = match book.settings.version.as_deref() {
        None => {
            let english = [
                "{ $count } code of { $service }",
                "{ $count } codes of { $service }",
            ];
            words.count(count, english, &[service])
        }
        Some(version) => {
            let english = [
                "{ $count } code of { $service }, version { $version }",
                "{ $count } codes of { $service }, version { $version }",
            ];
            words.count(
                count,
                english,
                &[service, ("version", Argument::Text(version))],
            )
        }
    };
    fill(&Llms {
        words,
        heading: words.with("{ $name } errors", &[("name", Argument::Text(title))]),
        total,
        example: first.map(|entry| entry.address.clone()),
        volumes,
        links,
        base: book.url().map(|url| {
            let shelf = book.shelf(book.folder(words.place()));
            format!("`{url}/{}`", shelf.address(""))
        }),
    })
}

impl<'a> Llms<'a> {
    /// What a sentence has before its argument and behind, which the template fills in.
    fn around(&self, english: &'static str, argument: &'static str) -> (Said<'a>, Said<'a>) {
        let given = [(argument, Argument::Slot)];
        self.words.with(english, &given).around()
    }

    /// What leads to the whole list of a catalog.
    fn list_of(&self, volume: &'a Volume) -> Said<'a> {
        let given = [("catalog", Argument::Text(volume.catalog.title()))];
        let english = "The whole list of { $catalog } as data:";
        self.words.with(english, &given)
    }

    fn section(&self, section: &Section) -> Said<'a> {
        match section.name {
            OTHERS => self.words.own(OTHERS),
            name => self.words.name(name),
        }
    }

    fn markdown_of(&self, address: &str) -> String {
        self.links.to(format!("{address}.md"))
    }

    fn data_of(&self, address: &str) -> String {
        self.links.shared(format!("{address}.json"))
    }
}
