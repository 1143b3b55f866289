//! What a setting is called.

use proc_macro2::Span;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::{Ident, LitInt, LitStr, Token};

/// The name of a setting, or of a member of a table.
#[derive(Clone)]
pub(super) struct Name {
    pub(super) text: String,
    pub(super) span: Span,
}

impl Name {
    /// Reads the name of a member: a number, a string, or words with hyphens between them.
    pub(super) fn of_member(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitInt) {
            let number: LitInt = input.parse()?;
            let text = number.base10_digits().to_owned();
            return Ok(Self {
                text,
                span: number.span(),
            });
        }
        if input.peek(LitStr) {
            let text: LitStr = input.parse()?;
            return Ok(Self {
                text: text.value(),
                span: text.span(),
            });
        }
        let mut name: Self = input.parse()?;
        while input.parse::<Option<Token![-]>>()?.is_some() {
            let next: Self = input.parse()?;
            name.text = format!("{}-{}", name.text, next.text);
            name.span = name.span.join(next.span).unwrap_or(name.span);
        }
        Ok(name)
    }
}

impl Parse for Name {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let name = input.call(Ident::parse_any)?;
        Ok(Self {
            text: name.unraw().to_string(),
            span: name.span(),
        })
    }
}
