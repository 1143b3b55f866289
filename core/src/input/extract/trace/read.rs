//! From a deserializer to a value, or to an error with its place.

use serde::de::{Deserialize, Deserializer};

use super::around::Reader;
use super::way::Trace;
use crate::input::extract::error::{Asked, DecodeError};
use crate::input::extract::place::Spot;

impl Trace {
    /// A deserializer around another one.
    #[cfg(feature = "json-all")]
    pub(in super::super) const fn reader<'de, D: Deserializer<'de>>(
        &self,
        deserializer: D,
    ) -> impl Deserializer<'de, Error = DecodeError> {
        Reader::new(deserializer, self)
    }

    /// Reads a value from a deserializer.
    pub(in super::super) fn read<'de, T, D>(&self, deserializer: D) -> Result<T, DecodeError>
    where
        T: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        let copies = self.copies.get();
        let read = T::deserialize(Reader::new(deserializer, self));
        read.map_err(|error| self.placed(error, self.spot_since(copies)))
    }

    /// Reads a value from the bytes of a document that is JSON.
    pub(in super::super) fn read_json<'de, T: Deserialize<'de>>(
        &self,
        body: &'de [u8],
    ) -> Result<T, DecodeError> {
        let mut deserializer = serde_json::Deserializer::from_slice(body);
        let value = self.read(&mut deserializer)?;
        self.settle(deserializer.end(), Asked::Anything, Spot::Value)?;
        Ok(value)
    }
}
