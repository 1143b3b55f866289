//! What the macros say of each mistake, and what they accept.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Once;
use std::{env, fs};

use trybuild::TestCases;

#[test]
fn each_mistake_is_told_at_its_place() {
    COPIED.call_once(copy_fixtures);
    TestCases::new().compile_fail("fail/*/*.rs");
}

#[test]
fn what_the_documentation_offers_compiles() {
    COPIED.call_once(copy_fixtures);
    TestCases::new().pass("pass/*.rs");
}

#[test]
fn the_documentation_quotes_what_the_compiler_says() {
    let said = include_str!("fail/causes/question_mark.stderr");
    let (_, said) = said.lines().next().unwrap().split_once("]: ").unwrap();
    for page in [
        include_str!("../../README.md"),
        include_str!("../../core/src/fault/mod.rs"),
    ] {
        assert!(page.contains(said), "{said}");
    }
}

/// No test may find a file that another one is writing.
static COPIED: Once = Once::new();

/// Copies the catalogs to where `catalog!` looks for them.
///
/// Its paths are relative to the package that is compiled. That is one that trybuild writes under
/// the target directory, wherever that is.
fn copy_fixtures() {
    let package = target_directory().join("tests/trybuild/manila-ui-tests/fixtures");
    fs::create_dir_all(&package).expect("the target directory can be written to");
    for fixture in fs::read_dir("fixtures").expect("the fixtures are beside Cargo.toml") {
        let fixture = fixture.expect("the fixtures can be listed");
        fs::copy(fixture.path(), package.join(fixture.file_name())).expect("a fixture is a file");
    }
}

/// The target directory, asked for as trybuild asks for it.
fn target_directory() -> PathBuf {
    let cargo = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--format-version=1"])
        .output()
        .expect("cargo can be run");
    let metadata: serde_json::Value =
        serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    let directory = metadata["target_directory"].as_str();
    Path::new(directory.expect("the target directory is a text")).to_owned()
}
