//! The soak and the wire driver, for a few seconds, and the proof that both find what is wrong.
//!
//! The soak reads `/proc`.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, thread};

const SOAK: &str = env!("CARGO_BIN_EXE_soak");
const WIRE_FUZZ: &str = env!("CARGO_BIN_EXE_wire-fuzz");

/// Runs a program to its end: whether it found nothing, and what it printed.
fn run(program: &str, arguments: &[&str]) -> (bool, String) {
    let output = Command::new(program).args(arguments).output().unwrap();
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
fn nothing_is_lost_doubled_crossed_or_held() {
    let soak = |framework| {
        let (is_clean, printed) = run(SOAK, &["--requests", "2000", "--framework", framework]);
        assert!(is_clean, "{printed}");
        assert!(printed.contains("requests              2000"), "{printed}");
    };
    thread::scope(|scope| {
        for framework in ["axum", "actix", "tower"] {
            scope.spawn(move || soak(framework));
        }
    });
}

#[test]
fn the_soak_finds_a_service_without_manila() {
    let arguments = ["--requests", "120", "--faults", "0", "--framework", "axum"];
    let (is_clean, printed) = run(SOAK, &[&arguments[..], &["--bare"]].concat());
    assert!(!is_clean, "{printed}");
    assert!(
        printed.contains("was answered with the ids []"),
        "{printed}"
    );
}

#[test]
fn whatever_is_sent_the_answer_keeps_the_promise() {
    let folder = folder("wire-fuzz");
    let output = folder.to_str().unwrap();
    let fuzz = |style| {
        let arguments = ["--requests", "150", "--style", style, "--output", output];
        let (is_clean, printed) = run(WIRE_FUZZ, &arguments);
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
    let (is_clean, printed) = run(WIRE_FUZZ, &[&arguments[..], &["--bare"]].concat());
    assert!(!is_clean, "{printed}");

    let mut files = fs::read_dir(&folder).unwrap();
    let file = files.next().unwrap().unwrap().path();
    let file = file.to_str().unwrap();
    let replay = ["--replay", file, "--output", output];
    let (is_clean, printed) = run(WIRE_FUZZ, &[&replay[..], &["--bare"]].concat());
    assert!(!is_clean, "{printed}");
    let (is_clean, printed) = run(WIRE_FUZZ, &replay);
    assert!(is_clean, "{printed}");
}
