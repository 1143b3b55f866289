//! Where the action has its `manila` from.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use tempfile::TempDir;

use super::api::Api;
use super::repository::PullRequest;
use super::runner::{Done, Use, program};
use super::scene::catalog;

const HERE: &str = env!("CARGO_PKG_VERSION");

/// A folder with a `cargo` that notes its arguments and its folder, and "installs" the program under test.
fn with_cargo(binstall: bool) -> TempDir {
    let folder = TempDir::new().unwrap();
    let (manila, seen) = (env!("CARGO_BIN_EXE_manila"), folder.path().join("seen"));
    let has_binstall = if binstall { "0" } else { "101" };
    let text = format!(
        "#!/bin/sh\n\
         [ \"$*\" != 'binstall -V' ] || exit {has_binstall}\n\
         echo \"$* in $PWD\" >>'{}'\n\
         while [ \"$1\" != --root ]; do shift; done\n\
         mkdir -p \"$2/bin\"\n\
         ln -s '{manila}' \"$2/bin/manila\"\n",
        seen.display()
    );
    executable(&folder.path().join("cargo"), &text);
    folder
}

fn executable(file: &Path, text: &str) {
    fs::write(file, text).unwrap();
    fs::set_permissions(file, fs::Permissions::from_mode(0o755)).unwrap();
}

/// Runs the action, and returns what `cargo` was called with.
fn run(version: &str, has_manila: bool, cargo: &TempDir) -> (Done, Vec<String>) {
    let api = Api::new();
    let text = catalog(&[("a", 400)]);
    let files = [
        ("errors.toml", Some(&*text)),
        (
            "rust-toolchain.toml",
            Some("[toolchain]\nchannel = \"none\"\n"),
        ),
    ];
    let pull_request = PullRequest::new("change", &files, &[]);
    let used = Use {
        path: vec![cargo.path().to_owned()],
        has_manila,
        ..pull_request.with(&api, &[("version", version)])
    };
    let done = used.run();
    assert!(!pull_request.path().join("pwned").exists());
    let seen = fs::read_to_string(cargo.path().join("seen")).unwrap_or_default();
    (done, seen.lines().map(str::to_owned).collect())
}

#[test]
fn what_is_in_the_path_is_used() {
    for version in ["", HERE] {
        let (done, called) = run(version, true, &with_cargo(true));
        assert!(
            done.is_success() && called.is_empty(),
            "{called:?}\n{}",
            done.log
        );
    }
}

#[test]
fn what_is_not_in_the_path_is_installed_in_its_version() {
    for (binstall, start) in [
        (true, "binstall --no-confirm --locked --root "),
        (false, "install --locked --root "),
    ] {
        for version in ["", HERE] {
            let (done, called) = run(version, false, &with_cargo(binstall));
            assert!(done.is_success(), "{}", done.log);
            let [call] = &called[..] else {
                panic!("{called:?}")
            };
            assert!(call.starts_with(start), "{call}");
            let (arguments, folder) = call.split_once(" in ").unwrap();
            assert!(
                arguments.ends_with(&format!(" --version ={HERE} manila-cli")),
                "{call}"
            );
            // The toolchain that a repository asks for is not looked at there.
            assert!(folder.contains("/manila."), "{call}");
        }
    }
}

#[test]
fn another_version_than_the_pinned_one_is_not_used() {
    let (done, called) = run("9.9.9", true, &with_cargo(false));
    assert!(!done.is_success());
    assert!(
        called.len() == 1 && called[0].contains(" --version =9.9.9 "),
        "{called:?}"
    );
    assert_eq!(
        done.told("error"),
        ["What was installed is not manila 9.9.9."]
    );
    let outcomes: Vec<_> = done.steps.iter().map(|(_, outcome)| *outcome).collect();
    assert_eq!(outcomes, ["failure", "skipped", "skipped", "skipped"]);
}

#[test]
fn a_version_is_nothing_but_a_version() {
    for version in [
        "0.1.0; touch pwned",
        "$(touch pwned)",
        "0.1.0\n--git=https://example.org",
        "--git",
        "0.1",
        "*",
        "0.1.0 ",
        "^0.1.0",
        "0.1.0+a",
        "../0.1.0",
        "latest",
    ] {
        let (done, called) = run(version, true, &with_cargo(true));
        assert!(
            !done.is_success() && called.is_empty(),
            "{version}: {called:?}"
        );
        assert_eq!(
            done.told("error"),
            ["The input `version` is not a version such as 0.1.0."]
        );
    }
    let (_, called) = run("1.0.0-rc.1", true, &with_cargo(false));
    assert!(called[0].contains(" --version =1.0.0-rc.1 "), "{called:?}");
}

#[test]
fn without_cargo_the_missing_program_is_told() {
    let bin = TempDir::new().unwrap();
    // A machine whose `PATH` has no cargo: one that is not executable is none.
    for name in [
        "sh", "bash", "awk", "sed", "od", "tr", "mktemp", "grep", "cat", "git",
    ] {
        std::os::unix::fs::symlink(program(name), bin.path().join(name)).unwrap();
    }
    let output = std::process::Command::new(program("bash"))
        .arg(super::yaml::top().join("tools/action/install.sh"))
        .env_clear()
        .env("PATH", bin.path())
        .env("RUNNER_TEMP", bin.path())
        .env("GITHUB_ACTION_PATH", super::yaml::top())
        .env("VERSION", "")
        .output()
        .unwrap();
    let out = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(2), "{out}");
    assert_eq!(
        out,
        format!(
            "::error::There is neither manila {HERE} in PATH nor cargo, which would install it.\n"
        )
    );
}

#[test]
fn the_action_installs_the_version_that_it_is_released_with() {
    let script = fs::read_to_string(super::yaml::top().join("tools/action/install.sh")).unwrap();
    assert!(script.contains(&format!("\nreleased={HERE}\n")));
}

#[test]
fn an_event_that_gives_strangers_a_token_is_refused() {
    let api = Api::new();
    let text = catalog(&[("a", 400)]);
    let pull_request = PullRequest::new("change", &[("errors.toml", Some(&text))], &[]);
    let used = Use {
        event_name: "pull_request_target",
        ..pull_request.with(&api, &[])
    };
    let done = used.run();
    assert!(!done.is_success());
    assert!(
        done.told("error")[0].starts_with("Run this on pull_request."),
        "{}",
        done.log
    );
    assert_eq!(api.state().requests, [""; 0]);
}
