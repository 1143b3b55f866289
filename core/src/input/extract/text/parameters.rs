//! The parameters of a path, as a deserializer: by name, or in their order.

use std::borrow::Cow;

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::error::TextError;
use super::values::Values;

/// The parameters of a path, each a name and its value.
#[derive(Debug, Clone, Copy)]
pub(in super::super) struct Parameters<'de>(pub(in super::super) &'de [(&'de str, Cow<'de, str>)]);

impl<'de> Parameters<'de> {
    /// Has the only parameter read.
    fn only<T>(
        self,
        read: impl FnOnce(Values<'de>) -> Result<T, TextError>,
    ) -> Result<T, TextError> {
        match self.0 {
            [(name, value)] => read(Values::of(value)).map_err(|error| error.of(name)),
            parameters => Err(TextError::misfit(format_args!(
                "wrong number of parameters: {} expected 1",
                parameters.len()
            ))),
        }
    }
}

macro_rules! only {
    ($($method:ident)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
            self.only(|value| value.$method(visitor))
        }
    )*};
}

impl<'de> Deserializer<'de> for Parameters<'de> {
    type Error = TextError;

    only! {
        deserialize_any deserialize_bool deserialize_i8 deserialize_i16 deserialize_i32
        deserialize_i64 deserialize_i128 deserialize_u8 deserialize_u16 deserialize_u32
        deserialize_u64 deserialize_u128 deserialize_f32 deserialize_f64 deserialize_char
        deserialize_str deserialize_string deserialize_bytes deserialize_byte_buf
        deserialize_identifier deserialize_ignored_any deserialize_option
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, TextError> {
        self.only(|value| value.deserialize_enum(name, variants, visitor))
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, TextError> {
        visitor.visit_unit()
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, TextError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        visitor.visit_seq(List(self.0.iter()))
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, TextError> {
        let count = self.0.len();
        if count != length {
            return Err(TextError::misfit(format_args!(
                "wrong number of parameters: {count} expected {length}"
            )));
        }
        visitor.visit_seq(List(self.0.iter()))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        length: usize,
        visitor: V,
    ) -> Result<V::Value, TextError> {
        self.deserialize_tuple(length, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, TextError> {
        visitor.visit_map(Members {
            parameters: self.0.iter(),
            parameter: None,
        })
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, TextError> {
        self.deserialize_map(visitor)
    }
}

/// The parameters as members of an object.
struct Members<'de> {
    parameters: std::slice::Iter<'de, (&'de str, Cow<'de, str>)>,
    parameter: Option<&'de (&'de str, Cow<'de, str>)>,
}

impl<'de> MapAccess<'de> for Members<'de> {
    type Error = TextError;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, TextError> {
        self.parameter = self.parameters.next();
        let name = self
            .parameter
            .map(|(name, _)| BorrowedStrDeserializer::new(name));
        name.map(|name| seed.deserialize(name)).transpose()
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, TextError> {
        let Some((name, value)) = self.parameter.take() else {
            return Err(TextError::misfit("a value without its name"));
        };
        let read = seed.deserialize(Values::of(value));
        read.map_err(|error| error.of(name))
    }
}

/// The parameters in their order.
struct List<'de>(std::slice::Iter<'de, (&'de str, Cow<'de, str>)>);

impl<'de> SeqAccess<'de> for List<'de> {
    type Error = TextError;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, TextError> {
        let Some((name, value)) = self.0.next() else {
            return Ok(None);
        };
        let read = seed.deserialize(Values::of(value));
        read.map(Some).map_err(|error| error.of(name))
    }
}
