//! A sentence, from Fluent to the syntax of ICU.

use std::fmt::Write as _;

use fluent_syntax::ast::{
    CallArguments, Expression, InlineExpression, NamedArgument, Pattern, PatternElement, Variant,
    VariantKey,
};
use fluent_syntax::unicode::unescape_unicode_to_string;
use manila_catalog_file::{DetailType, Entry, SourcePart, SourceText};

use super::super::texts::Texts;
use super::piece::{Piece, message_of};

/// The plural categories of CLDR.
const CATEGORIES: [&str; 6] = ["zero", "one", "two", "few", "many", "other"];

/// What writes a sentence.
pub(super) struct Writer<'a> {
    texts: &'a Texts<'a>,
    /// The code, if it is the sentence of one.
    entry: Option<&'a Entry>,
    /// In a term, what it is called with. It knows no details.
    term: Option<&'a [NamedArgument<String>]>,
    /// Whether it is a variant of a plural, in which `#` is the number.
    is_plural: bool,
}

impl<'a> Writer<'a> {
    pub(super) const fn new(texts: &'a Texts<'a>, entry: Option<&'a Entry>) -> Self {
        Self {
            texts,
            entry,
            term: None,
            is_plural: false,
        }
    }

    pub(super) fn source(&self, source: &SourceText<'_>) -> String {
        let parts = source.parts().into_iter().map(|part| match part {
            SourcePart::Text(text) => Piece::Text(text.to_owned()),
            SourcePart::Placeholder(name) => Piece::Syntax(self.argument(name)),
        });
        message_of(parts, self.is_plural)
    }

    pub(super) fn message(&self, pattern: &Pattern<String>) -> Result<String, String> {
        Ok(message_of(self.pattern(pattern)?, self.is_plural))
    }

    fn pattern(&self, pattern: &Pattern<String>) -> Result<Vec<Piece>, String> {
        let mut pieces = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => pieces.push(Piece::Text(value.clone())),
                PatternElement::Placeable { expression } => {
                    pieces.extend(self.expression(expression)?);
                }
            }
        }
        Ok(pieces)
    }

    fn expression(&self, expression: &Expression<String>) -> Result<Vec<Piece>, String> {
        match expression {
            Expression::Inline(inline) => self.inline(inline),
            Expression::Select { selector, variants } => self.select(selector, variants),
        }
    }

    fn inline(&self, inline: &InlineExpression<String>) -> Result<Vec<Piece>, String> {
        let piece = match inline {
            InlineExpression::StringLiteral { value } => {
                Piece::Text(unescape_unicode_to_string(value).into_owned())
            }
            InlineExpression::NumberLiteral { value } => Piece::Text(value.clone()),
            InlineExpression::VariableReference { id } => match self.term {
                None => Piece::Syntax(self.argument(&id.name)),
                Some(given) => Piece::Text(literal(given, &id.name).unwrap_or_default()),
            },
            InlineExpression::FunctionReference { id, arguments } => {
                match (arguments.positional.first(), self.term) {
                    (Some(value), Some(_)) => return self.inline(value),
                    _ => Piece::Syntax(function(&id.name, arguments)?),
                }
            }
            InlineExpression::MessageReference { id, attribute } => {
                let attribute = attribute.as_ref().map(|it| &*it.name);
                let pattern = self.texts.known.pattern(&id.name, attribute);
                return self.pattern(pattern.ok_or_else(|| format!("there is no {}", id.name))?);
            }
            InlineExpression::TermReference {
                id,
                attribute,
                arguments,
            } => {
                let term = self.texts.known.term(&id.name);
                let pattern = term.and_then(|term| match attribute {
                    None => Some(&term.value),
                    Some(name) => {
                        let mut attributes = term.attributes.iter();
                        let attribute = attributes.find(|it| it.id.name == name.name)?;
                        Some(&attribute.value)
                    }
                });
                let given = arguments.as_ref().map(|arguments| &*arguments.named);
                let writer = Writer {
                    term: Some(given.unwrap_or_default()),
                    ..*self
                };
                return writer.pattern(pattern.ok_or_else(|| format!("there is no -{}", id.name))?);
            }
            InlineExpression::Placeable { expression } => return self.expression(expression),
        };
        Ok(vec![piece])
    }

    /// A choice between variants.
    fn select(
        &self,
        selector: &InlineExpression<String>,
        variants: &[Variant<String>],
    ) -> Result<Vec<Piece>, String> {
        let by = match selector {
            InlineExpression::FunctionReference { arguments, .. } => {
                arguments.positional.first().unwrap_or(selector)
            }
            by => by,
        };
        match (by, self.term) {
            (InlineExpression::VariableReference { id }, None) => {
                self.select_by(&id.name, selector, variants)
            }
            (InlineExpression::FunctionReference { .. }, _) => {
                Err("a choice is not by a detail".to_owned())
            }
            _ => self.select_here(by, variants),
        }
    }

    /// A choice that is made here, as ICU has no terms: by a literal, by what a term is called with, or by what
    /// an attribute of a term says.
    fn select_here(
        &self,
        by: &InlineExpression<String>,
        variants: &[Variant<String>],
    ) -> Result<Vec<Piece>, String> {
        let key = self.inline(by)?.into_iter().map(|piece| match piece {
            Piece::Text(text) | Piece::Syntax(text) => text,
        });
        let key: String = key.collect();
        let chosen = variants.iter().find(|variant| key_of(variant) == key);
        let is_category = |variant: &Variant<_>| CATEGORIES.contains(&key_of(variant));
        if chosen.is_none()
            && key.parse::<f64>().is_ok()
            && !variants.iter().all(|it| it.default || !is_category(it))
        {
            return Err(format!(
                "which variant is that of {key} is told by no syntax of ICU"
            ));
        }
        let chosen = chosen.or_else(|| variants.iter().find(|variant| variant.default));
        self.pattern(&chosen.ok_or("a choice has no default")?.value)
    }

    /// A choice by a detail.
    fn select_by(
        &self,
        name: &str,
        selector: &InlineExpression<String>,
        variants: &[Variant<String>],
    ) -> Result<Vec<Piece>, String> {
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
        let writer = Writer { is_plural, ..*self };
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
                writer.message(&variant.value)?
            );
        }
        let default = variants.iter().find(|variant| variant.default);
        if let Some(default) = default.filter(|_| !has_other) {
            let _ = write!(message, " other {{{}}}", writer.message(&default.value)?);
        }
        message.push('}');
        Ok(vec![Piece::Syntax(message)])
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

/// What a term is called with.
fn literal(given: &[NamedArgument<String>], name: &str) -> Option<String> {
    let argument = given.iter().find(|argument| argument.name.name == name)?;
    match &argument.value {
        InlineExpression::StringLiteral { value } => {
            Some(unescape_unicode_to_string(value).into_owned())
        }
        InlineExpression::NumberLiteral { value } => Some(value.clone()),
        _ => None,
    }
}

/// The argument that a function writes.
fn function(name: &str, arguments: &CallArguments<String>) -> Result<String, String> {
    let Some(InlineExpression::VariableReference { id }) = arguments.positional.first() else {
        return Err(format!("{name} is not of a detail"));
    };
    let detail = &id.name;
    let option = |wanted: &str| {
        let mut named = arguments.named.iter();
        let option = named.find(|option| option.name.name == wanted)?;
        match &option.value {
            InlineExpression::StringLiteral { value } => Some(&**value),
            _ => None,
        }
    };
    Ok(match (name, option("dateStyle"), option("timeStyle")) {
        ("DATETIME", None, Some(style)) => format!("{{{detail}, time, {style}}}"),
        ("DATETIME", style, _) => format!("{{{detail}, date, {}}}", style.unwrap_or("medium")),
        _ => format!("{{{detail}, number}}"),
    })
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
