//! Writing JSON, bounded and escaped.

mod buffer;
mod check;
mod escape;
mod pointer;
mod scalar;
mod split;
mod unescape;
mod value;
mod write;

pub(crate) use self::write::{Key, key, put_text};
pub(crate) use self::{
    buffer::{Blocks, Buffer, Sink},
    check::is_strict_json,
    escape::is_plain,
    split::members_of,
    unescape::text_of,
    value::{serialize, serialize_any},
};
pub use self::{
    pointer::Pointer,
    value::Unserializable,
    write::{Array, Object},
};
