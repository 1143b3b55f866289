//! What `#[derive(ErrorCode)]` makes of an enum, seen from outside.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod causes;
mod codes;
mod conditions;
mod details;
mod messages;
mod numbers;
mod retry;
mod variants;

use manila::{Catalog, Condition, Envelopes, Fault, IntoFault, Rendered, ResponseHeader};
use serde_json::Value;

fn rendered(fault: &Fault) -> Rendered {
    manila::render(fault, &Envelopes::ok_error().context(None))
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
    let mut header = Header::default();
    rendered(fault).apply(&mut header);
    let fields = header.0.into_iter();
    fields
        .filter(|(field, _)| field == name)
        .map(|(_, value)| value)
        .collect()
}

/// The status and the code that a service with this catalog answers a condition with.
fn answer(condition: Condition, catalog: &'static Catalog) -> (u16, String) {
    let envelopes = Envelopes::ok_error().catalog(catalog);
    let rendered = manila::render(&Fault::condition(condition), &envelopes.context(None));
    (rendered.status(), rendered.code().to_owned())
}

/// The header of a response, as pairs.
#[derive(Default)]
struct Header(Vec<(String, String)>);

impl ResponseHeader for Header {
    fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(field, _)| field == name)
    }

    fn set(&mut self, name: &str, value: &str) {
        self.remove(name);
        self.append(name, value);
    }

    fn append(&mut self, name: &str, value: &str) {
        self.0.push((name.to_owned(), value.to_owned()));
    }

    fn remove(&mut self, name: &str) {
        self.0.retain(|(field, _)| field != name);
    }
}
