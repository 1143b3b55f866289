//! `manila import --from openapi`.

use std::fs;

use tempfile::TempDir;

use super::{Ended, manila};

/// What an import of a document writes, tells, and how it ends.
fn import(document: &str, arguments: &[&str]) -> (i32, String, String) {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("api.yaml"), document).unwrap();
    let arguments = [&["import", "--from", "openapi", "api.yaml"], arguments].concat();
    let Ended { code, out, err } = manila(folder.path(), &arguments);
    if code < 2 {
        fs::write(folder.path().join("written.toml"), &out).unwrap();
        let exported = manila(folder.path(), &["export", "written.toml"]);
        assert_eq!((exported.code, &*exported.err), (0, ""), "{out}");
    }
    (code, out, err)
}

const SHOP: &str = r##"
openapi: 3.1.0
info: {title: Shop API, version: "1"}
paths:
  /apps:
    post:
      summary: Create an app
      tags: [Apps]
      responses:
        "201": {description: Done., content: {application/json: {example: {code: NOT_AN_ERROR}}}}
        "402":
          description: The plan's limit is reached.
          content:
            application/json:
              schema: {$ref: "#/components/schemas/Error"}
              example: {ok: false, error: {code: PLAN_LIMIT, message: The plan is full.}}
        "404": {$ref: "#/components/responses/NotFound"}
        "422":
          description: Not valid.
          content:
            application/json:
              schema: {properties: {errors: {items: {properties: {code: {enum: [TOO_LONG, TOO_SHORT]}}}}}}
    get:
      responses:
        "404": {$ref: "#/components/responses/NotFound"}
        "500": {content: {application/json: {schema: {properties: {code: {type: integer, example: 500}}}}}}
  /ping: {$ref: "#/components/pathItems/Ping"}
components:
  pathItems:
    Ping:
      head:
        responses:
          "503": {content: {application/json: {examples: {one: {$ref: "#/components/examples/Busy"}}}}}
  examples:
    Busy: {value: {code: BUSY, detail: Come back.}}
  responses:
    NotFound:
      description: Nothing is there.
      content:
        application/problem+json:
          schema:
            allOf:
              - $ref: "#/components/schemas/Error"
              - properties: {code: {const: NOT_FOUND}}
  schemas:
    Error:
      properties:
        code: {type: string}
        inner: {$ref: "#/components/schemas/Error"}
"##;

#[test]
fn codes_come_from_examples_constants_and_lists_with_their_operations() {
    let (code, out, err) = import(SHOP, &[]);
    assert_eq!(code, 0, "{err}");
    for part in [
        "title = \"Shop API\"",
        "[operations.\"POST /apps\"]\ntitle = \"Create an app\"\ngroups = [\"Apps\"]\n",
        "[codes.PLAN_LIMIT]\nstatus = 402\nmessage = \"The plan is full.\"\n\
         meaning = \"The plan's limit is reached.\"\noperations = [\"POST /apps\"]\n",
        "[codes.NOT_FOUND]\nstatus = 404\nmeaning = \"Nothing is there.\"\noperations = [\"POST /apps\", \"GET /apps\"]\n",
        "[codes.TOO_LONG]\nstatus = 422\noperations",
        "[codes.TOO_SHORT]\nstatus = 422\noperations",
        "[codes.BUSY]\nstatus = 503\nmessage = \"Come back.\"\noperations = [\"HEAD /ping\"]\n",
    ] {
        assert!(out.contains(part), "{part} in\n{out}");
    }
    assert_eq!(out.matches("\n[codes.").count(), 5, "{out}");
    assert!(
        err.contains("a `code` that only repeats its status was skipped"),
        "{err}"
    );
}

#[test]
fn a_document_in_json_is_the_same() {
    let json = r##"{"openapi": "3.0.3", "paths": {"/a": {"get": {"responses": {"409": {"content":
        {"application/json": {"schema": {"properties": {"error_code": {"enum": ["taken"]}}}}}}}}}}}"##;
    let (code, out, err) = import(json, &["--map", "code=error_code"]);
    assert_eq!(code, 0, "{err}");
    assert!(
        out.contains("[codes.taken]\nstatus = 409\noperations = [\"GET /a\"]\n"),
        "{out}"
    );
    let (code, _, err) = import(json, &[]);
    assert!(
        code == 2 && err.contains("1 error responses have no codes"),
        "{err}"
    );
}

#[test]
fn a_list_of_all_codes_says_less_than_an_example() {
    let document = r##"
openapi: 3.0.0
paths:
  /a:
    get:
      responses:
        "404": {content: {application/json: {schema: {$ref: "#/components/schemas/E"}, example: {code: GONE}}}}
        "409": {content: {application/json: {schema: {$ref: "#/components/schemas/E"}}}}
        default: {content: {application/json: {example: {code: OOPS}}}}
        "503": {$ref: "other.yaml#/Busy"}
components: {schemas: {E: {properties: {code: {enum: [GONE, TAKEN]}}}}}
"##;
    let (code, out, err) = import(document, &[]);
    assert_eq!(code, 1, "{err}");
    assert!(out.contains("[codes.GONE]\nstatus = 404\n"), "{out}");
    assert!(
        out.contains("[codes.TAKEN]\nstatuses = [404, 409]\n"),
        "{out}"
    );
    for told in [
        "api.yaml: GET /a 404: `TAKEN` has every status of the list of codes that it is in: 404, 409",
        "api.yaml: GET /a: left out: `OOPS` has no status; `--status 422` sets one",
        "api.yaml: left out: a reference that leads nowhere in this document",
    ] {
        assert!(err.contains(told), "{told} in {err}");
    }
}

#[test]
fn references_in_a_circle_and_deep_schemas_come_to_an_end() {
    let document = |schema: &str| {
        format!(
            "openapi: 3.0.0\npaths: {{/a: {{get: {{responses: {{'400': {{content: {{j: {{schema: {schema}, \
             example: {{code: A}}}}}}}}}}}}}}}}\ncomponents: {{schemas: {{A: {{$ref: '#/components/schemas/B'}}, \
             B: {{$ref: '#/components/schemas/A'}}, C: {{properties: {{c: {{$ref: '#/components/schemas/C'}}}}}}}}}}\n"
        )
    };
    for (name, code) in [("A", 1), ("C", 0), ("A~1b", 1)] {
        let (ended, out, err) = import(
            &document(&format!("{{$ref: '#/components/schemas/{name}'}}")),
            &[],
        );
        assert_eq!(ended, code, "{err}");
        assert!(out.contains("[codes.A]\nstatus = 400\n"), "{out}");
    }
}
