//! The words of catalogs in expansions.

use proc_macro2::{Ident, Span};

/// The variant of one of manila's enums of words, by its name in Rust.
pub(super) fn variant(word: impl std::fmt::Debug) -> Ident {
    Ident::new(&format!("{word:?}"), Span::call_site())
}
