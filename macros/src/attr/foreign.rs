//! What the attributes of others say: doc comments, and those of thiserror.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, LitStr, Member};

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

/// The text of thiserror's `#[error("…")]`, and whether arguments follow it.
pub(crate) fn display_text(attributes: &[Attribute]) -> Option<(LitStr, bool)> {
    let read = error_attribute(attributes)?.parse_args_with(|input: ParseStream<'_>| {
        Ok((input.parse()?, input.parse::<TokenStream>()?))
    });
    let (text, arguments) = read.ok()?;
    // A comma may end the text.
    let mut arguments = arguments.into_iter();
    let has_arguments = arguments.by_ref().nth(1).is_some();
    Some((text, has_arguments))
}

/// Whether `Display` may show a field: thiserror's `#[error("…")]` names it, or there is none and
/// nobody knows.
pub(crate) fn may_show(attributes: &[Attribute], field: &Member) -> bool {
    let Some(error) = error_attribute(attributes) else {
        return true;
    };
    let Ok((text, arguments)) = error.parse_args_with(|input: ParseStream<'_>| {
        Ok((input.parse::<LitStr>()?, input.parse::<TokenStream>()?))
    }) else {
        return true;
    };
    let field = match field {
        Member::Named(name) => name.unraw().to_string(),
        Member::Unnamed(index) => index.index.to_string(),
    };
    placeholders(&text.value()).any(|name| name == field) || names(arguments, &field)
}

/// The names in the placeholders of a text: `name` of `{name:?}`.
fn placeholders(text: &str) -> impl Iterator<Item = String> {
    let text = text.replace("{{", "").replace("}}", "");
    let inside = text.split('{').skip(1).map(|rest| {
        let inside = rest.split('}').next().unwrap_or_default();
        let name = inside.split(':').next().unwrap_or_default().trim();
        name.strip_prefix("r#").unwrap_or(name).to_owned()
    });
    inside.collect::<Vec<_>>().into_iter()
}

/// Whether a field is named among the arguments of a text: `.name`, `.0`, or as part of either.
fn names(arguments: TokenStream, field: &str) -> bool {
    let mut is_behind_dot = false;
    arguments.into_iter().any(|token| {
        let is_behind_dot = std::mem::replace(
            &mut is_behind_dot,
            matches!(&token, TokenTree::Punct(dot) if dot.as_char() == '.'),
        );
        match token {
            TokenTree::Group(group) => names(group.stream(), field),
            TokenTree::Ident(ident) => ident.unraw() == field,
            // Of `.0.1` the numbers are one token.
            TokenTree::Literal(literal) => {
                is_behind_dot && literal.to_string().split('.').next() == Some(field)
            }
            TokenTree::Punct(_) => false,
        }
    })
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
