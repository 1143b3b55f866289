//! What a setting can be set to.

use std::str::FromStr;

use manila_catalog_file::nearest;
use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{LitBool, LitInt, LitStr, Path, Token, bracketed, token};

use crate::log::Log;

/// What a setting can be set to.
pub(super) enum Value {
    Text(LitStr),
    Integer(LitInt, bool),
    Flag(LitBool),
    Path(Path),
    List(Span, Vec<Self>),
}

impl Value {
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Text(text) => text.span(),
            Self::Integer(literal, _) => literal.span(),
            Self::List(span, _) => *span,
            Self::Flag(flag) => flag.span(),
            Self::Path(path) => syn::spanned::Spanned::span(path),
        }
    }

    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "a string",
            Self::Integer(..) => "an integer",
            Self::Flag(_) => "true or false",
            Self::Path(_) => "a name",
            Self::List(..) => "a list",
        }
    }

    pub(super) fn text(&self, key: &str, log: &mut Log) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.value()),
            _ => self.refuse(key, log, "a string in quotes"),
        }
    }

    /// An integer; the range is for who misses it.
    pub(super) fn integer<T: FromStr>(&self, key: &str, log: &mut Log, range: &str) -> Option<T> {
        let (literal, is_negative) = match self {
            Self::Integer(literal, is_negative) => (literal, *is_negative),
            Self::Text(text) if text.value().parse::<i64>().is_ok() => {
                let message = format!("`{key}` takes an integer; leave the quotes out");
                log.mistake(self.span(), message);
                return None;
            }
            _ => return self.refuse(key, log, "an integer"),
        };
        let sign = if is_negative { "-" } else { "" };
        let digits = literal.base10_digits();
        let number = format!("{sign}{digits}").parse().ok();
        if number.is_none() {
            let message = format!("`{key}` cannot be {sign}{digits}; it is {range}");
            log.mistake(self.span(), message);
        }
        number
    }

    /// One of a closed set of words.
    pub(super) fn word<W: Copy>(
        &self,
        key: &str,
        log: &mut Log,
        words: &[W],
        spelled: fn(W) -> &'static str,
    ) -> Option<W> {
        let text = self.text(key, log)?;
        let word = words.iter().copied().find(|word| spelled(*word) == text);
        if word.is_none() {
            let known = words.iter().map(|word| spelled(*word));
            let help = did_you_mean(nearest(&text, known.clone()), known);
            log.mistake(self.span(), format!("`{key}` cannot be `{text}`; {help}"));
        }
        word
    }

    fn refuse<T>(&self, key: &str, log: &mut Log, expected: &str) -> Option<T> {
        let message = format!("`{key}` takes {expected}, not {}", self.kind());
        log.mistake(self.span(), message);
        None
    }
}

pub(super) fn did_you_mean<'w>(
    meant: Option<&str>,
    known: impl Iterator<Item = &'w str>,
) -> String {
    match meant {
        Some(meant) => format!("did you mean `{meant}`?"),
        None => format!("it is one of: {}", known.collect::<Vec<_>>().join(", ")),
    }
}

impl Parse for Value {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        if input.peek(LitStr) {
            return input.parse().map(Self::Text);
        }
        if input.peek(LitBool) {
            return input.parse().map(Self::Flag);
        }
        if input.peek(token::Bracket) {
            let content;
            let bracket = bracketed!(content in input);
            let items = Punctuated::<Self, Token![,]>::parse_terminated(&content)?;
            return Ok(Self::List(bracket.span.join(), items.into_iter().collect()));
        }
        if input.peek(LitInt) || input.peek(Token![-]) {
            let minus: Option<Token![-]> = input.parse()?;
            return Ok(Self::Integer(input.parse()?, minus.is_some()));
        }
        input.parse().map(Self::Path).map_err(|error| {
            syn::Error::new(
                error.span(),
                "expected a string, an integer, a list or a name",
            )
        })
    }
}
