//! The texts of a catalog, beside those of a language.

use manila_catalog_file::{Catalog, SourceMessage};

use super::known::Known;

/// What is exported: the source's texts, and what there is of them in the language.
pub(super) struct Texts<'c> {
    pub(super) catalog: &'c Catalog,
    /// The language that the catalog is written in.
    pub(super) source: &'c str,
    pub(super) locale: &'c str,
    pub(super) messages: Vec<SourceMessage<'c>>,
    pub(super) known: Known,
}
