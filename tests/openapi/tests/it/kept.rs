//! What a document has stays, whatever the types of the library know of it.

#![expect(dead_code, reason = "the handlers are there to be documented")]

use std::collections::HashMap;

use aide::axum::ApiRouter;
use manila_openapi::bindings::lost;
use serde_json::{Value, json};
use utoipa::OpenApi;
use utoipa::openapi::extensions::Extensions;

use crate::api::{ApiError, Note, styles};
use crate::document::json as json_of;

/// A value of anything, which utoipa writes as `{}` and does not read.
#[derive(utoipa::ToSchema)]
#[schema(example = json!({ "any": [1.0, null] }))]
struct Odd {
    any: Value,
    #[schema(minimum = 1, maximum = 9.5, multiple_of = 0.5)]
    number: f64,
    map: HashMap<String, Note>,
    list: Vec<(u8, String)>,
}

#[utoipa::path(
    post,
    path = "/odd",
    tag = "odd",
    operation_id = "make",
    request_body(content = Odd, description = "Odd.", example = json!({ "any": 1 })),
    params(("depth" = Option<u8>, Query, description = "How deep.", example = 2)),
    responses(
        (status = 200, body = Odd, headers(("x-odd" = u8)), example = json!({ "any": 2 })),
        (status = "5XX", description = "Whatever.", extensions(("x-range" = json!(true)))),
        ApiError,
    ),
    security(("token" = ["read"])),
    extensions(("x-odd" = json!({ "a": [1, { "b": null }] }))),
)]
async fn odd() {}

#[derive(OpenApi)]
#[openapi(
    info(title = "Odd", license(name = "MIT", identifier = "MIT")),
    paths(odd),
    components(schemas(Note), responses()),
    tags((name = "odd", description = "Odd.")),
    servers((url = "https://example.com/{version}", variables(("version" = (default = "v1"))))),
    external_docs(url = "https://example.com", description = "More.")
)]
struct Api;

#[test]
fn what_utoipa_has_stays() {
    for (style, envelopes) in styles() {
        let mut api = Api::openapi();
        api.extensions = Some(Extensions::from_iter([(
            "x-odd",
            json!({ "at": "the root" }),
        )]));
        api.webhooks = Some(api.paths.clone());
        api.webhooks.as_mut().unwrap().paths.clear();
        let mut before = json_of(&api);
        let responses = before["paths"]["/odd"]["post"]["responses"].as_object_mut();
        responses
            .unwrap()
            .retain(|key, _| !key.starts_with("x-manila"));
        manila_utoipa::Document::document(&envelopes, &mut api).unwrap();
        let after = json_of(&api);
        assert_eq!(lost(&before, &after), None, "{style}");
        let responses = &after["paths"]["/odd"]["post"]["responses"];
        assert!(
            responses["409"].is_object() && responses["500"].is_null(),
            "{style}: {responses}"
        );
    }
}

#[test]
fn what_aide_has_stays() {
    for (style, envelopes) in styles() {
        let mut api: aide::openapi::OpenApi = serde_json::from_str(
            r#"{
                "openapi": "3.1.0",
                "info": { "title": "Odd", "version": "1", "x-odd": 1 },
                "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
                "servers": [{ "url": "https://example.com" }],
                "paths": {},
                "components": { "schemas": { "Odd": {
                    "$comment": "Odd.",
                    "if": { "const": 1 },
                    "then": { "prefixItems": [true, { "not": {} }], "unevaluatedItems": false }
                } } },
                "tags": [{ "name": "odd" }],
                "x-odd": { "a": [1, null] }
            }"#,
        )
        .unwrap();
        let routes = ApiRouter::new().api_route_with(
            "/odd",
            aide::axum::routing::get(async || "odd"),
            |path| path.tag("odd").summary("Odd."),
        );
        let _: axum::Router = routes.finish_api(&mut api);
        let before = json_of(&api);
        manila_aide::Document::document(&envelopes, &mut api).unwrap();
        let after = json_of(&api);
        assert_eq!(lost(&before, &after), None, "{style}");
        assert!(
            after["paths"]["/odd"]["get"]["responses"]["500"].is_object(),
            "{style}"
        );
    }
}
