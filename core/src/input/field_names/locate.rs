//! From a validator's path to the place that a client knows.
//!
//! The path is in names of Rust, the place in those of the wire. They can differ in length as well:
//! a flattened struct has no step on the wire, and a skipped field no place at all.

use super::names::{Field, Names, Shape, Wire};
use crate::input::LONGEST;
use crate::json::Pointer;

/// A step of a validator's path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Component<'p> {
    /// A field, a key or an index.
    Name(&'p str),
    /// The element that a container gave at this place when it was iterated.
    #[cfg_attr(
        not(feature = "validator-021"),
        expect(dead_code, reason = "only validator tells no more of an element")
    )]
    Nth(usize),
}

/// The place of a value on the wire.
#[derive(Debug, Default)]
pub(crate) struct Located {
    pub(crate) tokens: Vec<Token>,
    /// The other names of each of them.
    pub(crate) aliases: Vec<&'static [&'static str]>,
    /// The name of a member that the document does not have at the end of it.
    #[cfg(any(feature = "garde-023", feature = "validator-021"))]
    pub(crate) absent: Option<String>,
    /// Orders the places as the fields are declared.
    pub(crate) rank: Vec<Rank>,
    /// Whether the value itself is on the wire, and not only one that holds it.
    pub(crate) is_exact: bool,
    /// How many bytes the names from outside have, together.
    length: usize,
}

/// A step on the wire.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Token {
    Member(String),
    Index(usize),
}

/// The position of a step among its siblings.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Rank {
    Field(usize),
    Index(usize),
    Key(String),
}

/// The most types that may be transparent for each other before they are taken for a circle.
const MOST_HOPS: usize = 64;

impl Names {
    /// Returns the place on the wire (RFC 6901) of the value at a path of Rust's names; an element
    /// of an array is named by its index.
    ///
    /// The pointer ends where the wire has no such place: at an object whose field is not read
    /// from it, or at an array that becomes a set. A name that is not known is kept as it is; where
    /// such names, the keys of maps say, have more than 1 KiB together, the pointer ends before.
    ///
    /// ```
    /// use manila::FieldNames;
    ///
    /// #[derive(serde::Deserialize, FieldNames)]
    /// #[serde(rename_all = "kebab-case")]
    /// struct Photo {
    ///     taken_at: String,
    ///     #[serde(skip)]
    ///     cached_size: u64,
    /// }
    ///
    /// assert_eq!(Photo::NAMES.pointer(["taken_at"]).as_str(), "/taken-at");
    /// assert_eq!(<[Photo]>::NAMES.pointer(["7", "cached_size"]).as_str(), "/7");
    /// ```
    #[must_use]
    pub fn pointer<'p>(self, path: impl IntoIterator<Item = &'p str>) -> Pointer {
        self.locate(path.into_iter().map(Component::Name)).pointer()
    }

    pub(crate) fn locate<'p>(self, path: impl IntoIterator<Item = Component<'p>>) -> Located {
        let mut located = Located::default();
        let mut names = located.enter(Some(self));
        for component in path {
            let Some(inner) = located.step(names, component) else {
                return located;
            };
            names = located.enter(inner);
        }
        located.is_exact = true;
        located
    }
}

impl Located {
    pub(crate) fn pointer(&self) -> Pointer {
        let root = Pointer::root();
        self.tokens.iter().fold(root, |pointer, token| match token {
            Token::Member(name) => pointer.member(name),
            Token::Index(index) => pointer.index(*index),
        })
    }

    /// Goes through the fields that are not on the validator's path.
    fn enter(&mut self, mut names: Option<Names>) -> Option<Names> {
        for _ in 0..MOST_HOPS {
            let Some(Names(Shape::Through(field))) = names else {
                break;
            };
            self.push_wire(&field);
            names = field.names.map(|names| names());
        }
        names
    }

    /// Goes one step on; returns the names of the value there where they are known, and `None`
    /// where the wire has no such place.
    #[expect(
        clippy::option_option,
        reason = "no place differs from a place without names"
    )]
    fn step(&mut self, names: Option<Names>, component: Component<'_>) -> Option<Option<Names>> {
        match names.map(|Names(shape)| shape) {
            Some(Shape::Members(fields)) => self.step_into_field(fields, component),
            Some(Shape::Unordered) => None,
            Some(Shape::Keyed(_)) if matches!(component, Component::Nth(_)) => None,
            Some(Shape::Elements(inner) | Shape::Keyed(inner)) => {
                self.push(component).then(|| Some(inner()))
            }
            Some(Shape::Through(_)) | None => self.push(component).then_some(None),
        }
    }

    #[expect(
        clippy::option_option,
        reason = "no place differs from a place without names"
    )]
    fn step_into_field(
        &mut self,
        fields: &[Field],
        component: Component<'_>,
    ) -> Option<Option<Names>> {
        let place = fields.iter().position(|field| match component {
            Component::Name(name) => field.name == unraw(name),
            Component::Nth(index) => field.name.parse() == Ok(index),
        });
        let Some((place, field)) = place.and_then(|place| Some((place, fields.get(place)?))) else {
            return self.push(unraw_field(component)).then_some(None);
        };
        self.rank.push(Rank::Field(place));
        self.push_wire(field)
            .then(|| field.names.map(|names| names()))
    }

    /// Whether the field is on the wire at all.
    fn push_wire(&mut self, field: &Field) -> bool {
        match field.wire {
            Wire::Member(name) => self.push_token(Token::Member(name.to_owned()), field.aliases),
            Wire::Element(index) => self.push_token(Token::Index(index), &[]),
            Wire::Inline => {}
            Wire::Absent => return false,
        }
        true
    }

    fn push_token(&mut self, token: Token, aliases: &'static [&'static str]) {
        self.tokens.push(token);
        self.aliases.push(aliases);
    }

    /// A step of which nothing else is known; whether it is no longer than may be repeated.
    fn push(&mut self, component: Component<'_>) -> bool {
        let (name, index) = match component {
            Component::Name(name) => (name, index_of(name)),
            Component::Nth(index) => ("", Some(index)),
        };
        if let Some(index) = index {
            self.rank.push(Rank::Index(index));
            self.push_token(Token::Index(index), &[]);
            return true;
        }
        self.length += name.len();
        if self.length > LONGEST {
            return false;
        }
        self.rank.push(Rank::Key(name.to_owned()));
        self.push_token(Token::Member(name.to_owned()), &[]);
        true
    }
}

/// The index that a text writes, as a JSON Pointer would write it.
fn index_of(text: &str) -> Option<usize> {
    let index: usize = text.parse().ok()?;
    (index.to_string() == text).then_some(index)
}

/// A field that is not one of those that are known, without the mark of a raw identifier.
fn unraw_field(component: Component<'_>) -> Component<'_> {
    match component {
        Component::Name(name) => Component::Name(unraw(name)),
        Component::Nth(_) => component,
    }
}

/// A validator may call a field by its raw identifier; no name on the wire comes from one. The key
/// of a map is the client's own, and may be any text.
fn unraw(name: &str) -> &str {
    name.strip_prefix("r#").unwrap_or(name)
}
