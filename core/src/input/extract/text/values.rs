//! The values of one name, as a deserializer.

use std::borrow::Cow;

use serde::de::value::{BorrowedStrDeserializer, SeqDeserializer};
use serde::de::{Deserializer, IntoDeserializer, Visitor};

use super::error::TextError;

/// The values of one name, in their order: one, or for a list any number.
#[derive(Debug, Clone, Copy)]
pub(super) struct Values<'de> {
    texts: &'de [Cow<'de, str>],
    empty: Empty,
}

/// What an empty text is where a type is optional. Whoever fills in a form leaves a number empty that
/// they do not want to say; a text may be empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Empty {
    /// Always a text: the values are not of a form.
    Text,
    /// It depends on the type, which is asked.
    Unknown,
    /// The type is inside of the one that is optional.
    InOption,
    /// No value.
    Absent,
}

impl<'de> Values<'de> {
    /// The value of a parameter of a path, or a name.
    pub(super) const fn of(value: &'de Cow<'de, str>) -> Self {
        Self {
            texts: std::slice::from_ref(value),
            empty: Empty::Text,
        }
    }

    /// Values of a form or a query.
    pub(super) const fn of_form(texts: &'de [Cow<'de, str>], empty: Empty) -> Self {
        Self { texts, empty }
    }

    fn only(self) -> Result<&'de str, TextError> {
        match self.texts {
            [value] => Ok(value),
            _ => Err(TextError::repeated()),
        }
    }

    fn list<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        let value = |text| Self {
            texts: std::slice::from_ref(text),
            ..self
        };
        let mut values = SeqDeserializer::new(self.texts.iter().map(value));
        let list = visitor.visit_seq(&mut values)?;
        // A tuple has an end.
        values.end()?;
        Ok(list)
    }

    /// Whether it is one empty text.
    fn is_empty(self) -> bool {
        matches!(self.texts, [text] if text.is_empty())
    }

    /// The error of a text that is none of this type.
    fn unfit(self, text: &str, expected: &'static str) -> TextError {
        let error = TextError::unfit(text, expected);
        match self.empty {
            Empty::InOption if text.is_empty() => error.in_option(),
            _ => error,
        }
    }
}

macro_rules! parsed {
    ($($method:ident: $type:ident => $visit:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
            let text = self.only()?;
            let value = text.parse::<$type>();
            visitor.$visit(value.map_err(|_| self.unfit(text, stringify!($type)))?)
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
        match self.texts {
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
        deserialize_f32: f32 => visit_f32;
        deserialize_f64: f64 => visit_f64;
    }

    texts! {
        deserialize_char deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf
        deserialize_identifier
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        let text = self.only()?;
        visitor.visit_bool(match text {
            "true" => true,
            "false" => false,
            // What a checkbox sends (HTML, "Form submission").
            "on" if self.empty != Empty::Text => true,
            _ => return Err(self.unfit(text, "bool")),
        })
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        match self.empty {
            Empty::Absent if self.is_empty() => visitor.visit_none(),
            Empty::Unknown => visitor.visit_some(Self {
                empty: Empty::InOption,
                ..self
            }),
            _ => visitor.visit_some(self),
        }
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
