//! What the contract says of an error, written down a second time.
//!
//! `body`, `error`, `fields`, `http` and `style` know plain data alone and nothing of the library:
//! the conformance table takes its bytes from them too. `fault`, `header` and `resolve` make that data of
//! an input.

mod body;
mod error;
mod fault;
mod fields;
mod header;
mod http;
mod resolve;
mod style;

pub use self::{
    error::{ExpectedCode, ExpectedFault, ExpectedViolation, Members, Spelling},
    fields::{ExpectedHeader, Fields},
    http::phrase,
    style::{ExpectedService, ExpectedStyle},
};
pub(crate) use self::{
    fault::expected_fault,
    header::{IMF_FIXDATE, add_fields, add_metadata, is_imf_fixdate},
    resolve::resolve,
    style::{ExpectedExtent, ExpectedSentence},
};
