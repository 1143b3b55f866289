//! The driver, for a few seconds, and the proof that it finds what is wrong.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, thread};

/// Runs the driver to its end: whether it found nothing, and what it printed.
fn run(arguments: &[&str]) -> (bool, String) {
    let mut driver = Command::new(env!("CARGO_BIN_EXE_wire-fuzz"));
    let output = driver.args(arguments).output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    (output.status.success(), printed + &errors)
}

/// An empty folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    // There is none before the first run.
    let _ = fs::remove_dir_all(&folder);
    folder
}

#[test]
fn whatever_is_sent_the_answer_keeps_the_promise() {
    let folder = folder("wire-fuzz");
    let output = folder.to_str().unwrap();
    let fuzz = |style| {
        let arguments = ["--requests", "150", "--style", style, "--output", output];
        let (is_clean, printed) = run(&arguments);
        assert!(is_clean, "{printed}");
    };
    // Most of the time is spent on waiting for servers that wait for more.
    thread::scope(|scope| {
        for style in ["ok-error", "json-api", "code-data", "problem"] {
            scope.spawn(move || fuzz(style));
        }
    });
    assert!(!folder.exists(), "a finding without a failure");
}

#[test]
fn the_wire_driver_finds_a_service_without_manila_and_finds_it_again() {
    let folder = folder("wire-fuzz-bare");
    let output = folder.to_str().unwrap();
    let arguments = [
        "--requests",
        "20",
        "--framework",
        "tower",
        "--output",
        output,
    ];
    let (is_clean, printed) = run(&[&arguments[..], &["--bare"]].concat());
    assert!(!is_clean, "{printed}");

    let mut files = fs::read_dir(&folder).unwrap();
    let file = files.next().unwrap().unwrap().path();
    let file = file.to_str().unwrap();
    let replay = ["--replay", file, "--output", output];
    let (is_clean, printed) = run(&[&replay[..], &["--bare"]].concat());
    assert!(!is_clean, "{printed}");
    let (is_clean, printed) = run(&replay);
    assert!(is_clean, "{printed}");
}
