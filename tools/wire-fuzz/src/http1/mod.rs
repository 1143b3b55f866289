//! HTTP/1.1, byte by byte.

mod corrupt;
mod draft;
mod exchange;
mod mutate;
mod read;
mod script;

pub(crate) use self::exchange::{End, Received, exchange};
pub(crate) use self::read::{Heads, Unread, read_all};
pub(crate) use self::script::{Asked, Http1, MOST};
