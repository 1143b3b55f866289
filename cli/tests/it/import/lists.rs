//! Lists as teams have them.

use tempfile::TempDir;

use super::{CASE, Case, Ended, check, fed, manila};

#[test]
fn columns_are_matched_by_what_lists_call_them() {
    for columns in [
        ["code", "status", "message"],
        ["Error", "HTTP", "Text"],
        ["error_code", "statusCode", "description"],
        ["Error Code", "HTTP Status Code", "detail"],
        ["identifier", "http_status", "msg"],
        ["key", "statuses", "user-message"],
        ["name", "http-code", "errorMessage"],
        ["id", "status code", "error message"],
    ] {
        let list = format!(
            "{}\nNOT_FOUND,404,Gone.\nTOO_LONG,422,Long.\n",
            columns.join(",")
        );
        let folder = TempDir::new().unwrap();
        let arguments = ["import", "--from", "csv", "-"];
        let Ended { code, out, err } = fed(folder.path(), &arguments, list.as_bytes());
        assert_eq!(code, 0, "{err}");
        let entry = "[codes.NOT_FOUND]\nstatus = 404\nmessage = \"Gone.\"\n";
        assert!(out.contains(entry), "{columns:?}\n{out}\n{err}");
        let [name, status, message] = columns;
        let told = format!("columns: {name} → code, {status} → status, {message} → message\n");
        assert!(err.contains(&told), "{told} in {err}");
    }
}

#[test]
fn each_kind_of_list_becomes_a_catalog() {
    for case in [
        Case {
            list: "\u{feff}code;status;message\r\nA;400;\"One; \"\"two\"\".\nThree.\"\r\n\r\nB;\"409, 412\";Two.\r\n",
            catalog: &[
                "status = 400\nmessage = \"One; \\\"two\\\". Three.\"",
                "statuses = [409, 412]",
            ],
            told: &["2 of 2 codes were imported"],
            ..CASE
        },
        Case {
            list: "code\tstatus\tsteps\nA\t400/404\tx,y\n",
            arguments: &["--map", "client=steps"],
            catalog: &["statuses = [400, 404]", "client = \"x,y\""],
            ..CASE
        },
        Case {
            list: "code#status\nA#404 Not Found\n",
            arguments: &["--separator", "#"],
            catalog: &["[codes.A]\nstatus = 404"],
            ..CASE
        },
        Case {
            format: "json",
            list: r#"[{"code": "auth/bad-email", "status": [400, "422"], "message": "No \\ \"it\" <é>."},
                      {"code": "KV:Lost", "status": 503.0, "related": ["auth/bad-email"], "retry": "BACKOFF"}]"#,
            catalog: &[
                "case = \"any\"",
                "[codes.\"auth/bad-email\"]\nstatuses = [400, 422]\nmessage = \"No \\\\ \\\"it\\\" <é>.\"",
                "related = [\"auth/bad-email\"]",
                "retry = \"backoff\"\n",
            ],
            ..CASE
        },
        Case {
            format: "json",
            list: r#"{"NOT_FOUND": {"status": 404, "message": "Gone."}, "SHORT": "Too short.", "GONE": 410}"#,
            arguments: &["--status", "422"],
            catalog: &[
                "[codes.NOT_FOUND]\nstatus = 404\nmessage = \"Gone.\"",
                "[codes.SHORT]\nstatus = 422\nderived = true\nmessage = \"Too short.\"",
                "[codes.GONE]\nstatus = 410\n",
            ],
            ..CASE
        },
        Case {
            format: "yaml",
            list: "version: 2\nerrors:\n  not_found: &a {status: 404, message: no}\n  gone: *a\n  long:\n    status: 422\n    meaning: |\n      One.\n      Two.\n",
            catalog: &[
                "case = \"snake_case\"",
                "[codes.gone]\nstatus = 404\nmessage = \"no\"",
                "meaning = \"\"\"\nOne.\nTwo.\"\"\"",
            ],
            told: &["the codes are in `errors`", "3 of 3 codes"],
            ..CASE
        },
        Case {
            format: "yaml",
            list: "- code: !!binary A\n  status: !custom 404\n",
            catalog: &["[codes.A]\nstatus = 404"],
            ..CASE
        },
    ] {
        check(&case);
    }
}

#[test]
fn numbers_that_are_codes_get_names() {
    check(&Case {
        format: "json",
        list: r#"{"-32700": {"title": "Parse error", "http": 400}, "-32001": {"title": "Parse error", "http": 503},
                  "12": {"http": 500}}"#,
        catalog: &[
            "wire = \"number\"",
            "[codes.PARSE_ERROR]\nnumber = -32700\nstatus = 400\n",
            "[codes.PARSE_ERROR_32001]\nnumber = -32001\nstatus = 503\n",
            "[codes.ERROR_12]\nnumber = 12\n",
        ],
        ..CASE
    });
    check(&Case {
        list: "code,name,status\n1001,UserUnknown,404\n\u{2212}1002,UserLocked,403\n",
        catalog: &[
            "case = \"PascalCase\"\nwire = \"number\"",
            "[codes.UserUnknown]\nnumber = 1001\n",
            "[codes.UserLocked]\nnumber = -1002\n",
        ],
        ..CASE
    });
    // A number beside a name is not what is sent, and a code that is a status is the status.
    check(&Case {
        list: "code,number,status\nA,7,400\n",
        catalog: &["wire = \"name\"", "number = 7\n"],
        ..CASE
    });
    check(&Case {
        format: "json",
        list: r#"[{"code": 404, "error": "not_found", "message": "Gone."}]"#,
        catalog: &["wire = \"name\"", "[codes.not_found]\nstatus = 404\n"],
        ..CASE
    });
}

#[test]
fn references_follow_and_what_is_unknown_is_mentioned() {
    check(&Case {
        format: "json",
        list: r#"[{"code": "one", "status": 400, "related": ["two", "three"], "replacedBy": "two"},
                  {"code": "two", "status": 400}]"#,
        arguments: &["--case", "PascalCase"],
        catalog: &["related = [\"Two\"]\nmentions = [\"three\"]\nreplaced_by = \"Two\"\n"],
        told: &["errors.json:1: `three` is not in the list: it is in `mentions`"],
        ..CASE
    });
}

#[test]
fn a_published_catalog_survives_its_export() {
    let folder = TempDir::new().unwrap();
    let path = folder.path();
    for catalog in ["vibehost", "mxcep", "credicorp", "codelibra", "cpi"] {
        let export = format!("{catalog}.json");
        manila(path, &["export", catalog, "--output", &export]);
        let written = format!("{catalog}.toml");
        let Ended { code, err, .. } = manila(
            path,
            &["import", "--from", "json", &export, "--output", &written],
        );
        assert_eq!(code, 0, "{err}");
        let Ended { out, err, .. } = manila(path, &["diff", catalog, &written, "--format", "json"]);
        assert_eq!(err, "");
        // The head of a catalog is no list of codes.
        let data: serde_json::Value = serde_json::from_str(&out).unwrap();
        for change in data["changes"].as_array().unwrap() {
            let kind = change["kind"].as_str().unwrap();
            let of_head = [
                "catalog-name",
                "catalog-text",
                "removed-locale",
                "exit-code",
                "condition",
                "rule",
                "wire",
            ];
            assert!(of_head.contains(&kind), "{catalog}: {change}");
        }
    }
}
