//! Runs the command as a user does.

use std::path::Path;
use std::process::{Command, Output};

/// Runs the command in a folder: its exit status, and what it prints.
pub(crate) fn manila(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_manila"));
    ended(
        &command
            .args(arguments)
            .current_dir(folder)
            .output()
            .unwrap(),
    )
}

/// The exit status of a program, and what it has printed.
pub(crate) fn ended(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (
        output.status.code().unwrap(),
        text(&output.stdout),
        text(&output.stderr),
    )
}
