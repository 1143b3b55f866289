//! Which texts fit the shape of a value, and which pairs that of an object.

use crate::shape::{Kind, Object, Rest, Shape, is_within};

/// A name and its text.
pub(super) type Pair = (String, String);

impl Shape {
    /// Whether the type takes the text.
    pub(super) fn fits_text(&self, text: &str) -> bool {
        match self {
            Self::Boolean => matches!(text, "true" | "false" | "on"),
            Self::Integer { min, max } => {
                is_integer(text) && is_within(without_zeros(text).as_str(), *min, *max)
            }
            Self::Float | Self::Single => text.parse::<f64>().is_ok(),
            Self::Character => text.chars().count() == 1,
            Self::Text | Self::Anything => true,
            Self::Name(names) => names.contains(&text),
            Self::External(variants) => variants
                .iter()
                .any(|it| it.content.is_none() && it.names.contains(&text)),
            // An optional number that was left empty is none.
            Self::Option(inner) if text.is_empty() && is_never_empty(inner) => true,
            Self::Option(inner) | Self::List(inner) => inner.fits_text(text),
            _ => false,
        }
    }

    /// Whether the type takes what it takes several times.
    pub(super) const fn is_list(&self) -> bool {
        matches!(self, Self::List(_))
    }
}

const fn is_never_empty(shape: &Shape) -> bool {
    matches!(
        shape,
        Shape::Boolean | Shape::Integer { .. } | Shape::Float | Shape::Single
    )
}

/// The kind of value that a text spells, beside being a string.
pub(super) fn spells(text: &str, kind: Kind) -> bool {
    match kind {
        Kind::Boolean => matches!(text, "true" | "false"),
        Kind::Integer => is_integer(text),
        Kind::Number => text.parse::<f64>().is_ok(),
        Kind::String => true,
        Kind::Null | Kind::Array | Kind::Object => false,
    }
}

/// The kind of text that the type takes, if there is one.
pub(super) fn spelled_kind(shape: &Shape) -> Option<Kind> {
    Some(match shape {
        Shape::Boolean => Kind::Boolean,
        Shape::Integer { .. } => Kind::Integer,
        Shape::Float | Shape::Single => Kind::Number,
        Shape::Option(inner) | Shape::List(inner) => return spelled_kind(inner),
        _ => return None,
    })
}

/// An integer as Rust reads it.
fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix(['-', '+']).unwrap_or(text);
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// An integer as JSON spells it.
fn without_zeros(text: &str) -> String {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    match digits.trim_start_matches('0') {
        "" => "0".to_owned(),
        digits => format!("{sign}{digits}"),
    }
}

impl Object {
    /// Whether the type takes the pairs.
    pub(super) fn fits_pairs(&self, pairs: &[Pair]) -> bool {
        let fits = |(name, text): &Pair| match (self.field(name), &self.rest) {
            (Some(field), _) => field.shape.fits_text(text),
            (None, Rest::Ignored) => true,
            // What is there several times is a list.
            (None, Rest::Map(shape)) => shape.is_list() || count_name(pairs, name) == 1,
            (None, Rest::Refused) => false,
        };
        let is_met = |field: &crate::shape::Field| match field.count_pairs(pairs) {
            0 => !field.is_required,
            1 => true,
            _ => field.shape.is_list(),
        };
        pairs.iter().all(fits) && self.fields.iter().all(is_met)
    }
}

fn count_name(pairs: &[Pair], name: &str) -> usize {
    pairs.iter().filter(|(other, _)| other == name).count()
}

impl crate::shape::Field {
    /// How often the pairs have it.
    pub(super) fn count_pairs(&self, pairs: &[Pair]) -> usize {
        let is_it = |(name, _): &&Pair| self.names.contains(&&**name);
        pairs.iter().filter(is_it).count()
    }
}
