//! What is known while an enum is read.

use std::collections::{HashMap, HashSet};

use manila_catalog_file::{Catalog, CatalogPath};
use proc_macro2::Span;

use super::names::DetailCase;
use crate::attr::{Key, Settings};
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
        path.outward()
            .find_map(|path| self.known.get(&path))
            .copied()
            .unwrap_or(self.otherwise)
    }

    pub(super) fn is_unreadable(&self, path: CatalogPath) -> bool {
        path.outward().any(|path| self.unreadable.contains(&path))
    }
    /// Notes where each setting is, under the path of the model's field that it becomes; what could
    /// not be read is marked.
    pub(super) fn note_settings<T>(
        &mut self,
        settings: &Settings,
        keys: &[Key<T>],
        path_of: impl Fn(&'static str) -> Option<CatalogPath>,
    ) {
        for (key, _) in keys {
            let Some(path) = path_of(key) else {
                continue;
            };
            if settings.is_unreadable(key) {
                self.mark_unreadable(path);
            }
            let Some(setting) = settings.get(key) else {
                continue;
            };
            self.note(path, setting.span());
            for (item, span) in setting.item_spans().into_iter().enumerate() {
                self.note(path.item(item), span);
            }
        }
    }
}
