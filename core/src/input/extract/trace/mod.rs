//! A deserializer around another one that knows where an error is met, and what it is.
//!
//! `serde` hands on an error as a sentence, without its place. This reader stands around that of a
//! format: its errors are data, and while it reads it keeps the way to the value that it is at.

mod access;
mod around;
mod array;
mod locate;
mod names;
mod read;
mod reader;
mod run;
mod search;
mod visitor;
mod way;

pub(super) use self::locate::{Whereabouts, is_readable, locate, locate_array};
pub(super) use self::way::Trace;
