//! The operations that codes can come from.

use manila_catalog_file::{Catalog, Entry, nearest};

/// An operation that is asked for: `METHOD /path`, a path, a name, or a group.
pub(super) struct Asked<'a> {
    text: &'a str,
    method: Option<&'a str>,
    path: &'a str,
}

impl<'a> Asked<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let (method, path) = parts_of(text);
        Self { text, method, path }
    }

    /// Whether a code can come from the operation, by its own words or by a group.
    pub(super) fn is_of(&self, catalog: &Catalog, entry: &Entry) -> bool {
        entry.operations.iter().any(|named| {
            self.is_called(named)
                || self.is_in(catalog, named)
                || groups_of(catalog, named).any(|group| group.eq_ignore_ascii_case(self.text))
        })
    }

    /// Whether it is what a code calls an operation: the same words, the same path of any method, or
    /// a path under one that ends with `/*`.
    fn is_called(&self, named: &str) -> bool {
        let (method, path) = parts_of(named);
        let is_same_method = match (method, self.method) {
            (Some(named), Some(asked)) => named.eq_ignore_ascii_case(asked),
            (None, _) | (_, None) => true,
        };
        let is_under = |start: &str| {
            let rest = self.path.strip_prefix(start);
            rest.is_some_and(|rest| rest.starts_with('/'))
        };
        let is_same_path =
            path.eq_ignore_ascii_case(self.path) || path.strip_suffix("/*").is_some_and(is_under);
        is_same_method && is_same_path
    }

    /// Whether it is an operation of the group that a code names.
    fn is_in(&self, catalog: &Catalog, group: &str) -> bool {
        catalog.operations.iter().any(|operation| {
            let mut groups = operation.groups.iter();
            self.is_called(&operation.name) && groups.any(|of| of.eq_ignore_ascii_case(group))
        })
    }

    /// What to ask for instead, where no code of these catalogs can come from the operation.
    pub(super) fn suggestion(&self, catalogs: &[Catalog]) -> Option<String> {
        let names = catalogs.iter().flat_map(|catalog| {
            let named = catalog.codes.iter().flat_map(|entry| &entry.operations);
            let known = catalog.operations.iter();
            let known =
                known.flat_map(|operation| operation.groups.iter().chain([&operation.name]));
            named.chain(known)
        });
        nearest(self.text, names.map(String::as_str)).map(str::to_owned)
    }
}

/// The method, if there is one, and what stands behind it.
pub(super) fn parts_of(text: &str) -> (Option<&str>, &str) {
    match text.trim().split_once(' ') {
        Some((method, path)) if path.trim_start().starts_with('/') => {
            (Some(method), path.trim_start())
        }
        _ => (None, text.trim()),
    }
}

fn groups_of<'a>(catalog: &'a Catalog, named: &'a str) -> impl Iterator<Item = &'a String> {
    let known = catalog.operations.iter();
    known
        .filter(move |operation| operation.name == named)
        .flat_map(|operation| &operation.groups)
}
