//! A finished value as a deserializer that knows its place in the document.

use serde::de::value::{BorrowedStrDeserializer, Error};
use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error as _, Unexpected, VariantAccess, Visitor,
};
use serde_json::{Map, Value};

use super::lacks::{Absent, Added, Short};
use super::places::Places;
use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::range::I64_MIN;

/// A value, and its place.
pub(super) struct Node<'de, 'p> {
    value: &'de Value,
    place: BoundedPointer,
    places: &'p Places,
}

/// The elements of an array.
pub(super) struct Elements<'de, 'p> {
    pub(super) values: std::iter::Enumerate<std::slice::Iter<'de, Value>>,
    /// How many elements are added.
    pub(super) lacking: usize,
    pub(super) place: BoundedPointer,
    pub(super) places: &'p Places,
}

/// The members of an object; where there is one, they may be a variant.
pub(super) struct Members<'de, 'p> {
    pub(super) members: serde_json::map::Iter<'de>,
    pub(super) next: Option<Node<'de, 'p>>,
    /// The members that are added.
    pub(super) lacking: std::vec::IntoIter<&'static str>,
    pub(super) added: Option<&'static str>,
    pub(super) place: BoundedPointer,
    pub(super) places: &'p Places,
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
    pub(super) fn read<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Error> {
        let (place, places) = (self.place.clone(), self.places);
        places.within(&place, || seed.deserialize(self))
    }

    /// Which of a struct's members are missing, noted with the place at which that is reported.
    fn absent(
        &self,
        told_at: BoundedPointer,
        fields: &'static [&'static str],
    ) -> Vec<&'static str> {
        let Value::Object(members) = self.value else {
            return Vec::new();
        };
        if self.place.is_cut() {
            return Vec::new();
        }
        let names = fields.iter().copied();
        let names: Vec<_> = names.filter(|name| !members.contains_key(*name)).collect();
        if self.places.added == Added::Nothing {
            self.places.lack(Absent {
                told_at,
                object: self.place.clone(),
                names: names.clone(),
            });
        }
        self.places.added.of(names)
    }

    /// How many elements are missing, noted with the place at which that is reported.
    fn shortage(&self, told_at: BoundedPointer, len: usize) -> usize {
        let Value::Array(elements) = self.value else {
            return 0;
        };
        let lacking = len.saturating_sub(elements.len());
        if lacking == 0 || self.place.is_cut() {
            return 0;
        }
        match self.places.added {
            Added::Nothing => {
                self.places.fall_short(Short {
                    told_at,
                    array: self.place.clone(),
                });
                0
            }
            Added::All => lacking,
            Added::Nth(_) => 0,
        }
    }

    /// Shows the value to a visitor, with members or elements that it lacks.
    fn show<V: Visitor<'de>>(
        self,
        is_copied: bool,
        lacking: Vec<&'static str>,
        visitor: V,
    ) -> Result<V::Value, Error> {
        let (place, places) = (self.place.clone(), self.places);
        match self.value {
            Value::Array(values) => places.visiting(&place, is_copied, || {
                visitor.visit_seq(self.elements(values, lacking.len()))
            }),
            Value::Object(members) => places.visiting(&place, is_copied, || {
                visitor.visit_map(self.members(members, lacking))
            }),
            scalar => {
                if is_copied {
                    places.note_copy();
                }
                show_scalar(scalar, visitor)
            }
        }
    }

    /// Shows an integer of 128 bits. The finished value has but its 64 most significant ones, which
    /// are enough where it is certain that it is one.
    fn show_wide<V: Visitor<'de>>(
        self,
        min: i128,
        max: u128,
        visitor: V,
    ) -> Result<V::Value, Error> {
        if let Value::Number(number) = self.value
            && number.is_f64()
            && let Some(number) = number.as_f64()
            && !(I64_MIN < number && number < u64::MAX as f64)
        {
            if number > 0.0 && number <= max as f64 {
                return visitor.visit_u128((number as u128).min(max));
            }
            if number < 0.0 && number >= min as f64 {
                return visitor.visit_i128((number as i128).max(min));
            }
        }
        self.show(false, Vec::new(), visitor)
    }

    fn elements(&self, values: &'de [Value], lacking: usize) -> Elements<'de, 'p> {
        Elements {
            values: values.iter().enumerate(),
            lacking,
            place: self.place.clone(),
            places: self.places,
        }
    }

    fn members(
        &self,
        members: &'de Map<String, Value>,
        lacking: Vec<&'static str>,
    ) -> Members<'de, 'p> {
        Members {
            members: members.iter(),
            next: None,
            lacking: lacking.into_iter(),
            added: None,
            place: self.place.clone(),
            places: self.places,
        }
    }
}

/// The methods that ask for what is there.
macro_rules! show {
    ($($method:ident($($argument:ty)?))*) => {$(
        fn $method<V: Visitor<'de>>(
            self,
            $(_: $argument,)?
            visitor: V,
        ) -> Result<V::Value, Error> {
            self.show(false, Vec::new(), visitor)
        }
    )*};
}

impl<'de> Deserializer<'de> for Node<'de, '_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.show(true, Vec::new(), visitor)
    }

    fn deserialize_i128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.show_wide(i128::MIN, i128::MAX.unsigned_abs(), visitor)
    }

    fn deserialize_u128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        self.show_wide(0, u128::MAX, visitor)
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
        let absent = self.absent(self.place.clone(), fields);
        self.show(false, absent, visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Error> {
        let shortage = self.shortage(self.place.clone(), len);
        self.show(false, vec![""; shortage], visitor)
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
                visitor.visit_enum(self.members(members, Vec::new()))
            }
            _ => Err(Error::invalid_type(
                Unexpected::Other("value"),
                &"a string or an object with one member",
            )),
        }
    }

    show! {
        deserialize_bool() deserialize_i8() deserialize_i16() deserialize_i32() deserialize_i64()
        deserialize_u8() deserialize_u16() deserialize_u32() deserialize_u64() deserialize_f32()
        deserialize_f64() deserialize_char() deserialize_str() deserialize_string()
        deserialize_bytes() deserialize_byte_buf() deserialize_unit() deserialize_seq()
        deserialize_map() deserialize_identifier() deserialize_ignored_any()
        deserialize_unit_struct(&'static str) deserialize_tuple(usize)
    }
}

fn show_scalar<'de, V: Visitor<'de>>(value: &'de Value, visitor: V) -> Result<V::Value, Error> {
    match value {
        Value::Bool(value) => visitor.visit_bool(*value),
        Value::Number(number) => match (number.as_u64(), number.as_i64(), number.as_f64()) {
            (Some(number), ..) => visitor.visit_u64(number),
            (_, Some(number), _) => visitor.visit_i64(number),
            (.., Some(number)) => visitor.visit_f64(number),
            (None, None, None) => Err(Error::custom("number out of range")),
        },
        Value::String(text) => visitor.visit_borrowed_str(text),
        _ => visitor.visit_unit(),
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

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, Error> {
        // What is lacking is told when the enum has been read.
        let shortage = self.shortage(self.place.clone().parent(), len);
        let (place, places) = (self.place.clone(), self.places);
        places.within(&place, || self.show(false, vec![""; shortage], visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Error> {
        let absent = self.absent(self.place.clone().parent(), fields);
        let (place, places) = (self.place.clone(), self.places);
        places.within(&place, || self.show(false, absent, visitor))
    }
}
