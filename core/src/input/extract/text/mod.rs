//! Names and values that are all text, as deserializers: queries, forms, and parameters of a path.
//!
//! A name may stand there several times, which makes its values a list. A type that wants more than
//! that, an object inside of an object say, fits no request at all, and the error says so.

mod error;
mod named;
mod parameters;
mod values;

pub(super) use self::{
    error::TextError,
    named::{Group, Named, group},
    parameters::Parameters,
};
