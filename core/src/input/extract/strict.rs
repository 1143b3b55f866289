//! A reader that takes no array for a struct.
//!
//! `serde` has a struct read itself from an array as well, whose elements then are the members in
//! the order of the source. A client that sends one has made a mistake. What stands between here is
//! types alone, which the compiler sees through: a body that fits costs nothing more.

//!
//! It cannot tell what an array stands for that `serde` keeps until it knows its type. So it notes that
//! there is one, and can read as if there were nothing in such arrays: a list takes that, and a struct
//! does not.

use std::cell::Cell;
use std::fmt;

use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected,
    VariantAccess, Visitor,
};

/// Stands around a part of a reader, or of a type that is read.
pub(super) struct Strict<'k, T>(T, &'k Kept);

/// Stands around the visitor of a struct.
struct Struct<'k, V>(V, &'k Kept);

/// The arrays that are kept until their type is known.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// In how many such arrays the one is that is being read.
    depth: Cell<usize>,
    /// How many are in each other at most.
    deepest: Cell<usize>,
    /// Those in that many others are read as if there were nothing in them.
    emptied: Option<usize>,
}

impl Kept {
    pub(super) fn emptied_at(depth: usize) -> Self {
        Self {
            emptied: Some(depth),
            ..Self::default()
        }
    }

    /// How many of them are in each other at most.
    pub(super) const fn depth(&self) -> usize {
        self.deepest.get()
    }
}

impl<'k, T> Strict<'k, T> {
    pub(super) const fn new(inner: T, kept: &'k Kept) -> Self {
        Self(inner, kept)
    }
}

/// An array with nothing in it.
struct Emptied<A>(A);

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Emptied<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        _: S,
    ) -> Result<Option<S::Value>, A::Error> {
        while self.0.next_element::<IgnoredAny>()?.is_some() {}
        Ok(None)
    }
}

macro_rules! deserialize {
    ($($method:ident($($argument:ident: $type:ty),*) with $around:ident;)*) => {$(
        fn $method<V: Visitor<'de>>(
            self,
            $($argument: $type,)*
            visitor: V,
        ) -> Result<V::Value, D::Error> {
            self.0.$method($($argument,)* $around(visitor, self.1))
        }
    )*};
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<'_, D> {
    type Error = D::Error;

    fn is_human_readable(&self) -> bool {
        self.0.is_human_readable()
    }

    deserialize! {
        deserialize_any() with Strict;
        deserialize_bool() with Strict;
        deserialize_i8() with Strict;
        deserialize_i16() with Strict;
        deserialize_i32() with Strict;
        deserialize_i64() with Strict;
        deserialize_i128() with Strict;
        deserialize_u8() with Strict;
        deserialize_u16() with Strict;
        deserialize_u32() with Strict;
        deserialize_u64() with Strict;
        deserialize_u128() with Strict;
        deserialize_f32() with Strict;
        deserialize_f64() with Strict;
        deserialize_char() with Strict;
        deserialize_str() with Strict;
        deserialize_string() with Strict;
        deserialize_bytes() with Strict;
        deserialize_byte_buf() with Strict;
        deserialize_option() with Strict;
        deserialize_unit() with Strict;
        deserialize_unit_struct(name: &'static str) with Strict;
        deserialize_newtype_struct(name: &'static str) with Strict;
        deserialize_seq() with Strict;
        deserialize_tuple(len: usize) with Strict;
        deserialize_tuple_struct(name: &'static str, len: usize) with Strict;
        deserialize_map() with Strict;
        deserialize_struct(name: &'static str, fields: &'static [&'static str]) with Struct;
        deserialize_enum(name: &'static str, variants: &'static [&'static str]) with Strict;
        deserialize_identifier() with Strict;
        deserialize_ignored_any() with Strict;
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Strict<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Strict(deserializer, self.1))
    }
}

macro_rules! visit {
    ($($method:ident($type:ty))*) => {$(
        fn $method<E: Error>(self, value: $type) -> Result<V::Value, E> {
            self.0.$method(value)
        }
    )*};
}

macro_rules! visit_as_it_is {
    () => {
        visit! {
            visit_bool(bool) visit_i8(i8) visit_i16(i16) visit_i32(i32) visit_i64(i64)
            visit_i128(i128) visit_u8(u8) visit_u16(u16) visit_u32(u32) visit_u64(u64)
            visit_u128(u128) visit_f32(f32) visit_f64(f64) visit_char(char) visit_str(&str)
            visit_borrowed_str(&'de str) visit_string(String) visit_bytes(&[u8])
            visit_borrowed_bytes(&'de [u8]) visit_byte_buf(Vec<u8>)
        }

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.expecting(f)
        }

        fn visit_none<E: Error>(self) -> Result<V::Value, E> {
            self.0.visit_none()
        }

        fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
            self.0.visit_unit()
        }

        fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
            self.0.visit_some(Strict(inner, self.1))
        }

        fn visit_newtype_struct<D: Deserializer<'de>>(
            self,
            inner: D,
        ) -> Result<V::Value, D::Error> {
            self.0.visit_newtype_struct(Strict(inner, self.1))
        }

        fn visit_map<A: MapAccess<'de>>(self, members: A) -> Result<V::Value, A::Error> {
            self.0.visit_map(Strict(members, self.1))
        }

        fn visit_enum<A: EnumAccess<'de>>(self, variant: A) -> Result<V::Value, A::Error> {
            self.0.visit_enum(Strict(variant, self.1))
        }
    };
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Strict<'_, V> {
    type Value = V::Value;

    visit_as_it_is!();

    fn visit_seq<A: SeqAccess<'de>>(self, elements: A) -> Result<V::Value, A::Error> {
        if is_of_tagged_enum::<V>() {
            return Err(Error::invalid_type(Unexpected::Seq, &self));
        }
        let kept = self.1;
        if !is_of_copy::<V>() {
            return self.0.visit_seq(Strict(elements, kept));
        }
        let depth = kept.depth.get();
        kept.deepest.set(kept.deepest.get().max(depth + 1));
        if kept.emptied == Some(depth) {
            return self.0.visit_seq(Emptied(elements));
        }
        kept.depth.set(depth + 1);
        let outcome = self.0.visit_seq(Strict(elements, kept));
        kept.depth.set(depth);
        outcome
    }
}

/// Whether a visitor is that of `serde` for a value that is kept until its type is known.
fn is_of_copy<V>() -> bool {
    let name = std::any::type_name::<V>();
    name.starts_with("serde::") && name.contains("::ContentVisitor")
}

/// Whether a visitor is that of `serde` for an enum with a tag beside its members, which takes an
/// array of the tag and the rest for one as well.
pub(super) fn is_of_tagged_enum<V>() -> bool {
    let name = std::any::type_name::<V>();
    name.starts_with("serde::") && name.contains("::TaggedContentVisitor<")
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Struct<'_, V> {
    type Value = V::Value;

    visit_as_it_is!();

    fn visit_seq<A: SeqAccess<'de>>(self, _: A) -> Result<V::Value, A::Error> {
        Err(Error::invalid_type(Unexpected::Seq, &self))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Strict<'_, A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.0.next_element_seed(Strict(seed, self.1))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Strict<'_, A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, A::Error> {
        self.0.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.0.next_value_seed(Strict(seed, self.1))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, 'k, A: EnumAccess<'de>> EnumAccess<'de> for Strict<'k, A> {
    type Error = A::Error;
    type Variant = Strict<'k, A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), A::Error> {
        let (variant, content) = self.0.variant_seed(seed)?;
        Ok((variant, Strict(content, self.1)))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Strict<'_, A> {
    type Error = A::Error;

    fn unit_variant(self) -> Result<(), A::Error> {
        self.0.unit_variant()
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, A::Error> {
        self.0.newtype_variant_seed(Strict(seed, self.1))
    }

    fn tuple_variant<V: Visitor<'de>>(self, len: usize, visitor: V) -> Result<V::Value, A::Error> {
        self.0.tuple_variant(len, Strict(visitor, self.1))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, A::Error> {
        self.0.struct_variant(fields, Struct(visitor, self.1))
    }
}
