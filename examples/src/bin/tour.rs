//! A tour of the envelopes: an axum and an actix-web service on free ports, real requests, and what
//! comes back. Ends with 1 if any answer is not an envelope.

use std::io::{self, Read as _, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::ExitCode;
use std::time::Duration;

use manila_examples::workbench::{Framework, Options, Style, start};
use serde_json::Value;

/// A stop of the tour: what it shows, and the request that shows it.
const STOPS: [(&str, &str); 5] = [
    ("a handler returns Err", "GET /raise/PLAN_LIMIT_EXCEEDED"),
    ("no such route", "GET /no/such/route"),
    ("the wrong method", "DELETE /ok"),
    ("malformed JSON", "POST /json"),
    ("a handler panics", "GET /panic/str"),
];

const STYLES: [(Style, &str); 5] = [
    (Style::OkError, "ok-error: {\"ok\":false,\"error\":{…}}"),
    (Style::JsonApi, "json-api: JSON:API 1.1"),
    (Style::CodeData, "code-data: {\"code\":-402,\"data\":…}"),
    (Style::Problem, "problem: RFC 9457"),
    (Style::Acme, "a style of one's own: {\"fail\":{…}}"),
];

fn main() -> ExitCode {
    // The panics are part of the tour; what they become is shown.
    std::panic::set_hook(Box::new(|_| {}));
    match run(&mut io::stdout().lock()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        // Whoever reads the tour may stop reading, as `head` does.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing else can be told if standard error is gone as well.
            let _ = writeln!(io::stderr(), "the tour ended: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Shows every stop in every style on both frameworks, and counts the answers that are no
/// envelope.
fn run(out: &mut impl Write) -> io::Result<usize> {
    let (mut shown, mut wrong) = (0, 0);
    for (style, title) in STYLES {
        writeln!(out, "\n━━ {title} ━━")?;
        let servers = [Framework::Axum, Framework::Actix]
            .map(|framework| (framework, start(&Options::new(framework, style))));
        for (what, request) in STOPS {
            for (framework, server) in &servers {
                let server = server
                    .as_ref()
                    .map_err(|error| io::Error::from(error.kind()))?;
                let response = exchange(server.address(), request)?;
                writeln!(out, "\n# {what}, on {}", name_of(*framework))?;
                writeln!(out, "> {request}")?;
                for line in response.lines() {
                    writeln!(out, "< {line}")?;
                }
                shown += 1;
                if !is_envelope(style, &response) {
                    wrong += 1;
                    writeln!(out, "! this is not an envelope")?;
                }
            }
        }
    }
    writeln!(
        out,
        "\n{} of {shown} error responses are envelopes.",
        shown - wrong
    )?;
    Ok(wrong)
}

const fn name_of(framework: Framework) -> &'static str {
    match framework {
        Framework::Axum => "axum",
        Framework::Actix => "actix-web",
        Framework::Tower => "tower",
    }
}

/// The response to a request, as it is on the wire.
fn exchange(address: SocketAddr, request: &str) -> io::Result<String> {
    let timeout = Duration::from_secs(5);
    let mut stream = TcpStream::connect_timeout(&address, timeout)?;
    stream.set_read_timeout(Some(timeout))?;
    write!(
        stream,
        "{request} HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n"
    )?;
    if request.starts_with("POST") {
        let body = r#"{"email": "ada@example.com", "age": "#;
        let length = body.len();
        write!(
            stream,
            "content-type: application/json\r\ncontent-length: {length}\r\n\r\n{body}"
        )?;
    } else {
        write!(stream, "\r\n")?;
    }
    let mut response = String::new();
    stream.read_to_string(&mut response)?;
    Ok(response.replace("\r\n", "\n"))
}

/// Whether a response is an error in the style's shape, under a request id.
fn is_envelope(style: Style, response: &str) -> bool {
    let Some((head, body)) = response.split_once("\n\n") else {
        return false;
    };
    let has_id = head
        .lines()
        .any(|line| line.to_ascii_lowercase().starts_with("x-request-id: "));
    let Ok(body) = serde_json::from_str::<Value>(body) else {
        return false;
    };
    has_id
        && match style {
            Style::OkError => body["ok"] == false && body["error"]["code"].is_string(),
            Style::JsonApi => {
                body["errors"][0]["code"].is_string() && body["meta"]["request_id"].is_string()
            }
            Style::CodeData => body["code"].as_i64().is_some_and(|code| code < 0),
            Style::Problem => body["status"].is_u64() && body["request_id"].is_string(),
            Style::Acme => body["fail"]["code"].is_string() && body["trace"].is_string(),
        }
}
