//! What each command does. Each writes to a text that is printed at the end, so that a failure
//! on the way prints no half of an answer.

pub(crate) mod check;
mod clients;
mod contract;
pub(crate) mod decode;
pub(crate) mod diff;
pub(crate) mod docs;
pub(crate) mod explain;
pub(crate) mod export;
mod http_code;
pub(crate) mod import;
mod json;
mod languages;
pub(crate) mod list;
pub(crate) mod new;
mod operation;
pub(crate) mod operations;
pub(crate) mod probe;
pub(crate) mod rename;
pub(crate) mod schema;
mod tables;
