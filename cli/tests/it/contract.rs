//! The contract that the command exports.

use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

use crate::run::manila;

const CATALOG: &str = r#"
[catalog]
name = "plans"
case = "SCREAMING_SNAKE_CASE"

[conditions]
route_not_found = "NOT_FOUND"

[codes.NOT_FOUND]
status = 404
message = "Nothing was found at this address."

[codes.PLAN_LIMIT]
status = 402
message = "The plan includes { $limit } apps."
operations = ["POST /apps", "POST /aps"]
details = { limit = { type = "integer", required = true } }

[codes.TAKEN]
status = 409
message = "The name is taken."
facts = { page = 7 }
operations = ["createApp"]
"#;

const DOCUMENT: &str = "
openapi: 3.0.3
info: { title: Apps, version: '1' }
paths:
  /apps:
    post:
      operationId: createApp
      responses:
        200: { description: no }
        '404': { description: Ours }
";

/// A folder with a catalog and a document.
fn folder() -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("errors.toml"), CATALOG).unwrap();
    fs::write(folder.path().join("api.yaml"), DOCUMENT).unwrap();
    folder
}

/// What an export prints, and what it says beside that.
#[track_caller]
fn export(folder: &Path, arguments: &[&str]) -> (Value, String) {
    let arguments = [&["export", "errors.toml"], arguments].concat();
    let (code, out, err) = manila(folder, &arguments);
    assert_eq!(code, 0, "{arguments:?}: {err}");
    (serde_json::from_str(&out).unwrap(), err)
}

#[test]
fn a_document_of_components_is_written() {
    let folder = folder();
    let (document, err) = export(folder.path(), &["--format", "openapi"]);
    assert_eq!((&document["openapi"], &*err), (&Value::from("3.1.2"), ""));
    let schemas = &document["components"]["schemas"];
    assert_eq!(
        schemas["PlanLimitError"]["properties"]["code"]["const"],
        "PLAN_LIMIT"
    );
    let example = &document["components"]["examples"]["PlanLimit"]["value"];
    assert_eq!(example["error"]["message"], "The plan includes 1 apps.");
    let options = [
        "--format",
        "openapi",
        "--openapi",
        "3.0",
        "--style",
        "problem",
        "--also-json",
        "--discriminator",
    ];
    let (document, _) = export(folder.path(), &options);
    assert_eq!(document["openapi"], "3.0.4");
    let content = document["components"]["responses"]["PlanLimit"]["content"]
        .as_object()
        .unwrap();
    assert_eq!(
        content.keys().collect::<Vec<_>>(),
        ["application/json", "application/problem+json"]
    );
}

#[test]
fn a_document_is_completed_and_what_it_lacks_is_told() {
    let folder = folder();
    let (document, err) = export(folder.path(), &["--format", "openapi", "--for", "api.yaml"]);
    let responses = &document["paths"]["/apps"]["post"]["responses"];
    assert_eq!(responses["200"]["description"], "no");
    assert_eq!(responses["404"]["description"], "Ours");
    assert!(responses["402"].is_object() && responses["409"].is_object());
    assert_eq!(
        err,
        "note: POST /aps: is what codes call an operation, and the document has none of that name\n"
    );
    // Twice is once, from JSON too.
    fs::write(folder.path().join("api.json"), document.to_string()).unwrap();
    let (again, _) = export(folder.path(), &["--format", "openapi", "--for", "api.json"]);
    assert_eq!(again, document);
}

#[test]
fn an_overlay_names_what_a_document_lacks() {
    let folder = folder();
    let (overlay, _) = export(folder.path(), &["--format", "overlay", "--for", "api.yaml"]);
    let action = &overlay["actions"][1];
    assert_eq!(action["target"], "$['paths']['/apps']['post']['responses']");
    assert!(action["update"]["404"].is_null() && action["update"]["402"].is_object());
    let (overlay, _) = export(folder.path(), &["--format", "overlay"]);
    let target = overlay["actions"][1]["target"].as_str().unwrap();
    assert!(
        target.starts_with("$.paths.*[?(@.responses && !@.responses['4"),
        "{target}"
    );
}

#[test]
fn json_schema_is_open_unless_it_is_closed() {
    let folder = folder();
    let unknown =
        serde_json::json!({ "ok": false, "error": { "code": "OF_TOMORROW", "message": "" } });
    let (open, _) = export(folder.path(), &["--format", "json-schema"]);
    assert!(jsonschema::is_valid(&open, &unknown));
    let (closed, _) = export(folder.path(), &["--format", "json-schema", "--closed"]);
    assert!(!jsonschema::is_valid(&closed, &unknown));
}

#[test]
fn a_catalog_and_its_export_have_one_contract() {
    let folder = folder();
    let path = folder.path();
    manila(path, &["export", "errors.toml", "--output", "errors.json"]);
    for format in ["openapi", "overlay", "json-schema"] {
        let of = |catalog| {
            manila(
                path,
                &["export", catalog, "--format", format, "--style", "json-api"],
            )
        };
        assert_eq!(of("errors.toml"), of("errors.json"), "{format}");
    }
}

#[test]
fn several_catalogs_are_one_contract() {
    let folder = folder();
    let (document, _) = export(folder.path(), &["--format", "openapi", "--and", "vibehost"]);
    let schemas = document["components"]["schemas"].as_object().unwrap();
    assert!(
        schemas.contains_key("PlanLimitError") && schemas.contains_key("PlanLimitExceededError")
    );
    assert!(schemas.contains_key("NotFoundError") && schemas.contains_key("NotFoundError2"));
}

#[test]
fn conditions_can_be_added() {
    let folder = folder();
    let (document, _) = export(
        folder.path(),
        &["--format", "openapi", "--with", "upstream_failed"],
    );
    assert!(document["components"]["schemas"]["BadGatewayError"].is_object());
}

#[test]
fn conditions_can_be_left_out() {
    let folder = folder();
    let options = [
        "--format",
        "openapi",
        "--without",
        "rate_limited",
        "--without",
        "timeout",
    ];
    let (document, _) = export(folder.path(), &options);
    let schemas = document["components"]["schemas"].as_object().unwrap();
    assert!(
        !schemas.contains_key("TooManyRequestsError")
            && !schemas.contains_key("GatewayTimeoutError")
    );
    assert!(schemas.contains_key("ServiceUnavailableError"));
}

#[test]
fn a_file_is_written_and_checked() {
    let folder = folder();
    let path = folder.path();
    let options = [
        "export",
        "errors.toml",
        "--format",
        "openapi",
        "--style",
        "code-data",
        "--layout",
        "one",
    ];
    let run = |last: &[&str]| manila(path, &[&options, last].concat());
    let (code, out, _) = run(&["--check", "api.errors.json"]);
    let command =
        "manila export errors.toml --format openapi --style code-data --layout one --output";
    assert_eq!(code, 1);
    assert_eq!(
        out,
        format!("api.errors.json does not exist; update it with `{command} api.errors.json`\n")
    );
    assert_eq!(
        run(&["--output", "api.errors.json"]),
        (0, String::new(), String::new())
    );
    assert_eq!(run(&["--check", "api.errors.json"]).0, 0);
}

#[test]
fn what_does_not_fit_is_refused() {
    let folder = folder();
    let path = folder.path();
    fs::write(path.join("swagger.json"), r#"{"swagger":"2.0"}"#).unwrap();
    fs::write(
        path.join("broken.json"),
        r#"{"openapi":"3.1.0","paths":{"/a":7}}"#,
    )
    .unwrap();
    fs::write(path.join("broken.yaml"), "a: [").unwrap();
    let openapi = "is for '--format openapi or overlay'";
    let contract = "is for '--format openapi or overlay or json-schema'";
    for (arguments, says) in [
        (
            &["--closed"][..],
            "'--closed' cannot be used with '--format json': it is for '--format json-schema'",
        ),
        (
            &["--format", "openapi", "--closed"],
            "is for '--format json-schema'",
        ),
        (&["--style", "problem"], contract),
        (
            &["--and", "cpi"],
            "is for '--format openapi or overlay or json-schema or typescript or python'",
        ),
        (&["--without", "timeout"], contract),
        (&["--with", "timeout"], contract),
        (&["--format", "json-schema", "--layout", "one"], openapi),
        (&["--format", "json-schema", "--openapi", "3.0"], openapi),
        (&["--format", "json-schema", "--also-json"], openapi),
        (&["--format", "json-schema", "--discriminator"], openapi),
        (&["--format", "json-schema", "--for", "api.yaml"], openapi),
        (
            &[
                "--format",
                "overlay",
                "--for",
                "api.yaml",
                "--openapi",
                "3.0",
            ],
            "cannot be used with",
        ),
        (
            &["--format", "openapi", "--without", "nothing"],
            "invalid value 'nothing'",
        ),
        (
            &[
                "--format",
                "openapi",
                "--discriminator",
                "--style",
                "code-data",
            ],
            "a discriminator can have strings alone",
        ),
        (
            &["--format", "openapi", "--discriminator", "--and", "cpi"],
            "a discriminator can have strings alone",
        ),
        (
            &["--format", "openapi", "--for", "none.json"],
            "cannot read none.json",
        ),
        (
            &["--format", "openapi", "--for", "swagger.json"],
            "swagger.json: this is Swagger 2.0",
        ),
        (
            &["--format", "overlay", "--for", "broken.json"],
            "broken.json: /paths/~1a: a path item is an object",
        ),
        (
            &["--format", "openapi", "--for", "broken.yaml"],
            "broken.yaml cannot be read:",
        ),
        (
            &["--format", "openapi", "--for", "-", "--and", "-"],
            "standard input can be read only once",
        ),
    ] {
        let (code, out, err) = manila(path, &[&["export", "errors.toml"], arguments].concat());
        assert_eq!((code, &*out), (2, ""), "{arguments:?}: {err}");
        assert!(
            err.starts_with("error: ") && err.contains(says),
            "{arguments:?}: {err}"
        );
    }
}

#[test]
fn every_published_catalog_has_a_contract_in_every_style() {
    let folder = TempDir::new().unwrap();
    for catalog in ["codelibra", "cpi", "credicorp", "mxcep", "vibehost"] {
        for style in ["ok-error", "json-api", "code-data", "problem"] {
            let arguments = ["export", catalog, "--format", "openapi", "--style", style];
            let (code, out, err) = manila(folder.path(), &arguments);
            assert_eq!((code, &*err), (0, ""), "{catalog} {style}");
            let document: Value = serde_json::from_str(&out).unwrap();
            assert!(
                document["components"]["responses"]
                    .as_object()
                    .unwrap()
                    .len()
                    > 10
            );
        }
    }
}
