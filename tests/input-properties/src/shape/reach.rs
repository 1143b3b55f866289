//! From a place in a document to what the type reads there.

use manila_properties::json::Json;

use super::model::{Copied, Object, Rest, Shape};

/// What the type has for a value of the document.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Reached<'s> {
    /// The value is to fit that.
    Shape(&'s Shape, &'s Json),
    /// The value's name is none of an object that refuses such members.
    UnknownMember,
    /// The value's name is that of no variant, or of no key.
    UnknownName,
}

/// What a type may have for the value at a pointer: more than one where an untagged enum leaves it
/// open, or a name repeats; none where the type reads nothing.
pub(crate) fn reach<'s>(shape: &'s Shape, value: &'s Json, path: &[String]) -> Vec<Reached<'s>> {
    let Some((token, path)) = path.split_first() else {
        return vec![Reached::Shape(shape, value)];
    };
    let further = |shape: &'s Shape, value: &'s Json| reach(shape, value, path);
    match (shape, value) {
        (Shape::Anything, Json::Array(_) | Json::Object(_)) => {
            let values = crate::document::inside(value, token).into_iter();
            values.flat_map(|value| further(shape, value)).collect()
        }
        (Shape::Option(inner) | Shape::Refined(inner, _), _) => {
            reach(inner, value, &rejoined(token, path))
        }
        (Shape::Any(shapes), _) => {
            let whole = rejoined(token, path);
            let reached = shapes.iter().map(|shape| reach(shape, value, &whole));
            reached.flatten().collect()
        }
        (Shape::List(of), Json::Array(elements)) => {
            let element = element(elements, token);
            element.map(|value| further(of, value)).unwrap_or_default()
        }
        (Shape::Tuple(shapes), Json::Array(elements)) => {
            let shape = token.parse::<usize>().ok().and_then(|at| shapes.get(at));
            match (shape, element(elements, token)) {
                (Some(shape), Some(value)) => further(shape, value),
                (None, Some(_)) if path.is_empty() => vec![Reached::UnknownName],
                _ => Vec::new(),
            }
        }
        (Shape::Map(key, of), Json::Object(members)) => {
            let mut reached: Vec<_> = named(members, token)
                .flat_map(|value| further(of, value))
                .collect();
            if path.is_empty() && !key.fits(token) {
                reached.push(Reached::UnknownName);
            }
            reached
        }
        (Shape::Object(object), Json::Object(members)) => object.reach(members, token, path),
        (Shape::Tagged { .. }, Json::Object(members)) => {
            let objects = shape.objects(value).into_iter();
            let reached = objects.map(|object| object.reach(members, token, path));
            reached.flatten().collect()
        }
        // `serde` reads a tag beside a content as an enum, which may be an object with a name.
        (Shape::Name(names), Json::Object(members)) if path.is_empty() => named(members, token)
            .filter(|_| !names.contains(&&**token))
            .map(|_| Reached::UnknownName)
            .collect(),
        (Shape::External(variants), Json::Object(members)) => {
            let variant = variants.iter().find(|it| it.names.contains(&&**token));
            let reached = named(members, token).map(|value| match variant {
                Some(variant) => further(variant.content.as_ref().unwrap_or(&Shape::Null), value),
                None => vec![Reached::UnknownName],
            });
            reached.flatten().collect()
        }
        _ => Vec::new(),
    }
}

fn rejoined(token: &str, path: &[String]) -> Vec<String> {
    let mut whole = vec![token.to_owned()];
    whole.extend_from_slice(path);
    whole
}

fn element<'s>(elements: &'s [Json], token: &str) -> Option<&'s Json> {
    elements.get(token.parse::<usize>().ok()?)
}

fn named<'s>(members: &'s [(String, Json)], name: &str) -> impl Iterator<Item = &'s Json> {
    let members = members.iter().filter(move |(known, _)| known == name);
    members.map(|(_, value)| value)
}

impl Object {
    fn reach<'s>(
        &'s self,
        members: &'s [(String, Json)],
        name: &str,
        path: &[String],
    ) -> Vec<Reached<'s>> {
        let reached = named(members, name).map(|value| match (self.field(name), &self.rest) {
            (Some(field), _) if field.is_lenient => reach(&Shape::Anything, value, path),
            (Some(field), _) => reach(&field.shape, value, path),
            (None, Rest::Map(of)) => reach(of, value, path),
            (None, Rest::Refused) if path.is_empty() => vec![Reached::UnknownMember],
            (None, Rest::Ignored) => reach(&Shape::Anything, value, path),
            (None, Rest::Refused) => Vec::new(),
        });
        reached.flatten().collect()
    }

    /// Whether the object says that it is this variant.
    fn is_meant(&self, tag: &str, members: &[(String, Json)]) -> bool {
        let field = self.field(tag);
        let said = members.iter().find(|(name, _)| name == tag);
        matches!((field, said), (Some(field), Some((_, value))) if field.shape.fits(value))
    }
}

impl Shape {
    /// The objects that a value may have to be.
    pub(crate) fn objects(&self, value: &Json) -> Vec<&Object> {
        match self {
            Self::Object(object) => vec![object],
            Self::Option(inner) | Self::Refined(inner, _) => inner.objects(value),
            Self::Any(shapes) => shapes.iter().flat_map(|it| it.objects(value)).collect(),
            Self::Tagged { tag, variants } => {
                let meant = match value {
                    Json::Object(members) => variants
                        .iter()
                        .find(|variant| variant.is_meant(tag, members)),
                    _ => None,
                };
                meant.map_or_else(|| variants.iter().collect(), |variant| vec![variant])
            }
            _ => Vec::new(),
        }
    }
}

/// Whether the type reads the value at a place from a copy, and so has lost its place.
pub(crate) fn is_buffered(shape: &Shape, value: &Json, path: &[String]) -> bool {
    let Some((token, rest)) = path.split_first() else {
        return false;
    };
    match (shape, value) {
        (Shape::Any(_) | Shape::Tagged { .. }, _) => true,
        (Shape::Option(inner) | Shape::Refined(inner, _), _) => is_buffered(inner, value, path),
        (Shape::Object(object), _) => match object.field(token) {
            Some(field) if field.copied != Copied::Never => true,
            Some(field) => inside(&field.shape, value, token, rest),
            None => !matches!(object.rest, Rest::Refused),
        },
        (Shape::List(of) | Shape::Map(_, of), _) => inside(of, value, token, rest),
        (Shape::Tuple(shapes), _) => {
            let shape = token.parse::<usize>().ok().and_then(|at| shapes.get(at));
            shape.is_some_and(|shape| inside(shape, value, token, rest))
        }
        (Shape::External(variants), _) => {
            let variant = variants.iter().find(|it| it.names.contains(&&**token));
            let content = variant.and_then(|variant| variant.content.as_ref());
            content.is_some_and(|content| inside(content, value, token, rest))
        }
        _ => false,
    }
}

fn inside(shape: &Shape, value: &Json, token: &str, rest: &[String]) -> bool {
    let values = crate::document::inside(value, token);
    values.iter().any(|value| is_buffered(shape, value, rest))
}
