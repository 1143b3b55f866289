//! `manila operations`: what a service answered in its tests, held against its catalog.

mod check;
mod records;
mod service;
mod write;

use std::fs;

use tempfile::TempDir;

use crate::run::manila;

/// A folder with a catalog and a record.
fn folder(catalog: &str, record: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("errors.toml"), catalog).unwrap();
    fs::write(folder.path().join("record.jsonl"), record).unwrap();
    folder
}

/// The lines of a record: `GET /notes/{id} 404 NOTE_NOT_FOUND`, without the code where there is none, and
/// `-` where no route took the request.
fn record(answers: &[&str]) -> String {
    let lines = answers.iter().map(|answer| {
        let parts: Vec<_> = answer.split(' ').collect();
        let [method, route, status, code @ ..] = &parts[..] else {
            panic!("{answer}");
        };
        let route = match *route {
            "-" => "null".to_owned(),
            route => format!("{route:?}"),
        };
        let code = code.iter().map(|code| format!(",\"code\":\"{code}\""));
        let code: String = code.collect();
        format!("{{\"method\":\"{method}\",\"route\":{route},\"status\":{status}{code}}}\n")
    });
    lines.collect()
}

/// What `manila operations` prints of a catalog and these answers.
fn operations(
    command: &str,
    catalog: &str,
    answers: &[&str],
    more: &[&str],
) -> (i32, String, String) {
    let folder = folder(catalog, &record(answers));
    let arguments = [
        "operations",
        command,
        "--recorded",
        "record.jsonl",
        "errors.toml",
    ];
    manila(folder.path(), &[&arguments, more].concat())
}
