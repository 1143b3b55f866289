//! Successes.

use aide::generate::GenContext;
use aide::openapi::{MediaType, Response, SchemaObject};
use manila_openapi::bindings::REPLY;
use schemars::{JsonSchema, Schema};
use serde_json::Map;

/// What a type says of the responses of an operation that returns it.
pub type Inferred = Vec<(Option<u16>, Response)>;

/// A value as JSON.
pub fn json<T: JsonSchema>(context: &mut GenContext) -> Response {
    response(context.schema.subschema_for::<T>())
}

/// A value in the service's shape of success.
pub fn reply<T: JsonSchema>(context: &mut GenContext) -> Response {
    let data = context.schema.subschema_for::<T>();
    let schema = Map::from_iter([(REPLY.to_owned(), data.to_value())]);
    response(Schema::from(schema))
}

fn response(json_schema: Schema) -> Response {
    Response {
        description: "Success.".to_owned(),
        content: [("application/json".to_owned(), media_type(json_schema))].into(),
        ..Response::default()
    }
}

pub(crate) fn media_type(json_schema: Schema) -> MediaType {
    let schema = SchemaObject {
        json_schema,
        example: None,
        external_docs: None,
    };
    MediaType {
        schema: Some(schema),
        ..MediaType::default()
    }
}
