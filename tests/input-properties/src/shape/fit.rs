//! Which values fit a shape.

use manila_properties::json::Json;

use super::kind::{Kind, is_within, kind_of};
use super::model::{Copied, Field, Object, Rest, Shape, Variant};

/// Whether `serde_json` is built with its feature `float_roundtrip`, which another crate of the same
/// build may ask for.
fn is_reader_exact() -> bool {
    serde_json::from_str::<f32>("1e39").is_err()
}

impl Shape {
    /// Whether the type takes the value.
    pub(crate) fn fits(&self, value: &Json) -> bool {
        match (self, value) {
            (Self::Anything, _) => is_readable(value),
            (Self::Null, Json::Null)
            | (Self::Boolean, Json::Boolean(_))
            | (Self::Text, Json::Text(_))
            | (Self::Option(_), Json::Null) => true,
            (Self::Integer { min, max }, Json::Number(spelled)) => {
                kind_of(value) == Kind::Integer && is_within(spelled, *min, *max)
            }
            (Self::Float, Json::Number(spelled)) => {
                spelled.parse::<f64>().is_ok_and(f64::is_finite)
            }
            // What is too large is infinite, unless the reader is built to be exact.
            (Self::Single, Json::Number(spelled)) => match is_reader_exact() {
                true => spelled.parse::<f32>().is_ok_and(f32::is_finite),
                false => spelled.parse::<f64>().is_ok_and(f64::is_finite),
            },
            (Self::Character, Json::Text(text)) => text.chars().count() == 1,
            (Self::Name(names), Json::Text(text)) => names.contains(&&**text),
            (Self::Refined(inner, pleases), _) => inner.fits(value) && pleases(value),
            (Self::Option(inner), _) => inner.fits(value),
            (Self::List(of), Json::Array(elements)) => {
                elements.iter().all(|element| of.fits(element))
            }
            (Self::Tuple(shapes), Json::Array(elements)) => {
                let fit = |(shape, element): (&Self, &Json)| shape.fits(element);
                shapes.len() == elements.len() && shapes.iter().zip(elements).all(fit)
            }
            (Self::Map(key, of), Json::Object(members)) => members
                .iter()
                .all(|(name, value)| key.fits(name) && of.fits(value)),
            (Self::Object(object), Json::Object(members)) => object.fits(members),
            (Self::External(variants), _) => variants.iter().any(|variant| variant.fits(value)),
            (Self::Tagged { variants, .. }, Json::Object(members)) => {
                variants.iter().any(|variant| variant.fits(members))
            }
            (Self::Any(shapes), _) => {
                is_readable(value) && shapes.iter().any(|shape| shape.fits(value))
            }
            _ => false,
        }
    }
}

/// Whether there is a number for each that is spelled, without which no copy can be made.
fn is_readable(value: &Json) -> bool {
    match value {
        Json::Number(spelled) => spelled.parse::<f64>().is_ok_and(f64::is_finite),
        Json::Array(elements) => elements.iter().all(is_readable),
        Json::Object(members) => members.iter().all(|(_, value)| is_readable(value)),
        _ => true,
    }
}

impl Object {
    fn fits(&self, members: &[(String, Json)]) -> bool {
        let fit = |(name, value): &(String, Json)| match (self.field(name), &self.rest) {
            (Some(field), _) if field.is_copied(members) && !is_readable(value) => false,
            (Some(field), _) if field.is_lenient => true,
            (Some(field), _) => field.shape.fits(value) || field.is_numbered(value),
            (None, Rest::Ignored) => !self.copies_rest || is_readable(value),
            (None, Rest::Refused) => false,
            (None, Rest::Map(of)) => is_readable(value) && of.fits(value),
        };
        members.iter().all(fit) && self.fields.iter().all(|field| field.is_met(members))
    }
}

impl Field {
    /// How often the object has it.
    pub(crate) fn count(&self, members: &[(String, Json)]) -> usize {
        let is_it = |(name, _): &&(String, Json)| self.names.contains(&&**name);
        members.iter().filter(is_it).count()
    }

    /// Whether the type reads it from a copy.
    fn is_copied(&self, members: &[(String, Json)]) -> bool {
        let place_of = |names: &[&str]| {
            let mut named = members.iter();
            named.position(|(name, _)| names.contains(&&**name))
        };
        match self.copied {
            Copied::Never => false,
            Copied::Always => true,
            Copied::Before(other) => place_of(&self.names) < place_of(&[other]),
        }
    }

    fn is_numbered(&self, value: &Json) -> bool {
        let number = |index: usize| Json::Number(index.to_string());
        self.index.is_some_and(|index| number(index) == *value)
    }

    fn is_met(&self, members: &[(String, Json)]) -> bool {
        match self.count(members) {
            0 => !self.is_required,
            1 => true,
            _ => self.is_lenient,
        }
    }
}

impl Variant {
    fn fits(&self, value: &Json) -> bool {
        let is_its = |name: &str| self.names.contains(&name);
        match (&self.content, value) {
            (None, Json::Text(name)) => is_its(name),
            (content, Json::Object(members)) => {
                let [(name, value)] = &**members else {
                    return false;
                };
                is_its(name) && content.as_ref().unwrap_or(&Shape::Null).fits(value)
            }
            _ => false,
        }
    }
}
