//! The words of code: names and literals, without documentation and attributes.

use std::path::PathBuf;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens as _;

use crate::tokens::without_attributes;
use crate::tree::Crate;

/// A name or a literal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word {
    /// The file that it stands in.
    pub file: PathBuf,
    /// The function that it stands in, or names; the innermost.
    pub function: Option<String>,
    /// The word itself, a literal with its quotes.
    pub text: String,
}

/// The words of a crate, in its order. Modules are declared by words as well.
#[must_use]
pub fn words(tree: &Crate) -> Vec<Word> {
    let mut found = Vec::new();
    for module in &tree.modules {
        let mut word = |function: Option<&str>, text: String| {
            found.push(Word {
                file: module.file.clone(),
                function: function.map(str::to_owned),
                text,
            });
        };
        for item in &module.items {
            scan(item.to_token_stream(), None, &mut word);
        }
        for name in module.children.keys() {
            word(None, name.clone());
        }
    }
    found
}

fn scan(tokens: TokenStream, function: Option<&str>, word: &mut impl FnMut(Option<&str>, String)) {
    let mut named: Option<String> = None;
    let mut is_named_next = false;
    for token in without_attributes(tokens) {
        match token {
            TokenTree::Group(group) => {
                scan(group.stream(), named.as_deref().or(function), word);
                if group.delimiter() == Delimiter::Brace {
                    named = None;
                }
            }
            TokenTree::Ident(name) => {
                let text = name.to_string();
                if is_named_next {
                    named = Some(text.clone());
                }
                is_named_next = text == "fn";
                word(named.as_deref().or(function), text);
            }
            TokenTree::Literal(literal) => {
                word(named.as_deref().or(function), literal.to_string());
            }
            TokenTree::Punct(mark) => {
                is_named_next = false;
                if mark.as_char() == ';' {
                    named = None;
                }
            }
        }
    }
}
