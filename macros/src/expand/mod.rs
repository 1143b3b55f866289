//! From the enum to the code that it stands for.

mod entry;
mod impls;
mod tables;

pub(crate) use self::impls::{impls, stubs};

/// The variant of one of manila's enums of words, by its name in Rust.
fn variant(word: impl std::fmt::Debug) -> proc_macro2::Ident {
    proc_macro2::Ident::new(&format!("{word:?}"), proc_macro2::Span::call_site())
}
