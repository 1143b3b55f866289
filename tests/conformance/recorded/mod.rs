//! What the recorder writes of requests: the same on every framework, wherever it stands.

mod app;
mod on_actix;
mod on_axum;
mod on_tower;

use std::fs;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use manila_probe::wire::{Protocol, Request, send};
use serde_json::Value;

/// A request, and the line of it: the route, the status and the code.
struct Row {
    method: &'static str,
    path: &'static str,
    line: (Option<&'static str>, u16, Option<&'static str>),
}

const fn row(
    method: &'static str,
    path: &'static str,
    route: Option<&'static str>,
    status: u16,
    code: Option<&'static str>,
) -> Row {
    Row {
        method,
        path,
        line: (route, status, code),
    }
}

/// `canary` stands for what a client may send and nobody may write down.
const ROWS: [Row; 18] = [
    row("GET", "/fine?canary=1", Some("/fine"), 200, None),
    row(
        "GET",
        "/notes/canary?canary=1",
        Some("/notes/{id}"),
        404,
        Some("NOTE_NOT_FOUND"),
    ),
    row(
        "HEAD",
        "/notes/canary",
        Some("/notes/{id}"),
        404,
        Some("NOTE_NOT_FOUND"),
    ),
    row("POST", "/notes", Some("/notes"), 409, Some("TITLE_TAKEN")),
    row(
        "OPTIONS",
        "/notes",
        Some("/notes"),
        405,
        Some("METHOD_NOT_ALLOWED"),
    ),
    row(
        "DELETE",
        "/notes/canary",
        Some("/notes/{id}"),
        405,
        Some("METHOD_NOT_ALLOWED"),
    ),
    row(
        "PROPFIND",
        "/notes/canary",
        Some("/notes/{id}"),
        405,
        Some("METHOD_NOT_ALLOWED"),
    ),
    row(
        "GET",
        "/panic",
        Some("/panic"),
        500,
        Some("INTERNAL_SERVER_ERROR"),
    ),
    row("GET", "/bare", Some("/bare"), 410, Some("GONE")),
    row("GET", "/own", Some("/own"), 418, None),
    row("GET", "/moved", Some("/moved"), 303, None),
    row("GET", "/refused", Some("/refused"), 403, Some("FORBIDDEN")),
    row("GET", "/merged", Some("/merged"), 409, Some("TITLE_TAKEN")),
    row(
        "GET",
        "/api/users/canary/notes",
        Some("/api/users/{id}/notes"),
        409,
        Some("TITLE_TAKEN"),
    ),
    row("GET", "/api/canary", None, 404, Some("NOT_FOUND")),
    row(
        "GET",
        "/files/a/canary",
        Some("/files/{*rest}"),
        409,
        Some("TITLE_TAKEN"),
    ),
    row(
        "GET",
        "/inner/notes/canary",
        Some("/inner/notes/{id}"),
        404,
        Some("NOTE_NOT_FOUND"),
    ),
    row("GET", "/canary", None, 404, Some("NOT_FOUND")),
];

/// A server, which runs to the end of the process.
fn start(record: &Path, serve: fn(TcpListener, &Path)) -> SocketAddr {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    listener.set_nonblocking(true).unwrap();
    let address = listener.local_addr().unwrap();
    let record = record.to_owned();
    thread::spawn(move || serve(listener, &record));
    address
}

/// A file that nobody has, in the folder of the build.
fn new_file() -> PathBuf {
    static NUMBER: AtomicUsize = AtomicUsize::new(0);
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("recorded-{}-{number}.jsonl", std::process::id());
    let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_file(&file);
    file
}

/// The lines of a record, with each template as one framework writes it.
fn lines(record: &Path) -> Vec<Value> {
    let text = fs::read_to_string(record).unwrap();
    assert!(text.is_empty() || text.ends_with('\n'), "{text}");
    assert!(!text.contains("canary"), "{text}");
    let mut lines: Vec<Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    for line in &mut lines {
        if let Value::String(route) = &mut line["route"] {
            *route = route.replace("{rest:.*}", "{*rest}");
        }
    }
    lines
}

/// The line of a request, whole: nothing else may be in it.
fn line(row: &Row) -> Value {
    let (route, status, code) = row.line;
    let mut line = serde_json::json!({ "method": row.method, "route": route, "status": status });
    if let Some(code) = code {
        line["code"] = code.into();
    }
    line
}

fn check(name: &str, serve: fn(TcpListener, &Path)) {
    let record = new_file();
    let address = start(&record, serve);
    for (at, row) in ROWS.iter().enumerate() {
        let request = Request::new(row.method, row.path);
        let request = request
            .header("x-canary", "canary")
            .header("x-request-id", "canary");
        send(address, Protocol::Http1, &request).unwrap();
        let lines = lines(&record);
        assert_eq!(
            lines.len(),
            at + 1,
            "{name}: {} {}: {lines:?}",
            row.method,
            row.path
        );
        assert_eq!(lines[at], line(row), "{name}: {} {}", row.method, row.path);
    }
    fs::remove_file(record).unwrap();
}

#[test]
fn each_response_is_one_line_wherever_the_recorder_stands_on_axum() {
    check("the layers of a router", on_axum::in_router);
    check("around an app", on_axum::around_app);
    check("around a service", on_axum::around_service);
    check("several recorders", on_axum::twice);
}

#[test]
fn each_response_is_one_line_wherever_the_recorder_stands_on_actix() {
    check("around the app", on_actix::around_app);
    check("several recorders", on_actix::twice);
}

#[test]
fn each_response_is_one_line_on_a_service_that_tells_its_routes() {
    check("around a service", on_tower::serve);
}

/// What a recorder writes that is not around everything: `/notes` alone is inside.
fn check_inside(serve: fn(TcpListener, &Path)) {
    let record = new_file();
    let address = start(&record, serve);
    for (method, path) in [("POST", "/notes"), ("GET", "/fine"), ("GET", "/canary")] {
        send(address, Protocol::Http1, &Request::new(method, path)).unwrap();
    }
    let expected = row("POST", "", Some("/notes"), 409, Some("TITLE_TAKEN"));
    assert_eq!(lines(&record), [line(&expected)]);
    fs::remove_file(record).unwrap();
}

#[test]
fn a_recorder_around_a_part_of_an_app_records_that_part() {
    check_inside(on_axum::route_layer);
    check_inside(on_actix::on_resource);
    check_inside(on_actix::on_scope);
}

#[test]
fn a_file_that_cannot_be_written_fails_no_response() {
    for serve in [
        on_axum::in_router,
        on_axum::around_app,
        on_actix::around_app,
        on_tower::serve,
    ] {
        let folder = new_file();
        let address = start(&folder.join("missing/record.jsonl"), serve);
        for row in &ROWS[..4] {
            let response = send(
                address,
                Protocol::Http1,
                &Request::new(row.method, row.path),
            );
            assert_eq!(
                response.unwrap().status,
                row.line.1,
                "{} {}",
                row.method,
                row.path
            );
        }
        assert!(!folder.exists());
    }
}

/// The tests of a service, run by other tests in processes of their own.
#[test]
#[ignore = "the others run it"]
fn tests_of_a_service() {
    let serve: [fn(TcpListener, &Path); 2] = [on_axum::by_env, on_actix::by_env];
    for address in serve.map(|serve| start(Path::new(""), serve)) {
        for _ in 0..20 {
            let response = send(address, Protocol::Http1, &Request::new("POST", "/notes"));
            assert_eq!(response.unwrap().status, 409);
        }
    }
}

/// Starts the tests of a service, with this value of the variable.
fn process(record: Option<&Path>) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .args(["--exact", "recorded::tests_of_a_service", "--ignored"])
        .env_remove("MANILA_RECORD")
        .stdout(Stdio::null())
        .stderr(Stdio::piped());
    if let Some(record) = record {
        command.env("MANILA_RECORD", record);
    }
    command.spawn().unwrap()
}

#[test]
fn processes_share_the_file_that_the_variable_names() {
    let record = new_file();
    let children: Vec<_> = (0..4).map(|_| process(Some(&record))).collect();
    for child in children {
        let output = child.wait_with_output().unwrap();
        assert!(output.status.success());
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "");
    }
    let lines = lines(&record);
    assert_eq!(lines.len(), 4 * 2 * 20);
    let expected = line(&row("POST", "", Some("/notes"), 409, Some("TITLE_TAKEN")));
    assert!(lines.iter().all(|line| *line == expected));
    fs::remove_file(record).unwrap();
}

#[test]
fn a_process_tells_once_that_it_cannot_record_and_nothing_fails() {
    let missing = new_file().join("record.jsonl");
    let mut lost = vec![missing];
    if cfg!(target_os = "linux") {
        lost.push("/dev/full".into());
    }
    for record in lost {
        let output = process(Some(&record)).wait_with_output().unwrap();
        assert!(output.status.success(), "{record:?}");
        let told = String::from_utf8(output.stderr).unwrap();
        let start = format!("manila: cannot record to {}: ", record.display());
        assert!(told.starts_with(&start), "{told}");
        assert_eq!(told.lines().count(), 1, "{told}");
    }
    for nothing in [None, Some(Path::new(""))] {
        let output = process(nothing).wait_with_output().unwrap();
        assert!(output.status.success());
        assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{nothing:?}");
    }
}

#[test]
fn many_clients_at_once_leave_whole_lines() {
    const CLIENTS: usize = 8;
    const REQUESTS: usize = 50;
    let record = new_file();
    let servers: [fn(TcpListener, &Path); 3] =
        [on_axum::in_router, on_actix::around_app, on_tower::serve];
    let addresses = servers.map(|serve| start(&record, serve));
    thread::scope(|scope| {
        for address in addresses.iter().cycle().take(CLIENTS) {
            scope.spawn(move || {
                for _ in 0..REQUESTS {
                    send(*address, Protocol::Http1, &Request::new("POST", "/notes")).unwrap();
                }
            });
        }
    });
    let lines = lines(&record);
    assert_eq!(lines.len(), CLIENTS * REQUESTS);
    let expected = line(&row("POST", "", Some("/notes"), 409, Some("TITLE_TAKEN")));
    assert!(lines.iter().all(|line| *line == expected));
    fs::remove_file(record).unwrap();
}
