//! What `check` and `diff` write for tools and for pull requests.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

const HEAD: &str = "[catalog]\nname = \"plans\"\ncase = \"snake_case\"\n";

/// What the command prints and how it ends. It says nothing on standard error.
fn manila(folder: &Path, arguments: &[&str]) -> (i32, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_manila"));
    let output = command
        .args(arguments)
        .env("CLICOLOR_FORCE", "1")
        .current_dir(folder)
        .output()
        .unwrap();
    assert_eq!(
        String::from_utf8(output.stderr).unwrap(),
        "",
        "{arguments:?}"
    );
    (
        output.status.code().unwrap(),
        String::from_utf8(output.stdout).unwrap(),
    )
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), format!("{HEAD}{text}")).unwrap();
    }
    folder
}

const GOOD: &str = "[codes.a]\nstatus = 400\nmessage = \"A.\"\n";

#[test]
fn every_format_ends_as_the_text_does() {
    let folder = folder(&[
        ("good.toml", GOOD),
        ("bad.toml", "[codes.a]\nstatus = 200\nmessage = \"A.\"\n"),
        ("advice.toml", "[codes.a]\nstatus = 400\n"),
        ("broken.toml", "[codes.b]\nstatus = 400\nmessage = \"B.\"\n"),
    ]);
    for format in ["text", "json", "markdown", "sarif", "github"] {
        for (arguments, code) in [
            (&["check", "good.toml"][..], 0),
            (&["check", "bad.toml"], 1),
            (&["check", "advice.toml"], 1),
            (&["check", "good.toml", "bad.toml"], 1),
            (&["diff", "good.toml", "good.toml"], 0),
            (&["diff", "good.toml", "advice.toml"], 0),
            (&["diff", "good.toml", "broken.toml"], 1),
            (&["diff", "good.toml", "broken.toml", "--allow-breaking"], 0),
        ] {
            let arguments = [arguments, &["--format", format]].concat();
            let (ended, out) = manila(folder.path(), &arguments);
            assert_eq!(ended, code, "{arguments:?}");
            if format != "text" {
                assert!(!out.contains('\u{1b}'), "{arguments:?}");
            }
            if matches!(format, "json" | "sarif") {
                let data: Value = serde_json::from_str(&out).unwrap();
                assert!(data.is_object(), "{arguments:?}");
            }
        }
    }
}

#[test]
fn data_have_a_version_and_counts() {
    let folder = folder(&[
        ("old.toml", GOOD),
        ("new.toml", "[codes.b]\nstatus = 400\n"),
    ]);
    let data = |arguments: &[&str]| -> Value {
        let (_, out) = manila(folder.path(), &[arguments, &["--format", "json"]].concat());
        serde_json::from_str(&out).unwrap()
    };
    let checked = data(&["check", "old.toml", "new.toml"]);
    assert_eq!(checked["schema"], 1);
    assert_eq!(
        checked["catalogs"],
        serde_json::json!(["old.toml", "new.toml"])
    );
    assert_eq!(
        (&checked["errors"], &checked["warnings"]),
        (&0.into(), &1.into())
    );
    assert_eq!(checked["findings"][0]["file"], "new.toml");
    let compared = data(&["diff", "old.toml", "new.toml"]);
    assert_eq!(compared["schema"], 1);
    assert_eq!(
        (&compared["old"], &compared["new"]),
        (&"old.toml".into(), &"new.toml".into())
    );
    assert_eq!(
        (&compared["breaking"], &compared["compatible"]),
        (&1.into(), &1.into())
    );
    assert_eq!(compared["is_new"], false);
    assert_eq!(compared["changes"].as_array().unwrap().len(), 2);
}

/// The mistakes that a validator of JSON Schema finds in what is written as SARIF.
fn mistakes_of(log: &Value) -> Vec<String> {
    let schema: Value = serde_json::from_str(include_str!("sarif.schema.json")).unwrap();
    let options = jsonschema::options().should_validate_formats(true);
    let validator = options.build(&schema).unwrap();
    validator
        .iter_errors(log)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect()
}

#[test]
fn sarif_is_what_its_schema_says() {
    const NAMES: [&str; 5] = [
        "errors.toml",
        "a b%41.toml",
        "a::error::b.toml",
        "é[1]{2}.toml",
        "a?b#c.toml",
    ];
    let wrong = "[codes.a]\nstatus = 200\nmessage = \"A <b>\u{e9}</b>.\"\nretry = \"later\"\n[codes.b]\nstatus = 400\n";
    let folder = folder(&[
        ("old.toml", GOOD),
        ("new.toml", "[codes.b]\nstatus = 400\n"),
    ]);
    let sarif = |arguments: &[&str]| -> Value {
        let (_, out) = manila(folder.path(), &[arguments, &["--format", "sarif"]].concat());
        serde_json::from_str(&out).unwrap()
    };
    let mut logs = vec![
        sarif(&["check", "old.toml"]),
        sarif(&["diff", "old.toml", "old.toml"]),
        sarif(&["diff", "old.toml", "new.toml"]),
    ];
    for name in NAMES {
        fs::write(folder.path().join(name), format!("{HEAD}{wrong}")).unwrap();
        logs.push(sarif(&["check", name]));
    }
    for log in &logs {
        assert_eq!(mistakes_of(log), [""; 0], "{log:#}");
        let run = &log["runs"][0];
        for result in run["results"].as_array().unwrap() {
            let at = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
            assert_eq!(run["tool"]["driver"]["rules"][at]["id"], result["ruleId"]);
        }
    }
    // The validator finds what is not as it should be.
    for (pointer, value) in [
        ("/version", "2.0.0".into()),
        ("/runs/0/results/0/level", "fatal".into()),
        (
            "/runs/0/results/0/locations/0/physicalLocation/region/startLine",
            0.into(),
        ),
        (
            "/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri",
            "a b".into(),
        ),
        (
            "/runs/0/results/0/message",
            serde_json::json!({ "txt": "A." }),
        ),
    ] {
        let mut broken = logs.last().unwrap().clone();
        *broken.pointer_mut(pointer).unwrap() = value;
        assert_eq!(mistakes_of(&broken).len().min(1), 1, "{pointer}");
    }
    let results = &logs[2]["runs"][0]["results"];
    let levels: Vec<_> = results
        .as_array()
        .unwrap()
        .iter()
        .map(|result| &result["level"])
        .collect();
    assert_eq!(levels, ["note", "error"]);
    let location = &results[0]["locations"][0];
    assert_eq!(
        location["physicalLocation"]["artifactLocation"]["uri"],
        "new.toml"
    );
    assert_eq!(location["physicalLocation"]["region"]["startLine"], 4);
    assert_eq!(location["logicalLocations"][0]["name"], "b");
}

#[test]
fn workflow_commands_hold_what_they_say() {
    let folder = folder(&[
        ("old.toml", GOOD),
        ("a::error::b,c%.toml", "[codes.b]\nstatus = 400\n"),
    ]);
    let path = folder.path();
    let (_, out) = manila(
        path,
        &["check", "a::error::b,c%.toml", "--format", "github"],
    );
    assert_eq!(
        out,
        "::warning file=a%3A%3Aerror%3A%3Ab%2Cc%25.toml,line=4,col=8,title=no-message::code `b` has no message%0Aadd one sentence for the client\n"
    );
    let (_, out) = manila(
        path,
        &[
            "diff",
            "old.toml",
            "a::error::b,c%.toml",
            "--format",
            "github",
        ],
    );
    assert_eq!(
        out,
        "::notice file=a%3A%3Aerror%3A%3Ab%2Cc%25.toml,line=4,col=8,title=new-code::`b` was added%0AA client handles an unknown code by its status.\n\
         ::error file=a%3A%3Aerror%3A%3Ab%2Cc%25.toml,title=removed-code::`a` was removed; retire a code instead of deleting it%0AA client that handles the code never gets it, and gets one that it does not know instead.\n"
    );
}

#[test]
fn no_text_of_a_catalog_is_markup_in_a_comment() {
    let folder = folder(&[
        ("old.toml", GOOD),
        (
            "new.toml",
            &format!("{GOOD}deprecated = \"2.0 `<img src=x>` @octocat #1 `*b*\"\n"),
        ),
        (
            "odd.toml",
            &format!("{GOOD}deprecated = \"2.0 `<img src=x> @octocat\"\n"),
        ),
        (
            "wrong.toml",
            "[codes.a]\nstatus = 400\nmessage = \"See <script>x</script>.\"\nretry = \"` @octocat <b>\"\n",
        ),
    ]);
    for arguments in [
        &["diff", "old.toml", "new.toml"][..],
        &["diff", "old.toml", "odd.toml"],
        &["check", "wrong.toml"],
    ] {
        let (_, out) = manila(
            folder.path(),
            &[arguments, &["--format", "markdown"]].concat(),
        );
        // What is in code is as it was written, and all else is escaped.
        for line in out.lines() {
            for (at, part) in line.split('`').enumerate() {
                let is_code = at % 2 == 1;
                assert!(
                    is_code
                        || !part.contains("<img")
                            && !part.contains("<script")
                            && !part.contains("@o"),
                    "{line}"
                );
            }
        }
    }
}

#[test]
fn a_comment_is_not_longer_than_a_comment_may_be() {
    let codes: String = (0..5_000)
        .map(|n| format!("[codes.code_{n}]\nstatus = 400\n"))
        .collect();
    let folder = folder(&[("old.toml", &codes), ("new.toml", GOOD)]);
    for (arguments, end) in [
        (
            &["diff", "old.toml", "new.toml"][..],
            "more\n\n### Compatible\n\n- `a` was added\n",
        ),
        (&["diff", "new.toml", "old.toml"], "more\n\n</details>\n"),
        (
            &["check", "old.toml", "old.toml"],
            "\n### `old.toml`\n\n- and 1001 more\n",
        ),
    ] {
        let (_, out) = manila(
            folder.path(),
            &[arguments, &["--format", "markdown"]].concat(),
        );
        assert!(
            out.len() < 65_536 && out.ends_with(end),
            "{}",
            &out[out.len() - 200..]
        );
    }
}
