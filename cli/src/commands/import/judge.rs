//! Takes out of a catalog what its rules forbid.

use std::cmp::Reverse;
use std::collections::HashSet;

use manila_catalog_file::{Catalog, CatalogPath, Entry, Finding, Wire, check};

use super::cell::Place;
use super::told::Told;
use crate::shown::quoted;

/// Leaves out what the rules of catalogs find wrong, until nothing is. Each time something goes, and what
/// refers to it is found the next time.
pub(super) fn judge(catalog: &mut Catalog, places: &mut Vec<Place>, told: &mut Told) {
    loop {
        let findings = check(catalog);
        let is_amended = amend_head(catalog, &findings, told);
        let mut gone = HashSet::new();
        for (at, finding) in in_order(&findings) {
            if gone.contains(&at) {
                continue;
            }
            let (entry, place) = (&mut catalog.codes[at], &places[at]);
            match amend(entry, finding.path, catalog.wire) {
                Amended::Mentioned(name) => told.mention(place, &name),
                Amended::Without => {
                    let name = quoted(&entry.name);
                    told.leave_out(place, &format!("{name}: {}", in_words(finding)));
                }
                Amended::Gone => {
                    let why = in_words(finding);
                    let name = quoted(&entry.name);
                    if why.contains(&name) {
                        told.leave_out(place, &why);
                    } else {
                        told.leave_out(place, &format!("{name}: {why}"));
                    }
                    gone.insert(at);
                }
            }
        }
        let has_changed = is_amended || findings.iter().any(|it| it.path.entry().is_some());
        if !has_changed {
            return;
        }
        keep(&mut catalog.codes, &gone);
        keep(places, &gone);
    }
}

fn keep<T>(list: &mut Vec<T>, gone: &HashSet<usize>) {
    let mut places = 0..;
    list.retain(|_| places.next().is_some_and(|at| !gone.contains(&at)));
}

/// The findings about entries, with the entries' places: of two items of a list the later one first, so that
/// the place of the other stays right, and each place once.
fn in_order(findings: &[Finding]) -> Vec<(usize, &Finding)> {
    let key = |finding: &Finding| match finding.path {
        CatalogPath::Field(_, field) => (field, Reverse(0)),
        CatalogPath::Item(_, field, item) => (field, Reverse(item)),
        CatalogPath::Detail(_, item) => ("details", Reverse(item)),
        _ => ("", Reverse(0)),
    };
    let about = findings.iter();
    let mut about: Vec<_> = about
        .filter_map(|finding| Some((finding.path.entry()?, finding)))
        .collect();
    about.sort_by_key(|(at, finding)| (*at, key(finding)));
    about.dedup_by_key(|(_, finding)| finding.path);
    about
}

/// Takes what is wrong out of the head of the catalog, and says whether anything was.
fn amend_head(catalog: &mut Catalog, findings: &[Finding], told: &mut Told) -> bool {
    let mut paths: Vec<_> = findings.iter().collect();
    paths.dedup_by_key(|finding| finding.path);
    let mut is_amended = false;
    for finding in paths.into_iter().rev() {
        is_amended |= match finding.path {
            CatalogPath::Operation(at) if at < catalog.operations.len() => {
                let operation = catalog.operations.remove(at);
                let why = format!("{}: {}", quoted(&operation.name), in_words(finding));
                told.leave_out_column(&why);
                true
            }
            CatalogPath::FactTitle(at) if at < catalog.facts.len() => {
                catalog.facts.remove(at);
                true
            }
            CatalogPath::Catalog("title") => catalog.title.take().is_some(),
            _ => false,
        };
    }
    is_amended
}

fn in_words(finding: &Finding) -> String {
    match &finding.help {
        Some(help) => format!("{}; {help}", finding.message),
        None => finding.message.clone(),
    }
}

/// What became of an entry.
enum Amended {
    /// A code that the catalog does not have is mentioned alone.
    Mentioned(String),
    /// The part that is wrong is gone.
    Without,
    /// The entry cannot be.
    Gone,
}

/// Takes the part of an entry that is wrong out of it.
fn amend(entry: &mut Entry, path: CatalogPath, wire: Wire) -> Amended {
    fn without<T>(list: &mut Vec<T>, item: usize) -> Amended {
        if item < list.len() {
            list.remove(item);
        }
        Amended::Without
    }
    match path {
        CatalogPath::Field(_, field) => {
            let is_amended = match field {
                "message" => entry.message.take().is_some(),
                "meaning" => entry.meaning.take().is_some(),
                "section" => entry.section.take().is_some(),
                "category" => entry.category.take().is_some(),
                "auto_fix" => entry.auto_fix.take().is_some(),
                "since" => entry.since.take().is_some(),
                "deprecated" => entry.deprecated.take().is_some(),
                "retired" => entry.retired.take().is_some(),
                "title" => entry.title.take().is_some(),
                "next" => entry.next.take().is_some(),
                "number" => wire == Wire::Name && entry.number.take().is_some(),
                "replaced_by" => entry.replaced_by.take().is_some(),
                _ => false,
            };
            if is_amended {
                Amended::Without
            } else {
                Amended::Gone
            }
        }
        CatalogPath::Item(_, field, item) => match field {
            "related" if item < entry.related.len() => {
                let name = entry.related.remove(item);
                entry.mentions.push(name.clone());
                Amended::Mentioned(name)
            }
            "statuses" if entry.statuses.len() > 1 => without(&mut entry.statuses, item),
            "facts" => without(&mut entry.facts, item),
            "client" => without(&mut entry.client, item),
            "server" => without(&mut entry.server, item),
            "causes" => without(&mut entry.causes, item),
            "operations" => without(&mut entry.operations, item),
            "source" => without(&mut entry.source, item),
            "allow" => without(&mut entry.allow, item),
            _ => Amended::Gone,
        },
        CatalogPath::Detail(_, item) => without(&mut entry.details, item),
        _ => Amended::Gone,
    }
}
