//! A value of a document as a deserializer that knows its place.

use std::borrow::Cow;
use std::str::FromStr;

use serde::de::value::{CowStrDeserializer, Error};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, VariantAccess, Visitor};
use serde_json::Number;

use super::document::{self, Kind, Sent};
use super::lacks::{Absent, Added, Fields, Short};
use super::places::Places;
use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::error::NO_VALUE;

/// A value, and its place.
pub(super) struct Node<'de, 'p> {
    value: Sent<'de, 'p>,
    place: BoundedPointer,
    places: &'p Places<'p>,
}

/// The elements of an array.
pub(super) struct Elements<'de, 'p> {
    pub(super) values: std::iter::Enumerate<document::Elements<'de, 'p>>,
    /// How many elements are added.
    pub(super) lacking: usize,
    pub(super) place: BoundedPointer,
    pub(super) places: &'p Places<'p>,
}

/// The members of an object; where there is one, they may be a variant.
pub(super) struct Members<'de, 'p> {
    pub(super) members: document::Members<'de, 'p>,
    pub(super) next: Option<Node<'de, 'p>>,
    /// The members that are added.
    pub(super) lacking: std::vec::IntoIter<&'static str>,
    pub(super) added: Option<&'static str>,
    pub(super) place: BoundedPointer,
    pub(super) places: &'p Places<'p>,
}

impl<'de, 'p> Node<'de, 'p> {
    pub(super) const fn new(
        value: Sent<'de, 'p>,
        place: BoundedPointer,
        places: &'p Places<'p>,
    ) -> Self {
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

    /// Which of a struct's members are added to the object; which others are missing is noted with the
    /// place at which that is reported.
    fn absent(
        &self,
        kind: Option<&Kind<'de, 'p>>,
        told_at: BoundedPointer,
        fields: &'static [&'static str],
    ) -> Vec<&'static str> {
        let Some(Kind::Object(members)) = kind else {
            return Vec::new();
        };
        if self.place.is_cut() {
            return Vec::new();
        }
        let lacking = fields.iter().copied();
        let lacking = lacking.filter(|name| members.get(name).is_none());
        let fields = Fields::of(fields);
        let optional = &self.places.optional;
        let (mut there, names): (Vec<_>, Vec<_>) =
            lacking.partition(|name| optional.contains(&(fields, *name)));
        if self.places.added == Added::Nothing {
            self.places.lack(Absent {
                fields,
                told_at,
                object: self.place.clone(),
                names: names.clone(),
            });
        }
        there.extend(self.places.added.of(names));
        there
    }

    /// How many elements are missing, noted with the place at which that is reported.
    fn shortage(&self, told_at: BoundedPointer, len: usize) -> usize {
        let Some(Kind::Array(elements)) = self.value.kind() else {
            return 0;
        };
        let lacking = len.saturating_sub(elements.take(len).count());
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
        let kind = self.value.kind();
        self.show_kind(kind, is_copied, lacking, visitor)
    }

    fn show_kind<V: Visitor<'de>>(
        self,
        kind: Option<Kind<'de, 'p>>,
        is_copied: bool,
        lacking: Vec<&'static str>,
        visitor: V,
    ) -> Result<V::Value, Error> {
        let (place, places) = (self.place.clone(), self.places);
        if is_copied && !matches!(kind, Some(Kind::Array(_) | Kind::Object(_))) {
            places.note_copy();
        }
        match kind {
            Some(Kind::Array(values)) => places.visiting(&place, is_copied, || {
                visitor.visit_seq(self.elements(values, lacking.len()))
            }),
            Some(Kind::Object(members)) => places.visiting(&place, is_copied, || {
                visitor.visit_map(self.members(members, lacking))
            }),
            Some(Kind::Bool(value)) => visitor.visit_bool(value),
            Some(Kind::Number(number)) => show_number(&number, visitor),
            Some(Kind::Text(Cow::Borrowed(text))) => visitor.visit_borrowed_str(text),
            Some(Kind::Text(Cow::Owned(text))) => visitor.visit_string(text),
            Some(Kind::Null) => visitor.visit_unit(),
            None => Err(Error::custom("no value")),
        }
    }

    /// The integer, where 64 bits do not hold it.
    fn wide<T: FromStr>(&self) -> Option<Result<T, Error>> {
        let Some(Kind::Number(number)) = self.value.kind() else {
            return None;
        };
        let digits = self.value.source();
        if !number.is_f64() || digits.contains(['.', 'e', 'E']) {
            return None;
        }
        Some(digits.parse().map_err(|_| out_of_range()))
    }

    fn elements(&self, values: document::Elements<'de, 'p>, lacking: usize) -> Elements<'de, 'p> {
        Elements {
            values: values.enumerate(),
            lacking,
            place: self.place.clone(),
            places: self.places,
        }
    }

    fn members(
        &self,
        members: document::Members<'de, 'p>,
        lacking: Vec<&'static str>,
    ) -> Members<'de, 'p> {
        Members {
            members,
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
        match self.wide() {
            Some(number) => visitor.visit_i128(number?),
            None => self.show(false, Vec::new(), visitor),
        }
    }

    fn deserialize_u128<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        match self.wide() {
            Some(number) => visitor.visit_u128(number?),
            None => self.show(false, Vec::new(), visitor),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        if self.value.is_null() {
            visitor.visit_none()
        } else {
            visitor.visit_some(self)
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
        let kind = self.value.kind();
        let absent = self.absent(kind.as_ref(), self.place.clone(), fields);
        self.show_kind(kind, false, absent, visitor)
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
        match self.value.kind() {
            Some(Kind::Text(name)) => visitor.visit_enum(CowStrDeserializer::new(name)),
            Some(Kind::Object(members)) if members.len() == 1 => {
                visitor.visit_enum(self.members(members, Vec::new()))
            }
            _ => Err(Error::custom(NO_VALUE)),
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

fn show_number<'de, V: Visitor<'de>>(number: &Number, visitor: V) -> Result<V::Value, Error> {
    match (number.as_u64(), number.as_i64(), number.as_f64()) {
        (Some(number), ..) => visitor.visit_u64(number),
        (_, Some(number), _) => visitor.visit_i64(number),
        (.., Some(number)) => visitor.visit_f64(number),
        (None, None, None) => Err(out_of_range()),
    }
}

/// In the words of `serde_json`, which the range is told for.
fn out_of_range() -> Error {
    Error::custom("number out of range")
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
        let kind = self.value.kind();
        let absent = self.absent(kind.as_ref(), self.place.clone().parent(), fields);
        let (place, places) = (self.place.clone(), self.places);
        places.within(&place, || self.show_kind(kind, false, absent, visitor))
    }
}
