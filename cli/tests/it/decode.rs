//! Responses on standard input, and what they are worth to a script.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;

use manila_examples::workbench::{Framework, Options, Style, start};
use serde_json::Value;
use tempfile::TempDir;

use crate::run::{ended, fed};

/// Runs the command in an empty folder, with these bytes on standard input.
fn decode(input: &[u8], arguments: &[&str]) -> (i32, String, String) {
    let folder = TempDir::new().unwrap();
    decode_in(folder.path(), input, arguments)
}

fn decode_in(folder: &Path, input: &[u8], arguments: &[&str]) -> (i32, String, String) {
    fed(folder, &[&["decode"], arguments].concat(), input)
}

/// A response as a server sends it to HTTP/1.1, which is what `curl -si` writes.
fn response(server: std::net::SocketAddr, path: &str) -> Vec<u8> {
    let mut stream = TcpStream::connect(server).unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nhost: t\r\nconnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).unwrap();
    let mut response = Vec::new();
    stream.read_to_end(&mut response).unwrap();
    response
}

#[test]
fn the_exit_code_is_that_of_the_catalog_in_each_style() {
    for framework in [Framework::Axum, Framework::Actix] {
        for style in [
            Style::OkError,
            Style::JsonApi,
            Style::CodeData,
            Style::Problem,
        ] {
            let server = start(&Options::new(framework, style)).unwrap();
            for (code, exit_code) in [
                ("PLAN_LIMIT_EXCEEDED", 3),
                ("RATE_LIMITED", 6),
                ("UNAUTHENTICATED", 2),
                ("UPSTREAM_FAILED", 4),
                ("INTERNAL", 1),
            ] {
                let sent = response(server.address(), &format!("/raise/{code}"));
                let (exit, out, err) = decode(&sent, &["--catalog", "vibehost"]);
                assert_eq!((exit, &*err), (exit_code, ""), "{style:?} {code}: {out}");
                assert!(
                    out.lines().next().unwrap().contains(code),
                    "{style:?}: {out}"
                );
                assert!(
                    out.contains(&format!("  exit code      {exit_code}, of the code\n")),
                    "{out}"
                );
            }
            server.stop();
        }
    }
}

#[test]
fn a_code_that_the_catalog_does_not_know_goes_by_its_status() {
    let exit = |status: u16, arguments: &[&str]| {
        let input = format!("HTTP/2 {status} \r\nx-error-code: NEXT_YEARS\r\n\r\n");
        decode(input.as_bytes(), arguments).0
    };
    // A status that the catalog lists, and one whose class it has.
    for (status, exit_code) in [(429, 6), (503, 4), (404, 3), (418, 3), (599, 1), (777, 1)] {
        assert_eq!(
            exit(status, &["--catalog", "vibehost"]),
            exit_code,
            "{status}"
        );
    }
    // sysexits.h: EX_TEMPFAIL, EX_NOPERM, EX_SOFTWARE.
    for (status, exit_code) in [(429, 75), (403, 77), (500, 70)] {
        assert_eq!(exit(status, &[]), exit_code, "{status}");
    }
}

#[test]
fn the_catalog_of_the_folder_is_the_default() {
    let folder = TempDir::new().unwrap();
    let catalog = "[catalog]\nname = \"plans\"\ncase = \"snake_case\"\n[codes.too_many]\nstatus = 409\nmessage = \"A.\"\nexit_code = 42\n";
    std::fs::write(folder.path().join("errors.toml"), catalog).unwrap();
    let input = b"HTTP/1.1 409 Conflict\r\nx-error-code: too_many\r\n\r\n";
    let (exit, out, _) = decode_in(folder.path(), input, &[]);
    assert_eq!(exit, 42, "{out}");
    assert!(out.contains("\ntoo_many: "), "{out}");
}

#[test]
fn of_several_heads_the_last_counts() {
    let last = "HTTP/2 429 \r\nretry-after: 7\r\n\r\nslow down";
    for before in [
        "HTTP/1.1 100 Continue\r\n\r\n",
        "HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n",
        "HTTP/1.1 200 Connection established\r\n\r\n",
        "HTTP/1.1 301 Moved Permanently\r\nlocation: /b\r\ncontent-length: 178\r\n\r\n",
        "HTTP/1.1 503 Service Unavailable\ncontent-length: 5\n\nlater",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 302 Found\r\n\r\n",
    ] {
        let (exit, out, _) = decode(
            format!("{before}{last}").as_bytes(),
            &["--catalog", "vibehost"],
        );
        assert_eq!(exit, 6, "{before:?}: {out}");
        assert!(
            out.starts_with("429 Too Many Requests\n"),
            "{before:?}: {out}"
        );
        assert!(
            out.contains("retry          after 7 s"),
            "{before:?}: {out}"
        );
    }
}

/// A body whose length nobody has said: curl decodes chunks, and writes one more try behind the last byte.
#[test]
fn one_more_try_behind_a_body_without_a_length_counts() {
    let failed = "HTTP/1.1 503 X\r\ntransfer-encoding: chunked\r\ncontent-type: application/json\r\n\r\n\
        {\"ok\":false,\"error\":{\"code\":\"BUSY\",\"message\":\"HTTP/1.1 is fine.\"}}";
    for (last, expected) in [
        ("HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nhi", 0),
        ("HTTP/2 429 \r\nretry-after: 7\r\n\r\nslow down", 6),
        ("", 4),
        ("HTTP/1.1 200 OK\r\n\r\n", 4),
        ("HTTP/1.1 200 is what we got yesterday", 4),
    ] {
        let input = format!("{failed}{last}");
        let (exit, out, _) = decode(input.as_bytes(), &["--catalog", "vibehost"]);
        assert_eq!(exit, expected, "{last:?}: {out}");
    }
}

/// A body that speaks of responses is that of its own.
#[test]
fn a_body_decides_nothing_about_its_status() {
    for (status, expected) in [(200, 0), (500, 1), (403, 2)] {
        for body in [
            "HTTP/1.1 200 OK\r\n\r\n",
            "HTTP/1.1 500 is what we got yesterday",
            "HTTP/1.1 500 Oops\r\nthis is no field and no end",
        ] {
            let input = format!("HTTP/1.1 {status} X\r\ntransfer-encoding: chunked\r\n\r\n{body}");
            let (exit, out, _) = decode(input.as_bytes(), &["--catalog", "vibehost"]);
            assert_eq!(exit, expected, "{status} {body:?}: {out}");
        }
    }
}

#[test]
fn a_body_of_beginnings_is_read_in_time() {
    let body = "HTTP/1.1 200 OK\r\na: b\r\n".repeat(100_000);
    let input = format!("HTTP/1.1 503 X\r\ntransfer-encoding: chunked\r\n\r\n{body}");
    let begin = std::time::Instant::now();
    assert_eq!(decode(input.as_bytes(), &["--catalog", "vibehost"]).0, 4);
    assert!(
        begin.elapsed() < std::time::Duration::from_secs(30),
        "{:?}",
        begin.elapsed()
    );
}

#[test]
fn a_folded_field_is_one_field() {
    for fold in ["\r\n ", "\r\n\t", "\n  \t "] {
        let input = format!(
            "HTTP/1.1 402 Payment Required\r\nx-error-code:{fold}PLAN_LIMIT_EXCEEDED\r\n\r\n"
        );
        let (exit, out, _) = decode(input.as_bytes(), &["--catalog", "vibehost"]);
        assert_eq!(exit, 3, "{fold:?}: {out}");
        assert!(out.contains("PLAN_LIMIT_EXCEEDED"), "{fold:?}: {out}");
    }
}

#[test]
fn a_body_that_looks_like_a_head_is_a_body() {
    let body = "HTTP/1.1 200 OK\r\n\r\n";
    let head = format!(
        "HTTP/1.1 502 Bad Gateway\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    let (exit, out, _) = decode((head + body).as_bytes(), &["--catalog", "vibehost"]);
    assert_eq!(exit, 4, "{out}");
}

#[test]
fn a_response_that_is_no_error_ends_with_0() {
    for status in [
        "200 OK",
        "204 No Content",
        "304 Not Modified",
        "101 Switching Protocols",
    ] {
        let (exit, out, err) = decode(format!("HTTP/1.1 {status}\r\n\r\n{{}}").as_bytes(), &[]);
        assert_eq!((exit, &*err), (0, ""));
        assert_eq!(out, format!("{}: no error\n", &status[..3]));
    }
}

#[test]
fn a_body_alone_comes_with_its_status() {
    let body = br#"{"ok":false,"error":{"code":"RATE_LIMITED","message":"Slow down."}}"#;
    let (exit, out, _) = decode(body, &["--status", "429", "--catalog", "vibehost"]);
    assert_eq!(exit, 6);
    assert!(
        out.starts_with("429 Too Many Requests, RATE_LIMITED: Slow down.\n"),
        "{out}"
    );
    let (exit, out, _) = decode(b"", &["--status", "503"]);
    assert_eq!(exit, 75, "{out}");
}

#[test]
fn what_it_cannot_do_ends_with_125() {
    let cases: [(&[u8], &[&str], &str); 9] = [
        (b"", &[], "standard input is empty"),
        (b"{\"ok\":false}", &[], "use `curl -si`, or give the status"),
        (b"HTTP/1.1 abc\r\n\r\n", &[], "does not begin with the head"),
        (
            b"HTTP/1.1 100 Continue\r\n\r\n",
            &[],
            "the response is missing",
        ),
        (
            b"HTTP/1.1 402 No\r\n\r\n",
            &["--status", "402"],
            "leave out `--status`",
        ),
        (
            b"HTTP/1.1 402 No\r\n\r\n",
            &["--catalog", "missing.toml"],
            "cannot read missing.toml",
        ),
        (
            b"HTTP/1.1 402 No\r\n\r\n",
            &["--catalog", "-"],
            "standard input is the response",
        ),
        (b"", &["--status", "99"], "99 is not in 100..=999"),
        (b"", &["--colour"], "unexpected argument '--colour'"),
    ];
    for (input, arguments, why) in cases {
        let (exit, out, err) = decode(input, arguments);
        assert_eq!((exit, &*out), (125, ""), "{arguments:?}: {err}");
        assert!(err.contains(why), "{arguments:?}: {err}");
    }
}

#[test]
fn other_commands_fail_with_2() {
    let output = Command::new(env!("CARGO_BIN_EXE_manila"))
        .args(["list", "decode", "--colour"])
        .output()
        .unwrap();
    assert_eq!(ended(&output).0, 2);
}

#[test]
fn the_page_of_a_proxy_is_told_by_its_status_and_its_beginning() {
    let page = "HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\n\r\n<html><h1>502 Bad Gateway</h1>\x1b[2J";
    let (exit, out, _) = decode(page.as_bytes(), &["--catalog", "vibehost"]);
    assert_eq!(exit, 4);
    assert!(out.contains("no error envelope: go by the status"), "{out}");
    assert!(out.contains("<h1>502 Bad Gateway</h1>"), "{out}");
    assert!(!out.contains('\x1b'), "{out}");
}

#[test]
fn a_code_without_a_body_is_that_of_the_header() {
    let head = b"HTTP/1.1 429 Too Many Requests\r\nx-error-code: RATE_LIMITED\r\ncontent-length: 90\r\n\r\n";
    let (exit, out, _) = decode(head, &["--catalog", "vibehost"]);
    assert_eq!(exit, 6, "{out}");
    assert!(out.contains("the code is that of `x-error-code`"), "{out}");
}

#[test]
fn a_response_does_not_command_the_terminal() {
    let body = r#"{"ok":false,"error":{"code":"A\u001b[2J","message":"B\u001b[2J\r\nerror: C","details":{"d\u001b[2J":"e\u001b[2J","errors":[{"code":"F","message":"g\u001b[2J","pointer":"/h\u001b[2J"}]}}}"#;
    let (_, out, _) = decode(body.as_bytes(), &["--status", "400"]);
    assert!(!out.contains('\x1b') && !out.contains('\r'), "{out:?}");
    assert!(!out.contains("\nerror: C"), "{out:?}");
}

/// The sentence of the catalog's language, beside that of the reader's.
#[test]
fn a_translated_sentence_comes_with_its_source() {
    let body = r#"{"errors":[{"status":"422","code":"SHORT","detail":"Muy corto.","meta":{"source_message":"Too short.","min":3}}],"meta":{"code":"INVALID","request_id":"a1"}}"#;
    let head =
        "HTTP/1.1 422 X\r\ncontent-type: application/vnd.api+json\r\ncontent-language: es\r\n\r\n";
    let violations = format!("{head}{body}");
    let (_, out, _) = decode(violations.as_bytes(), &[]);
    assert!(
        out.contains("  invalid        Muy corto. (SHORT)\n                 source: Too short.\n"),
        "{out}"
    );
    assert!(out.contains("  language       es\n"), "{out}");
    let (_, out, _) = decode(violations.as_bytes(), &["--format", "json"]);
    let data: Value = serde_json::from_str(&out).unwrap();
    let violation = &data["error"]["violations"][0];
    assert_eq!(violation["source_message"], "Too short.");
    assert_eq!(violation["details"], serde_json::json!({"min": 3}));
    let body = br#"{"type":"about:blank","title":"Gone","status":410,"detail":"Ya no existe.","source_detail":"It is gone.","code":"gone"}"#;
    let (_, out, _) = decode(body, &["--status", "410"]);
    assert!(out.contains("  source         It is gone.\n"), "{out}");
    let (_, out, _) = decode(body, &["--status", "410", "--format", "json"]);
    let data: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(data["error"]["source_message"], "It is gone.");
}

#[test]
fn programs_get_json() {
    let body = r#"{"ok":false,"error":{"code":"VALIDATION","message":"No.","details":{"limit":5,"retry":{"after_seconds":2},"errors":[{"code":"REQUIRED","message":"Missing.","pointer":"/name"}]}}}"#;
    let head = "HTTP/1.1 422 Unprocessable Content\r\nx-request-id: a1\r\ncontent-type: application/json\r\n\r\n";
    let input = format!("{head}{body}");
    let (exit, out, _) = decode(input.as_bytes(), &["--format", "json"]);
    let data: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(exit, 65);
    assert_eq!(data["exit_code"], 65);
    assert_eq!(data["status"], 422);
    let error = &data["error"];
    assert_eq!(error["code"], "VALIDATION");
    assert_eq!(error["read_as"], "ok-error");
    assert_eq!(error["is_known"], false);
    assert_eq!(error["details"]["limit"], 5);
    assert_eq!(error["violations"][0]["pointer"], "/name");
    assert_eq!(error["request_id"], "a1");
    assert_eq!(error["retry"]["after_seconds"], 2.0);
    let (_, out, _) = decode(b"HTTP/1.1 200 OK\r\n\r\n", &["--format", "json"]);
    assert_eq!(
        out,
        "{\n  \"status\": 200,\n  \"is_error\": false,\n  \"exit_code\": 0\n}\n"
    );
}
