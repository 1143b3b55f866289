//! Rules about what the reference of a catalog shows.

use std::collections::BTreeSet;

use super::rule::{Context, Report};
use crate::{
    Catalog, CatalogPath, Entry, address_of, operation_address_of,
    phrase::{did_you_mean, quoted},
};

/// The pages that every reference has, and what stands in its folders.
const PAGES: [&str; 7] = [
    "",
    "index.html",
    "catalog.json",
    "openapi.json",
    "llms.txt",
    "changes",
    "changes.atom",
];

/// What ends an address in a text.
const AFTER: &[char] = &[
    '"', '\'', '`', '<', '>', '(', ')', '[', ']', '{', '}', ',', ';',
];

/// Judged where the catalog has a reference: a reader is led there by each error.
pub(super) fn empty_page(context: &Context<'_>, report: &mut Report<'_>) {
    if context.catalog.documentation.is_none() {
        return;
    }
    for (at, entry) in context.entries() {
        let says_nothing = entry
            .shown_meaning()
            .is_none_or(|text| text.trim().is_empty())
            && entry.causes.is_empty()
            && entry.client.is_empty();
        if says_nothing && entry.retired.is_none() {
            let message = format!("the page of {} is empty", quoted(&entry.name));
            let help = "add `meaning`, `causes` or `client`".to_owned();
            report.add_with_help(CatalogPath::Code(at), message, Some(help));
        }
    }
}

pub(super) fn dead_reference(context: &Context<'_>, report: &mut Report<'_>) {
    let Some(base) = &context.catalog.documentation else {
        return;
    };
    let base = base.trim_end_matches('/');
    if base.is_empty() {
        return;
    }
    let known = Known::of(context.catalog);
    for (at, entry) in context.entries() {
        for (path, text) in texts(at, entry) {
            for below in addresses(text, base) {
                if known.has(below) {
                    continue;
                }
                let message = format!(
                    "{} leads to no code and no operation",
                    quoted(&format!("{base}/{below}"))
                );
                let page = below.split('/').next().unwrap_or_default();
                let suggested = context.suggest(page, known.codes.iter().map(String::as_str));
                let help = suggested.or_else(|| {
                    let lower = page.to_ascii_lowercase();
                    let codes = known.codes.iter();
                    let mut same = codes.filter(|code| code.to_ascii_lowercase() == lower);
                    same.next().map(|code| did_you_mean(code))
                });
                report.add_with_help(path, message, help);
            }
        }
    }
}

/// Every text that a page shows.
fn texts(at: usize, entry: &Entry) -> impl Iterator<Item = (CatalogPath, &str)> {
    let single = [
        ("message", &entry.message),
        ("meaning", &entry.meaning),
        ("auto_fix", &entry.auto_fix),
        ("deprecated", &entry.deprecated),
        ("retired", &entry.retired),
    ];
    let single = single
        .into_iter()
        .filter_map(move |(field, text)| Some((CatalogPath::Field(at, field), text.as_deref()?)));
    let lists = [
        ("causes", &entry.causes),
        ("client", &entry.client),
        ("server", &entry.server),
    ];
    let lists = lists.into_iter().flat_map(move |(field, texts)| {
        let items = texts.iter().enumerate();
        items.map(move |(item, text)| (CatalogPath::Item(at, field, item), text.as_str()))
    });
    let details = entry.details.iter().enumerate();
    let details = details.filter_map(move |(item, detail)| {
        Some((CatalogPath::Detail(at, item), detail.meaning.as_deref()?))
    });
    single.chain(lists).chain(details)
}

/// What stands below the base of each address in a text that begins with it, without query and fragment.
fn addresses<'t>(text: &'t str, base: &str) -> impl Iterator<Item = &'t str> {
    let places: Vec<_> = text
        .match_indices(base)
        .map(|(at, base)| at + base.len())
        .collect();
    places.into_iter().filter_map(|end| {
        let below = text[end..].strip_prefix('/')?;
        let below = below
            .split(|c: char| c.is_whitespace() || AFTER.contains(&c))
            .next()?;
        let path = below.split(['?', '#']).next()?;
        let sentence_ends: &[char] = &['.', ':', '!', '…'];
        Some(path.trim_end_matches(sentence_ends).trim_end_matches('/'))
    })
}

/// The addresses of a reference, below its own.
struct Known {
    codes: BTreeSet<String>,
    operations: BTreeSet<String>,
}

impl Known {
    fn of(catalog: &Catalog) -> Self {
        let mut codes = BTreeSet::new();
        let mut operations = BTreeSet::new();
        for entry in &catalog.codes {
            codes.insert(address_of(&entry.name).into_owned());
            // A name and its number lead to one page, whichever is on the wire.
            codes.extend(entry.number.map(|number| number.to_string()));
            operations.extend(
                entry
                    .operations
                    .iter()
                    .map(|name| operation_address_of(name)),
            );
        }
        for operation in &catalog.operations {
            let names = operation.groups.iter().chain([&operation.name]);
            operations.extend(names.map(|name| operation_address_of(name)));
        }
        Self { codes, operations }
    }

    fn has(&self, path: &str) -> bool {
        let page = path.strip_suffix("/index.html").unwrap_or(path);
        if PAGES.contains(&page) || page.starts_with("schema/") {
            return true;
        }
        if page == "operations" {
            return true;
        }
        if let Some(operation) = page.strip_prefix("operations/") {
            return self.has_operation(operation);
        }
        let endings = [".md", ".json"].iter();
        let code = endings.fold(page, |page, ending| {
            page.strip_suffix(ending).unwrap_or(page)
        });
        self.codes.contains(code)
    }

    /// Whether there is such an operation: of several with one address, the others have a number.
    fn has_operation(&self, address: &str) -> bool {
        let numbered = || {
            let (name, number) = address.rsplit_once('-')?;
            let is_number = number.bytes().all(|digit| digit.is_ascii_digit());
            is_number.then_some(name)
        };
        self.operations.contains(address)
            || numbered().is_some_and(|name| self.operations.contains(name))
    }
}
