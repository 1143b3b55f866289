//! Where the command reads from and writes to.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use tempfile::TempDir;

use crate::run::{self, ended};

const GOOD: &str = "[catalog]\nname = \"plans\"\ncase = \"snake_case\"\n[codes.a]\nstatus = 400\nmessage = \"A.\"\n";

fn manila(folder: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_manila"));
    command.args(arguments).current_dir(folder);
    command
}

/// The same with a text on standard input.
fn fed(text: &str, arguments: &[&str]) -> (i32, String, String) {
    run::fed(Path::new("."), arguments, text.as_bytes())
}

#[test]
fn a_dash_is_standard_input() {
    let (code, out, err) = fed(GOOD, &["check", "-"]);
    assert_eq!((code, &*err), (0, ""), "{out}");
    let (code, out, _) = fed(GOOD, &["explain", "a", "--catalog", "-"]);
    assert!(code == 0 && out.starts_with("a: A\n"), "{out}");
    for twice in [["check", "-", "-"], ["diff", "-", "-"]] {
        let (code, _, err) = fed(GOOD, &twice);
        assert!(code == 2 && err.contains("only once"), "{err}");
    }
}

#[test]
fn no_text_of_a_catalog_commands_the_terminal() {
    let folder = TempDir::new().unwrap();
    let text = GOOD.to_owned() + "meaning = \"Plain \\u001B[2Jtext\\r\\nand\\u0007 more.\"\n";
    fs::write(folder.path().join("errors.toml"), text).unwrap();
    let mut explain = manila(folder.path(), &["explain", "a", "--catalog", "errors.toml"]);
    let (code, out, _) = ended(&explain.env("CLICOLOR_FORCE", "1").output().unwrap());
    assert!(
        code == 0 && out.contains(r"Plain \u{1b}[2Jtext and\u{7} more."),
        "{out:?}"
    );
}

#[test]
fn an_unreadable_catalog_hides_nothing_of_the_others() {
    let folder = TempDir::new().unwrap();
    let text = GOOD.replace("400", "200");
    fs::write(folder.path().join("errors.toml"), text).unwrap();
    let arguments = ["check", "missing.toml", "errors.toml", "none.toml"];
    let (code, out, err) = ended(&manila(folder.path(), &arguments).output().unwrap());
    assert_eq!(code, 2);
    assert!(out.contains("error[status-range]"), "{out}");
    assert!(
        err.contains("error: cannot read missing.toml")
            && err.contains("\nerror: cannot read none.toml"),
        "{err}"
    );
}

#[test]
fn a_reader_that_stops_reading_is_no_failure() {
    let mut child = manila(Path::new("."), &["list"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let (code, _, err) = ended(&child.wait_with_output().unwrap());
    assert_eq!((code, &*err), (0, ""));
}

#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_written_is_a_failure() {
    let full = fs::OpenOptions::new()
        .write(true)
        .open("/dev/full")
        .unwrap();
    let mut command = manila(Path::new("."), &["export", "cpi"]);
    let (code, _, err) = ended(&command.stdout(full).output().unwrap());
    assert!(code == 2 && err.contains("cannot write"), "{err}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_without_end_is_refused() {
    let mut command = manila(Path::new("."), &["check", "/dev/zero"]);
    let (code, out, err) = ended(&command.output().unwrap());
    assert_eq!((code, &*out), (2, ""));
    assert_eq!(err, "error: /dev/zero is larger than 64 MiB\n");
}

#[test]
fn color_is_for_those_who_want_it() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("errors.toml"), "[catalog]\n").unwrap();
    let is_colored = |variables: &[(&str, &str)]| {
        let mut command = manila(folder.path(), &["check", "errors.toml"]);
        command.envs(variables.iter().copied());
        let (code, out, _) = ended(&command.output().unwrap());
        assert_eq!(code, 1);
        out.contains('\u{1b}')
    };
    assert!(!is_colored(&[]));
    assert!(is_colored(&[("CLICOLOR_FORCE", "1")]));
    assert!(!is_colored(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn findings_in_a_catalog_of_ten_megabytes_are_told_in_time() {
    let code = |n| {
        let meaning = "x".repeat(250);
        format!("[codes.code_{n}]\nstatus = 400\nmeaning = \"{meaning}\"\n")
    };
    let codes: String = (0..34_000).map(code).collect();
    let text = format!("[catalog]\nname = \"plans\"\ncase = \"snake_case\"\n{codes}");
    assert!(text.len() > 10_000_000);
    let one_line = format!(
        "{GOOD}meaning = \"{}\"\nclent = 1\n",
        "x".repeat(10_000_000)
    );
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("many.toml"), text).unwrap();
    fs::write(folder.path().join("long.toml"), one_line).unwrap();
    for (file, end) in [
        ("many.toml", "0 errors, 1000 warnings, and more\n"),
        ("long.toml", "1 error, 0 warnings\n"),
    ] {
        let (code, out, _) = ended(&manila(folder.path(), &["check", file]).output().unwrap());
        assert_eq!(code, 1);
        assert!(out.ends_with(end), "{file}");
    }
}

#[test]
fn a_line_too_long_to_show_is_told_by_its_place() {
    let text = GOOD.replace("\"A.\"", &format!("\"{}.\"", "x".repeat(5_000)));
    let (code, out, _) = fed(&text, &["check", "-"]);
    assert_eq!(code, 1);
    assert!(out.contains("--> -:6:11\n") && out.len() < 500, "{out}");
}
