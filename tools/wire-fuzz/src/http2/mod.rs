//! HTTP/2 with prior knowledge, on the frames of `h2`.

mod exchange;
mod mutate;
mod script;
mod stream;

pub(crate) use self::exchange::{Outcome, exchange};
pub(crate) use self::{script::Http2, stream::Stream};
