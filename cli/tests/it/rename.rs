//! `manila rename`: what was sent is sent on, and what is new is beside it.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::run::manila;

const PLANS: &str = r#"# The plans.
[catalog]
name = "plans"      # its name
case = "SCREAMING_SNAKE_CASE"
locales = ["en", "es"]

[conditions]
not_acceptable = "PLAN_LIMIT"   # why
[rules]
max = 'PLAN_LIMIT'

# Limits

# About the limit.
[codes.PLAN_LIMIT]    # here
number = 7
status = 402 # payment
message = "Full: { $limit }."
related = ["OTHER", ]
since = "1.0"

# Data.
[codes.PLAN_LIMIT.details]
limit = { type = "integer" }   # of apps

# Others

[codes.OTHER]
status = 400
message = "Other."
related = [
  "PLAN_LIMIT", # that
]
[codes.OLDER]
status = 400
message = "Older."
deprecated = "1"
replaced_by = "PLAN_LIMIT"
# The end.
"#;

/// A folder with this catalog.
fn folder(catalog: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("errors.toml"), catalog).unwrap();
    folder
}

/// Renames, and holds that the new catalog is good and breaks nobody.
fn renamed(catalog: &str, arguments: &[&str]) -> (String, String) {
    let folder = folder(catalog);
    let path = folder.path();
    fs::write(path.join("old.toml"), catalog).unwrap();
    let (code, out, err) = manila(path, &[&["rename"], arguments].concat());
    assert_eq!((code, &*err), (0, ""), "{out}");
    let (code, found, _) = manila(path, &["check", "errors.toml"]);
    assert_eq!(code, 0, "{found}");
    let (code, changes, err) = manila(path, &["diff", "old.toml", "errors.toml"]);
    assert_eq!((code, &*err), (0, ""), "{changes}");
    assert!(!changes.is_empty());
    assert!(
        changes.lines().all(|line| line.starts_with("compatible: ")),
        "{changes}"
    );
    (fs::read_to_string(path.join("errors.toml")).unwrap(), out)
}

#[test]
fn a_name_that_is_sent_stays_and_another_stands_beside_it() {
    let (text, out) = renamed(
        PLANS,
        &[
            "PLAN_LIMIT",
            "PLAN_FULL",
            "--since",
            "2.0",
            "--keep-conditions",
        ],
    );
    let expected = PLANS
        .replace("since = \"1.0\"\n", "since = \"1.0\"\ndeprecated = \"2.0: renamed to PLAN_FULL\"\nreplaced_by = \"PLAN_FULL\"\n")
        .replace(
            "# of apps\n",
            "# of apps\n\n[codes.PLAN_FULL]    # here\nstatus = 402 # payment\nmessage = \"Full: { $limit }.\"\n\
             related = [\"OTHER\", ]\nsince = \"2.0\"\n\n[codes.PLAN_FULL.details]\n\
             limit = { type = \"integer\" }   # of apps\n",
        )
        .replace("  \"PLAN_LIMIT\", # that", "  \"PLAN_FULL\", # that")
        .replace("replaced_by = \"PLAN_LIMIT\"", "replaced_by = \"PLAN_FULL\"");
    assert_eq!(text, expected);
    assert_eq!(
        out,
        "renamed `PLAN_LIMIT` to `PLAN_FULL` in errors.toml\n\
         note: the number 7 stays with `PLAN_LIMIT`: a number belongs to one code\n\
         note: `PLAN_LIMIT` still stands for `not_acceptable`, `max`; hand that to `PLAN_FULL` when \
         clients know it\n\
         note: the texts in `es` go by the code's name: give them `PLAN_FULL`\n"
    );
}

#[test]
fn a_number_that_is_sent_gets_another_name() {
    let catalog = PLANS
        .replace("[conditions]", "wire = \"number\"\n[conditions]")
        .replace("locales = [\"en\", \"es\"]\n\nwire", "wire")
        .replace("[codes.OTHER]\n", "[codes.OTHER]\nnumber = 8\n")
        .replace("[codes.OLDER]\n", "[codes.OLDER]\nnumber = 9\n");
    for old in ["PLAN_LIMIT", "7"] {
        let (text, out) = renamed(&catalog, &[old, "PLAN_FULL"]);
        // Every place, and nothing else.
        let quoted = catalog.replace("'PLAN_LIMIT'", "\"PLAN_LIMIT\"");
        assert_eq!(text, quoted.replace("PLAN_LIMIT", "PLAN_FULL"));
        assert_eq!(out, "renamed `PLAN_LIMIT` to `PLAN_FULL` in errors.toml\n");
    }
}

#[test]
fn conditions_and_rules_are_told_by_the_new_code_and_what_that_breaks() {
    let folder = folder(PLANS);
    let path = folder.path();
    fs::write(path.join("old.toml"), PLANS).unwrap();
    let (code, out, _) = manila(path, &["rename", "PLAN_LIMIT", "PLAN_FULL"]);
    assert_eq!(code, 0, "{out}");
    for line in [
        "note: breaks clients: the code for the condition `not_acceptable`",
        "note: breaks clients: the code for the rule `max`",
        "note: `--keep-conditions` leaves these with the old code",
    ] {
        assert!(out.contains(line), "{out}");
    }
    let text = fs::read_to_string(path.join("errors.toml")).unwrap();
    assert!(
        text.contains("not_acceptable = \"PLAN_FULL\"   # why\n[rules]\nmax = \"PLAN_FULL\"\n"),
        "{text}"
    );
    assert_eq!(manila(path, &["check", "errors.toml"]).0, 0);
    assert_eq!(manila(path, &["diff", "old.toml", "errors.toml"]).0, 1);
}

#[test]
fn a_code_is_renamed_however_it_is_written() {
    const HEAD: &str = "catalog = { name = \"plans\", case = \"PascalCase\" }\n";
    for (codes, expected) in [
        (
            "[codes]\n# No.\nNo.status = 403 # so\nNo.message = \"No.\"\nYes = { status = 400, message = \"Yes.\", related = [\"No\"] }\n",
            "[codes]\n# No.\nNo.status = 403 # so\nNo.message = \"No.\"\nNo.deprecated = \"renamed to Nope\"\nNo.replaced_by = \"Nope\"\nNope.status = 403 # so\nNope.message = \"No.\"\nYes = { status = 400, message = \"Yes.\", related = [\"Nope\"] }\n",
        ),
        (
            "[codes]\n# No.\nNo = { status = 403, message = \"No.\" } # so\nYes = { status = 400, message = \"Yes.\" }\n",
            "[codes]\n# No.\nNo = { status = 403, message = \"No.\", deprecated = \"renamed to Nope\", replaced_by = \"Nope\" } # so\nNope = { status = 403, message = \"No.\" } # so\nYes = { status = 400, message = \"Yes.\" }\n",
        ),
        (
            "codes = { No = { status = 403, message = \"No.\" }, Yes = { status = 400, message = \"Yes.\" } }\n",
            "codes = { No = { status = 403, message = \"No.\", deprecated = \"renamed to Nope\", replaced_by = \"Nope\" }, Nope = { status = 403, message = \"No.\" }, Yes = { status = 400, message = \"Yes.\" } }\n",
        ),
        (
            "codes = { Yes = { status = 400, message = \"Yes.\" }, No = { status = 403, message = \"No.\" } }\n",
            "codes = { Yes = { status = 400, message = \"Yes.\" }, No = { status = 403, message = \"No.\", deprecated = \"renamed to Nope\", replaced_by = \"Nope\" }, Nope = { status = 403, message = \"No.\" } }\n",
        ),
    ] {
        let (text, _) = renamed(&format!("{HEAD}{codes}"), &["No", "Nope"]);
        assert_eq!(text, format!("{HEAD}{expected}"));
        let numbers = HEAD.replace(" }", ", wire = \"number\" }")
            + &codes
                .replace("No = { ", "No = { number = 1, ")
                .replace("No.status", "No.number = 1\nNo.status")
                .replace("Yes = { ", "Yes = { number = 2, ");
        let (text, _) = renamed(&numbers, &["No", "Nope"]);
        let keys = numbers
            .replace("No = {", "Nope = {")
            .replace("No.number", "Nope.number")
            .replace("No.status", "Nope.status");
        assert_eq!(
            text,
            keys.replace("No.message", "Nope.message")
                .replace("[\"No\"]", "[\"Nope\"]")
        );
    }
}

#[test]
fn every_published_catalog_stays_good_whichever_code_is_renamed() {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("../catalogs");
    for (catalog, old, new) in [
        ("vibehost", "UNAUTHENTICATED", "NO_SESSION"),
        ("vibehost", "INTERNAL", "OUR_FAULT"),
        ("mxcep", "not_found", "nothing_there"),
        ("credicorp", "invalid_json", "json_broken"),
        ("codelibra", "400002", "NotValid"),
        ("cpi", "-403", "MayNot"),
    ] {
        let text = fs::read_to_string(here.join(format!("{catalog}.toml"))).unwrap();
        let (after, _) = renamed(&text, &[old, new, "--keep-conditions"]);
        assert!(after.contains(&format!("[codes.{new}]\n")), "{catalog}");
    }
}

#[test]
fn line_ends_stay_and_a_look_changes_nothing() {
    let catalog = PLANS.replace('\n', "\r\n");
    let (text, _) = renamed(&catalog, &["OTHER", "OTHERS"]);
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count());
    let folder = folder(PLANS);
    let (code, out, err) = manila(
        folder.path(),
        &["rename", "OTHER", "OTHERS", "--output", "-"],
    );
    assert_eq!((code, &*err), (0, ""));
    assert!(
        out.starts_with("# The plans.") && out.contains("[codes.OTHERS]\n"),
        "{out}"
    );
    assert_eq!(
        fs::read_to_string(folder.path().join("errors.toml")).unwrap(),
        PLANS
    );
    let arguments = [
        "rename",
        "OTHER",
        "OTHERS",
        "errors.toml",
        "--output",
        "new.toml",
    ];
    assert_eq!(manila(folder.path(), &arguments).0, 0);
    assert_eq!(
        fs::read_to_string(folder.path().join("new.toml")).unwrap(),
        out
    );
}

#[test]
fn a_rename_that_cannot_be_says_why_and_writes_nothing() {
    let folder = folder(PLANS);
    let path = folder.path();
    fs::write(path.join("broken.toml"), "[codes").unwrap();
    fs::write(path.join("export.json"), "{}").unwrap();
    let retired = PLANS.replace("deprecated = \"1\"", "retired = \"1\"");
    fs::write(path.join("retired.toml"), retired).unwrap();
    for (arguments, error) in [
        (&["NOPE_AT_ALL", "X"][..], "unknown code `NOPE_AT_ALL`\n"),
        (
            &["PLAN_LIMT", "X"],
            "unknown code `PLAN_LIMT`; did you mean `PLAN_LIMIT`?\n",
        ),
        (
            &["OTHER", "PLAN_LIMIT"],
            "duplicate code `PLAN_LIMIT`: already defined as entry 1\n",
        ),
        (
            &["OTHER", "OTHER"],
            "duplicate code `OTHER`: already defined as entry 2\n",
        ),
        (
            &["OTHER", "otherThing"],
            "`otherThing` is not in SCREAMING_SNAKE_CASE; write `OTHER_THING`\n",
        ),
        (
            &["OTHER", "9\u{1b}"],
            "`9\\u{1b}` is not in SCREAMING_SNAKE_CASE; a code must start with an ASCII letter\n",
        ),
        (
            &["OTHER", "INDEX"],
            "`OTHER` cannot be renamed to `INDEX`: code `INDEX` has the address of a page of the reference\n",
        ),
        (
            &["OLDER", "OLD"],
            "`OLDER` is deprecated already; it is replaced by `PLAN_LIMIT`\n",
        ),
        (
            &["OLDER", "OLD", "retired.toml"],
            "`OLDER` is retired already; it is replaced by `PLAN_LIMIT`\n",
        ),
        (&["A", "B", "broken.toml"], "broken.toml cannot be used"),
        (
            &["A", "B", "export.json"],
            "export.json is an export; rename the code in the file that it is written from\n",
        ),
        (&["A", "B", "missing.toml"], "cannot read missing.toml: "),
        (
            &["INTERNAL", "B", "vibehost"],
            "`vibehost` cannot be written; name a file with `--output`\n",
        ),
    ] {
        let (code, out, err) = manila(path, &[&["rename"], arguments].concat());
        assert_eq!((code, &*out), (2, ""), "{arguments:?}");
        assert!(err.starts_with(&format!("error: {error}")), "{err}");
    }
    assert_eq!(fs::read_to_string(path.join("errors.toml")).unwrap(), PLANS);
}
