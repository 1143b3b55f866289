//! What types say of the errors of an operation, for [`Document`](crate::Document).
//!
//! aide keeps the first response of a status and drops the next, so that none is made here: the
//! operation gets a mark.

use aide::openapi::Operation;
use manila::ErrorCode;
use manila_openapi::bindings::{add_mark, any_code};
use manila_openapi::{MARK, mark_of};
use serde_json::Value;

/// Says that the operation answers with the codes of an enum.
pub fn mark_codes_of<E: ErrorCode>(operation: &mut Operation) {
    mark(operation, mark_of(E::CATALOG));
}

/// Says that the operation answers with any code of the service.
pub fn mark_any_code(operation: &mut Operation) {
    mark(operation, any_code());
}

fn mark(operation: &mut Operation, mark: Value) {
    add_mark(
        operation.extensions.entry(MARK.to_owned()).or_default(),
        mark,
    );
}
