//! The soak, for a few seconds, and the proof that it finds what is wrong. It reads `/proc`.

#![cfg(target_os = "linux")]
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::process::Command;
use std::thread;

/// Runs the soak to its end: whether it found nothing, and what it printed.
fn run(arguments: &[&str]) -> (bool, String) {
    let mut soak = Command::new(env!("CARGO_BIN_EXE_soak"));
    let output = soak.args(arguments).output().unwrap();
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let errors = String::from_utf8_lossy(&output.stderr);
    (output.status.success(), printed + &errors)
}

#[test]
fn nothing_is_lost_doubled_crossed_or_held() {
    let soak = |framework| {
        let (is_clean, printed) = run(&["--requests", "2000", "--framework", framework]);
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
    let (is_clean, printed) = run(&[&arguments[..], &["--bare"]].concat());
    assert!(!is_clean, "{printed}");
    assert!(
        printed.contains("was answered with the ids []"),
        "{printed}"
    );
}
