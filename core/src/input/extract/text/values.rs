//! The values of one name, as a deserializer.

use std::borrow::Cow;

use serde::de::value::{BorrowedStrDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};

use super::error::TextError;

/// The values of one name, in their order: one, or for a list any number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Values<'de>(pub(super) &'de [Cow<'de, str>]);

impl<'de> Values<'de> {
    pub(super) const fn of(value: &'de Cow<'de, str>) -> Self {
        Self(std::slice::from_ref(value))
    }

    fn only(self) -> Result<&'de str, TextError> {
        match self.0 {
            [value] => Ok(value),
            _ => Err(TextError::repeated()),
        }
    }

    fn list<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        let mut values = SeqDeserializer::new(self.0.iter().map(Self::of));
        let list = visitor.visit_seq(&mut values)?;
        // A tuple has an end.
        values.end()?;
        Ok(list)
    }
}

macro_rules! parsed {
    ($($method:ident: $type:ident => $visit:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
            let text = self.only()?;
            let value = text.parse::<$type>();
            visitor.$visit(value.map_err(|_| TextError::unfit(text, stringify!($type)))?)
        }
    )*};
}

macro_rules! texts {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
            visitor.visit_borrowed_str(self.only()?)
        }
    )*};
}

impl<'de> Deserializer<'de> for Values<'de> {
    type Error = TextError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        match self.0 {
            [value] => visitor.visit_borrowed_str(value),
            _ => self.list(visitor),
        }
    }

    parsed! {
        deserialize_i8: i8 => visit_i8;
        deserialize_i16: i16 => visit_i16;
        deserialize_i32: i32 => visit_i32;
        deserialize_i64: i64 => visit_i64;
        deserialize_i128: i128 => visit_i128;
        deserialize_u8: u8 => visit_u8;
        deserialize_u16: u16 => visit_u16;
        deserialize_u32: u32 => visit_u32;
        deserialize_u64: u64 => visit_u64;
        deserialize_u128: u128 => visit_u128;
        deserialize_bool: bool => visit_bool;
        deserialize_f32: f32 => visit_f32;
        deserialize_f64: f64 => visit_f64;
    }

    texts! {
        deserialize_char deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf
        deserialize_identifier
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

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        self.list(visitor)
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, TextError> {
        self.list(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, TextError> {
        self.list(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, TextError> {
        visitor.visit_enum(BorrowedStrDeserializer::new(self.only()?))
    }

    fn deserialize_unit<V: Visitor<'de>>(self, _: V) -> Result<V::Value, TextError> {
        Err(TextError::misfit("no text is a unit"))
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, TextError> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, _: V) -> Result<V::Value, TextError> {
        Err(TextError::misfit("no text is an object"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, TextError> {
        self.deserialize_map(visitor)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        visitor.visit_unit()
    }
}

impl<'de> IntoDeserializer<'de, TextError> for Values<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}
