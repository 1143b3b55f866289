//! `manila probe`, against a real service.

use std::io::Write as _;
use std::net::TcpListener;
use std::path::Path;

use manila_examples::workbench::{Framework, Options, Server, Style, start};
use serde_json::Value;

use crate::run;

const STYLES: [(Style, &str); 4] = [
    (Style::OkError, "ok-error"),
    (Style::JsonApi, "json-api"),
    (Style::CodeData, "code-data"),
    (Style::Problem, "problem"),
];

/// The paths of the workbench that fail in a way of their own.
const PATHS: [&str; 8] = [
    "/ok",
    "/err",
    "/headers",
    "/retry",
    "/panic/str",
    "/foreign/503",
    "/middleware-err",
    "POST /json",
];

/// What the workbench hides in causes, panics and foreign bodies of a 5xx.
const CANARIES: [&str; 4] = [
    "canary-cause",
    "canary-panic",
    "canary-middleware",
    "hunter2",
];

fn workbench(framework: Framework, style: Style, bare: bool) -> Server {
    let options = Options {
        bare,
        ..Options::new(framework, style)
    };
    start(&options).unwrap()
}

/// What the command prints and how it ends.
fn manila(arguments: &[&str]) -> (i32, String, String) {
    run::manila(Path::new("."), &[&["probe"], arguments].concat())
}

/// The command for a workbench, with its paths and canaries.
fn probe(server: &Server, more: &[&str]) -> (i32, String, String) {
    let url = format!("http://{}", server.address());
    let mut arguments = vec![&*url];
    arguments.extend(PATHS.iter().flat_map(|path| ["--path", path]));
    arguments.extend(CANARIES.iter().flat_map(|canary| ["--canary", canary]));
    arguments.extend(more);
    manila(&arguments)
}

fn assert_clean(framework: Framework, more: &[&str]) {
    for (style, name) in STYLES {
        let server = workbench(framework, style, false);
        let (code, out, err) = probe(&server, more);
        assert_eq!((code, &*err), (0, ""), "{framework:?} {name}\n{out}");
        assert!(out.contains(&format!(": errors in {name}\n")), "{out}");
        assert!(out.contains("  h2  "), "{out}");
        let (code, out, _) = probe(&server, &[more, &["--style", name]].concat());
        assert_eq!(code, 0, "{framework:?} {name}\n{out}");
        server.stop();
    }
}

#[test]
fn a_service_on_axum_is_clean_with_manila() {
    assert_clean(Framework::Axum, &[]);
}

#[test]
fn a_service_on_actix_is_clean_with_manila() {
    assert_clean(Framework::Actix, &[]);
}

#[test]
fn a_tower_service_is_clean_with_manila() {
    assert_clean(Framework::Tower, &[]);
}

#[test]
fn a_service_without_manila_breaks_rules() {
    for framework in [Framework::Axum, Framework::Actix, Framework::Tower] {
        let server = workbench(framework, Style::OkError, true);
        let (code, out, err) = probe(&server, &[]);
        assert_eq!((code, &*err), (1, ""), "{framework:?}\n{out}");
        let rules = [
            "O2: ",
            "O3: ",
            "O5: x-request-id is missing\n",
            "O6: ",
            "O9: ",
        ];
        // The service on tower has no errors whose causes it could give away.
        let leaks = (framework != Framework::Tower).then_some("O8: ");
        for rule in rules.into_iter().chain(leaks) {
            let finding = format!("\n{rule}");
            assert!(out.contains(&finding), "{framework:?} {rule}\n{out}");
        }
        server.stop();
    }
}

#[test]
fn the_wrong_style_is_a_finding() {
    let server = workbench(Framework::Tower, Style::Problem, false);
    let (code, out, _) = probe(&server, &["--style", "ok-error", "--protocol", "http1"]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("O3: content-type is"), "{out}");
    assert!(!out.contains("  h2  "), "{out}");
}

#[test]
fn the_report_is_json() {
    for (bare, verdict) in [(false, "pass"), (true, "violation")] {
        let server = workbench(Framework::Axum, Style::JsonApi, bare);
        let (code, out, _) = probe(&server, &["--format", "json"]);
        assert_eq!(code, i32::from(bare));
        let report: Value = serde_json::from_str(&out).unwrap();
        assert_eq!(report["style"] == "json-api", !bare);
        let rows = report["rows"].as_array().unwrap();
        let row = rows
            .iter()
            .find(|row| row["source"] == "unknown-route")
            .unwrap();
        assert_eq!(
            (&row["verdict"], &row["status"]),
            (&verdict.into(), &404.into())
        );
        let findings = row["findings"].as_array().unwrap();
        assert_eq!(findings.is_empty(), !bare);
        assert!(findings.iter().all(|finding| finding["rule"].is_string()));
    }
}

#[test]
fn the_report_is_junit() {
    for bare in [false, true] {
        let server = workbench(Framework::Axum, Style::OkError, bare);
        let (code, out, _) = probe(&server, &["--format", "junit"]);
        assert_eq!(code, i32::from(bare));
        let report = quick_junit::Report::deserialize_from_str(&out).unwrap();
        assert!(report.tests > 100, "{out}");
        assert_eq!(report.failures == 0, !bare, "{out}");
    }
}

#[test]
fn a_path_of_the_address_stands_before_every_path() {
    let server = workbench(Framework::Axum, Style::Problem, false);
    let url = format!("http://{}/nested/", server.address());
    let (code, out, err) = manila(&[&url, "--path", "/err"]);
    assert_eq!((code, &*err), (0, ""), "{out}");
    assert!(out.contains(": errors in json-api\n"), "{out}");
    assert!(
        out.contains("GET /nested/err/manila-probe-missing"),
        "{out}"
    );
}

#[test]
fn a_code_outside_of_the_catalog_is_a_finding() {
    let server = workbench(Framework::Axum, Style::OkError, false);
    let url = format!("http://{}", server.address());
    let (code, out, _) = manila(&[&url, "--protocol", "http1"]);
    assert_eq!(code, 0, "{out}");
    // The catalog of another service.
    let (code, out, _) = manila(&[&url, "--protocol", "http1", "--catalog", "cpi"]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("is not in the service's catalog\n"), "{out}");
    let rule = ["--catalog", "cpi", "--skip-rule", "code"];
    let (code, out, _) = manila(&[&[&*url, "--protocol", "http1"], &rule[..]].concat());
    assert_eq!(code, 0, "{out}");
}

#[test]
fn what_is_exempt_is_left_alone() {
    let server = workbench(Framework::Axum, Style::OkError, false);
    let url = format!("http://{}", server.address());
    let marked = ["--path", "/marked/404", "--path", "/marked/503"];
    let exempt = ["--exempt-path", "/marked/404", "--exempt-status", "503"];
    let (code, out, _) = manila(&[&[&*url], &marked[..]].concat());
    assert_eq!(code, 1, "{out}");
    let (code, out, _) = manila(&[&[&*url], &marked[..], &exempt].concat());
    assert_eq!(code, 0, "{out}");
}

#[test]
fn what_cannot_be_probed_is_told_and_no_finding() {
    let free = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let gone = free.local_addr().unwrap();
    drop(free);
    let silent = TcpListener::bind(("127.0.0.1", 0)).unwrap();
    let server = workbench(Framework::Tower, Style::OkError, false);
    let file = |text: &[u8]| {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(text).unwrap();
        file.into_temp_path()
    };
    let broken = file(b"GET /a\nGET b\n");
    let document = file(b"{\n  \"openapi\": \"3.1.0\",\n  \"paths\": []\n}");
    let binary = file(b"GET /\xff");
    let huge = file(&vec![b'#'; 16 * 1024 * 1024 + 1]);
    let [broken, document, binary, huge] =
        [&broken, &document, &binary, &huge].map(|path| path.to_str().unwrap());
    let url = |address| format!("http://{address}");
    let (gone, silent, served) = (
        url(gone),
        url(silent.local_addr().unwrap()),
        url(server.address()),
    );
    for (arguments, told) in [
        (&[&*gone][..], "error: cannot connect to 127.0.0.1:"),
        (&[&silent, "--timeout", "1"], "does not respond"),
        (&["http://192.0.2.1"], "`--allow-remote`"),
        (&["https://127.0.0.1"], "probe the port behind it"),
        (&["127.0.0.1:80"], "write http://HOST:PORT"),
        (&["http://127.0.0.1:port"], "write http://HOST:PORT"),
        (&["http://a@127.0.0.1"], "write http://HOST:PORT"),
        (&["http://127.0.0.1/?a"], "write http://HOST:PORT"),
        (&[&served, "--path", "ok"], "invalid path \"ok\""),
        (
            &[&served, "--skip", "nothing"],
            "unknown provocation \"nothing\"",
        ),
        (&[&served, "--style", "xml"], "invalid value 'xml'"),
        (&[&served, "--timeout", "0"], "invalid value '0'"),
        (&[&served, "--skip-rule", "O99"], "unknown rule \"O99\""),
        (&[&served, "--style-of", "/v2"], "write PATH=STYLE"),
        (&[&served, "--style-of", "v2=problem"], "begins with `/`"),
        (&[&served, "--style-of", "/v2=xml"], "invalid variant: xml"),
        (&[&served, "--unsafe-methods"], "--routes <FILE>"),
        (
            &[&served, "--routes", "/no/such/file"],
            "cannot read /no/such/file",
        ),
        (&[&served, "--routes", "/"], "/ is a folder"),
        (
            &[&served, "--routes", broken],
            ", line 2: invalid path \"b\"",
        ),
        (
            &[&served, "--routes", document],
            ", line 3: invalid type: sequence",
        ),
        (&[&served, "--routes", binary], "is not UTF-8: byte 5"),
        (&[&served, "--routes", huge], "is larger than 16 MiB"),
        (&[&served, "--catalog", broken], "cannot be used"),
    ] {
        let (code, out, err) = manila(arguments);
        assert_eq!((code, &*out), (2, ""), "{arguments:?}");
        assert!(err.contains(told), "{arguments:?}: {err}");
    }
}
