//! Nothing, in the place of a member that is not there.

use serde::de::value::Error;
use serde::de::{Deserializer, Error as _, Visitor};
use serde::forward_to_deserialize_any;

use super::places::Places;
use crate::input::bounded_pointer::BoundedPointer;

/// What an object has for a member that it lacks: as for `serde` itself, it is none of an option, and else
/// an error.
pub(super) struct Nothing<'p> {
    pub(super) name: &'static str,
    pub(super) object: &'p BoundedPointer,
    pub(super) places: &'p Places<'p>,
}

impl<'de> Deserializer<'de> for Nothing<'_> {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        self.places.demand(self.object, self.name);
        Err(Error::missing_field(self.name))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Error> {
        visitor.visit_none()
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}
