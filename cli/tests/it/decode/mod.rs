//! Responses on standard input, and what they are worth to a script.

mod heads;
mod told;

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::Command;

use manila_examples::workbench::{Framework, Options, Style, start};
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
fn a_mistyped_catalog_is_told_which_there_are() {
    let said = |named: &str| {
        let (exit, _, err) = decode(b"HTTP/1.1 402 No\r\n\r\n", &["--catalog", named]);
        assert_eq!(exit, 125, "{err}");
        err
    };
    let all =
        "The published catalogs are vibehost, mxcep, credicorp, codelibra, cpi; `manila list NAME`";
    let near = said("vibhost");
    assert!(near.starts_with("error: cannot read vibhost: "), "{near}");
    assert!(
        near.contains(&format!("\n  help: did you mean `vibehost`? {all}")),
        "{near}"
    );
    let far = said("somebodys");
    assert!(far.contains(&format!("\n  help: {all}")), "{far}");
    // A path is no name.
    for path in ["vibehost.tml", "catalogs/vibehost", "../vibehost"] {
        assert!(!said(path).contains("help"), "{path}");
    }
}

/// A catalog that nobody has named may be anybody's.
#[test]
fn a_broken_catalog_of_the_folder_is_told_and_left_out() {
    let folder = TempDir::new().unwrap();
    let input = b"HTTP/1.1 409 Conflict\r\nx-error-code: too_many\r\n\r\n";
    for broken in [&b"[catalog]\nname = \"plans\n"[..], b"\xff", b""] {
        std::fs::write(folder.path().join("errors.toml"), broken).unwrap();
        let (exit, out, err) = decode_in(folder.path(), input, &[]);
        assert_eq!(exit, 75, "{broken:?}: {err}");
        assert!(out.starts_with("409 Conflict, too_many"), "{out}");
        assert!(err.starts_with("warning: errors.toml "), "{err}");
        assert!(
            err.contains("`manila check errors.toml`") && err.lines().count() == 2,
            "{err}"
        );
        // One that is named has to be usable.
        let (exit, out, err) = decode_in(folder.path(), input, &["--catalog", "errors.toml"]);
        assert_eq!((exit, &*out), (125, ""), "{err}");
    }
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
