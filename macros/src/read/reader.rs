//! What is known while an enum is read.

use std::collections::{HashMap, HashSet};

use manila_catalog_file::{Catalog, CatalogPath};
use proc_macro2::Span;

use super::names::DetailCase;
use crate::errors::Errors;

/// What is being read.
pub(super) struct Reader<'e> {
    pub(super) catalog: Catalog,
    pub(super) detail_case: DetailCase,
    pub(super) spans: Spans,
    /// Whether every code has the name that its author meant.
    pub(super) knows_names: bool,
    pub(super) errors: &'e mut Errors,
}

/// Where the parts of the catalog are in the source.
pub(super) struct Spans {
    known: HashMap<CatalogPath, Span>,
    /// What could not be read, so that it cannot be judged.
    unreadable: HashSet<CatalogPath>,
    /// The type's name, for what is nowhere in the source.
    otherwise: Span,
}

impl Spans {
    pub(super) fn new(otherwise: Span) -> Self {
        Self {
            known: HashMap::new(),
            unreadable: HashSet::new(),
            otherwise,
        }
    }

    pub(super) fn note(&mut self, path: CatalogPath, span: Span) {
        self.known.insert(path, span);
    }

    pub(super) fn mark_unreadable(&mut self, path: CatalogPath) {
        self.unreadable.insert(path);
    }

    /// The span of the part, else of what contains it.
    pub(super) fn get(&self, path: CatalogPath) -> Span {
        outward(path)
            .find_map(|path| self.known.get(&path))
            .copied()
            .unwrap_or(self.otherwise)
    }

    pub(super) fn is_unreadable(&self, path: CatalogPath) -> bool {
        outward(path).any(|path| self.unreadable.contains(&path))
    }
}

fn outward(path: CatalogPath) -> impl Iterator<Item = CatalogPath> {
    std::iter::successors(Some(path), |path| path.parent())
}
