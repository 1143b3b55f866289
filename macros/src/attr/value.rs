//! What a setting can be set to.

use std::str::FromStr;

use manila_catalog_file::{FactValue, help_for_word};
use proc_macro2::Span;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{LitBool, LitFloat, LitInt, LitStr, Path, Token, braced, bracketed, token};

use super::name::Name;
use crate::errors::Errors;

/// What a setting can be set to.
#[derive(Clone)]
pub(super) enum Value {
    Text(LitStr),
    Integer(LitInt, bool),
    Float(LitFloat, bool),
    Flag(LitBool),
    Path(Path),
    List(Span, Vec<Self>),
    Table(Span, Vec<(Name, Self)>),
}

impl Value {
    pub(super) fn span(&self) -> Span {
        match self {
            Self::Text(text) => text.span(),
            Self::Integer(literal, _) => literal.span(),
            Self::Float(literal, _) => literal.span(),
            Self::List(span, _) | Self::Table(span, _) => *span,
            Self::Flag(flag) => flag.span(),
            Self::Path(path) => syn::spanned::Spanned::span(path),
        }
    }

    pub(super) const fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "a string",
            Self::Integer(..) => "an integer",
            Self::Float(..) => "a float",
            Self::Flag(_) => "a boolean",
            Self::Path(_) => "a name",
            Self::List(..) => "a list",
            Self::Table(..) => "a table",
        }
    }

    pub(super) fn text(&self, key: &str, errors: &mut Errors) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.value()),
            _ => self.refuse(key, errors, "a quoted string"),
        }
    }

    /// An integer; `what` says what it is, and within which bounds.
    pub(super) fn integer<T: FromStr>(
        &self,
        key: &str,
        errors: &mut Errors,
        what: &str,
    ) -> Option<T> {
        let (literal, is_negative) = match self {
            Self::Integer(literal, is_negative) => (literal, *is_negative),
            Self::Text(text) if text.value().parse::<i64>().is_ok() => {
                let message = format!("`{key}` takes an integer; remove the quotes");
                errors.push(self.span(), message);
                return None;
            }
            _ => return self.refuse(key, errors, "an integer"),
        };
        let sign = if is_negative { "-" } else { "" };
        let digits = literal.base10_digits();
        let number = format!("{sign}{digits}").parse().ok();
        if number.is_none() {
            let message = format!("{sign}{digits} is not {what}");
            errors.push(self.span(), message);
        }
        number
    }

    /// A text, a number or a boolean.
    pub(super) fn fact(&self, key: &str, errors: &mut Errors) -> Option<FactValue<String>> {
        match self {
            Self::Text(text) => Some(FactValue::Text(text.value())),
            Self::Flag(flag) => Some(FactValue::Boolean(flag.value)),
            Self::Integer(..) => {
                let number: i64 = self.integer(key, errors, "an integer of 64 bits")?;
                Some(FactValue::Number(number.to_string()))
            }
            Self::Float(literal, is_negative) => {
                let number: f64 = errors.take(literal.base10_parse())?;
                let fact = FactValue::of_float(if *is_negative { -number } else { number });
                if fact.is_none() {
                    errors.push(
                        literal.span(),
                        format!("{literal} is no number that JSON has"),
                    );
                }
                fact
            }
            _ => self.refuse(key, errors, "a string, a number or a boolean"),
        }
    }

    /// One of a closed set of words.
    pub(super) fn word<W: Copy>(
        &self,
        key: &str,
        errors: &mut Errors,
        words: &[W],
        spelled: fn(W) -> &'static str,
    ) -> Option<W> {
        let text = self.text(key, errors)?;
        let word = words.iter().copied().find(|word| spelled(*word) == text);
        if word.is_none() {
            let help = help_for_word(&text, words.iter().map(|word| spelled(*word)));
            let message = format!("unknown value `{text}` for `{key}`; {help}");
            errors.push(self.span(), message);
        }
        word
    }

    fn refuse<T>(&self, key: &str, errors: &mut Errors, expected: &str) -> Option<T> {
        let message = format!("`{key}` takes {expected}, not {}", self.kind());
        errors.push(self.span(), message);
        None
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
        if input.peek(token::Brace) {
            let content;
            let brace = braced!(content in input);
            let members = content.parse_terminated(member, Token![,])?;
            return Ok(Self::Table(
                brace.span.join(),
                members.into_iter().collect(),
            ));
        }
        if input.peek(LitInt) || input.peek(LitFloat) || input.peek(Token![-]) {
            let minus: Option<Token![-]> = input.parse()?;
            if input.peek(LitFloat) {
                return Ok(Self::Float(input.parse()?, minus.is_some()));
            }
            return Ok(Self::Integer(input.parse()?, minus.is_some()));
        }
        input.parse().map(Self::Path).map_err(|error| {
            syn::Error::new(
                error.span(),
                "expected a string, an integer, a boolean, a list, a table or a name",
            )
        })
    }
}

/// A member of a table: `key = value`.
fn member(input: ParseStream<'_>) -> syn::Result<(Name, Value)> {
    let name = Name::of_member(input)?;
    input.parse::<Token![=]>()?;
    Ok((name, input.parse()?))
}
