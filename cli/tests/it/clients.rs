//! The clients that the command exports. tools/check-clients runs them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::run::manila;

const CATALOG: &str = r#"
[catalog]
name = "plans"
title = "Plans"
case = "SCREAMING_SNAKE_CASE"

[conditions]
internal = "INTERNAL"

[operations."POST /apps"]
title = "Create an app"
groups = ["mutations"]

[codes.PLAN_LIMIT]
number = 402001
status = 402
message = "The plan includes { $limit } apps."
meaning = "The plan of the account is used up."
client = ["Delete an app.", "Buy a larger plan."]
retry = "after_change"
applied = "no"
operations = ["POST /apps"]
details.limit = { type = "integer", required = true, meaning = "how many apps" }
details.plan = { type = "string", values = ["free", "pro"] }
details.apps = { type = "array", items = "uuid" }

[codes.TAKEN]
status = 409
message = "The name is taken."
operations = ["mutations"]
deprecated = "2.0: names need not be unique."
replaced_by = "PLAN_LIMIT"

[codes.GONE]
statuses = [404, 410]
operations = ["GET /apps/{id}"]
details = { "my-id" = { type = "any" } }

[codes.INTERNAL]
status = 500
message = "Something went wrong on our side."
"#;

const HOSTILE: &str = include_str!("../../../tools/clients/hostile.toml");

const FORMATS: [&str; 2] = ["typescript", "python"];

/// What holds for every catalog, as it stands in a client.
const RUNTIMES: [&[&str]; 2] = [
    &[
        include_str!("../../src/commands/clients/typescript/api.ts"),
        include_str!("../../src/commands/clients/typescript/envelopes.ts"),
        include_str!("../../src/commands/clients/typescript/advice.ts"),
        include_str!("../../src/commands/clients/typescript/response.ts"),
        include_str!("../../src/commands/clients/typescript/operations.ts"),
    ],
    &[
        include_str!("../../src/commands/clients/python/errors.py"),
        include_str!("../../src/commands/clients/python/envelopes.py"),
        include_str!("../../src/commands/clients/python/advice.py"),
        include_str!("../../src/commands/clients/python/response.py"),
    ],
];

fn folder(catalog: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("errors.toml"), catalog).unwrap();
    folder
}

#[track_caller]
fn export(folder: &Path, arguments: &[&str]) -> String {
    let arguments = [&["export"], arguments].concat();
    let (code, out, err) = manila(folder, &arguments);
    assert_eq!((code, &*err), (0, ""), "{arguments:?}");
    out
}

/// The names that stand for something in the whole file, each with how often it is declared.
fn declared(client: &str, format: &str) -> BTreeMap<String, usize> {
    let mut names = BTreeMap::new();
    let mut seen = |name: &str| *names.entry(name.to_owned()).or_default() += 1;
    for line in client.lines() {
        let line = line.strip_prefix("export ").unwrap_or(line);
        let line = line.strip_prefix("declare ").unwrap_or(line);
        let words = line.split(|c: char| !c.is_alphanumeric() && c != '_');
        let mut words = words.filter(|word| !word.is_empty());
        let is_member = line.starts_with([' ', '/', '#', '*', '"', '}', ')', ']']);
        match (format, words.next()) {
            _ if is_member => {}
            ("typescript", Some("type" | "interface" | "class")) | ("python", Some("class")) => {
                words.next().into_iter().for_each(&mut seen);
            }
            ("python", Some("from")) => words
                .skip_while(|word| *word != "import")
                .skip(1)
                .for_each(&mut seen),
            ("python", Some("def")) => {}
            ("python", Some(name))
                if line[name.len()..].starts_with([':', ' ']) && line.contains(" = ") =>
            {
                seen(name);
            }
            _ => {}
        }
    }
    names
}

#[test]
fn what_a_catalog_adds_to_a_client_is_as_it_was() {
    let folder = folder(CATALOG);
    for (format, runtime) in FORMATS.into_iter().zip(RUNTIMES) {
        let mut client = export(
            folder.path(),
            &["errors.toml", "--format", format, "--operations"],
        );
        for part in runtime {
            let rest = client.replacen(part.trim_end(), "[what holds for every catalog]", 1);
            assert_ne!(rest, client, "{format} is without {part}");
            client = rest;
        }
        // What changes with each version, and with each fact that is exported.
        client = client.replace(env!("CARGO_PKG_VERSION"), "[version]");
        let (head, rest) = client.split_once("(fingerprint ").unwrap();
        client = format!("{head}(fingerprint [16 digits]{}", &rest[16..]);
        let golden =
            Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/it/golden/client.{format}"));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&golden, &client).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap();
        assert_eq!(
            client, expected,
            "{format} is another; `UPDATE_GOLDEN=1 cargo test -p manila-cli` writes it anew"
        );
    }
}

#[test]
fn a_client_is_the_same_of_a_catalog_and_its_export_wherever_they_are() {
    let folder = folder(CATALOG);
    let path = folder.path();
    export(path, &["errors.toml", "--output", "errors.json"]);
    fs::create_dir(path.join("elsewhere")).unwrap();
    fs::copy(path.join("errors.toml"), path.join("elsewhere/errors.toml")).unwrap();
    for format in FORMATS {
        let of = |catalog| export(path, &[catalog, "--format", format, "--operations"]);
        let client = of("errors.toml");
        assert_eq!(of("elsewhere/errors.toml"), client);
        assert_eq!(
            of("errors.json").replace("errors.json", "errors.toml"),
            client
        );
        assert!(!client.contains('\r') && client.ends_with('\n') && !client.ends_with("\n\n"));
    }
}

#[test]
fn a_client_says_what_it_is_made_of() {
    let folder = folder(CATALOG);
    let path = folder.path();
    let version = env!("CARGO_PKG_VERSION");
    for format in FORMATS {
        let options = [
            "errors.toml",
            "--format",
            format,
            "--and",
            "cpi",
            "--operations",
        ];
        let client = export(path, &options);
        let head: Vec<_> = client.lines().take(4).collect();
        let command = format!(
            "Generated by Manila {version}: `manila export errors.toml --format {format} --and cpi --operations --output FILE`."
        );
        assert!(head[0].ends_with(&command), "{}", head[0]);
        let catalogs = [
            "Catalog: plans, Plans (fingerprint ",
            "Catalog: cpi, cpi modules (fingerprint ",
        ];
        assert!(
            head[2].contains(catalogs[0]) && head[3].contains(catalogs[1]),
            "{head:?}"
        );
        // Each fact counts.
        fs::write(path.join("other.toml"), CATALOG.replace("Buy a", "Get a")).unwrap();
        let other = export(path, &["other.toml", "--format", format]);
        let of = |text: &str| text.lines().nth(2).unwrap().to_owned();
        assert_ne!(of(&other), of(&client));
    }
}

#[test]
fn a_client_is_checked() {
    let folder = folder(CATALOG);
    let path = folder.path();
    for format in FORMATS {
        let check = || {
            let options = [
                "export",
                "errors.toml",
                "--format",
                format,
                "--operations",
                "--check",
                "client",
            ];
            manila(path, &options)
        };
        let command =
            format!("manila export errors.toml --format {format} --operations --output client");
        let state = format!("client does not exist; update it with `{command}`\n");
        assert_eq!(check(), (1, state, String::new()));
        export(
            path,
            &[
                "errors.toml",
                "--format",
                format,
                "--operations",
                "--output",
                "client",
            ],
        );
        assert_eq!(check(), (0, String::new(), String::new()));
        let client = fs::read_to_string(path.join("client")).unwrap();
        fs::write(path.join("client"), client.replace('\n', "\r\n")).unwrap();
        assert_eq!(check().0, 0, "line ends are of the checkout");
        fs::write(path.join("client"), client.replace("402001", "402002")).unwrap();
        let state =
            format!("client is not up to date with errors.toml; update it with `{command}`\n");
        assert_eq!(check(), (1, state, String::new()));
        fs::remove_file(path.join("client")).unwrap();
    }
}

#[test]
fn no_code_is_called_what_something_else_is_called() {
    let folder = folder("");
    let path = folder.path();
    for format in FORMATS {
        let plain = export(path, &["vibehost", "--format", format]);
        let known = declared(&plain, format);
        assert!(
            known.contains_key("ApiError") && known.contains_key("PlanLimitExceeded"),
            "{known:?}"
        );
        // Every word with a capital that the language and the rest of a client use is a code.
        let words = RUNTIMES.concat().join("\n");
        let words = words.split(|c: char| !c.is_alphanumeric() && c != '_');
        let words: BTreeSet<_> = words
            .filter(|word| word.starts_with(|c: char| c.is_ascii_uppercase()))
            .map(|word| manila_catalog_file::Case::Pascal.spell(word))
            .filter(|word| word != "Self")
            .collect();
        let codes = words
            .iter()
            .map(|word| format!("[codes.{word}]\nstatus = 400\nmessage = \"A.\"\n"));
        let catalog = format!(
            "[catalog]\nname = \"words\"\ncase = \"PascalCase\"\n{}",
            codes.collect::<String>()
        );
        fs::write(path.join("words.toml"), catalog).unwrap();
        let client = export(path, &["words.toml", "--format", format]);
        for (name, count) in declared(&client, format) {
            assert_eq!(count, 1, "{format} has {count} of {name}");
        }
        for name in [
            "Array",
            "Record",
            "Error",
            "Promise",
            "None",
            "True",
            "Exception",
            "ValueError",
        ] {
            let is_code = declared(&client, format).contains_key(name);
            let is_free = match format {
                "typescript" => !["Array", "Record", "Error", "Promise"].contains(&name),
                _ => ["Array", "Record", "Error", "Promise"].contains(&name),
            };
            assert_eq!(is_code, is_free && words.contains(name), "{format}: {name}");
        }
    }
}

#[test]
fn texts_stay_in_their_comments_and_literals() {
    let folder = folder(HOSTILE);
    let client = |format| {
        export(
            folder.path(),
            &["errors.toml", "--format", format, "--operations"],
        )
    };
    let typescript = client("typescript");
    for line in typescript
        .lines()
        .map(str::trim_start)
        .filter(|line| line.starts_with('*'))
    {
        assert!(!line.contains("*/") || line == "*/", "{line}");
    }
    assert!(
        typescript.contains(" * \\@deprecated ${x}")
            && typescript.contains(" * @deprecated *\\/ 2.0")
    );
    assert!(
        typescript.contains(r#"readonly "a\"b\\c*/": "it's" | "\"\"\"" | "\\" | "*/" | "${x}" | "#)
    );
    let python = client("python");
    assert!(python.contains("    */ alert(1) /*\n    \\\"\\\"\\\" import os \\\\\n"));
    assert!(python.contains("class None_(KnownError[Literal[\"None\"], Details]):\n"));
}

#[test]
fn what_no_client_can_know_is_refused() {
    let folder = folder(CATALOG);
    let path = folder.path();
    fs::write(
        path.join("empty.toml"),
        "[catalog]\nname = \"empty\"\ncase = \"snake_case\"\n",
    )
    .unwrap();
    fs::copy(path.join("errors.toml"), path.join("same.toml")).unwrap();
    let clients = "is for '--format typescript or python'";
    for (arguments, says) in [
        (&["errors.toml", "--operations"][..], clients),
        (
            &["errors.toml", "--format", "openapi", "--operations"],
            clients,
        ),
        (
            &[
                "errors.toml",
                "--format",
                "typescript",
                "--style",
                "problem",
            ],
            "is for '--format openapi or overlay or json-schema'",
        ),
        (
            &["empty.toml", "--format", "python"],
            "empty has no code that a client could know",
        ),
        (
            &["cpi", "--format", "python", "--operations"],
            "no code names an operation; add `operations` to the codes, or leave out `--operations`",
        ),
        (
            &[
                "errors.toml",
                "--format",
                "typescript",
                "--and",
                "same.toml",
            ],
            "plans and plans both have the code `PLAN_LIMIT`",
        ),
    ] {
        let (code, out, err) = manila(path, &[&["export"], arguments].concat());
        assert_eq!((code, &*out), (2, ""), "{arguments:?}: {err}");
        assert!(
            err.starts_with("error: ") && err.contains(says),
            "{arguments:?}: {err}"
        );
    }
}

#[test]
fn the_help_names_both_formats_and_their_page() {
    let folder = folder(CATALOG);
    let (code, help, _) = manila(folder.path(), &["export", "--help"]);
    assert_eq!(code, 0);
    for part in ["typescript:", "python:", "--operations", "docs/clients.md"] {
        assert!(help.contains(part), "{part}: {help}");
    }
}
