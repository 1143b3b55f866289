//! A success in the service's shape.

use manila_axum::Reply;
use manila_utoipa::{Document, Status};
use serde_json::{Value, json};
use utoipa::OpenApi;

use crate::api::{ApiError, Note, styles};
use crate::document::json as document;
use crate::{on_aide, on_utoipa_actix_web, on_utoipa_axum};

/// The media type and the schema of a `Reply<Note>`.
fn expected(style: &str) -> (&'static str, Value) {
    let note = json!({ "$ref": "#/components/schemas/Note" });
    let object = |properties: Value| {
        let names: Vec<_> = properties.as_object().unwrap().keys().cloned().collect();
        json!({ "type": "object", "required": names, "properties": properties })
    };
    match style {
        "ok-error" => {
            let ok = json!({ "type": "boolean", "enum": [true] });
            (
                "application/json",
                object(json!({ "ok": ok, "data": note })),
            )
        }
        "json-api" => {
            let meta = object(json!({ "request_id": { "type": "string" } }));
            (
                "application/vnd.api+json",
                object(json!({ "data": note, "meta": meta })),
            )
        }
        "code-data" => {
            let code = json!({ "type": "integer", "enum": [0] });
            (
                "application/json",
                object(json!({ "code": code, "data": note })),
            )
        }
        _ => ("application/json", note),
    }
}

#[test]
fn a_reply_has_the_shape_of_the_style() {
    for (style, envelopes) in styles() {
        let (media_type, schema) = expected(style);
        for (name, document) in [
            (
                "utoipa-axum",
                document(&on_utoipa_axum::app(envelopes.clone()).1),
            ),
            (
                "utoipa-actix-web",
                document(&on_utoipa_actix_web::app(envelopes.clone()).1),
            ),
            ("aide", document(&on_aide::app(envelopes.clone()).1)),
        ] {
            let content = &document["paths"]["/notes"]["post"]["responses"]["200"]["content"];
            let expected = json!({ media_type: { "schema": schema } });
            assert_eq!(*content, expected, "{name}, {style}");
            // `Json` is sent as it is, in each style.
            let content = &document["paths"]["/any"]["get"]["responses"]["200"]["content"];
            let note = json!({ "schema": { "$ref": "#/components/schemas/Note" } });
            assert_eq!(
                *content,
                json!({ "application/json": note }),
                "{name}, {style}"
            );
            let note = &document["components"]["schemas"]["Note"]["properties"];
            assert!(note["title"].is_object(), "{name}, {style}: {note}");
            // A list refers to what its items are.
            let list = &document["paths"]["/notes"]["get"]["responses"]["200"].to_string();
            let items = r##""items":{"$ref":"#/components/schemas/Note"}"##;
            assert!(list.contains(items), "{name}, {style}: {list}");
        }
    }
}

/// Without the handler's signature, and beside what is declared.
#[utoipa::path(
    post,
    path = "/notes",
    responses(Status<201, Reply<Note>>, (status = 202, description = "Later."), ApiError)
)]
#[expect(dead_code, reason = "it is there to be documented")]
async fn create() {}

#[utoipa::path(get, path = "/notes", responses(Reply<Note>, (status = 200, description = "Declared.")))]
#[expect(dead_code, reason = "it is there to be documented")]
async fn read() {}

#[derive(OpenApi)]
#[openapi(paths(create, read))]
struct Api;

#[test]
fn a_success_has_the_status_that_is_named() {
    for (style, envelopes) in styles() {
        let (media_type, schema) = expected(style);
        let mut api = Api::openapi();
        envelopes.document(&mut api).unwrap();
        let responses = &document(&api)["paths"]["/notes"]["post"]["responses"];
        assert_eq!(
            responses["201"]["content"],
            json!({ media_type: { "schema": schema } }),
            "{style}"
        );
        assert_eq!(
            responses["202"],
            json!({ "description": "Later." }),
            "{style}"
        );
        assert!(
            responses["200"].is_null() && responses["409"].is_object(),
            "{style}"
        );
        let declared = &document(&api)["paths"]["/notes"]["get"]["responses"]["200"];
        assert_eq!(*declared, json!({ "description": "Declared." }), "{style}");
    }
}
