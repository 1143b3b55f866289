//! An upgrade passes (RFC 6455 §1.3).

use std::net::TcpStream;
use std::time::Duration;

use manila_examples::workbench::{Framework, Style};
use tungstenite::Message;

use crate::servers::Cell;

#[test]
fn a_websocket_is_upgraded_and_echoes() {
    // A tower service without a router has no upgrade of its own.
    for framework in [Framework::Axum, Framework::Actix] {
        for path in ["/ws", "/nested/ws"] {
            let address = Cell::new(framework, Style::Problem).address();
            let stream = TcpStream::connect(address).unwrap();
            stream
                .set_read_timeout(Some(Duration::from_secs(5)))
                .unwrap();
            let (mut socket, response) =
                tungstenite::client(format!("ws://{address}{path}"), stream).unwrap();
            assert_eq!(response.status(), 101, "{framework:?}");
            let ids = response.headers().get_all("x-request-id").iter();
            assert_eq!(ids.count(), 1, "{framework:?} {path}");
            socket.send(Message::text("ping")).unwrap();
            assert_eq!(socket.read().unwrap(), Message::text("ping"));
            socket.close(None).unwrap();
        }
    }
}

#[test]
fn a_request_that_is_no_upgrade_is_refused_in_the_envelope() {
    use manila_probe::wire::{Protocol, Request, send};
    for framework in [Framework::Axum, Framework::Actix] {
        let address = Cell::new(framework, Style::Problem).address();
        let response = send(address, Protocol::Http1, &Request::get("/ws")).unwrap();
        assert!((400..500).contains(&response.status), "{framework:?}");
        assert_eq!(
            response.only("content-type"),
            Some("application/problem+json")
        );
    }
}
