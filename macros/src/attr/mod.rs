//! `#[error_code(…)]` as a list of settings, each with its place.

use manila_catalog_file::nearest;
use proc_macro2::Span;
use quote::ToTokens as _;
use syn::ext::IdentExt as _;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitBool, LitInt, LitStr, Member, Path, Token, bracketed, token};

use crate::log::Log;

/// `key` or `key = value`.
pub(crate) struct Setting {
    key: Ident,
    value: Option<Value>,
}

/// What a setting can be set to.
enum Value {
    Text(LitStr),
    Integer(LitInt, bool),
    Flag(LitBool),
    Path(Path),
    List(Span, Vec<Self>),
}

/// A setting by its name, and what it does.
pub(crate) type Key<T> = (&'static str, fn(&mut T, &Setting, &mut Log));

/// Every setting of the item's attributes.
pub(crate) fn settings(attributes: &[Attribute], log: &mut Log) -> Vec<Setting> {
    let ours = attributes
        .iter()
        .filter(|attribute| attribute.path().is_ident("error_code"));
    ours.filter_map(|attribute| {
        log.take(attribute.parse_args_with(Punctuated::<Setting, Token![,]>::parse_terminated))
    })
    .flatten()
    .collect()
}

/// Hands each setting to its key; one that has none is a mistake.
pub(crate) fn apply<T>(settings: &[Setting], keys: &[Key<T>], target: &mut T, log: &mut Log) {
    for setting in settings {
        let name = setting.name();
        match keys.iter().find(|(key, _)| *key == name) {
            Some((_, apply)) => apply(target, setting, log),
            None => {
                let known = keys.iter().map(|(key, _)| *key);
                let help = match nearest(&name, known.clone()) {
                    Some(meant) => format!("did you mean `{meant}`?"),
                    None => format!("it is one of: {}", known.collect::<Vec<_>>().join(", ")),
                };
                let message = format!("there is no `{name}` in `error_code` here; {help}");
                log.mistake(setting.key.span(), message);
            }
        }
    }
}

impl Setting {
    pub(crate) fn name(&self) -> String {
        self.key.unraw().to_string()
    }

    /// Where a mistake of the setting is shown: at its value, if it has one.
    pub(crate) fn span(&self) -> Span {
        self.value
            .as_ref()
            .map_or_else(|| self.key.span(), Value::span)
    }

    /// The places of a list's items, or of the one value.
    pub(crate) fn item_spans(&self) -> Vec<Span> {
        match &self.value {
            Some(Value::List(_, items)) => items.iter().map(Value::span).collect(),
            _ => vec![self.span()],
        }
    }

    pub(crate) fn text(&self, log: &mut Log) -> Option<String> {
        match &self.value {
            Some(Value::Text(text)) => Some(text.value()),
            _ => self.refuse(log, "a string"),
        }
    }

    pub(crate) fn texts(&self, log: &mut Log) -> Option<Vec<String>> {
        let text = |value: &Value| match value {
            Value::Text(text) => Some(text.value()),
            _ => None,
        };
        let texts = match &self.value {
            Some(Value::List(_, items)) => items.iter().map(text).collect(),
            Some(value) => text(value).map(|text| vec![text]),
            None => None,
        };
        texts.or_else(|| self.refuse(log, "a list of strings"))
    }

    pub(crate) fn integer<T: std::str::FromStr>(&self, log: &mut Log) -> Option<T> {
        match &self.value {
            Some(value) => integer(value, log),
            None => self.refuse(log, "an integer"),
        }
    }

    pub(crate) fn integers<T: std::str::FromStr>(&self, log: &mut Log) -> Vec<T> {
        match &self.value {
            Some(Value::List(_, items)) => {
                items.iter().filter_map(|item| integer(item, log)).collect()
            }
            _ => self.integer(log).into_iter().collect(),
        }
    }

    /// `key` or `key = true`.
    pub(crate) fn flag(&self, log: &mut Log) -> Option<bool> {
        match &self.value {
            None => Some(true),
            Some(Value::Flag(flag)) => Some(flag.value),
            Some(_) => self.refuse(log, "`true` or `false`"),
        }
    }

    pub(crate) fn path(&self, log: &mut Log) -> Option<Path> {
        match &self.value {
            Some(Value::Path(path)) => Some(path.clone()),
            Some(Value::Text(text)) => log.take(text.parse()),
            _ => self.refuse(log, "a path, such as `::manila`"),
        }
    }

    /// A field of the variant, by name or by place.
    pub(crate) fn member(&self, log: &mut Log) -> Option<Member> {
        match &self.value {
            Some(Value::Path(path)) if path.get_ident().is_some() => {
                path.get_ident().cloned().map(Member::Named)
            }
            Some(Value::Integer(place, false)) => Some(Member::Unnamed(syn::Index {
                index: log.take(place.base10_parse())?,
                span: place.span(),
            })),
            _ => self.refuse(log, "the name of a field"),
        }
    }

    /// One of a closed set of words.
    pub(crate) fn word<W: Copy>(
        &self,
        log: &mut Log,
        words: &[W],
        spelled: fn(W) -> &'static str,
    ) -> Option<W> {
        let text = self.text(log)?;
        one_of(&self.name(), &text, self.span(), log, words, spelled)
    }

    /// Several of a closed set of words.
    pub(crate) fn words<W: Copy>(
        &self,
        log: &mut Log,
        words: &[W],
        spelled: fn(W) -> &'static str,
    ) -> Vec<(W, Span)> {
        let texts = self.texts(log).unwrap_or_default();
        let placed = texts.iter().zip(self.item_spans());
        placed
            .filter_map(|(text, span)| {
                Some((one_of(&self.name(), text, span, log, words, spelled)?, span))
            })
            .collect()
    }

    fn refuse<T>(&self, log: &mut Log, expected: &str) -> Option<T> {
        let name = self.name();
        let found = self.value.as_ref().map_or("nothing", Value::kind);
        log.mistake(
            self.span(),
            format!("`{name}` takes {expected}, not {found}"),
        );
        None
    }
}

fn one_of<W: Copy>(
    key: &str,
    text: &str,
    span: Span,
    log: &mut Log,
    words: &[W],
    spelled: fn(W) -> &'static str,
) -> Option<W> {
    let word = words.iter().copied().find(|word| spelled(*word) == text);
    if word.is_none() {
        let known = words.iter().map(|word| spelled(*word));
        let help = match nearest(text, known.clone()) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("it is one of: {}", known.collect::<Vec<_>>().join(", ")),
        };
        log.mistake(span, format!("`{key}` cannot be `{text}`; {help}"));
    }
    word
}

fn integer<T: std::str::FromStr>(value: &Value, log: &mut Log) -> Option<T> {
    let Value::Integer(literal, is_negative) = value else {
        log.mistake(
            value.span(),
            format!("expected an integer, not {}", value.kind()),
        );
        return None;
    };
    let sign = if *is_negative { "-" } else { "" };
    let number = format!("{sign}{}", literal.base10_digits()).parse().ok();
    if number.is_none() {
        log.mistake(value.span(), "the number is out of range");
    }
    number
}

impl Value {
    fn span(&self) -> Span {
        match self {
            Self::Text(text) => text.span(),
            Self::Integer(literal, _) => literal.span(),
            Self::List(span, _) => *span,
            Self::Flag(flag) => flag.span(),
            Self::Path(path) => syn::spanned::Spanned::span(path),
        }
    }

    const fn kind(&self) -> &'static str {
        match self {
            Self::Text(_) => "a string",
            Self::Integer(..) => "an integer",
            Self::Flag(_) => "true or false",
            Self::Path(_) => "a name",
            Self::List(..) => "a list",
        }
    }
}

impl Parse for Setting {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let key = input.call(Ident::parse_any)?;
        let value = input
            .parse::<Option<Token![=]>>()?
            .map(|_| input.parse())
            .transpose()?;
        Ok(Self { key, value })
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

/// The text of thiserror's `#[error("…")]`, where it names no field.
pub(crate) fn fixed_display(attributes: &[Attribute]) -> Option<String> {
    let error = attributes
        .iter()
        .find(|attribute| attribute.path().is_ident("error"))?;
    let text = error.parse_args::<LitStr>().ok()?.value();
    (!text.contains(['{', '}'])).then_some(text)
}

/// Whether one of thiserror's attributes makes the field the source of its variant.
pub(crate) fn marks_source(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("from") || attribute.path().is_ident("source"))
}
