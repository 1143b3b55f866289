//! Catalogs in revisions of git.

use std::fs;
use std::path::Path;
use std::process::Command;

use tempfile::TempDir;

use crate::run::{git, manila};

const HEAD: &str = "[catalog]\nname = \"plans\"\ncase = \"snake_case\"\n";
const A: &str = "[catalog]\nname = \"plans\"\ncase = \"snake_case\"\n[codes.a]\nstatus = 400\nmessage = \"A.\"\n";

/// A repository whose one commit has these files, and whose working folder has them too.
fn repository(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    git(folder.path(), &["init", "--quiet"]);
    for (name, text) in files {
        let file = folder.path().join(name);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, text).unwrap();
    }
    commit(folder.path(), "fix: old");
    folder
}

fn commit(folder: &Path, message: &str) {
    git(folder, &["add", "."]);
    git(
        folder,
        &["commit", "--quiet", "--allow-empty", "--message", message],
    );
}

#[test]
fn a_revision_is_compared() {
    let folder = repository(&[("errors.toml", A)]);
    let b = format!("{HEAD}[codes.b]\nstatus = 400\n");
    fs::write(folder.path().join("errors.toml"), b).unwrap();
    let arguments = [
        "diff",
        "git:HEAD:errors.toml",
        "errors.toml",
        "--format",
        "markdown",
    ];
    let (code, out, err) = manila(folder.path(), &arguments);
    assert_eq!(code, 1, "{err}");
    assert!(
        out.contains("- `a` was removed") && out.contains("- `b` was added"),
        "{out}"
    );
}

#[test]
fn a_catalog_that_its_revision_does_not_have_is_new() {
    let folder = repository(&[("README.md", "text"), ("plans/README.md", "text")]);
    let path = folder.path();
    for file in [
        "errors.toml",
        "plans/errors.toml",
        "no[x.toml",
        "README.md/errors.toml",
    ] {
        let old = format!("git:HEAD:{file}");
        let new = path.join("errors.toml");
        fs::write(&new, A).unwrap();
        let new = new.to_str().unwrap();
        let (code, out, err) = manila(path, &["diff", &old, new]);
        assert_eq!(
            (code, &*out, &*err),
            (0, "new, nothing to break\n", ""),
            "{file}"
        );
        let (code, out, err) = manila(path, &["diff", &old, new, "--require-old"]);
        let expected = format!("error: HEAD has no file {file}\n");
        assert_eq!((code, &*out, &*err), (2, "", &*expected));
        // As the new one, or for any other command, it has to be there.
        let (code, _, err) = manila(path, &["diff", new, &old]);
        assert_eq!((code, &*err), (2, &*expected));
    }
    // A file has no revision that it could be new since.
    let (code, _, err) = manila(path, &["diff", "none.toml", "errors.toml"]);
    assert!(
        code == 2 && err.starts_with("error: cannot read none.toml"),
        "{err}"
    );
    // What is new has to be a catalog all the same.
    fs::write(path.join("errors.toml"), "[catalog\n").unwrap();
    let (code, _, err) = manila(path, &["diff", "git:HEAD:errors.toml", "errors.toml"]);
    assert!(
        code == 2 && err.contains("errors.toml cannot be used"),
        "{err}"
    );
}

#[test]
fn before_the_first_commit_every_catalog_is_new() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    fs::write(path.join("errors.toml"), A).unwrap();
    let diff = ["diff", "git:HEAD:errors.toml", "errors.toml"];
    // Outside of a repository it is an error.
    let (code, _, err) = manila(path, &diff);
    assert!(
        code == 2 && err.starts_with("error: git cannot show HEAD: "),
        "{err}"
    );
    git(path, &["init", "--quiet"]);
    let (code, out, err) = manila(path, &diff);
    assert_eq!((code, &*out, &*err), (0, "new, nothing to break\n", ""));
    let (code, _, err) = manila(path, &["check", "git:HEAD:errors.toml"]);
    assert_eq!((code, &*err), (2, "error: HEAD has no file errors.toml\n"));
}

#[test]
fn a_file_may_be_named_by_its_whole_path() {
    let folder = repository(&[("plans/errors.toml", A)]);
    let path = folder.path().canonicalize().unwrap();
    let whole = |name: &str| format!("git:HEAD:{}", path.join(name).display());
    let b = format!("{HEAD}[codes.b]\nstatus = 400\n");
    fs::write(path.join("plans/errors.toml"), b).unwrap();
    let (code, out, err) = manila(
        &path,
        &["diff", &whole("plans/errors.toml"), "plans/errors.toml"],
    );
    assert!(code == 1 && out.contains("`a` was removed"), "{out}{err}");
    // Git would say of one that is somewhere else that the revision does not have it.
    for (folder, named) in [
        ("plans", whole("errors.toml")),
        (".", "git:HEAD:/errors.toml".to_owned()),
    ] {
        let (code, out, err) = manila(&path.join(folder), &["diff", &named, "cpi"]);
        assert_eq!((code, &*out), (2, ""), "{err}");
        assert!(err.contains("is not below the working folder"), "{err}");
    }
}

#[test]
fn what_follows_a_whole_hash_is_the_path() {
    let folder = repository(&[("a::b.toml", A)]);
    let path = folder.path();
    let output = Command::new("git")
        .args(["rev-parse", "HEAD"])
        .current_dir(path)
        .output()
        .unwrap();
    let hash = String::from_utf8(output.stdout).unwrap();
    let old = format!("git:{}:a::b.toml", hash.trim_end());
    assert_eq!(
        manila(path, &["diff", &old, "a::b.toml"]),
        (0, String::new(), String::new())
    );
}

#[test]
fn a_revision_may_be_named_in_any_way_that_names_one() {
    let folder = repository(&[("plans/errors.toml", A)]);
    let path = folder.path();
    git(path, &["tag", "-a", "v1", "-m", "one"]);
    for revision in [
        "HEAD",
        "main",
        "v1",
        "HEAD^{/fix: old}",
        ":/fix",
        "HEAD^{tree}",
        "HEAD:",
    ] {
        let old = format!("git:{revision}:plans/errors.toml");
        let (code, out, err) = manila(path, &["diff", &old, "plans/errors.toml"]);
        assert_eq!((code, &*out, &*err), (0, "", ""), "{revision}");
    }
    // The path begins at the working folder.
    let same = ["diff", "git:HEAD:errors.toml", "errors.toml"];
    assert_eq!(manila(&path.join("plans"), &same).0, 0);
    let outside = ["diff", "git:HEAD:../plans/errors.toml", "errors.toml"];
    assert_eq!(manila(&path.join("plans"), &outside).0, 0);
}

#[test]
fn what_names_no_file_of_a_revision_is_told() {
    let folder = repository(&[("plans/errors.toml", A)]);
    let path = folder.path();
    let no_revision = "error: this repository has no revision";
    for (named, message) in [
        ("git:HEAD", "error: git:HEAD does not name a file"),
        ("git:HEAD:", "error: git:HEAD: does not name a file"),
        (
            "git:HEAD:a\nb",
            "error: git:HEAD:a\\nb does not name a file",
        ),
        ("git:HEAD:plans", "error: git:HEAD:plans is a folder"),
        ("git:HEAD..HEAD:plans/errors.toml", no_revision),
        ("git:^HEAD:plans/errors.toml", no_revision),
        ("git:HEAD HEAD:plans/errors.toml", no_revision),
        ("git::plans/errors.toml", no_revision),
        ("git:x$(touch pwned):plans/errors.toml", no_revision),
        (
            "git:a\u{1b}[2J\n::error::b:plans/errors.toml",
            "error: this repository has no revision a\\u{1b}[2J\\n::error::b: ",
        ),
        (
            "git:--help:plans/errors.toml",
            "error: --help is not a revision",
        ),
        (
            "git:HEAD:plans/errors.toml:errors.toml",
            "error: HEAD:plans/errors.toml is not a revision",
        ),
    ] {
        let (code, out, err) = manila(path, &["diff", named, "cpi"]);
        assert_eq!((code, &*out), (2, ""), "{named}: {err}");
        assert!(err.starts_with(message), "{named}: {err}");
        assert_eq!(err.lines().count(), 1, "{err}");
    }
    assert!(!path.join("pwned").exists());
    let mut without_git = Command::new(env!("CARGO_BIN_EXE_manila"));
    let output = without_git
        .args(["check", "git:HEAD:plans/errors.toml"])
        .env("PATH", "")
        .output();
    let output = output.unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(
        output.stderr.starts_with(b"error: cannot run git: "),
        "{output:?}"
    );
}

#[test]
fn a_revision_that_was_not_fetched_is_told_with_what_fetches_it() {
    let origin = repository(&[("errors.toml", A)]);
    commit(origin.path(), "second");
    let clones = TempDir::new().unwrap();
    let url = format!("file://{}", origin.path().display());
    git(
        clones.path(),
        &["clone", "--quiet", "--depth", "1", &url, "shallow"],
    );
    git(clones.path(), &["clone", "--quiet", &url, "whole"]);
    for (clone, revision, advice) in [
        (
            "shallow",
            "HEAD~1",
            "it is a shallow clone; fetch the rest with `git fetch --unshallow`",
        ),
        (
            "whole",
            "origin/release/1",
            "fetch it with `git fetch origin release/1`",
        ),
        ("whole", "v2", "fetch it with `git fetch`"),
    ] {
        let old = format!("git:{revision}:errors.toml");
        let (code, out, err) = manila(&clones.path().join(clone), &["diff", &old, "errors.toml"]);
        let expected = format!(
            "error: this repository has no revision {revision}: {advice}, in a workflow with `fetch-depth: 0` of actions/checkout\n"
        );
        assert_eq!((code, &*out, &*err), (2, "", &*expected));
    }
    // What a shallow clone has is compared.
    let shallow = clones.path().join("shallow");
    let (code, _, err) = manila(&shallow, &["diff", "git:HEAD:errors.toml", "errors.toml"]);
    assert_eq!((code, &*err), (0, ""));
}

#[cfg(unix)]
#[test]
fn a_link_in_a_revision_is_followed() {
    let folder = repository(&[("plans/errors.toml", A)]);
    let path = folder.path();
    let link = |target: &str, name: &str| {
        std::os::unix::fs::symlink(target, path.join(name)).unwrap();
    };
    link("plans/errors.toml", "errors.toml");
    link("plans", "folder");
    link("errors.toml", "twice.toml");
    link("nowhere", "dangling.toml");
    link("/etc/hostname", "outside.toml");
    link("circle.toml", "circle.toml");
    commit(path, "links");
    for named in ["errors.toml", "folder/errors.toml", "twice.toml"] {
        let old = format!("git:HEAD:{named}");
        let (code, out, err) = manila(path, &["diff", &old, "plans/errors.toml"]);
        assert_eq!((code, &*out, &*err), (0, "", ""), "{named}");
    }
    for (named, what) in [
        ("dangling.toml", "is a link to nothing"),
        ("outside.toml", "is a link out of the repository"),
        ("circle.toml", "is a link to itself"),
        ("folder", "is a folder; name a catalog in it"),
    ] {
        let old = format!("git:HEAD:{named}");
        let (code, _, err) = manila(path, &["diff", &old, "plans/errors.toml"]);
        assert_eq!((code, err), (2, format!("error: {old} {what}\n")));
    }
}

#[test]
fn line_ends_and_a_byte_order_mark_change_nothing() {
    let text = format!("{A}meaning = \"\"\"\nOne.\nTwo.\"\"\"\n");
    let folder = repository(&[("errors.toml", &text)]);
    let path = folder.path();
    let dos = format!("\u{feff}{}", text.replace('\n', "\r\n"));
    fs::write(path.join("dos.toml"), &dos).unwrap();
    for (old, new) in [
        ("git:HEAD:errors.toml", "dos.toml"),
        ("dos.toml", "errors.toml"),
    ] {
        assert_eq!(
            manila(path, &["diff", old, new]),
            (0, String::new(), String::new())
        );
    }
    // So it is with their exports, as they are and as a checkout may have made them.
    for name in ["errors", "dos"] {
        let (code, out, _) = manila(path, &["export", &format!("{name}.toml")]);
        assert_eq!(code, 0);
        fs::write(
            path.join(format!("{name}.json")),
            format!("\u{feff}{}", out.replace('\n', "\r\n")),
        )
        .unwrap();
    }
    for (old, new) in [("errors.json", "dos.json"), ("dos.json", "errors.toml")] {
        assert_eq!(
            manila(path, &["diff", old, new]),
            (0, String::new(), String::new())
        );
    }
    let (code, out, err) = manila(path, &["export", "errors.toml"]);
    assert_eq!((code, &*err), (0, ""));
    fs::write(path.join("export.json"), out.replace('\n', "\r\n")).unwrap();
    assert_eq!(
        manila(path, &["export", "errors.toml", "--check", "export.json"]).0,
        0
    );
    // What is shown of a line does not have its end.
    let wrong = dos.replace("400", "200");
    fs::write(path.join("wrong.toml"), &wrong).unwrap();
    for format in ["text", "json", "markdown", "sarif", "github"] {
        let (code, out, _) = manila(path, &["check", "wrong.toml", "--format", format]);
        assert!(
            code == 1 && !out.contains('\r') && !out.contains("\\r"),
            "{format}: {out:?}"
        );
    }
    // The mark is no column.
    fs::write(path.join("marked.toml"), "\u{feff}x = 1\n").unwrap();
    let (_, out, _) = manila(path, &["check", "marked.toml"]);
    assert!(out.contains("marked.toml:1:1\n"), "{out}");
    fs::write(path.join("marked.json"), "\u{feff}x").unwrap();
    let (_, out, _) = manila(path, &["check", "marked.json"]);
    assert!(out.contains("marked.json:1:1\n"), "{out}");
}
