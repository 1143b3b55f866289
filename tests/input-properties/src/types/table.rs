//! Types in a table, with the ways to read them.

use std::fmt::{self, Debug, Formatter};

use eserde::EDeserialize;
use manila::Fault;
use manila::extract::{json, json_all, json_error};
use serde::de::DeserializeOwned;

use crate::shape::{Shape, Shaped};

/// Names the shape of a type.
macro_rules! shaped {
    ($($type:ty = $shape:expr;)*) => {$(
        impl $crate::shape::Shaped for $type {
            fn shape() -> $crate::shape::Shape {
                ($shape).into()
            }
        }
    )*};
}

/// The types of a table.
macro_rules! types {
    ($($type:ty),* $(,)?) => {
        &[$($crate::types::Type::new::<$type>(stringify!($type))),*]
    };
}

pub(crate) use {shaped, types};

/// A type, with the ways to read it.
#[derive(Clone, Copy)]
pub(crate) struct Type {
    pub(crate) name: &'static str,
    pub(crate) shape: fn() -> Shape,
    /// By `serde_json` alone, and what is told of its error.
    pub(crate) plain: fn(&[u8]) -> Result<(), Fault>,
    pub(crate) json: fn(&[u8]) -> Result<(), Fault>,
    pub(crate) json_all: fn(&[u8]) -> Result<(), Fault>,
}

impl Type {
    pub(super) const fn new<T>(name: &'static str) -> Self
    where
        T: DeserializeOwned + for<'de> EDeserialize<'de> + Shaped,
    {
        Self {
            name,
            shape: T::shape,
            plain: |body| match serde_json::from_slice::<T>(body) {
                Ok(_) => Ok(()),
                Err(error) => Err(json_error(&error)),
            },
            json: |body| json::<T>(body).map(|_| ()),
            json_all: |body| json_all::<T>(body).map(|_| ()),
        }
    }
}

impl Debug for Type {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
