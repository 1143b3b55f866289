//! Names, sizes and links that are not meant well.

use std::fs;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::run::manila;

const GOOD: &str = "[catalog]\nname = \"plans\"\ncase = \"snake_case\"\n[codes.a]\nstatus = 400\nmessage = \"A.\"\n";

#[cfg(unix)]
#[test]
fn a_name_commands_neither_a_terminal_nor_a_workflow() {
    const NAME: &str = "a\u{1b}[2J\n::error::b.toml";
    const MISSING: &str = "c\u{1b}[2J\n::error::d.toml";
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    fs::write(path.join(NAME), GOOD.replace("400", "200")).unwrap();
    fs::write(path.join("errors.toml"), GOOD).unwrap();
    let is_harmless = |arguments: &[&str]| {
        let (_, out, err) = manila(path, arguments);
        for text in [out, err] {
            assert!(!text.contains('\u{1b}'), "{arguments:?}: {text:?}");
            assert!(
                !text.lines().any(|line| line.starts_with("::error::")),
                "{arguments:?}: {text:?}"
            );
        }
    };
    for name in [NAME, MISSING] {
        for arguments in [
            &["check", name][..],
            &["check", name, "--format", "json"],
            &["check", name, "--format", "github"],
            &["diff", name, "errors.toml"],
            &["diff", "errors.toml", name],
            &["diff", &format!("git:HEAD:{name}"), "errors.toml"],
            &["export", name],
            &["export", "errors.toml", "--check", name],
            &["export", "errors.toml", "--output", &format!("none/{name}")],
            &["list", name],
            &["explain", "a", "--catalog", name],
            &["new", "errors.toml", "--name", name],
            &["new", &format!("none/{name}")],
        ] {
            is_harmless(arguments);
        }
    }
    let (_, out, _) = manila(path, &["check", NAME]);
    assert!(
        out.contains(r"--> a\u{1b}[2J\n::error::b.toml:5:10"),
        "{out}"
    );
}

#[test]
fn two_million_wrong_lines_are_told_by_the_first_thousand() {
    let folder = TempDir::new().unwrap();
    let numbered = |line: fn(usize) -> String| (0..2_000_000).map(line).collect::<String>();
    for (what, lines) in [
        ("no assignment", "x\n".repeat(2_000_000)),
        ("two equal signs", "= = 1\n".repeat(2_000_000)),
        ("unknown keys", numbered(|n| format!("k{n} = 1\n"))),
        (
            "codes without a status, behind a good one",
            numbered(|n| format!("a{n}.clent = 1\n")),
        ),
    ] {
        let head = if what.starts_with("codes") {
            "[codes]\nb.status = 400\n"
        } else {
            ""
        };
        let text = format!("[catalog]\nname = \"plans\"\ncase = \"snake_case\"\n{head}{lines}");
        fs::write(folder.path().join("errors.toml"), text).unwrap();
        let start = Instant::now();
        let (code, out, err) = manila(folder.path(), &["check", "errors.toml"]);
        assert_eq!((code, &*err), (1, ""));
        assert!(
            out.ends_with("1 catalog checked: 1000 errors, 0 warnings, and more\n"),
            "{what}: {}",
            &out[out.len() - 200..]
        );
        // It takes a second or two, and took half a minute and more before the reader stopped.
        assert!(
            start.elapsed() < Duration::from_secs(20),
            "{what}: {:?}",
            start.elapsed()
        );
    }
}

#[cfg(unix)]
#[test]
fn an_export_takes_the_place_of_a_link_and_leaves_what_it_led_to() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let folder = TempDir::new().unwrap();
    let path = folder.path();
    fs::write(path.join("secret"), "kept").unwrap();
    symlink("secret", path.join("errors.json")).unwrap();
    let (code, out, err) = manila(path, &["export", "cpi", "--output", "errors.json"]);
    assert_eq!((code, &*out, &*err), (0, "", ""));
    assert_eq!(fs::read_to_string(path.join("secret")).unwrap(), "kept");
    let written = fs::symlink_metadata(path.join("errors.json")).unwrap();
    assert!(written.is_file());
    assert_eq!(
        manila(path, &["export", "cpi", "--check", "errors.json"]).0,
        0
    );

    // A file keeps its permissions.
    fs::set_permissions(path.join("errors.json"), fs::Permissions::from_mode(0o640)).unwrap();
    assert_eq!(
        manila(path, &["export", "codelibra", "--output", "errors.json"]).0,
        0
    );
    let mode = fs::metadata(path.join("errors.json"))
        .unwrap()
        .permissions()
        .mode();
    assert_eq!(mode & 0o777, 0o640);
    // Nothing is left beside it, and a folder is not replaced.
    assert_eq!(manila(path, &["export", "cpi", "--output", "."]).0, 2);
    let left: Vec<_> = fs::read_dir(path)
        .unwrap()
        .map(|entry| entry.unwrap().file_name())
        .collect();
    assert_eq!(left.len(), 2, "{left:?}");

    // A device is written to.
    let (code, out, _) = manila(path, &["export", "cpi", "--output", "/dev/stdout"]);
    assert!(code == 0 && out.starts_with("{\n"), "{out}");
    assert_eq!(
        manila(path, &["export", "cpi", "--output", "/dev/null"]).0,
        0
    );
}

#[test]
fn a_catalog_of_twenty_thousand_codes_is_checked_and_compared_in_time() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    let catalog = |status: u16, related: &str| {
        let code = |n: usize| {
            format!(
                "[codes.code_{n}]\nnumber = {}\nstatus = {status}\nmessage = \"Code {n} is {status}.\"\n\
                 meaning = \"\"\"\nThe first line.\nThe second line.\"\"\"\nrelated = [\"{related}_{}\"]\n\
                 [codes.code_{n}.details]\nlimit = {{ type = \"integer\", meaning = \"how many\" }}\n",
                n + 1,
                19_999 - n,
            )
        };
        let head = "[catalog]\nname = \"plans\"\ncase = \"snake_case\"\nwire = \"number\"\n";
        head.to_owned() + &(0..20_000).map(code).collect::<String>()
    };
    fs::write(path.join("old.toml"), catalog(400, "code")).unwrap();
    fs::write(path.join("new.toml"), catalog(422, "code")).unwrap();
    fs::write(path.join("bad.toml"), catalog(400, "cod")).unwrap();
    let (code, _, err) = manila(path, &["export", "old.toml", "--output", "old.json"]);
    assert_eq!((code, &*err), (0, ""));
    // A release build takes less than a second for each; what is quadratic takes minutes.
    let start = Instant::now();
    for (arguments, code, lines) in [
        (&["check", "old.toml"][..], 0, 1),
        (&["check", "bad.toml", "--format", "github"], 1, 1_001),
        (&["diff", "old.toml", "old.json"], 0, 0),
        (&["diff", "old.json", "new.toml"], 1, 60_000),
    ] {
        let (ended, out, err) = manila(path, arguments);
        assert_eq!((ended, &*err), (code, ""), "{arguments:?}");
        assert_eq!(out.lines().count(), lines, "{arguments:?}");
    }
    assert!(
        start.elapsed() < Duration::from_secs(120),
        "{:?}",
        start.elapsed()
    );
}
