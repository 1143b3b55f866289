//! The texts that sources write out.

use std::path::Path;

use proc_macro2::{TokenStream, TokenTree};
use syn::LitStr;

use crate::tree::{Error, Result};

/// A text in a source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Literal {
    /// The text itself.
    pub text: String,
    /// The function, macro or type in whose parentheses it stands.
    pub called: Option<String>,
}

/// Finds every text below a folder, also in documentation and tests.
///
/// # Errors
///
/// A file or a folder cannot be read, or is no Rust.
pub fn literals(folder: &Path) -> Result<Vec<Literal>> {
    let mut all = Vec::new();
    let entries = std::fs::read_dir(folder).map_err(|why| Error::new(folder, why))?;
    for entry in entries {
        let path = entry.map_err(|why| Error::new(folder, why))?.path();
        if path.is_dir() {
            all.extend(literals(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).map_err(|why| Error::new(&path, why))?;
            let tokens = text.parse().map_err(|why| Error::new(&path, why))?;
            add(tokens, None, &mut all);
        }
    }
    Ok(all)
}

fn add(tokens: TokenStream, called: Option<&str>, all: &mut Vec<Literal>) {
    let mut last = None;
    for token in tokens {
        match token {
            TokenTree::Group(group) => {
                let inner = last.take();
                add(group.stream(), inner.as_deref(), all);
            }
            TokenTree::Ident(ident) => last = Some(ident.to_string()),
            TokenTree::Literal(literal) => {
                let literal: syn::Result<LitStr> = syn::parse2(TokenTree::from(literal).into());
                all.extend(literal.ok().map(|literal| Literal {
                    text: literal.value(),
                    called: called.map(str::to_owned),
                }));
                last = None;
            }
            // A macro's mark stands between its name and its arguments.
            TokenTree::Punct(mark) if mark.as_char() == '!' => {}
            TokenTree::Punct(_) => last = None,
        }
    }
}
