//! The paths that code writes, outside of `use` lines at the top of a module.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use syn::Item;

use crate::imports::imports_of;

/// The paths in the items of a module, but for its `use` lines: `["crate", "fault", "Fault"]`, and
/// single names where they can mean an item.
pub(crate) fn paths(items: &[Item]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for item in items {
        if !matches!(item, Item::Use(_)) {
            scan(item.to_token_stream(), &mut found);
        }
    }
    found
}

/// The paths in some tokens.
pub(crate) fn paths_of(tokens: TokenStream) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    scan(tokens, &mut found);
    found
}

fn scan(tokens: TokenStream, found: &mut Vec<Vec<String>>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        match token {
            TokenTree::Group(group) => scan(group.stream(), found),
            TokenTree::Ident(name) if name == "use" => {
                at += inner_use(&tokens[at..], found);
                continue;
            }
            TokenTree::Ident(_) => {
                let (path, length) = path_at(&tokens[at..]);
                let before = at.checked_sub(1).and_then(|before| tokens.get(before));
                if path.len() > 1 || may_be_an_item(before, &path[0], tokens.get(at + length)) {
                    found.push(path);
                }
                at += length;
                continue;
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
        at += 1;
    }
}

/// The path that begins with the first token, and how many tokens it takes.
fn path_at(tokens: &[TokenTree]) -> (Vec<String>, usize) {
    let mut path = vec![tokens[0].to_string()];
    let mut at = 1;
    while let [
        TokenTree::Punct(one),
        TokenTree::Punct(two),
        TokenTree::Ident(name),
        ..,
    ] = &tokens[at..]
    {
        if one.as_char() != ':' || two.as_char() != ':' {
            break;
        }
        path.push(name.to_string());
        at += 3;
    }
    (path, at)
}

/// Whether a single name can mean an item: a type, or something that is called.
fn may_be_an_item(before: Option<&TokenTree>, name: &str, after: Option<&TokenTree>) -> bool {
    let is_defined_or_a_member = match before {
        Some(TokenTree::Punct(mark)) => matches!(mark.as_char(), '.' | '\''),
        Some(TokenTree::Ident(word)) => word == "fn",
        _ => false,
    };
    let is_called = match after {
        Some(TokenTree::Group(_)) => true,
        Some(TokenTree::Punct(mark)) => matches!(mark.as_char(), '!' | '<'),
        _ => false,
    };
    !is_defined_or_a_member && (is_called || name.starts_with(char::is_uppercase))
}

/// Reads a `use` line inside of a function; returns how many tokens it takes.
fn inner_use(tokens: &[TokenTree], found: &mut Vec<Vec<String>>) -> usize {
    let is_end =
        |token: &TokenTree| matches!(token, TokenTree::Punct(mark) if mark.as_char() == ';');
    let Some(end) = tokens.iter().position(is_end) else {
        return 1;
    };
    let line: TokenStream = tokens[..=end].iter().cloned().collect();
    // `use<'_>` of a type is no such line.
    let Ok(line) = syn::parse2(line) else {
        return 1;
    };
    found.extend(imports_of(&line).into_iter().map(|import| import.path));
    end + 1
}
