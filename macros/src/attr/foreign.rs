//! What the attributes of others say: doc comments, and those of thiserror.

use proc_macro2::Span;
use quote::ToTokens as _;
use syn::{Attribute, Ident, LitStr};

/// The text of the doc comments.
pub(crate) fn doc_text(attributes: &[Attribute]) -> Option<String> {
    let lines = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("doc"));
    let lines = lines.filter_map(|attribute| {
        let syn::Meta::NameValue(doc) = &attribute.meta else {
            return None;
        };
        let text = syn::parse2::<LitStr>(doc.value.to_token_stream()).ok()?;
        Some(text.value().trim().to_owned())
    });
    let text = lines.collect::<Vec<_>>().join("\n").trim().to_owned();
    (!text.is_empty()).then_some(text)
}

/// The text of thiserror's `#[error("…")]` and its place, where it names no field.
pub(crate) fn fixed_display(attributes: &[Attribute]) -> Option<(String, Span)> {
    let text = error_attribute(attributes)?.parse_args::<LitStr>().ok()?;
    let is_fixed = !text.value().contains(['{', '}']);
    is_fixed.then(|| (text.value(), text.span()))
}

/// Whether thiserror's `#[error(transparent)]` makes `Display` that of another error.
pub(crate) fn forwards(attributes: &[Attribute]) -> bool {
    let word = error_attribute(attributes).and_then(|error| error.parse_args::<Ident>().ok());
    word.is_some_and(|word| word == "transparent")
}

fn error_attribute(attributes: &[Attribute]) -> Option<&Attribute> {
    attributes
        .iter()
        .find(|attribute| attribute.path().is_ident("error"))
}

/// Whether one of thiserror's attributes makes the field the source of its variant.
pub(crate) fn marks_source(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("from") || attribute.path().is_ident("source"))
}
