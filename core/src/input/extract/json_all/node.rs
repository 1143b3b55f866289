//! A finished value as a deserializer that knows its place in the document.

use serde::de::value::{BorrowedStrDeserializer, Error};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, EnumAccess, Error as _, MapAccess, SeqAccess,
    Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;
use serde_json::{Map, Value};

use super::key::Key;
use super::missing::Absent;
use super::places::Places;
use crate::input::bounded_pointer::BoundedPointer;

/// A value, and its place.
pub(super) struct Node<'de, 'p> {
    value: &'de Value,
    place: BoundedPointer,
    places: &'p Places,
}

impl<'de, 'p> Node<'de, 'p> {
    pub(super) const fn new(value: &'de Value, place: BoundedPointer, places: &'p Places) -> Self {
        Self {
            value,
            place,
            places,
        }
    }

    /// Has a seed read the value.
    fn read<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        let (place, places) = (self.place.clone(), self.places);
        places.within(&place, || seed.deserialize(self))
    }

    /// Notes which of a struct's members are missing, and the place at which that is reported.
    fn note_absent(&self, told_at: BoundedPointer, fields: &'static [&'static str]) {
        if self.place.is_cut() {
            return;
        }
        if let Value::Object(members) = self.value {
            let names = fields.iter().copied();
            self.places.lack(Absent {
                told_at,
                object: self.place.clone(),
                names: names.filter(|name| !members.contains_key(*name)).collect(),
            });
        }
    }

    fn elements(&self, values: &'de [Value]) -> Elements<'de, 'p> {
        Elements {
            values: values.iter().enumerate(),
            place: self.place.clone(),
            places: self.places,
        }
    }

    fn members(&self, members: &'de Map<String, Value>) -> Members<'de, 'p> {
        Members {
            members: members.iter(),
            next: None,
            place: self.place.clone(),
            places: self.places,
        }
    }
}

impl<'de> Deserializer<'de> for Node<'de, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Null => visitor.visit_unit(),
            Value::Bool(value) => visitor.visit_bool(*value),
            Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
                (Some(number), ..) => visitor.visit_u64(number),
                (_, Some(number), _) => visitor.visit_i64(number),
                (.., Some(number)) => visitor.visit_f64(number),
                (None, None, None) => Err(Error::custom("number out of range")),
            },
            Value::String(text) => visitor.visit_borrowed_str(text),
            Value::Array(values) => visitor.visit_seq(self.elements(values)),
            Value::Object(members) => visitor.visit_map(self.members(members)),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.value {
            Value::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, Error> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        self.note_absent(self.place.clone(), fields);
        self.deserialize_any(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        match self.value {
            Value::String(name) => visitor.visit_enum(BorrowedStrDeserializer::new(name)),
            Value::Object(members) if members.len() == 1 => {
                visitor.visit_enum(self.members(members))
            }
            _ => Err(Error::invalid_type(
                Unexpected::Other("value"),
                &"a string or an object with one member",
            )),
        }
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct seq tuple tuple_struct map identifier ignored_any
    }
}

/// The elements of an array.
struct Elements<'de, 'p> {
    values: std::iter::Enumerate<std::slice::Iter<'de, Value>>,
    place: BoundedPointer,
    places: &'p Places,
}

impl<'de> SeqAccess<'de> for Elements<'de, '_> {
    type Error = Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        let Some((index, value)) = self.values.next() else {
            return Ok(None);
        };
        if self.places.stop() {
            return Ok(None);
        }
        let place = self.place.index(index);
        Node::new(value, place, self.places).read(seed).map(Some)
    }
}

/// The members of an object; where there is one, they may be a variant.
struct Members<'de, 'p> {
    members: serde_json::map::Iter<'de>,
    next: Option<Node<'de, 'p>>,
    place: BoundedPointer,
    places: &'p Places,
}

impl<'de> Members<'de, '_> {
    /// Goes on to the next member, and gives its name.
    fn step(&mut self) -> Option<&'de str> {
        let (name, value) = self.members.next()?;
        let place = self.place.member(name);
        self.next = Some(Node::new(value, place, self.places));
        Some(name)
    }
}

impl<'de> MapAccess<'de> for Members<'de, '_> {
    type Error = Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Error> {
        let name = self.step();
        if name.is_some() && self.places.stop() {
            return Ok(None);
        }
        name.map(|name| seed.deserialize(Key(name))).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Error> {
        match self.next.take() {
            Some(node) => node.read(seed),
            None => Err(Error::custom("a value without its name")),
        }
    }
}

impl<'de, 'p> EnumAccess<'de> for Members<'de, 'p> {
    type Error = Error;
    type Variant = Node<'de, 'p>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        mut self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), Error> {
        match (self.step(), self.next) {
            (Some(name), Some(node)) => Ok((seed.deserialize(Key(name))?, node)),
            _ => Err(Error::custom("no variant")),
        }
    }
}

/// Reads the content of a variant.
impl<'de> VariantAccess<'de> for Node<'de, '_> {
    type Error = Error;

    fn unit_variant(self) -> Result<(), Error> {
        <()>::deserialize(self)
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        self.read(seed)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, Error> {
        let (place, places) = (self.place.clone(), self.places);
        places.within(&place, || self.deserialize_seq(visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        // That is told when the enum has been read.
        self.note_absent(self.place.clone().parent(), fields);
        let (place, places) = (self.place.clone(), self.places);
        places.within(&place, || self.deserialize_map(visitor))
    }
}
