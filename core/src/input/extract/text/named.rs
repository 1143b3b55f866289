//! Pairs of names and values, as a deserializer.

use std::borrow::Cow;
use std::collections::HashMap;

use serde::de::value::SeqDeserializer;
use serde::de::{DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, Visitor};
use serde::forward_to_deserialize_any;

use super::error::TextError;
use super::values::{Empty, Values};

/// A name, and all values that it stands at.
#[derive(Debug)]
pub(in super::super) struct Group<'a> {
    pub(in super::super) name: Cow<'a, str>,
    pub(in super::super) values: Vec<Cow<'a, str>>,
    /// Whether an empty value is none, where it is optional.
    pub(in super::super) is_absent_if_empty: bool,
}

impl<'a> Group<'a> {
    pub(in super::super) fn new(name: Cow<'a, str>, value: Cow<'a, str>) -> Self {
        Self {
            name,
            values: vec![value],
            is_absent_if_empty: false,
        }
    }

    fn values(&'a self) -> Values<'a> {
        let empty = match self.is_absent_if_empty {
            true => Empty::Absent,
            false => Empty::Unknown,
        };
        Values::of_form(&self.values, empty)
    }
}

/// Puts the values of each name together, in the order in which the names come first.
pub(in super::super) fn group<'a>(
    pairs: impl Iterator<Item = (Cow<'a, str>, Cow<'a, str>)>,
) -> Vec<Group<'a>> {
    let mut groups: Vec<Group<'a>> = Vec::new();
    let mut known: HashMap<Cow<'a, str>, usize> = HashMap::new();
    for (name, value) in pairs {
        if let Some(group) = known.get(&name).and_then(|at| groups.get_mut(*at)) {
            group.values.push(value);
        } else {
            known.insert(name.clone(), groups.len());
            groups.push(Group::new(name, value));
        }
    }
    groups
}

/// Names and their values.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Named<'de>(pub(in super::super) &'de [Group<'de>]);

impl<'de> Deserializer<'de> for Named<'de> {
    type Error = TextError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        visitor.visit_map(Members {
            groups: self.0.iter(),
            values: None,
        })
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        visitor.visit_seq(SeqDeserializer::new(self.0.iter().map(Pair)))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, TextError> {
        visitor.visit_newtype_struct(self)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct tuple tuple_struct map struct enum identifier ignored_any
    }
}

/// The names and values as members of an object.
struct Members<'de> {
    groups: std::slice::Iter<'de, Group<'de>>,
    values: Option<&'de Group<'de>>,
}

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = TextError;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, TextError> {
        self.values = self.groups.next();
        let Some(group) = self.values else {
            return Ok(None);
        };
        let key = seed.deserialize(Values::of(&group.name));
        key.map(Some).map_err(|error| error.of(&group.name))
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, TextError> {
        let Some(group) = self.values.take() else {
            return Err(TextError::misfit("a value without its name"));
        };
        let value = seed.deserialize(group.values());
        value.map_err(|error| error.of(&group.name))
    }
}

/// A name and its values as an element of a list.
struct Pair<'de>(&'de Group<'de>);

impl<'de> Deserializer<'de> for Pair<'de> {
    type Error = TextError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        let pair = [Values::of(&self.0.name), self.0.values()];
        let read = visitor.visit_seq(SeqDeserializer::new(pair.into_iter()));
        read.map_err(|error: TextError| error.of(&self.0.name))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct option seq tuple tuple_struct map struct enum identifier
        ignored_any
    }
}

impl<'de> IntoDeserializer<'de, TextError> for Pair<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
