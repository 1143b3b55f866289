//! What `#[derive(ErrorCode)]` makes of an enum, seen from outside.

mod causes;
mod codes;
mod conditions;
mod details;
mod messages;
mod numbers;
mod retry;
mod same_as_file;
mod told;
mod variants;

use manila::{Catalog, Condition, Envelopes, Fault, IntoFault, Rendered};
use serde_json::Value;

use crate::support::values;

fn rendered(fault: &Fault) -> Rendered {
    Envelopes::ok_error().render(fault, None)
}

fn body(rendered: &Rendered) -> Value {
    serde_json::from_slice(rendered.body()).unwrap()
}

/// What `ok-error` says of an error.
fn error(error: impl IntoFault) -> Value {
    body(&rendered(&error.into_fault()))["error"].take()
}

/// The values of a header field.
fn field(fault: &Fault, name: &str) -> Vec<String> {
    values(&rendered(fault), name)
}

/// The status and the code that a service with this catalog answers a condition with.
fn answer(condition: Condition, catalog: &'static Catalog) -> (u16, String) {
    let envelopes = Envelopes::ok_error().catalog(catalog);
    let rendered = envelopes.render(&Fault::condition(condition), None);
    (rendered.status(), rendered.code().to_owned())
}
