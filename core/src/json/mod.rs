//! Writing JSON (RFC 8259), bounded and escaped, and reading as little of it as is needed.
//!
//! A service that only writes errors is linked without a reader of JSON: scalars, objects and
//! arrays are written here, and `serde_json` serves values that are more than that. Nothing here
//! knows faults or styles.

mod body_buffer;
mod buffer;
mod check;
mod escape;
mod keyed;
mod pointer;
mod put;
mod scalar;
mod split;
mod string_length;
mod unescape;
mod value;
mod write;

pub(crate) use self::keyed::{Key, key};
pub(crate) use self::put::put_text;
pub(crate) use self::value::Unserializable;
pub(crate) use self::{
    body_buffer::{Buffer, Note, Slot},
    buffer::{InlineBuffer, Sink},
    check::is_strict_json,
    escape::needs_no_escape,
    split::members_of,
    string_length::string_length,
    unescape::text_of,
    value::{serialize, serialize_any},
};
pub use self::{
    pointer::{InvalidPointer, Pointer},
    write::{Array, Object},
};
