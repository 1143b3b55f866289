//! The sentences in a language, for a front end.

use std::fmt::Write as _;

use fluent_syntax::ast::{
    Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;
use manila_catalog_file::{DetailType, Entry, SourceText};
use serde::Serialize;
use serde::ser::{SerializeMap as _, Serializer};

use super::texts::{Message, Texts};
use crate::commands::json::json;
use crate::outcome::Failure;

/// The version of what `--format messages-json` writes.
const SCHEMA: u32 = 1;

/// The plural categories of CLDR.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// The sentences of a catalog as data. They are in the syntax of ICU's MessageFormat, with details as arguments.
#[derive(Serialize)]
struct Data<'a> {
    schema: u32,
    catalog: &'a str,
    locale: &'a str,
    format: &'static str,
    messages: Messages<'a>,
    /// The codes, or the ids of Manila's own sentences, whose sentence is the source's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    untranslated: Vec<&'a str>,
}

/// Codes, or ids, and sentences, in the order of the catalog.
struct Messages<'a>(Vec<(&'a str, String)>);

impl Serialize for Messages<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (code, message) in &self.0 {
            map.serialize_entry(code, message)?;
        }
        map.end()
    }
}

pub(super) fn text(texts: &Texts<'_>) -> Result<String, Failure> {
    let (mut messages, mut untranslated) = (Vec::new(), Vec::new());
    for message in &texts.messages {
        let Message {
            texts: source,
            section: _,
            entry,
        } = message;
        // A status of HTTP has its phrase as its value, as a page has a title; its sentence is an attribute.
        let (attribute, source_text) = match source.attribute("message") {
            Some(text) if entry.is_none() => (Some("message"), Some(text)),
            _ => (None, source.value.as_ref()),
        };
        let name = entry.map_or(&*source.id, |entry| &entry.name);
        let writer = Writer {
            texts,
            entry: *entry,
        };
        if let Some(pattern) = texts.known.pattern(&source.id, attribute) {
            let text = writer.pattern(pattern);
            let text = text.map_err(|what| Failure(format!("{}: {what}", source.id)))?;
            messages.push((name, text));
        } else if let Some(text) = source_text {
            messages.push((name, writer.source(text)));
            if texts.locale != texts.source {
                untranslated.push(name);
            }
        }
    }
    Ok(json(&Data {
        schema: SCHEMA,
        catalog: texts.name,
        locale: texts.locale,
        format: "icu",
        messages: Messages(messages),
        untranslated,
    }))
}

/// What writes a sentence.
struct Writer<'a> {
    texts: &'a Texts<'a>,
    entry: Option<&'a Entry>,
}

impl Writer<'_> {
    fn source(&self, source: &SourceText<'_>) -> String {
        let mut text = &*source.text;
        let mut message = String::new();
        for name in source.placeholders() {
            let Some((before, behind)) = text.split_once('{') else {
                break;
            };
            message += &quoted(before);
            message += &self.argument(name);
            text = behind.split_once('}').map_or("", |(_, behind)| behind);
        }
        message + &quoted(text)
    }

    fn pattern(&self, pattern: &Pattern<String>) -> Result<String, String> {
        let elements = pattern.elements.iter().map(|element| match element {
            PatternElement::TextElement { value } => Ok(quoted(value)),
            PatternElement::Placeable { expression } => self.expression(expression),
        });
        elements.collect()
    }

    fn expression(&self, expression: &Expression<String>) -> Result<String, String> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => self.select(selector, variants),
        }
    }

    fn inline(&self, inline: &InlineExpression<String>) -> Result<String, String> {
        Ok(match inline {
            InlineExpression::StringLiteral { value } => quoted(&unescape_unicode_to_string(value)),
            InlineExpression::NumberLiteral { value } => quoted(value),
            InlineExpression::VariableReference { id } => self.argument(&id.name),
            InlineExpression::FunctionReference { id, arguments } => {
                let name = match arguments.positional.first() {
                    Some(InlineExpression::VariableReference { id }) => &id.name,
                    _ => return Err(format!("{} is not of a detail", id.name)),
                };
                let named = arguments.named.iter();
                let option = |wanted: &str| {
                    let mut named = named.clone();
                    let option = named.find(|option| option.name.name == wanted)?;
                    match &option.value {
                        InlineExpression::StringLiteral { value } => Some(value.clone()),
                        _ => None,
                    }
                };
                match (&*id.name, option("dateStyle"), option("timeStyle")) {
                    ("DATETIME", None, Some(style)) => format!("{{{name}, time, {style}}}"),
                    ("DATETIME", style, _) => {
                        format!("{{{name}, date, {}}}", style.as_deref().unwrap_or("medium"))
                    }
                    _ => format!("{{{name}, number}}"),
                }
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|it| &*it.name);
                let pattern = self.texts.known.pattern(&id.name, attribute);
                self.pattern(pattern.ok_or_else(|| format!("there is no {}", id.name))?)?
            }
            InlineExpression::TermReference { id, attribute, .. } => {
                let term = self.texts.known.term(&id.name);
                let pattern = term.and_then(|term| match attribute {
                    None => Some(&term.value),
                    Some(name) => {
                        let mut attributes = term.attributes.iter();
                        let attribute = attributes.find(|it| it.id.name == name.name)?;
                        Some(&attribute.value)
                    }
                });
                self.pattern(pattern.ok_or_else(|| format!("there is no -{}", id.name))?)?
            }
            InlineExpression::Placeable { expression } => self.expression(expression)?,
        })
    }

    /// A choice between variants. One of a term's own is made here, as ICU has no terms.
    fn select(
        &self,
        selector: &InlineExpression<String>,
        variants: &[Variant<String>],
    ) -> Result<String, String> {
        let name = match selector {
            InlineExpression::VariableReference { id } => &id.name,
            InlineExpression::FunctionReference { arguments, .. } => {
                match arguments.positional.first() {
                    Some(InlineExpression::VariableReference { id }) => &id.name,
                    _ => return Err("a choice is not by a detail".to_owned()),
                }
            }
            other => {
                let key = self.inline(other)?;
                let chosen = variants.iter().find(|variant| key_of(variant) == key);
                let chosen = chosen.or_else(|| variants.iter().find(|variant| variant.default));
                let chosen = chosen.ok_or("a choice has no default")?;
                return self.pattern(&chosen.value);
            }
        };
        let is_category = |variant: &Variant<String>| {
            matches!(variant.key, VariantKey::NumberLiteral { .. })
                || CATEGORIES.contains(&key_of(variant))
        };
        let is_text = self.kind(name).is_some_and(|kind| !is_number(kind));
        let is_plural = !is_text && variants.iter().all(is_category);
        let kind = match (is_plural, selector) {
            (false, _) => "select",
            (true, InlineExpression::FunctionReference { arguments, .. })
                if arguments.named.iter().any(|it| it.name.name == "type") =>
            {
                "selectordinal"
            }
            (true, _) => "plural",
        };
        let mut message = format!("{{{name}, {kind},");
        let mut has_other = false;
        for variant in variants {
            let sign = match (is_plural, &variant.key) {
                (true, VariantKey::NumberLiteral { .. }) => "=",
                _ => "",
            };
            let key = key_of(variant);
            has_other |= key == "other";
            let _ = write!(
                message,
                " {sign}{key} {{{}}}",
                self.pattern(&variant.value)?
            );
        }
        let default = variants.iter().find(|variant| variant.default);
        if let Some(default) = default.filter(|_| !has_other) {
            let _ = write!(message, " other {{{}}}", self.pattern(&default.value)?);
        }
        message.push('}');
        Ok(message)
    }

    fn argument(&self, name: &str) -> String {
        match self.kind(name) {
            Some(kind) if is_number(kind) => format!("{{{name}, number}}"),
            Some(DetailType::Date | DetailType::DateTime) => format!("{{{name}, date, medium}}"),
            _ => format!("{{{name}}}"),
        }
    }

    fn kind(&self, name: &str) -> Option<DetailType> {
        let mut details = self.entry?.details.iter();
        Some(details.find(|detail| detail.name == name)?.kind)
    }
}

const fn is_number(kind: DetailType) -> bool {
    matches!(kind, DetailType::Integer | DetailType::Number)
}

fn key_of(variant: &Variant<String>) -> &str {
    match &variant.key {
        VariantKey::Identifier { name } => name,
        VariantKey::NumberLiteral { value } => value,
    }
}

/// A text in which nothing is syntax of ICU. In a plural `#` is.
fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\'' => quoted.push_str("''"),
            '{' | '}' | '#' | '<' | '>' | '|' => quoted.extend(['\'', character, '\'']),
            other => quoted.push(other),
        }
    }
    quoted
}
