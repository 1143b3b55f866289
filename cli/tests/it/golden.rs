//! What the command prints, whole. `UPDATE_GOLDEN=1 cargo test -p manila-cli` writes it anew.

use std::fs;
use std::path::Path;
use std::process::Command;

/// Asserts what the command prints and how it ends, in the folder of the files.
fn golden(name: &str, code: i32, arguments: &[&str]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/golden");
    let output = Command::new(env!("CARGO_BIN_EXE_manila"))
        .args(arguments)
        .current_dir(&folder)
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stdout).unwrap();
    assert_eq!(String::from_utf8(output.stderr).unwrap(), "", "{name}");
    assert_eq!(output.status.code(), Some(code), "{name}: {printed}");
    let file = folder.join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        fs::write(&file, &printed).unwrap();
    }
    let expected = fs::read_to_string(&file).unwrap();
    assert_eq!(
        printed, expected,
        "{name} is another; `UPDATE_GOLDEN=1 cargo test -p manila-cli` writes it anew"
    );
}

macro_rules! golden {
    ($($name:ident: $file:literal, $code:literal, [$($argument:literal),+];)+) => {
        $(#[test]
        fn $name() {
            golden($file, $code, &[$($argument),+]);
        })+
    };
}

golden! {
    findings_for_people: "check.txt", 1, ["check", "mistakes.toml", "new.toml"];
    findings_for_tools: "check.json", 1, ["check", "mistakes.toml", "--format", "json"];
    findings_for_workflows: "check.github", 1, ["check", "mistakes.toml", "--format", "github"];
    findings_for_a_pull_request: "check.md", 1, ["check", "mistakes.toml", "new.toml", "--format", "markdown"];
    findings_for_code_scanning: "check.sarif", 1, ["check", "mistakes.toml", "--format", "sarif"];
    changes_for_people: "diff.txt", 1, ["diff", "old.toml", "new.toml"];
    changes_for_tools: "diff.json", 1, ["diff", "old.toml", "new.toml", "--format", "json"];
    changes_for_a_pull_request: "diff.md", 1, ["diff", "old.toml", "new.toml", "--format", "markdown"];
    changes_for_workflows: "diff.github", 1, ["diff", "old.toml", "new.toml", "--format", "github"];
    changes_for_code_scanning: "diff.sarif", 1, ["diff", "old.toml", "new.toml", "--format", "sarif"];
    no_changes_for_a_pull_request: "same.md", 0, ["diff", "old.toml", "old.toml", "--format", "markdown"];
    everything_of_a_code: "explain.txt", 0, ["explain", "plan_limit", "--catalog", "old.toml"];
    what_a_mistyped_code_may_be: "unknown.txt", 1, ["explain", "plan_limt", "--catalog", "old.toml"];
    a_list_for_people: "list.txt", 0, ["list", "old.toml"];
    a_list_for_tools: "list.json", 0, ["list", "old.toml", "--status", "410", "--format", "json"];
    the_codes_of_an_operation: "operation.txt", 0, ["list", "old.toml", "--operation", "post /v1/apps"];
    the_codes_of_a_group: "operation.txt", 0, ["list", "old.toml", "--operation", "apps"];
    the_codes_of_an_owner: "operation.txt", 0, ["list", "old.toml", "--owner", "user"];
    an_export: "export.json", 0, ["export", "old.toml"];
    operations_for_people: "operations.txt", 1, ["operations", "check", "--recorded", "operations.jsonl", "operations.toml"];
    operations_for_tools: "operations.json", 1, ["operations", "check", "--recorded", "operations.jsonl", "operations.toml", "--format", "json"];
    operations_for_workflows: "operations.github", 1, ["operations", "check", "--recorded", "operations.jsonl", "operations.toml", "--format", "github"];
    operations_for_a_pull_request: "operations.md", 1, ["operations", "check", "--recorded", "operations.jsonl", "operations.toml", "--format", "markdown"];
    operations_for_code_scanning: "operations.sarif", 1, ["operations", "check", "--recorded", "operations.jsonl", "operations.toml", "--format", "sarif"];
    operations_that_would_be_written: "operations.dry", 1, ["operations", "write", "--recorded", "operations.jsonl", "operations.toml", "--dry-run"];
    the_schema_of_files: "manila.schema.json", 0, ["schema"];
}

#[test]
fn the_readme_names_what_is_advised() {
    let readme = include_str!("../../README.md");
    for lint in manila_catalog_file::LINTS {
        let row = format!("| `{}` |", lint.id);
        assert!(readme.contains(&row), "{row}");
    }
}
