//! A route that serves one request at a time.

use manila_examples::workbench::Style;
use manila_probe::wire::{Protocol, Request, send};

use crate::expected::{body, of_catalog};
use crate::servers::{Cell, FRAMEWORKS};

#[test]
fn shed_requests_are_answered_in_the_envelope() {
    for framework in FRAMEWORKS {
        for protocol in Protocol::ALL {
            let cell = Cell::new(framework, Style::OkError);
            let address = cell.address();
            let get = || send(address, protocol, &Request::get("/busy?ms=800")).unwrap();
            let responses: Vec<_> = std::thread::scope(|scope| {
                let threads: Vec<_> = (0..10).map(|_| scope.spawn(get)).collect();
                threads
                    .into_iter()
                    .map(|thread| thread.join().unwrap())
                    .collect()
            });
            let shed = of_catalog("SERVICE_UNAVAILABLE");
            let is_shed = |status| status == shed.code.status;
            let (refused, served): (Vec<_>, Vec<_>) = responses
                .into_iter()
                .partition(|response| is_shed(response.status));
            assert!(
                !served.is_empty() && refused.len() >= 5,
                "{framework:?} {protocol:?}"
            );
            assert!(served.iter().all(|response| response.text() == "done"));
            for response in refused {
                let id = response.only("x-request-id").unwrap();
                assert_eq!(response.text(), body(&shed, cell, id));
            }
        }
    }
}
