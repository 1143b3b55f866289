//! The operations that codes can come from.

use manila_catalog_file::{Catalog, Entry, OperationPattern, nearest};

/// An operation that is asked for: `METHOD /path`, a path, a name, or a group.
pub(super) struct Asked<'a> {
    text: &'a str,
    pattern: Option<OperationPattern>,
}

impl<'a> Asked<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let pattern = OperationPattern::of(text);
        Self { text, pattern }
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
        if named.trim().eq_ignore_ascii_case(self.text.trim()) {
            return true;
        }
        let named = OperationPattern::of(named);
        named
            .zip(self.pattern.as_ref())
            .is_some_and(|(named, asked)| {
                let is_same_path = match asked.is_start() {
                    true => named.is_start() && named.template() == asked.template(),
                    false => named.takes_path(asked.template()),
                };
                let is_same_method = named.method().is_none_or(|named| {
                    let mut asked = asked.method().into_iter();
                    asked.all(|asked| asked == named)
                });
                is_same_path && is_same_method
            })
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

fn groups_of<'a>(catalog: &'a Catalog, named: &'a str) -> impl Iterator<Item = &'a String> {
    let known = catalog.operations.iter();
    known
        .filter(move |operation| operation.name == named)
        .flat_map(|operation| &operation.groups)
}
