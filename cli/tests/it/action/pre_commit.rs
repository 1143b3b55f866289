//! The hooks of `.pre-commit-hooks.yaml`, called as pre-commit calls them.

use std::fs;
use std::path::Path;
use std::process::Command;

use regex::Regex;
use serde::Deserialize;
use serde_json::Value;
use tempfile::TempDir;

use super::page::blocks;
use super::repository::commit;
use super::scene::catalog;
use super::yaml::{read_yaml, top};
use crate::run::git;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Hook {
    id: String,
    #[serde(rename = "name")]
    _name: String,
    #[serde(rename = "description")]
    _description: Option<String>,
    entry: String,
    #[serde(default)]
    args: Vec<String>,
    language: String,
    files: String,
    #[serde(default = "yes")]
    pass_filenames: bool,
    #[serde(default)]
    additional_dependencies: Vec<String>,
}

fn yes() -> bool {
    true
}

fn hooks() -> Vec<Hook> {
    read_yaml(&fs::read_to_string(top().join(".pre-commit-hooks.yaml")).unwrap())
}

fn hook(id: &str) -> Hook {
    hooks().into_iter().find(|hook| hook.id == id).unwrap()
}

/// Calls a hook with the staged files that it asks for, and returns how it ended, unless there are none.
fn call(hook: &Hook, folder: &Path) -> Option<(i32, String)> {
    let files = Regex::new(&hook.files).unwrap();
    let staged = git(
        folder,
        &[
            "diff",
            "--staged",
            "--name-only",
            "--diff-filter=ACMR",
            "-z",
        ],
    );
    let staged: Vec<_> = staged
        .split('\0')
        .filter(|file| !file.is_empty() && files.is_match(file))
        .collect();
    if staged.is_empty() {
        return None;
    }
    let (program, arguments) = hook.entry.split_once(' ').unwrap();
    assert_eq!(program, "manila");
    let mut command = Command::new(env!("CARGO_BIN_EXE_manila"));
    command.args(arguments.split(' ')).args(&hook.args);
    if hook.pass_filenames {
        command.args(staged);
    }
    let output = command.current_dir(folder).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    Some((
        output.status.code().unwrap(),
        String::from_utf8(said).unwrap(),
    ))
}

/// A repository whose commit has `errors.toml` with two codes, and in which these files are staged.
fn staged(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    git(folder.path(), &["init", "--quiet"]);
    commit(
        folder.path(),
        &[("errors.toml", Some(&catalog(&[("a", 400), ("b", 404)])))],
    );
    for (name, text) in files {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    git(folder.path(), &["add", "--all", "."]);
    folder
}

#[test]
fn what_is_staged_is_checked() {
    let check = hook("manila-check");
    let (good, bad) = (catalog(&[("c", 400)]), catalog(&[("c", 200)]));
    assert_eq!(
        call(
            &check,
            staged(&[("README.md", "text"), ("no-errors.toml", &bad)]).path()
        ),
        None
    );
    for (files, code) in [
        (
            &[("errors.toml", &*good), ("a/b/errors.toml", &good)][..],
            0,
        ),
        (&[("errors.toml", &good), ("a/b/errors.toml", &bad)], 1),
        (&[("-x/errors.toml", &bad)], 1),
        (&[("-x/errors.toml", &good)], 0),
    ] {
        let (ended, said) = call(&check, staged(files).path()).unwrap();
        assert_eq!(ended, code, "{files:?}: {said}");
    }
}

#[test]
fn what_is_staged_is_compared_with_the_last_commit() {
    let diff = hook("manila-diff");
    assert_eq!(
        call(
            &diff,
            staged(&[("README.md", "text"), ("a/errors.toml", "")]).path()
        ),
        None
    );
    for (codes, code, expected) in [
        (
            &[("a", 400), ("b", 404), ("c", 409)][..],
            0,
            "`c` was added",
        ),
        (&[("a", 400)], 1, "`b` was removed"),
    ] {
        let (ended, said) =
            call(&diff, staged(&[("errors.toml", &catalog(codes))]).path()).unwrap();
        assert!(ended == code && said.contains(expected), "{said}");
    }
    // Before the first commit there is nothing to break.
    let folder = TempDir::new().unwrap();
    git(folder.path(), &["init", "--quiet"]);
    fs::write(folder.path().join("errors.toml"), catalog(&[("a", 400)])).unwrap();
    git(folder.path(), &["add", "."]);
    // Nothing to hold the index against: pre-commit takes all of it.
    let output = Command::new(env!("CARGO_BIN_EXE_manila"))
        .arg("diff")
        .args(&diff.args)
        .current_dir(&folder)
        .output();
    assert_eq!(output.unwrap().status.code(), Some(0));
}

#[test]
fn the_page_configures_hooks_that_there_are() {
    let known = hooks();
    let mut configured = 0;
    for block in blocks() {
        for repository in block["repos"].as_array().into_iter().flatten() {
            let is_local = repository["repo"] == "local";
            assert!(
                is_local || repository["rev"] == format!("v{}", env!("CARGO_PKG_VERSION")),
                "{repository}"
            );
            for hook in repository["hooks"].as_array().unwrap() {
                configured += 1;
                let known = known.iter().find(|known| hook["id"] == known.id).unwrap();
                if is_local {
                    // It says by itself all that the hook says.
                    let local: Hook = serde_json::from_value(hook.clone()).unwrap();
                    assert_eq!(
                        (&*local.entry, &*local.files),
                        (&*known.entry, &*known.files)
                    );
                    let package = format!(
                        "cli:{}:{}",
                        env!("CARGO_PKG_NAME"),
                        env!("CARGO_PKG_VERSION")
                    );
                    assert_eq!(
                        (&*local.language, local.additional_dependencies),
                        ("rust", vec![package])
                    );
                }
                let files = hook["files"].as_str().unwrap_or(&known.files);
                let args = hook["args"]
                    .as_array()
                    .map(|args| args.iter().map(Value::to_string).collect::<String>());
                let args = args.unwrap_or_else(|| known.args.concat());
                for file in ["errors.toml", "api/errors.toml"] {
                    let is_asked_for = Regex::new(files).unwrap().is_match(file);
                    assert!(
                        !args.contains("HEAD")
                            || is_asked_for == args.contains(&format!("HEAD:{file}")),
                        "{hook}"
                    );
                }
            }
        }
    }
    assert_eq!(configured, 5);
}
