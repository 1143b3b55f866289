//! Every code, by section.

use std::collections::{BTreeSet, HashSet};

use askama::Template;
use manila::{Owner, Retry, Scope};

use super::{count, fill};
use crate::book::Book;
use crate::entry::Entry;
use crate::links::Links;
use crate::page::{Page, errors_of};
use crate::prose;
use crate::volume::Volume;

#[derive(Template)]
#[template(path = "index.html")]
struct Index<'a> {
    page: Page<'a>,
    heading: String,
    total: String,
    volumes: Vec<&'a Volume>,
    filters: Vec<Filter>,
}

/// What a reader can choose codes by.
struct Filter {
    name: &'static str,
    title: &'static str,
    options: Vec<(String, String)>,
}

/// The index of all catalogs.
pub(crate) fn home(book: &Book, links: Links) -> String {
    index(book, None, links)
}

/// The index of one of several.
pub(crate) fn volume(book: &Book, volume: &Volume, links: Links) -> String {
    index(book, Some(volume), links)
}

fn index(book: &Book, of: Option<&Volume>, links: Links) -> String {
    let volumes = match of {
        Some(volume) => vec![volume],
        None => book.volumes.iter().collect(),
    };
    let codes = volumes.iter().map(|volume| volume.entries.len()).sum();
    let total = count(codes, "code");
    let service = book.settings.shown_title();
    let folder = of.map_or("", |volume| &volume.folder);
    let about = of.map(|volume| volume.catalog.title().to_owned());
    let heading = match &about {
        Some(title) => errors_of(title),
        None => errors_of(service),
    };
    let description =
        format!("{total} that {service} answers with: what each means, and what to do.");
    let mut page = Page::new(book, of, links).about(about, description, folder);
    if let [only] = &volumes[..] {
        let folder = &only.folder;
        page.twins = vec![
            ("text/markdown", page.links.to(format!("{folder}llms.txt"))),
            ("application/json", page.links.to(only.data_address())),
        ];
    }
    fill(&Index {
        filters: filters(&volumes),
        page,
        heading,
        total,
        volumes,
    })
}

impl Index<'_> {
    fn id(&self, volume: &Volume, section: &crate::volume::Section) -> String {
        match self.volumes.len() {
            1 => section.id.clone(),
            _ => format!("{}-{}", anchor(&volume.folder), section.id),
        }
    }

    fn operations(volume: &Volume, entry: &Entry) -> String {
        let operations = entry.reached.iter().map(|place| &volume.operations[*place]);
        let addresses: Vec<_> = operations.map(|operation| &*operation.address).collect();
        addresses.join(" ")
    }

    fn statuses(entry: &Entry) -> String {
        let statuses = entry.code.statuses().iter();
        let texts: Vec<_> = statuses.map(ToString::to_string).collect();
        texts.join(" ")
    }

    fn scopes(entry: &Entry) -> String {
        let words: Vec<_> = entry
            .code
            .scope()
            .iter()
            .map(|scope| scope.as_str())
            .collect();
        words.join(" ")
    }
}

/// A text as a part of an id.
fn anchor(text: &str) -> String {
    text.replace(|c: char| !c.is_ascii_alphanumeric(), "-")
}

/// The filters that distinguish codes here: one whose codes are all alike is left out.
fn filters(volumes: &[&Volume]) -> Vec<Filter> {
    let codes = || {
        let entries = volumes.iter().flat_map(|volume| &volume.entries);
        entries.map(|entry| entry.code)
    };
    let statuses: BTreeSet<u16> = codes()
        .flat_map(|code| code.statuses().iter().map(|status| status.get()))
        .collect();
    let classes: BTreeSet<u16> = statuses.iter().map(|status| status / 100).collect();
    let classes = classes
        .iter()
        .map(|class| (format!("{class}xx"), format!("All {class}xx")));
    let each = statuses.iter().map(|status| {
        let phrase = manila::Status::new(*status).map_or("", |status| status.phrase());
        (
            status.to_string(),
            format!("{status} {phrase}").trim_end().to_owned(),
        )
    });
    let mut seen = HashSet::new();
    let sections = volumes.iter().flat_map(|volume| &volume.sections);
    let sections = sections.filter(|section| seen.insert(section.name));
    let operations = volumes.iter().flat_map(|volume| &volume.operations);
    let retries: BTreeSet<&str> = codes()
        .filter_map(|code| code.retry())
        .map(Retry::as_str)
        .collect();
    let owners: BTreeSet<&str> = codes()
        .filter_map(|code| code.owner())
        .map(Owner::as_str)
        .collect();
    let scopes: BTreeSet<&str> = codes()
        .flat_map(|code| code.scope().iter().copied().map(Scope::as_str))
        .collect();
    let catalogs = volumes.iter().map(|volume| {
        let catalog = volume.catalog;
        (catalog.name().to_owned(), catalog.title().to_owned())
    });
    let words = |words: &BTreeSet<&str>| {
        let words = words.iter();
        words
            .map(|word| ((*word).to_owned(), word.replace('_', " ")))
            .collect()
    };
    let filters = [
        ("catalog", "Catalog", catalogs.collect()),
        ("status", "Status", classes.chain(each).collect()),
        (
            "section",
            "Section",
            sections
                .map(|section| (section.name.to_owned(), section.name.to_owned()))
                .collect(),
        ),
        ("retry", "Retry", words(&retries)),
        ("owner", "Who acts", words(&owners)),
        (
            "operation",
            "Operation",
            operations
                .map(|operation| (operation.address.clone(), operation.name.to_owned()))
                .collect(),
        ),
        ("scope", "Where", words(&scopes)),
    ];
    let filters = filters.map(|(name, title, options): (_, _, Vec<_>)| Filter {
        name,
        title,
        options,
    });
    let least = |name| {
        if matches!(name, "retry" | "owner" | "operation") {
            1
        } else {
            2
        }
    };
    filters
        .into_iter()
        .filter(|filter| filter.options.len() >= least(filter.name))
        .collect()
}
