//! The status line, of which only HTTP/1.1 has one (RFC 9112 §4).

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::TcpStream;

use manila_examples::workbench::{Framework, Placement, Style};

use crate::servers::{Cell, FRAMEWORKS};

/// The status line of an upstream's answer that a service hands on.
fn status_line(cell: Cell) -> String {
    let mut stream = TcpStream::connect(cell.address()).unwrap();
    let request = "GET /upstream HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n";
    stream.write_all(request.as_bytes()).unwrap();
    let mut line = String::new();
    BufReader::new(stream).read_line(&mut line).unwrap();
    line
}

#[test]
fn the_phrase_of_an_upstream_is_on_no_status_line_of_an_envelope() {
    let cells = FRAMEWORKS.map(|framework| Cell::new(framework, Style::OkError));
    let inside = Cell {
        placement: Placement::Inside,
        ..Cell::new(Framework::Axum, Style::OkError)
    };
    for cell in cells.into_iter().chain([inside]) {
        assert_eq!(
            status_line(cell),
            "HTTP/1.1 502 Bad Gateway\r\n",
            "{cell:?}"
        );
        let bare = status_line(Cell { bare: true, ..cell });
        assert!(bare.contains("canary-phrase"), "{bare}");
    }
}
