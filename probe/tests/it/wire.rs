//! What the raw client takes for a response, and what it does not.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{SocketAddr, TcpListener};
use std::thread;
use std::time::{Duration, Instant};

use manila_probe::wire::{Client, Protocol, Request, Response};

/// A server that answers its only connection with these bytes and closes it.
fn server(answer: &'static [u8]) -> SocketAddr {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        stream
            .set_read_timeout(Some(Duration::from_secs(2)))
            .unwrap();
        let _ = stream.read(&mut [0; 4096]);
        let _ = stream.write_all(answer);
    });
    address
}

fn send(request: &Request, answer: &'static [u8]) -> std::io::Result<Response> {
    Client::new(server(answer))
        .timeout(Duration::from_secs(2))
        .send(Protocol::Http1, request)
}

/// Checks what a GET takes the bytes for: a body, or nothing.
fn check(answer: &'static str, body: Option<&str>) {
    let response = send(&Request::get("/"), answer.as_bytes());
    match (&response, body) {
        (Ok(response), Some(body)) => assert_eq!(response.text(), body, "{answer:?}"),
        (Err(error), None) => assert_eq!(error.kind(), ErrorKind::InvalidData, "{answer:?}"),
        _ => panic!("{answer:?} is read as {response:?}"),
    }
}

#[test]
fn a_well_formed_response_is_read() {
    for (answer, body) in [
        ("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nab", "ab"),
        ("HTTP/1.1 200\r\ncontent-length: 0\r\n\r\n", ""),
        ("HTTP/1.0 200 OK\r\n\r\nab", "ab"),
        (
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n1\r\na\r\n1;x=y\r\nb\r\n0\r\n\r\n",
            "ab",
        ),
        (
            "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n0\r\nx: y\r\n\r\n",
            "ab",
        ),
        (
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: a\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n",
            "",
        ),
        ("HTTP/1.1 304 Not Modified\r\ncontent-length: 7\r\n\r\n", ""),
    ] {
        check(answer, Some(body));
    }
}

#[test]
fn what_a_lenient_client_forgives_is_refused() {
    for answer in [
        "",
        "SSH-2.0-OpenSSH_9.6\r\n",
        "HTTP/2 200 OK\r\n\r\n",
        "HTTP/1.1 20 OK\r\n\r\n",
        "HTTP/1.1 099 Low\r\n\r\n",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\ncontent-length: 0\n\n",
        "HTTP/1.1 200 OK\r\nno colon\r\n\r\n",
        "HTTP/1.1 200 OK\r\nx : space\r\n\r\n",
        "HTTP/1.1 200 OK\r\nx: a\r\n folded\r\n\r\n",
        "HTTP/1.1 200 OK\r\nx: a\nb: c\r\n\r\n",
        "HTTP/1.1 200 OK\r\nx: \u{1b}[31m\r\n\r\n",
        "HTTP/1.1 200 OK\r\ncontent-length: 3\r\n\r\nab",
        "HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\nab",
        "HTTP/1.1 200 OK\r\ncontent-length: +2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 2\r\n\r\nab",
        "HTTP/1.1 200 OK\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\nab",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\nab\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nab\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n+2\r\nab\r\n0\r\n\r\n",
        "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\nmore",
        "HTTP/1.1 204 No Content\r\ncontent-length: 0\r\n\r\n",
        "HTTP/1.1 204 No Content\r\n\r\nab",
        "HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
    ] {
        check(answer, None);
    }
}

#[test]
fn head_has_no_body_whatever_its_length_is() {
    let head = Request::new("HEAD", "/");
    let response = send(
        &head,
        b"HTTP/1.1 404 Not Found\r\ncontent-length: 9\r\n\r\n",
    );
    assert_eq!(response.unwrap().only("content-length"), Some("9"));
    let response = send(
        &head,
        b"HTTP/1.1 404 Not Found\r\ncontent-length: 9\r\n\r\nnot found",
    );
    assert_eq!(response.unwrap_err().kind(), ErrorKind::InvalidData);
}

#[test]
fn a_server_that_says_nothing_is_waited_for_no_longer_than_was_said() {
    let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let client = Client::new(listener.local_addr().unwrap()).timeout(Duration::from_millis(200));
    for protocol in Protocol::ALL {
        let start = Instant::now();
        let error = client.send(protocol, &Request::get("/")).unwrap_err();
        assert_eq!(error.kind(), ErrorKind::TimedOut, "{protocol}");
        assert!(start.elapsed() < Duration::from_secs(5), "{protocol}");
    }
    assert!(!client.speaks_http2().unwrap());
}

#[test]
fn an_answer_that_comes_before_the_end_of_an_upload_is_read() {
    let request = Request::new("POST", "/").body("text/plain", vec![b'a'; 4 << 20]);
    let answer = b"HTTP/1.1 413 Content Too Large\r\ncontent-length: 0\r\n\r\n";
    for request in [request.clone(), request.chunked()] {
        assert_eq!(send(&request, answer).unwrap().status, 413);
    }
}

#[test]
fn a_batch_ends_where_the_server_says_so() {
    const FIRST: &str = "HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\na";
    const LAST: &str = "HTTP/1.1 200 OK\r\ncontent-length: 1\r\nconnection: close\r\n\r\nb";
    const OLD: &str = "HTTP/1.0 200 OK\r\ncontent-length: 1\r\n\r\nc";
    for (answers, bodies) in [
        ([FIRST, LAST], Some("ab")),
        ([LAST, ""], Some("b")),
        ([OLD, ""], Some("c")),
        ([FIRST, ""], None),
        ([LAST, FIRST], None),
    ] {
        let answer: &'static str = answers.concat().leak();
        let requests = [Request::get("/"), Request::get("/"), Request::get("/")];
        let client = Client::new(server(answer.as_bytes())).timeout(Duration::from_secs(2));
        let responses = client.batch(Protocol::Http1, &requests);
        let told = responses.map(|responses| responses.iter().map(Response::text).collect());
        assert_eq!(told.ok(), bodies.map(str::to_owned), "{answer:?}");
    }
}
