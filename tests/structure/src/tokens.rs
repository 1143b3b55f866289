//! Tokens as text.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Meta};

/// The tokens as `rustfmt` would space them, on one line.
pub(crate) fn text(tokens: impl ToTokens) -> String {
    let mut text = format!(" {} ", tokens.to_token_stream());
    for (apart, together) in [
        ("\n", " "),
        // A bound that is a path from outside, which two colons would join to a third.
        (" : :: ", " : §"),
        (" :: ", "::"),
        (" ::", "::"),
        (":: ", "::"),
        (" < ", "<"),
        ("< ", "<"),
        (" >", ">"),
        (" ,", ","),
        (" ;", ";"),
        (" :", ":"),
        (" .", "."),
        ("& ", "&"),
        ("? ", "?"),
        ("# [", "#["),
        (" (", "("),
        (" <&", "<&"),
        (". ", "."),
        ("( ", "("),
        (" )", ")"),
        ("[ ", "["),
        (" ]", "]"),
        (" !", "!"),
        (",)", ")"),
        (",>", ">"),
        ("->(", "-> ("),
        ("=(", "= ("),
        (":(", ": ("),
        (",(", ", ("),
        ("$ ", "$"),
        ("§", "::"),
    ] {
        text = text.replace(apart, together);
    }
    text.trim().to_owned()
}

/// The conditions under which there is what has these attributes.
pub(crate) fn conditions(attributes: &[Attribute]) -> Vec<String> {
    let lists = attributes
        .iter()
        .filter_map(|attribute| match &attribute.meta {
            Meta::List(list) if list.path.is_ident("cfg") => Some(text(&list.tokens)),
            _ => None,
        });
    lists.collect()
}

/// Whether documentation leaves it out.
pub(crate) fn is_hidden(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| text(attribute) == "#[doc(hidden)]")
}

/// The attributes that are a part of the interface, each with a space behind it.
pub(crate) fn interface(attributes: &[Attribute]) -> String {
    const PART: [&str; 8] = [
        "deprecated",
        "macro_export",
        "must_use",
        "non_exhaustive",
        "proc_macro",
        "proc_macro_attribute",
        "proc_macro_derive",
        "repr",
    ];
    let is_part = |attribute: &&Attribute| PART.iter().any(|name| attribute.path().is_ident(name));
    let part = attributes.iter().filter(is_part);
    part.map(|attribute| text(attribute) + " ").collect()
}

/// The traits that are derived.
pub(crate) fn derived(attributes: &[Attribute]) -> Vec<String> {
    let lists = attributes
        .iter()
        .filter_map(|attribute| match &attribute.meta {
            Meta::List(list) if list.path.is_ident("derive") => Some(text(&list.tokens)),
            _ => None,
        });
    let traits = lists.flat_map(|list| list.split(',').map(str::to_owned).collect::<Vec<_>>());
    traits
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
        .collect()
}

/// The tokens without attributes, outside of brackets.
pub(crate) fn without_attributes(tokens: TokenStream) -> Vec<TokenTree> {
    let mut kept = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_mark = matches!(&token, TokenTree::Punct(mark) if mark.as_char() == '#');
        let is_attribute = is_mark
            && matches!(tokens.peek(), Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket);
        if is_attribute {
            tokens.next();
        } else {
            kept.push(token);
        }
    }
    kept
}
