//! What the user says, and what is left to the user.

use std::fs;

use tempfile::TempDir;

use super::{CASE, Case, Ended, check, fed, manila};

#[test]
fn what_the_format_has_no_key_for_is_a_fact() {
    let list = "code,status,Team (EU),note,ID\nA,400,web,x,1\n";
    check(&Case {
        list,
        catalog: &[
            "facts = { team_eu = \"Team (EU)\", id = \"ID\" }",
            "[codes.A]\nstatus = 400\nfacts = { team_eu = \"web\", note = \"x\", id = \"1\" }",
        ],
        told: &["Team (EU) → facts.team_eu, note → facts.note, ID → facts.id"],
        ..CASE
    });
    check(&Case {
        list,
        arguments: &[
            "--skip",
            "note",
            "--skip",
            "ID",
            "--map",
            "section=Team (EU)",
        ],
        catalog: &["# web\n\n[codes.A]\nstatus = 400\nsection = \"web\"\n"],
        told: &["note → nothing"],
        ..CASE
    });
}

#[test]
fn the_user_says_what_is_what() {
    check(&Case {
        list: "Fault,Web,Says, if any\nnot_found,404,Gone.,x\n",
        arguments: &[
            "--map",
            "code=Fault,status=Web,message=Says",
            "--case",
            "SCREAMING_SNAKE_CASE",
            "--name",
            "billing",
        ],
        catalog: &[
            "name = \"billing\"",
            "[codes.NOT_FOUND]\nstatus = 404\nmessage = \"Gone.\"\n",
        ],
        told: &["errors.csv:2: `not_found` is spelled `NOT_FOUND`"],
        ..CASE
    });
    check(&Case {
        list: "Fault,Web,\"Says, if any\"\nA,404,Gone.\n",
        arguments: &["--map", "code=Fault,message=Says, if any,status=Web"],
        catalog: &["[codes.A]\nstatus = 404\nmessage = \"Gone.\"\n"],
        ..CASE
    });
    for (arguments, told) in [
        (
            &["--map", "code=Faul"][..],
            "the list has no column `Faul`; did you mean `Fault`?",
        ),
        (
            &["--map", "cod=Fault"],
            "unknown key `cod`: did you mean `code`?",
        ),
        (
            &["--map", "code"],
            "`code` says no column; write KEY=COLUMN",
        ),
        (
            &["--map", "code=Fault,title=Fault"],
            "name the column `Fault` twice",
        ),
        (&["--name", "a b"], "`a b` cannot be a catalog's name"),
        (&["--status", "200"], "200 is not in 400..=599"),
        (
            &[],
            "no column has the codes; name it with `--map code=COLUMN`; the columns are `Fault`, `Web`",
        ),
    ] {
        check(&Case {
            list: "Fault,Web\nnot_found,404\n",
            arguments,
            code: 2,
            told: &[told],
            ..CASE
        });
    }
}

#[test]
fn conditions_are_suggested_and_never_set() {
    let folder = TempDir::new().unwrap();
    let list = "code,status\nnot_found,404\nforbidden,400\ninternal_error,500\nconflict,409\nInternal-Server-Error,500\n";
    let arguments = ["import", "--from", "csv", "-"];
    let Ended { code, out, .. } = fed(folder.path(), &arguments, list.as_bytes());
    assert_eq!(code, 0, "{out}");
    let (_, conditions) = out.split_once("[conditions]\n").unwrap();
    let (conditions, _) = conditions.split_once("\n\n").unwrap();
    // Two codes could be `internal`, and the status of `forbidden` is another.
    assert_eq!(
        conditions,
        "# route_not_found = \"not_found\"\n# resource_not_found = \"not_found\"\n# conflict = \"conflict\""
    );
}

#[test]
fn an_existing_file_is_never_touched() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    fs::write(path.join("errors.csv"), "code,status,message\nA,400,One.\n").unwrap();
    let arguments = [
        "import",
        "--from",
        "csv",
        "errors.csv",
        "--output",
        "errors.toml",
    ];
    let Ended { code, out, .. } = manila(path, &arguments);
    assert_eq!(
        (code, &*out),
        (
            0,
            "created errors.toml with 1 code; check it with `manila check errors.toml`\n"
        )
    );
    assert_eq!(manila(path, &["check", "errors.toml"]).code, 0);
    fs::write(path.join("errors.toml"), "mine").unwrap();
    let Ended { code, err, .. } = manila(path, &arguments);
    assert!(
        code == 2 && err.contains("error: errors.toml already exists; nothing was written"),
        "{err}"
    );
    assert_eq!(
        fs::read_to_string(path.join("errors.toml")).unwrap(),
        "mine"
    );
}
