//! Numbers, dates and plurals as a language writes them, by ICU4X.
//!
//! `fluent-bundle` groups no digits, knows no dates, and takes a lock for each plural. So values are of types of
//! our own here, which carry the formatters of their language, and `rewritten` has messages choose plurals by
//! a function. Nothing takes a lock that way.

mod date_time;
mod formatters;
mod functions;
mod number;
mod rewrite;
mod styles;
mod value;

pub(crate) use self::formatters::Formatters;
pub(crate) use self::functions::add_functions;
pub(crate) use self::rewrite::rewritten;
pub(crate) use self::value::value;
