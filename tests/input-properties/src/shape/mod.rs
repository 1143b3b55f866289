//! What JSON a type reads, written down a second time.
//!
//! `serde`'s derive and the shape beside it are two accounts of one type. The shape knows which
//! values fit, and at which places; it knows nothing of how they are read.

mod fit;
mod generate;
mod kind;
mod model;
mod names;
mod reach;

pub(crate) use self::generate::{NAMES, documents, scalars};
pub(crate) use self::kind::{Kind, is_within, kind_of};
pub(crate) use self::model::{Copied, Field, Key, Object, Rest, Shape, Shaped, field, object};
pub(crate) use self::names::Keyed;
pub(crate) use self::reach::{Reached, is_buffered, reach};
