//! Bodies that a layer around the extractor stops.

use std::io::{Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};

use super::{App, FRAMEWORKS, address};

/// The answer to a request of which this was sent, and nothing more.
fn answer_to(sent: &str, app: SocketAddr) -> String {
    let mut stream = TcpStream::connect(app).unwrap();
    stream.write_all(sent.as_bytes()).unwrap();
    let (mut answer, mut piece) = (Vec::new(), [0; 1024]);
    while !answer.ends_with(b"}}") {
        let read = stream.read(&mut piece).unwrap();
        assert!(read > 0, "{}", String::from_utf8_lossy(&answer));
        answer.extend_from_slice(&piece[..read]);
    }
    String::from_utf8(answer).unwrap()
}

#[test]
fn half_a_body_and_silence_is_a_timeout_and_one_without_end_too_large() {
    let head = |path: &str, rest: &str| {
        let fixed = "host: a\r\ncontent-type: application/json\r\n";
        format!("POST {path} HTTP/1.1\r\n{fixed}{rest}")
    };
    let half = head("/slow", "content-length: 100\r\n\r\n123");
    let chunks = "6\r\n123456\r\n6\r\n789012\r\n0\r\n\r\n";
    let long = head(
        "/long",
        &format!("transfer-encoding: chunked\r\n\r\n{chunks}"),
    );
    for framework in FRAMEWORKS {
        let address = address(framework, App::Stopped);
        for (sent, status, code) in [
            (&half, "504 ", "gateway_timeout"),
            (&long, "413 ", "content_too_large"),
        ] {
            let answer = answer_to(sent, address);
            let what = format!("{framework:?}: {answer}");
            assert!(answer.starts_with(&format!("HTTP/1.1 {status}")), "{what}");
            assert!(answer.contains(&format!("x-error-code: {code}")), "{what}");
            assert!(!answer.contains("reason"), "{what}");
        }
    }
}
