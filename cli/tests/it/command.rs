//! The command, as a user runs it.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::run::manila;

const HEAD: &str = "[catalog]\nname = \"plans\"\ncase = \"snake_case\"\n";

/// A folder with these files; those that are catalogs get their head.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), format!("{HEAD}{text}")).unwrap();
    }
    folder
}

#[test]
fn the_published_catalogs_have_no_findings() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalogs");
    for catalog in ["vibehost", "mxcep", "credicorp", "codelibra", "cpi"] {
        let file = format!("{catalog}.toml");
        let (code, out, err) = manila(&here, &["check", &file]);
        // The pages have no codes for some of what a framework refuses.
        assert_eq!((code, &*err), (0, ""));
        assert!(out.starts_with("note[unmapped-condition]"), "{out}");
        let translations = match catalog {
            "vibehost" | "mxcep" => 3,
            // Manila's own sentences, in two languages.
            _ => 2,
        };
        let end = format!(
            "\n\n1 catalog and {translations} translations checked, nothing found, 1 note\n"
        );
        assert!(out.ends_with(&end), "{out}");
    }
}

#[test]
fn the_committed_exports_are_those_of_the_catalogs() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for catalog in ["vibehost", "mxcep", "credicorp", "codelibra", "cpi"] {
        let export = format!("catalogs/export/{catalog}.json");
        let file = format!("catalogs/{catalog}.toml");
        let (code, out, err) = manila(&here, &["export", &file, "--check", &export]);
        assert_eq!(code, 0, "{out}{err}");
    }
}

#[test]
fn each_piece_of_advice_is_given_where_it_belongs() {
    for (text, rule, line) in [
        ("[codes.a]\nstatus = 400\n", "no-message", 4),
        (
            "[codes.a]\nstatus = 400\nmessage = \"See <b>this</b>.\"\n",
            "markup",
            6,
        ),
        (
            "[codes.a]\nstatus = 400\nmessage = \"This &amp; that.\"\n",
            "markup",
            6,
        ),
        (
            "[codes.a]\nstatus = 401\nmessage = \"Sign in.\"\n",
            "no-client-advice",
            4,
        ),
        (
            "[codes.a]\nstatus = 503\nmessage = \"Wait.\"\nclient = \"Wait.\"\nretry = \"never\"\n",
            "hopeless-retry",
            8,
        ),
        (
            "[codes.a]\nstatus = 400\nmessage = \"One.\"\n[codes.b]\nstatus = 400\nmessage = \"Two.\"\n[codes.c]\nstatus = 400\nmessage = \"Three\"\n",
            "full-stop",
            12,
        ),
        (
            "[codes.a]\nstatus = 400\nmessage = \"One.\"\nallow = { no-mesage = \"why\" }\n",
            "unknown-allow",
            7,
        ),
    ] {
        let folder = folder(&[("errors.toml", text)]);
        let (code, out, _) = manila(folder.path(), &["check", "errors.toml", "--format", "json"]);
        let found: Value = serde_json::from_str(&out).unwrap();
        let found = &found["findings"];
        assert_eq!(code, 1, "{text}");
        assert_eq!(found.as_array().unwrap().len(), 1, "{out}");
        assert_eq!(
            (&found[0]["rule"], &found[0]["line"]),
            (&rule.into(), &line.into()),
            "{out}"
        );
        assert_eq!(found[0]["level"], "warning");
    }
    let long = format!(
        "[codes.a]\nstatus = 400\nmessage = \"{}.\"\n",
        "x".repeat(300)
    );
    let folder = folder(&[("errors.toml", &long)]);
    assert!(
        manila(folder.path(), &["check", "errors.toml"])
            .1
            .contains("long-text")
    );
}

#[test]
fn a_rule_is_silenced_for_a_code_with_a_reason() {
    let allowed = "[codes.a]\nstatus = 400\nallow = { no-message = \"it is internal\" }\n";
    let silent = folder(&[("errors.toml", allowed)]);
    assert_eq!(manila(silent.path(), &["check", "errors.toml"]).0, 0);
    let unreasoned = folder(&[("errors.toml", &allowed.replace("it is internal", ""))]);
    assert_eq!(manila(unreasoned.path(), &["check", "errors.toml"]).0, 1);
}

#[test]
fn findings_are_written_for_people_and_for_workflows() {
    let folder = folder(&[(
        "errors.toml",
        "[codes.a]\nstatus = 200\nretry = \"later\"\nmessage = \"A.\"\n",
    )]);
    let (code, out, _) = manila(folder.path(), &["check", "errors.toml"]);
    assert_eq!(code, 1);
    for part in [
        "error[status-range]",
        "--> errors.toml:5:10",
        "1 catalog checked: 2 errors",
    ] {
        assert!(out.contains(part), "{part} in {out}");
    }
    // Color is for terminals.
    assert!(!out.contains('\u{1b}'));
    let (_, out, _) = manila(
        folder.path(),
        &["check", "errors.toml", "--format", "github"],
    );
    assert!(
        out.starts_with("::error file=errors.toml,line=5,col=10,title=status-range::200 is no"),
        "{out}",
    );
    assert_eq!(out.lines().count(), 2);
}

#[test]
fn bad_input_gets_one_clear_message() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    fs::create_dir(path.join("folder")).unwrap();
    fs::write(path.join("bytes.toml"), b"[catalog]\n\xff").unwrap();
    for (file, message) in [
        ("missing.toml", "error: cannot read missing.toml: "),
        ("folder", "error: folder is a folder"),
        ("bytes.toml", "error: bytes.toml is not UTF-8: byte 10"),
        ("git:HEAD", "error: git:HEAD does not name a file"),
        (
            "git:HEAD:x.toml",
            "error: git cannot show HEAD: fatal: not a git repository",
        ),
    ] {
        for command in [
            &["check", file][..],
            &["diff", file, file],
            &["export", file],
        ] {
            let (code, out, err) = manila(path, command);
            assert_eq!((code, &*out), (2, ""), "{command:?}");
            assert!(err.starts_with(message), "{err}");
        }
    }
    fs::write(path.join("syntax.toml"), "[catalog\n").unwrap();
    let (code, out, _) = manila(path, &["check", "syntax.toml"]);
    assert!(code == 1 && out.contains("error[syntax]"), "{out}");
    let (code, _, err) = manila(path, &["export", "syntax.toml"]);
    assert!(
        code == 2 && err.contains("error: syntax.toml cannot be used"),
        "{err}"
    );
    let circle = "[codes.a]\nstatus = 400\nreplaced_by = \"b\"\n[codes.b]\nstatus = 400\nreplaced_by = \"a\"\n";
    fs::write(path.join("circle.toml"), format!("{HEAD}{circle}")).unwrap();
    let (code, out, _) = manila(path, &["check", "circle.toml"]);
    assert!(code == 1 && out.contains("replacement-cycle"), "{out}");
    assert_eq!(manila(path, &["check"]).0, 2);
}

#[test]
fn a_catalog_of_ten_megabytes_is_read() {
    let code = |n| {
        format!(
            "[codes.code_{n}]\nstatus = 400\nmessage = \"{}.\"\n",
            "x".repeat(250)
        )
    };
    let text: String = (0..34_000).map(code).collect();
    assert!(text.len() > 10_000_000);
    let folder = folder(&[("errors.toml", &text)]);
    let (code, out, _) = manila(folder.path(), &["check", "errors.toml"]);
    assert_eq!((code, &*out), (0, "1 catalog checked, nothing found\n"));
}

/// What `diff` says of a change to this catalog, and how it ends.
fn changed(from: &str, to: &str) -> (i32, String) {
    const OLD: &str = r#"exit_codes = { 402 = 3 }
[conditions]
forbidden = "plan_limit"
[rules]
max = "plan_limit"
[codes.plan_limit]
number = 7
statuses = [402, 403]
message = "The limit is reached."
retry = "backoff"
[codes.plan_limit.details]
limit = { type = "integer" }
[codes.other]
status = 400
"#;
    assert!(OLD.contains(from), "{from}");
    let folder = folder(&[("old.toml", OLD), ("new.toml", &OLD.replacen(from, to, 1))]);
    let (code, out, err) = manila(folder.path(), &["diff", "old.toml", "new.toml"]);
    assert_eq!(err, "");
    let allowed = ["diff", "old.toml", "new.toml", "--allow-breaking"];
    assert_eq!(manila(folder.path(), &allowed).0, 0);
    (code, out)
}

#[test]
fn a_catalog_does_not_differ_from_itself() {
    for catalog in ["vibehost", "mxcep", "credicorp", "codelibra", "cpi"] {
        let (code, out, _) = manila(Path::new("."), &["diff", catalog, catalog]);
        assert_eq!((code, &*out), (0, ""));
    }
}

macro_rules! breaking {
    ($($name:ident: $from:literal => $to:literal, $expected:literal;)+) => {
        $(#[test]
        fn $name() {
            let (code, out) = changed($from, $to);
            assert!(out.contains($expected), "{out}");
            assert!(out.starts_with("breaking: "), "{out}");
            assert_eq!(code, 1);
        })+
    };
}

breaking! {
    a_removed_code_breaks: "[codes.other]\nstatus = 400\n" => "",
        "breaking: `other` was removed";
    a_changed_number_breaks: "number = 7" => "number = 8",
        "breaking: the number of `plan_limit` changed from 7 to 8 [number]";
    a_changed_status_breaks: "status = 400" => "status = 422",
        "breaking: the status of `other` changed from 400 to 422 [status]";
    a_removed_status_breaks: "[402, 403]" => "[402]",
        "breaking: `plan_limit` no longer has the status 403 [removed-status]";
    a_changed_exit_code_breaks: "{ 402 = 3 }" => "{ 402 = 4 }",
        "breaking: the exit code of `plan_limit` changed from 3 to 4 [exit-code]";
    a_removed_detail_breaks: "limit = { type = \"integer\" }\n" => "",
        "breaking: `plan_limit` no longer has the detail `limit` [removed-detail]";
    a_changed_type_of_a_detail_breaks: "\"integer\"" => "\"string\"",
        "breaking: the type of the detail `limit` of `plan_limit` changed from integer to string [detail-type]";
    stricter_retry_advice_breaks: "\"backoff\"" => "\"never\"",
        "breaking: the retry advice of `plan_limit` changed from backoff to never [retry]";
    retry_advice_that_is_withdrawn_breaks: "retry = \"backoff\"\n" => "",
        "breaking: the retry advice of `plan_limit` changed from backoff to none [retry]";
    a_condition_that_maps_to_nothing_breaks: "forbidden = \"plan_limit\"\n" => "",
        "breaking: the code for the condition `forbidden` changed from `plan_limit` to none [condition]";
    a_rule_that_maps_elsewhere_breaks: "max = \"plan_limit\"" => "max = \"other\"",
        "breaking: the code for the rule `max` changed from `plan_limit` to `other` [rule]";
    a_rule_that_maps_to_nothing_breaks: "max = \"plan_limit\"" => "",
        "breaking: the code for the rule `max` changed from `plan_limit` to none [rule]";
    a_new_status_breaks: "[402, 403]" => "[402, 403, 409]",
        "breaking: `plan_limit` also has the status 409 [new-status]";
    a_condition_that_maps_elsewhere_breaks: "forbidden = \"plan_limit\"" => "forbidden = \"other\"",
        "breaking: the code for the condition `forbidden` changed from `plan_limit` to `other` [condition]";
}

#[test]
fn codes_that_are_sent_or_spelled_in_another_way_break() {
    let old =
        "[catalog]\nname = \"plans\"\ncase = \"PascalCase\"\n[codes.A]\nnumber = 1\nstatus = 400\n";
    for (from, to, expected) in [
        (
            "[codes",
            "wire = \"number\"\n[codes",
            "breaking: what is sent as the code changed from name to number [wire]",
        ),
        (
            "PascalCase",
            "SCREAMING_SNAKE_CASE",
            "breaking: the spelling of codes changed from PascalCase to SCREAMING_SNAKE_CASE [case]",
        ),
    ] {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("old.toml"), old).unwrap();
        fs::write(folder.path().join("new.toml"), old.replace(from, to)).unwrap();
        let (code, out, err) = manila(folder.path(), &["diff", "old.toml", "new.toml"]);
        assert!(code == 1 && out.starts_with(expected), "{out}{err}");
    }
}

#[test]
fn what_only_adds_or_explains_is_compatible() {
    for (from, to, expected) in [
        (
            "[codes.other]",
            "[codes.new]\nstatus = 409\n[codes.other]",
            "compatible: `new` was added",
        ),
        (
            "is reached.",
            "was reached.",
            "compatible: `plan_limit` changed in: message",
        ),
        (
            "number = 7",
            "number = 7\ndeprecated = \"2.0\"",
            "compatible: `plan_limit` is deprecated",
        ),
        (
            "{ type = \"integer\" }",
            "{ type = \"integer\" }\nothers = { type = \"any\" }",
            "compatible",
        ),
        (
            "[conditions]\n",
            "[conditions]\ngone = \"other\"\n",
            "compatible: the code for the condition `gone`",
        ),
        (
            "[rules]\n",
            "[rules]\nemail = \"other\"\n",
            "compatible: the code for the rule `email`",
        ),
    ] {
        let (code, out) = changed(from, to);
        assert!(code == 0 && out.starts_with(expected), "{out}");
    }
}

#[test]
fn a_code_is_explained_by_name_and_number() {
    let here = Path::new(".");
    let (code, out, _) = manila(here, &["explain", "PLAN_LIMIT_EXCEEDED"]);
    assert!(
        code == 0 && out.starts_with("PLAN_LIMIT_EXCEEDED: Plan limit exceeded\n"),
        "{out}"
    );
    let (code, out, _) = manila(here, &["explain", "-402", "--catalog", "cpi"]);
    assert!(code == 0 && out.contains("422 (derived"), "{out}");
    let (code, out, _) = manila(here, &["explain", "PLAN_LIMT"]);
    assert!(
        code == 1 && out.contains("did you mean `PLAN_LIMIT_EXCEEDED` of vibehost?"),
        "{out}"
    );
}

#[test]
fn codes_are_listed_by_what_they_are() {
    let count = |arguments: &[&str]| {
        let arguments = [&["list", "--format", "json"], arguments].concat();
        let (code, out, err) = manila(Path::new("."), &arguments);
        assert_eq!(code, 0, "{err}");
        serde_json::from_str::<Value>(&out)
            .unwrap()
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(count(&[]), 86 + 376 + 40 + 39 + 26);
    assert_eq!(count(&["vibehost", "--status", "429"]), 5);
    assert_eq!(count(&["vibehost", "--status", "5xx"]), 4);
    assert_eq!(count(&["vibehost", "--section", "custom domains"]), 4);
    assert_eq!(
        count(&["mxcep", "--scope", "violation", "--status", "500"]),
        0
    );
    assert!(count(&["--retry", "after"]) > 5);
    assert_eq!(manila(Path::new("."), &["list", "--status", "200"]).0, 2);
    assert_eq!(manila(Path::new("."), &["list", "--retry", "maybe"]).0, 2);
}

#[test]
fn a_new_catalog_passes_its_check_and_is_not_overwritten() {
    let folder = TempDir::new().unwrap();
    let (code, _, err) = manila(folder.path(), &["new", "errors.toml", "--name", "shop"]);
    assert_eq!(code, 0, "{err}");
    assert_eq!(manila(folder.path(), &["check", "errors.toml"]).0, 0);
    let (code, _, err) = manila(folder.path(), &["new", "errors.toml"]);
    assert!(
        code == 2 && err.contains("already exists; nothing was written"),
        "{err}"
    );
    let (code, _, err) = manila(folder.path(), &["new", "other.toml", "--name", "a b"]);
    assert!(
        code == 2 && err.contains("cannot be a catalog's name"),
        "{err}"
    );
}

#[test]
fn a_stale_export_is_told_with_what_mends_it() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    assert_eq!(
        manila(path, &["export", "cpi", "--output", "cpi.json"]).0,
        0
    );
    assert_eq!(manila(path, &["export", "cpi", "--check", "cpi.json"]).0, 0);
    let (code, out, _) = manila(path, &["export", "cpi", "--check", "none.json"]);
    assert!(
        code == 1 && out.contains("manila export cpi --output none.json"),
        "{out}"
    );
    let (code, out, _) = manila(path, &["export", "codelibra", "--check", "cpi.json"]);
    assert!(
        code == 1 && out.contains("manila export codelibra --output cpi.json"),
        "{out}"
    );
}

#[test]
fn shells_complete_the_command() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let (code, out, _) = manila(Path::new("."), &["completions", shell]);
        assert!(code == 0 && out.contains("explain"), "{shell}");
    }
}
