//! The same input is answered with the same bytes on axum and on actix-web.

mod bodies;
mod parameters;
mod places;
mod row;

use manila_examples::workbench::{Framework, Style};
use manila_probe::wire::{Protocol, Response, send};

pub(crate) use self::row::Row;
use crate::servers::Cell;

/// Fields that tell a client of an error, or of what is taken instead.
const FIELDS: [&str; 7] = [
    "accept",
    "accept-encoding",
    "allow",
    "cache-control",
    "content-type",
    "x-error-code",
    "x-should-retry",
];

pub(crate) fn rows() -> Vec<Row> {
    let mut rows = bodies::rows();
    rows.extend(parameters::rows());
    rows.extend(places::rows());
    rows
}

/// Status, fields and body, without the request's id.
fn essence(response: &Response) -> (u16, Vec<String>, String) {
    let id = response.only("x-request-id").unwrap_or_default();
    let fields = FIELDS.iter().flat_map(|name| {
        let values = response.values(name);
        values.map(move |value| format!("{name}: {value}"))
    });
    let body = response.text().replace(id, "ID");
    (response.status, fields.collect(), body)
}

fn assert_alike(style: Style, protocol: Protocol) {
    let mut failed = Vec::new();
    for row in rows() {
        let [axum, actix] = [Framework::Axum, Framework::Actix].map(|framework| {
            let address = Cell::new(framework, style).address();
            essence(&send(address, protocol, &row.request).unwrap())
        });
        let what = row.to_string();
        if axum.0 != row.status || !axum.2.contains(&row.told) {
            failed.push(format!(
                "{what}: {} {}, and not {} {}",
                axum.0, axum.2, row.status, row.told
            ));
        }
        if axum != actix {
            failed.push(format!("{what}:\n   axum {axum:?}\n  actix {actix:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn the_same_input_has_the_same_answer_on_both_frameworks() {
    assert_alike(Style::OkError, Protocol::Http1);
}

#[test]
fn the_same_input_has_the_same_answer_over_http2() {
    assert_alike(Style::JsonApi, Protocol::Http2);
}

#[test]
fn many_inputs_are_compared() {
    assert!(rows().len() > 200, "{}", rows().len());
}
