//! What the bindings to libraries that make OpenAPI documents have in common, for these alone;
//! nothing in it is stable.

mod lost;
mod mark;
mod paths;
mod reply;

use serde_json::Value;

pub use self::{
    lost::lost,
    mark::{SCHEMAS, STATUS, SUCCESS, add_mark, any_code},
    reply::REPLY,
};
use crate::contract::Contract;
use crate::error::Error;

/// Completes a document that a binding has marked: successes in the service's shape, and errors.
///
/// # Errors
///
/// As of [`Contract::complete`]; and if two paths are the same but for the names of their parameters, of
/// which clients can have one.
pub fn complete(contract: &Contract, document: &mut Value) -> Result<(), Error> {
    paths::check(document)?;
    mark::settle(&contract.envelopes, document);
    reply::wrap(&contract.envelopes, document);
    contract.complete(document)?;
    Ok(())
}
