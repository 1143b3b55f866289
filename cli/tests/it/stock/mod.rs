//! `manila probe` and `assert_enveloped` against services as people write them: a nested part with an
//! envelope of its own, and the usual middleware around.

mod actix;
mod axum;

use std::io::Write as _;
use std::path::Path;

use serde_json::Value;

use crate::run;

/// The operations of both services.
const ROUTES: &str = "\
# the apps
GET /apps
POST /apps
GET /apps/{id}
DELETE /apps/{id}

GET /v2/apps
POST /v2/apps
GET /v2/apps/{id}
DELETE /v2/apps/{id}
";

/// The same, as a document.
const OPENAPI: &str = r##"{
  "openapi": "3.1.0",
  "info": { "title": "apps", "version": "1" },
  "paths": {
    "/apps": {
      "get": { "parameters": [{ "$ref": "#/components/parameters/limit" }] },
      "post": { "requestBody": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/App" } } } } }
    },
    "/apps/{id}": {
      "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "integer" } }],
      "get": {},
      "delete": {}
    }
  },
  "components": {
    "parameters": { "limit": { "name": "limit", "in": "query", "schema": { "type": ["integer", "null"] } } },
    "schemas": { "App": { "type": "object", "properties": { "name": { "type": "string" }, "seats": { "type": "integer" } } } }
  }
}"##;

/// A file with a text.
fn file(suffix: &str, text: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::Builder::new().suffix(suffix).tempfile().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

/// What the command prints and how it ends.
fn manila(url: &str, more: &[&str]) -> (i32, String, String) {
    run::manila(Path::new("."), &[&["probe", url], more].concat())
}

/// Checks that a service passes with whatever the command is told of it.
fn check_clean(url: &str) {
    let list = file(".txt", ROUTES);
    let openapi = file(".json", OPENAPI);
    let (list, openapi) = (
        list.path().to_str().unwrap(),
        openapi.path().to_str().unwrap(),
    );
    for more in [
        &[][..],
        &[
            "--path",
            "/apps",
            "--path",
            "/v2/apps",
            "--path",
            "POST /v2/apps",
        ],
        &["--routes", list],
        &["--routes", openapi],
        &["--routes", openapi, "--unsafe-methods"],
        &[
            "--routes",
            list,
            "--style",
            "ok-error",
            "--style-of",
            "/v2=json-api",
        ],
    ] {
        let (code, out, err) = manila(url, more);
        assert_eq!((code, &*err), (0, ""), "{more:?}\n{out}");
        assert!(out.contains("  h2  "), "{out}");
        assert!(out.contains(": errors in ok-error\n"), "{out}");
    }
    // The nested part is held to the envelope that is said to be the whole service's.
    let (code, out, _) = manila(url, &["--routes", list, "--style", "ok-error"]);
    assert_eq!(code, 1, "{out}");
    assert!(out.contains("O3: content-type is"), "{out}");
}

/// The requests that were sent, as `method path`, with their bodies' provocations.
fn rows(url: &str, more: &[&str]) -> Vec<Value> {
    let (_, out, _) = manila(url, &[more, &["--format", "json"]].concat());
    let report: Value = serde_json::from_str(&out).unwrap();
    report["rows"].as_array().unwrap().clone()
}
