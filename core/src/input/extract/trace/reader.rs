//! The deserializer.

use serde::de::value::StrDeserializer;
use serde::de::{Deserialize as _, DeserializeSeed, Deserializer, Expected, IgnoredAny, Visitor};

use super::around::{Reader, Role, STRUCT, Seed};
use super::names::UNKNOWN_NAME;
use crate::input::extract::error::{Asked, DecodeError};

/// The methods that ask the format for the same.
macro_rules! ask {
    ($($method:ident($($argument:ident: $type:ty),*) = $asked:expr;)*) => {$(
        fn $method<V: Visitor<'de>>(
            self,
            $($argument: $type,)*
            visitor: V,
        ) -> Result<V::Value, DecodeError> {
            self.trace.wide.take();
            let (trace, spot) = (self.trace, self.role.spot());
            let visitor = self.tracing(visitor, $asked);
            trace.settle(self.inner.$method($($argument,)* visitor), $asked, spot)
        }
    )*};
}

/// The methods by which the name of a variant is asked for, or a copy of it. Where the names are looked
/// for, one is read that no enum has.
macro_rules! ask_for_name {
    ($($method:ident($($argument:ident: $type:ty),*) = $asked:expr, $visit:ident($name:expr);)*) => {$(
        fn $method<V: Visitor<'de>>(
            self,
            $($argument: $type,)*
            visitor: V,
        ) -> Result<V::Value, DecodeError> {
            let (trace, spot) = (self.trace, self.role.spot());
            trace.wide.take();
            if self.role == Role::Value && trace.looks_for_names() {
                let _ = IgnoredAny::deserialize(self.inner);
                return visitor.$visit($name);
            }
            let visitor = self.tracing(visitor, $asked);
            trace.settle(self.inner.$method($($argument,)* visitor), $asked, spot)
        }
    )*};
}

/// The methods for scalars.
macro_rules! ask_for_scalar {
    ($($method:ident = $name:literal;)*) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, DecodeError> {
            let expected: &dyn Expected = &visitor;
            let is_nonzero = expected.to_string().starts_with("a nonzero ");
            let asked = Asked::Type(if is_nonzero { concat!("a nonzero ", $name) } else { $name });
            let (trace, spot) = (self.trace, self.role.spot());
            trace.wide.take();
            let visitor = self.tracing(visitor, asked);
            let value = trace.settle(self.inner.$method(visitor), asked, spot)?;
            if $name.ends_with("128") {
                *trace.wide.borrow_mut() = Some(trace.pointer());
            }
            Ok(value)
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Reader<'_, D> {
    type Error = DecodeError;

    fn is_human_readable(&self) -> bool {
        self.inner.is_human_readable()
    }

    ask_for_scalar! {
        deserialize_bool = "bool";
        deserialize_i8 = "i8";
        deserialize_i16 = "i16";
        deserialize_i32 = "i32";
        deserialize_i64 = "i64";
        deserialize_i128 = "i128";
        deserialize_u8 = "u8";
        deserialize_u16 = "u16";
        deserialize_u32 = "u32";
        deserialize_u64 = "u64";
        deserialize_u128 = "u128";
        deserialize_f32 = "f32";
        deserialize_f64 = "f64";
    }

    ask_for_name! {
        deserialize_any() = Asked::Anything, visit_str(UNKNOWN_NAME);
        deserialize_identifier() = Asked::Type("a string"), visit_str(UNKNOWN_NAME);
        deserialize_enum(name: &'static str, variants: &'static [&'static str])
            = Asked::Enum(variants), visit_enum(StrDeserializer::<DecodeError>::new(UNKNOWN_NAME));
    }

    ask! {
        deserialize_char() = Asked::Type("a character");
        deserialize_str() = Asked::Type("a string");
        deserialize_string() = Asked::Type("a string");
        deserialize_bytes() = Asked::Type("byte array");
        deserialize_byte_buf() = Asked::Type("byte array");
        deserialize_option() = Asked::Type("option");
        deserialize_unit() = Asked::Type("unit");
        deserialize_unit_struct(name: &'static str) = Asked::Type("unit");
        deserialize_newtype_struct(name: &'static str) = Asked::Type("newtype");
        deserialize_seq() = Asked::Type("a sequence");
        deserialize_tuple(len: usize) = Asked::Type("a sequence");
        deserialize_tuple_struct(name: &'static str, len: usize) = Asked::Type("a sequence");
        deserialize_map() = Asked::Type("a map");
        deserialize_struct(name: &'static str, fields: &'static [&'static str]) = STRUCT;
        deserialize_ignored_any() = Asked::Type("anything");
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Seed<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        let (trace, role) = (self.trace, self.role);
        let copies = trace.copies.get();
        let read = self
            .inner
            .deserialize(Reader::of(deserializer, trace, role));
        read.map_err(|error| {
            let spot = match role {
                Role::Value => trace.spot_since(copies),
                Role::Name | Role::Variant => role.spot(),
            };
            trace.pass(error, spot)
        })
    }
}
