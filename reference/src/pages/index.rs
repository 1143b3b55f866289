//! Every code, by section.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use askama::Template;
use manila::Code;

use super::fill;
use crate::book::Book;
use crate::entry::Entry;
use crate::links::Links;
use crate::page::{Page, codes, errors_of};
use crate::said::Said;
use crate::vocabulary::{of_scope, owner_in_short, retry_in_short};
use crate::volume::{Section, Volume};
use crate::wording::{Argument, Wording};

/// What the script puts the number of shown codes in the place of.
const SHOWN: &str = "{shown}";

#[derive(Template)]
#[template(path = "index.html")]
struct Index<'a> {
    page: Page<'a>,
    heading: Said<'a>,
    total: Said<'a>,
    /// What the script says where not all codes are shown, if it has to be told.
    some: Option<Said<'a>>,
    volumes: Vec<&'a Volume>,
    filters: Vec<Filter<'a>>,
}

/// What a reader can choose codes by.
struct Filter<'a> {
    name: &'static str,
    title: Said<'a>,
    options: Vec<(String, Said<'a>)>,
}

/// The index of all catalogs.
pub(crate) fn home<'a>(book: &'a Book, links: Links<'a>, words: Wording<'a>) -> String {
    index(book, None, links, words)
}

/// The index of one of several.
pub(crate) fn volume<'a>(
    book: &'a Book,
    volume: &'a Volume,
    links: Links<'a>,
    words: Wording<'a>,
) -> String {
    index(book, Some(volume), links, words)
}

fn index<'a>(
    book: &'a Book,
    of: Option<&'a Volume>,
    links: Links<'a>,
    words: Wording<'a>,
) -> String {
    let volumes = match of {
        Some(volume) => vec![volume],
        None => book.volumes.iter().collect(),
    };
    let count = volumes.iter().map(|volume| volume.entries.len()).sum();
    let service = book.settings.shown_title();
    let folder = of.map_or("", |volume| &volume.folder);
    let about = of.map(|volume| volume.catalog.title());
    let english = [
        "{ $count } code that { $service } answers with: what each means, and what to do.",
        "{ $count } codes that { $service } answers with: what each means, and what to do.",
    ];
    let description = words.count(count, english, &[("service", Argument::Text(service))]);
    let mut page = Page::new(book, of, links, words).about(
        about.map(str::to_owned),
        description.text(),
        folder,
    );
    if let [only] = &volumes[..] {
        let folder = &only.folder;
        page.twins = vec![
            ("text/markdown", page.links.to(format!("{folder}llms.txt"))),
            ("application/json", page.links.shared(only.data_address())),
        ];
    }
    let some = words.tag().map(|_| {
        let english = [
            "{ $shown } of { $count } code",
            "{ $shown } of { $count } codes",
        ];
        words.count(count, english, &[("shown", Argument::Text(SHOWN))])
    });
    fill(&Index {
        filters: filters(&page, &volumes),
        page,
        heading: errors_of(words, about.unwrap_or(service)),
        total: codes(words, count),
        some,
        volumes,
    })
}

impl<'a> Index<'a> {
    fn id(&self, volume: &Volume, section: &Section) -> String {
        match self.volumes.len() {
            1 => section.id.clone(),
            _ => format!("{}-{}", anchor(&volume.folder), section.id),
        }
    }

    /// What the keys do: words, and which key stands behind them.
    fn keys(&self) -> Vec<(Said<'a>, &'static str)> {
        let keys = ["slash", "arrows", "enter"].map(|key| (key, Argument::Slot));
        let english = "{ $slash } searches, { $arrows } move, { $enter } opens";
        self.page.words.with(english, &keys).between_slots()
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
fn filters<'a>(page: &Page<'a>, volumes: &[&'a Volume]) -> Vec<Filter<'a>> {
    let words = page.words;
    let entries = volumes.iter().flat_map(|volume| &volume.entries);
    let codes: Vec<&Code> = entries.map(|entry| entry.code).collect();
    let catalogs = volumes.iter().map(|volume| {
        let catalog = volume.catalog;
        (catalog.name().to_owned(), words.name(catalog.title()))
    });
    let mut seen = HashSet::new();
    let sections = volumes.iter().flat_map(|volume| {
        let sections = volume.sections.iter();
        sections.map(|section| (section.name, page.section(volume, section)))
    });
    let sections = sections.filter(|(name, _)| seen.insert(*name));
    let operations = volumes.iter().flat_map(|volume| &volume.operations);
    let operations =
        operations.map(|operation| (operation.address.clone(), words.name(operation.name)));
    let retries = codes.iter().filter_map(|code| code.retry());
    let retries = retries.map(|retry| (retry.as_str(), retry_in_short(words, retry)));
    let owners = codes.iter().filter_map(|code| code.owner());
    let owners = owners.map(|owner| (owner.as_str(), owner_in_short(words, owner)));
    let scopes = codes.iter().flat_map(|code| code.scope());
    let scopes = scopes.map(|scope| (scope.as_str(), of_scope(words, *scope)));
    let filters = [
        ("catalog", "Catalog", 2, catalogs.collect()),
        ("status", "Status", 2, statuses(page, &codes)),
        ("section", "Section", 2, named(sections)),
        ("retry", "Retry", 1, sorted(retries)),
        ("owner", "Who acts", 1, sorted(owners)),
        ("operation", "Operation", 1, operations.collect()),
        ("scope", "Where", 2, sorted(scopes)),
    ];
    let filters = filters.map(|(name, title, least, options): (_, _, _, Vec<_>)| {
        (options.len() >= least).then(|| Filter {
            name,
            title: page.say(title),
            options,
        })
    });
    filters.into_iter().flatten().collect()
}

/// The classes of statuses, then each of them.
fn statuses<'a>(page: &Page<'a>, codes: &[&Code]) -> Vec<(String, Said<'a>)> {
    let statuses = codes.iter().flat_map(|code| code.statuses());
    let statuses: BTreeSet<manila::Status> = statuses.copied().collect();
    let classes: BTreeSet<u16> = statuses.iter().map(|status| status.get() / 100).collect();
    let classes = classes.into_iter().map(|class| {
        let value = format!("{class}xx");
        let title = match class {
            4 => "All 4xx",
            _ => "All 5xx",
        };
        (value, page.say(title))
    });
    let each = statuses.iter().map(|status| {
        let phrase = page.phrase(status);
        (status.to_string(), phrase.behind(status.get()))
    });
    classes.chain(each).collect()
}

fn named<'a>(options: impl Iterator<Item = (&'a str, Said<'a>)>) -> Vec<(String, Said<'a>)> {
    options
        .map(|(value, title)| (value.to_owned(), title))
        .collect()
}

/// Options by their values, each once.
fn sorted<'a>(options: impl Iterator<Item = (&'a str, Said<'a>)>) -> Vec<(String, Said<'a>)> {
    let options: BTreeMap<_, _> = options.collect();
    named(options.into_iter())
}
