//! The operations of an API, and which codes can come from each.

use std::collections::{BTreeSet, HashMap, HashSet};

use manila::Catalog;
use manila_catalog_file::{OperationPattern, Template, operation_address_of};

use crate::entry::Entry;

/// An operation, or a group of some.
#[derive(Debug)]
pub(crate) struct Operation {
    /// What codes call it.
    pub(crate) name: &'static str,
    pub(crate) title: Option<&'static str>,
    /// Its address below the root of the site.
    pub(crate) address: String,
    pub(crate) is_group: bool,
    /// The codes that can come from it, by their places in the volume.
    pub(crate) codes: Vec<usize>,
    /// The groups of an operation, and the operations of a group, by their places.
    pub(crate) kin: Vec<usize>,
}

/// Lists the operations that a catalog knows, then those that its codes alone name, and tells each code of its
/// own.
pub(crate) fn operations(
    catalog: &'static Catalog,
    entries: &mut [Entry],
    folder: &str,
) -> Vec<Operation> {
    let mut list = Vec::new();
    let mut places: HashMap<&'static str, usize> = HashMap::new();
    let mut addresses = HashSet::new();
    let mut add = |name: &'static str, title: Option<&'static str>| {
        let place = places.len();
        if *places.entry(name).or_insert(place) == place {
            list.push(Operation {
                name,
                title,
                address: free_address(name, folder, &mut addresses),
                is_group: OperationPattern::of(name).is_none(),
                codes: Vec::new(),
                kin: Vec::new(),
            });
        }
    };
    for known in catalog.operations() {
        add(known.name(), known.title());
    }
    for known in catalog.operations() {
        known.groups().iter().for_each(|group| add(group, None));
    }
    for entry in entries.iter() {
        entry
            .code
            .operations()
            .iter()
            .for_each(|name| add(name, None));
    }
    for known in catalog.operations() {
        let Some(&of) = places.get(known.name()) else {
            continue;
        };
        // A name with a title or with groups is an operation, whatever it looks like.
        list[of].is_group = false;
        for group in known.groups() {
            if let Some(&group) = places.get(group).filter(|group| **group != of) {
                list[group].is_group = true;
                list[group].kin.push(of);
                list[of].kin.push(group);
            }
        }
    }
    tell_codes(&mut list, &places, entries);
    list
}

/// Notes which codes can come from which operation: by its own name, by a group of it, or by a pattern of paths.
fn tell_codes(list: &mut [Operation], places: &HashMap<&str, usize>, entries: &mut [Entry]) {
    let patterns: Vec<_> = list
        .iter()
        .map(|operation| OperationPattern::of(operation.name))
        .collect();
    // What each name reaches, which is the same for every code that has it.
    let reached: Vec<BTreeSet<usize>> = (0..list.len())
        .map(|named| {
            let kin = list[named].kin.iter().copied();
            let by_path = patterns[named].iter().flat_map(|pattern| {
                let others = patterns.iter().enumerate();
                others.filter_map(|(at, other)| {
                    let other = other.as_ref().filter(|other| !other.is_start())?;
                    takes(pattern, other.method(), other.template()).then_some(at)
                })
            });
            kin.chain(by_path).chain([named]).collect()
        })
        .collect();
    for (at, entry) in entries.iter_mut().enumerate() {
        let named = entry.code.operations().iter();
        let named: Vec<_> = named.filter_map(|name| places.get(name).copied()).collect();
        let all: BTreeSet<_> = named
            .iter()
            .flat_map(|named| &reached[*named])
            .copied()
            .collect();
        for operation in &all {
            list[*operation].codes.push(at);
        }
        entry.operations = named;
        entry.reached = all.into_iter().collect();
    }
}

fn takes(pattern: &OperationPattern, method: Option<&str>, template: &Template) -> bool {
    match method {
        Some(method) => pattern.takes(method, template),
        None => pattern.method().is_none() && pattern.takes_path(template),
    }
}

/// An address of letters, digits and hyphens that nothing else has.
fn free_address(name: &str, folder: &str, taken: &mut HashSet<String>) -> String {
    let slug = operation_address_of(name);
    let numbered = (2..).map(|number: u32| format!("{slug}-{number}"));
    let mut names = std::iter::once(slug.clone()).chain(numbered);
    let free = names.find(|name| taken.insert(name.clone()));
    format!("{folder}operations/{}", free.unwrap_or_default())
}
