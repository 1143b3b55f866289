//! What a reader of the format has inside of a value.

use std::cell::Cell;
use std::fmt::Display;

use serde::de::value::{StrDeserializer, UnitDeserializer};
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, Error as _, MapAccess, SeqAccess, VariantAccess,
    Visitor,
};

use super::around::{
    Content, Elements, Lent, Members, Presence, Reader, Role, STRUCT, Seed, Tracing, Variant,
    VariantName,
};
use crate::input::extract::error::{Asked, DecodeError};
use crate::input::extract::place::{Spot, Step};

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Elements<'_, '_, A> {
    type Error = DecodeError;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, DecodeError> {
        self.progress.has_begun.set(true);
        let (trace, index) = (self.trace, self.index);
        self.index += 1;
        trace.within(Step::Index(index), || {
            let element = self
                .inner
                .next_element_seed(Seed::new(seed, trace, Role::Value));
            trace.settle(element, Asked::Anything, Spot::Value)
        })
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Members<'_, '_, A> {
    type Error = DecodeError;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, DecodeError> {
        self.progress.has_begun.set(true);
        let trace = self.trace;
        trace.name.take();
        let mut seed = Some(seed);
        let read = (self.inner).next_key_seed(Seed::new(Lent(&mut seed), trace, Role::Name));
        let read = trace.settle(read, Asked::Anything, Spot::Name)?;
        if read.is_some() {
            let name = trace.name_read_last();
            if let (Some(search), Step::Member(name)) = (&trace.search, &name) {
                self.search.note(search, name, || trace.pointer());
            }
            self.progress.name.replace(Some(name));
            return Ok(read);
        }
        let search = trace.search.as_ref();
        let added = search.and_then(|search| self.search.added(search, || trace.pointer()));
        match (added, seed) {
            (Some(name), Some(seed)) => {
                let name = StrDeserializer::<DecodeError>::new(name);
                seed.deserialize(name).map(Some)
            }
            _ => Ok(None),
        }
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<S::Value, DecodeError> {
        let trace = self.trace;
        let Some(name) = self.progress.name.take() else {
            return seed.deserialize(UnitDeserializer::<DecodeError>::new());
        };
        trace.within(name, || {
            let value = (self.inner).next_value_seed(Seed::new(seed, trace, Role::Value));
            trace.settle(value, Asked::Anything, Spot::Value)
        })
    }

    fn size_hint(&self) -> Option<usize> {
        self.inner.size_hint()
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Lent<'_, S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<S::Value, D::Error> {
        match self.0.take() {
            Some(seed) => seed.deserialize(deserializer),
            None => Err(D::Error::custom("a name without its type")),
        }
    }
}

impl<'de, 't, A: EnumAccess<'de>> EnumAccess<'de> for Variant<'t, A> {
    type Error = DecodeError;
    type Variant = Content<'t, A::Variant>;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), DecodeError> {
        let trace = self.trace;
        trace.name.take();
        let mut error = None;
        let name = VariantName {
            inner: seed,
            trace,
            error: &mut error,
        };
        let read = self.inner.variant_seed(name);
        if let Some(error) = error {
            let is_name = match self.role {
                Role::Name => true,
                Role::Value | Role::Variant => read.is_ok_and(|(_, content)| has_value(content)),
            };
            return Err(error.with_spot(if is_name { Spot::Name } else { Spot::Value }));
        }
        let (variant, inner) = trace.settle(read, self.asked, self.role.spot())?;
        let variant = variant.ok_or_else(|| DecodeError::custom("a variant without a name"))?;
        // It stays noted: where the enum is a key, it is the name of a member.
        let name = trace.name_read_last();
        Ok((variant, Content { inner, name, trace }))
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for VariantName<'_, '_, S> {
    type Value = Option<S::Value>;

    fn deserialize<D: Deserializer<'de>>(
        self,
        deserializer: D,
    ) -> Result<Option<S::Value>, D::Error> {
        let reader = Reader::of(deserializer, self.trace, Role::Variant);
        match self.inner.deserialize(reader) {
            Ok(variant) => Ok(Some(variant)),
            Err(error) => {
                *self.error = Some(self.trace.placed(error, Role::Variant.spot()));
                Ok(None)
            }
        }
    }
}

/// Whether a variant is an object's member, whose name is that of the variant; else it is a text.
fn has_value<'de, A: VariantAccess<'de>>(content: A) -> bool {
    let has_value = Cell::new(false);
    let _ = content.newtype_variant_seed(Presence(&has_value));
    has_value.get()
}

impl<'de> DeserializeSeed<'de> for Presence<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, _: D) -> Result<(), D::Error> {
        self.0.set(true);
        Err(D::Error::custom("a value that is not read"))
    }
}

impl<'t, A> Content<'t, A> {
    fn read<T, E: Display>(
        self,
        asked: Asked,
        read: impl FnOnce(A) -> Result<T, E>,
    ) -> Result<T, DecodeError> {
        let trace = self.trace;
        let read = trace.within(self.name, || {
            read(self.inner).map_err(|error| {
                let passing = trace.passing.take();
                let error =
                    passing.unwrap_or_else(|| DecodeError::of_reader(&error.to_string(), asked));
                if error.is_of_bare_variant() {
                    // Where the name is all there is, it is a text, and has no member.
                    return error;
                }
                trace.placed(error, Spot::Value)
            })
        });
        read.map_err(|error| trace.placed(error, Spot::Value))
    }
}

impl<'de, A: VariantAccess<'de>> VariantAccess<'de> for Content<'_, A> {
    type Error = DecodeError;

    fn unit_variant(self) -> Result<(), DecodeError> {
        self.read(Asked::Type("unit"), VariantAccess::unit_variant)
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<S::Value, DecodeError> {
        let seed = Seed::new(seed, self.trace, Role::Value);
        self.read(Asked::Anything, |inner| inner.newtype_variant_seed(seed))
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        let asked = Asked::Type("a sequence");
        let visitor = Tracing::new(visitor, self.trace, Role::Value, asked);
        self.read(asked, |inner| inner.tuple_variant(len, visitor))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, DecodeError> {
        let visitor = Tracing::new(visitor, self.trace, Role::Value, STRUCT);
        self.read(STRUCT, |inner| inner.struct_variant(fields, visitor))
    }
}
