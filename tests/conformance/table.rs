//! The table of faults, in every cell.

use manila_examples::workbench::{Framework, Placement, Style};
use manila_probe::wire::{Protocol, Request, send};

use crate::cases::cases;
use crate::expected::{body, of_catalog};
use crate::servers::{Cell, FRAMEWORKS, STYLES};
use crate::verify::verify;

/// The name of every case in one cell, and what is wrong with it.
fn outcomes(cell: Cell, protocol: Protocol) -> Vec<(&'static str, Result<(), String>)> {
    let cases = cases().into_iter().map(|case| case.on(cell.framework));
    cases
        .map(|case| (case.name, verify(cell, protocol, &case)))
        .collect()
}

fn assert_conforms(framework: Framework, placement: Placement) {
    for style in STYLES {
        for protocol in Protocol::ALL {
            let cell = Cell {
                placement,
                ..Cell::new(framework, style)
            };
            let failed: Vec<_> = outcomes(cell, protocol)
                .into_iter()
                .filter_map(|(case, outcome)| Some(format!("{case}: {}", outcome.err()?)))
                .collect();
            assert!(
                failed.is_empty(),
                "{cell:?} over {protocol:?}:\n{}",
                failed.join("\n")
            );
        }
    }
}

#[test]
fn axum_answers_every_error_in_the_envelope() {
    assert_conforms(Framework::Axum, Placement::Outside);
}

#[test]
fn axum_answers_every_error_in_the_envelope_of_a_layer_inside_its_router() {
    assert_conforms(Framework::Axum, Placement::Inside);
}

#[test]
fn axum_answers_every_error_in_the_envelope_of_its_last_layer_under_a_trace() {
    assert_conforms(Framework::Axum, Placement::Layer);
}

#[test]
fn actix_answers_every_error_in_the_envelope() {
    assert_conforms(Framework::Actix, Placement::Outside);
}

#[test]
fn a_tower_service_answers_every_error_in_the_envelope() {
    assert_conforms(Framework::Tower, Placement::Outside);
}

#[test]
fn every_case_fails_without_manila() {
    std::thread::scope(|scope| {
        for framework in FRAMEWORKS {
            for protocol in Protocol::ALL {
                let cell = Cell {
                    bare: true,
                    ..Cell::new(framework, Style::OkError)
                };
                scope.spawn(move || {
                    for (case, outcome) in outcomes(cell, protocol) {
                        assert!(
                            outcome.is_err(),
                            "{case} passes on bare {framework:?}, {protocol:?}"
                        );
                    }
                });
            }
        }
    });
}

#[test]
fn a_nested_router_answers_in_its_own_style() {
    for cell in Cell::all() {
        let inner = match cell.style {
            Style::JsonApi => Style::OkError,
            Style::OkError | Style::CodeData | Style::Problem | Style::Acme => Style::JsonApi,
        };
        // The cell names the server; the other one is what is expected of the nested router.
        let inner_cell = Cell {
            style: inner,
            ..cell
        };
        let address = cell.address();
        for protocol in Protocol::ALL {
            for (path, code) in [
                ("/nested/raise/CONFLICT", "CONFLICT"),
                ("/nested/missing", "NOT_FOUND"),
                ("/nested/panic/str", "INTERNAL"),
                ("/nested/middleware-err", "INTERNAL"),
            ] {
                let response = send(address, protocol, &Request::get(path)).unwrap();
                let id = response.only("x-request-id").unwrap();
                assert_eq!(
                    response.text(),
                    body(&of_catalog(code), inner_cell, id),
                    "{cell:?} {path}"
                );
            }
        }
    }
}
