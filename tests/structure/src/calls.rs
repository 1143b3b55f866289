//! Calls of macros between items, which define what cannot be seen without expanding them.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::parse::Parser as _;
use syn::{Attribute, Item, ItemMacro};

use crate::tokens::{text, without_attributes};

/// The items that are the arguments of a call, where they are items, as of `pin_project!`.
pub(crate) fn parsed(item: &Item) -> Option<Vec<Item>> {
    let Item::Macro(call) = item else {
        return None;
    };
    if call.ident.is_some() || call.mac.path.is_ident("macro_rules") {
        return None;
    }
    let file = syn::parse2::<syn::File>(call.mac.tokens.clone()).ok()?;
    let is_plain = |item: &Item| !matches!(item, Item::Verbatim(_) | Item::Macro(_));
    (!file.items.is_empty() && file.items.iter().all(is_plain)).then_some(file.items)
}

/// Whether the arguments of a call say that something is public.
pub(crate) fn may_define(call: &ItemMacro) -> bool {
    let mut tokens = call.mac.tokens.clone().into_iter();
    tokens.any(|token| matches!(token, TokenTree::Ident(word) if word == "pub"))
}

/// The arguments of a call, without documentation.
pub(crate) fn call(call: &ItemMacro) -> String {
    let tokens: TokenStream = without_attributes(call.mac.tokens.clone())
        .into_iter()
        .collect();
    format!("{{ {} }}", text(tokens))
}

/// The attributes that stand before a name in the arguments of a call.
pub(crate) fn attributes_before(call: &ItemMacro, name: &str) -> Vec<Attribute> {
    let tokens = call.mac.tokens.clone().into_iter();
    let before =
        tokens.take_while(|token| !matches!(token, TokenTree::Ident(word) if word == name));
    let before: TokenStream = before
        .filter(|token| !matches!(token, TokenTree::Ident(_)))
        .collect();
    Attribute::parse_outer.parse2(before).unwrap_or_default()
}

/// The name and the text of each part of the braces behind a name in the arguments of a call.
pub(crate) fn parts(call: &ItemMacro, name: &str) -> Vec<(String, String)> {
    let mut tokens = call.mac.tokens.clone().into_iter();
    tokens.find(|token| matches!(token, TokenTree::Ident(word) if word == name));
    let Some(TokenTree::Group(group)) = tokens.next() else {
        return Vec::new();
    };
    let lines = arguments(group.stream()).into_iter();
    let name = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    lines.map(|line| (name(&line), line)).collect()
}

/// The arguments of a call between commas, without documentation.
pub(crate) fn arguments(tokens: TokenStream) -> Vec<String> {
    let inner = without_attributes(tokens);
    let is_comma =
        |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ',');
    let parts = inner.split(is_comma).filter(|part| !part.is_empty());
    parts
        .map(|part| text(part.iter().cloned().collect::<TokenStream>()))
        .collect()
}

/// What a macro writes for everybody wherever it is called: functions, constants and traits, with the
/// names that its calls fill in.
pub(crate) fn generated(definition: &ItemMacro) -> Vec<String> {
    let mut lines = Vec::new();
    // Of `(pattern) => {text};` the texts are those in braces.
    for token in definition.mac.tokens.clone() {
        if let TokenTree::Group(group) = token
            && group.delimiter() == Delimiter::Brace
        {
            heads(group.stream(), &mut lines);
        }
    }
    lines
}

fn heads(tokens: TokenStream, lines: &mut Vec<String>) {
    let tokens = without_attributes(tokens);
    let mut begin = None;
    for (at, token) in tokens.iter().enumerate() {
        let is_end = match token {
            TokenTree::Ident(word) => {
                let is_narrow = matches!(tokens.get(at + 1), Some(TokenTree::Group(_)));
                if begin.is_none() && (word == "impl" || word == "pub" && !is_narrow) {
                    begin = Some(at);
                }
                false
            }
            TokenTree::Punct(mark) => matches!(mark.as_char(), ';' | '='),
            TokenTree::Group(group) => {
                let is_brace = group.delimiter() == Delimiter::Brace;
                let is_body = begin.is_some_and(|at| tokens[at].to_string() == "pub");
                if !is_body && (is_brace || begin.is_none()) {
                    heads(group.stream(), lines);
                }
                is_brace
            }
            TokenTree::Literal(_) => false,
        };
        if is_end && let Some(begin) = begin.take() {
            let head: TokenStream = tokens[begin..at].iter().cloned().collect();
            let head = text(head);
            // What a block of a type's own gives it has lines of its own.
            if head.starts_with("pub") || head.contains(" for ") {
                lines.push(head);
            }
        }
    }
}
