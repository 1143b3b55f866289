//! What types say of themselves among the responses of an operation.
//!
//! utoipa puts all of it into one map by status, where a later entry replaces an earlier one, and
//! collects no schemas behind it. So nothing here is put under a status: each entry has a name of
//! its own, which OpenAPI allows as an extension, and [`Document`](crate::Document) moves it to
//! where it belongs.

use std::collections::BTreeMap;

use manila::ErrorCode;
use manila_openapi::bindings::{self, REPLY, SCHEMAS, STATUS, SUCCESS};
use manila_openapi::{MARK, mark_of};
use serde_json::{Map, Value, json};
use utoipa::ToSchema;
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::schema::{ObjectBuilder, SchemaType};
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder, Schema};

/// The responses of a type.
pub type Responses = BTreeMap<String, RefOr<Response>>;

/// The codes of an enum.
#[must_use]
pub fn codes_of<E: ErrorCode>() -> Responses {
    let key = format!("{MARK}-{}", E::CATALOG.name());
    marked(key, mark_of(E::CATALOG))
}

/// Any code of the service.
#[must_use]
pub fn any_code() -> Responses {
    marked(MARK.to_owned(), bindings::any_code())
}

fn marked(key: String, mark: Value) -> Responses {
    let extensions = Extensions::from_iter([(MARK, mark)]);
    let response = ResponseBuilder::new().extensions(Some(extensions)).build();
    Responses::from([(key, response.into())])
}

/// A value as JSON.
#[must_use]
pub fn json<T: ToSchema>() -> Responses {
    success::<T>(data::<T>())
}

/// A value in the service's shape of success.
#[must_use]
pub fn reply<T: ToSchema>() -> Responses {
    let data = serde_json::to_value(data::<T>()).unwrap_or_default();
    let schema = ObjectBuilder::new()
        .schema_type(SchemaType::AnyValue)
        .extensions(Some(Extensions::from_iter([(REPLY, data)])));
    success::<T>(schema.into())
}

fn success<T: ToSchema>(schema: RefOr<Schema>) -> Responses {
    let content = ContentBuilder::new().schema(Some(schema)).build();
    let response = ResponseBuilder::new()
        .description("Success.")
        .content("application/json", content)
        .extensions(Some(Extensions::from_iter([(
            SUCCESS,
            json!({ STATUS: "200", SCHEMAS: schemas_of::<T>() }),
        )])))
        .build();
    Responses::from([(key_of("200"), response.into())])
}

/// The name of the entry of a success of this status.
pub(crate) fn key_of(status: &str) -> String {
    format!("{SUCCESS}-{status}")
}

/// The schema of a type: a reference where it has a name that no other type has.
fn data<T: ToSchema>() -> RefOr<Schema> {
    match has_name_of_its_own::<T>() {
        true => Ref::from_schema_name(T::name()).into(),
        false => T::schema(),
    }
}

fn schemas_of<T: ToSchema>() -> Map<String, Value> {
    let mut schemas = Vec::new();
    T::schemas(&mut schemas);
    if has_name_of_its_own::<T>() {
        schemas.push((T::name().into_owned(), T::schema()));
    }
    let schemas = schemas.into_iter().rev();
    schemas
        .map(|(name, schema)| (name, serde_json::to_value(schema).unwrap_or_default()))
        .collect()
}

/// Whether it is an object, and not one of several types that utoipa calls the same, as it does with
/// those that differ in their parameters.
fn has_name_of_its_own<T: ToSchema>() -> bool {
    let is_object = |schema: &Schema| match schema {
        Schema::Object(object) => !object.properties.is_empty(),
        Schema::OneOf(_) | Schema::AllOf(_) | Schema::AnyOf(_) => true,
        _ => false,
    };
    let name = std::any::type_name::<T>();
    let is_plain = !name.contains(['<', '[', '(', '&']);
    is_plain && matches!(T::schema(), RefOr::T(schema) if is_object(&schema))
}
