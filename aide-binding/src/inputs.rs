//! Requests. What an extractor refuses is no response of its own here: a description of it would
//! keep out those that the service really sends.

use aide::generate::GenContext;
use aide::openapi::{Operation, RequestBody};
use aide::operation::{ParamLocation, add_parameters, parameters_from_schema, set_body};
use schemars::JsonSchema;

use crate::outputs::media_type;

/// A body of JSON.
pub fn json_body<T: JsonSchema>(context: &mut GenContext, operation: &mut Operation) {
    body::<T>(context, operation, "application/json");
}

/// A body that is a form.
pub fn form_body<T: JsonSchema>(context: &mut GenContext, operation: &mut Operation) {
    body::<T>(context, operation, "application/x-www-form-urlencoded");
}

fn body<T: JsonSchema>(context: &mut GenContext, operation: &mut Operation, content_type: &str) {
    let schema = context.schema.subschema_for::<T>();
    let body = RequestBody {
        content: [(content_type.to_owned(), media_type(schema))].into(),
        required: true,
        ..RequestBody::default()
    };
    set_body(context, operation, body);
}

/// The parameters of the path.
pub fn path_parameters<T: JsonSchema>(context: &mut GenContext, operation: &mut Operation) {
    parameters::<T>(context, operation, ParamLocation::Path);
}

/// The parameters of the query.
pub fn query_parameters<T: JsonSchema>(context: &mut GenContext, operation: &mut Operation) {
    parameters::<T>(context, operation, ParamLocation::Query);
}

fn parameters<T: JsonSchema>(
    context: &mut GenContext,
    operation: &mut Operation,
    location: ParamLocation,
) {
    let schema = context.schema.subschema_for::<T>();
    let parameters = parameters_from_schema(context, schema, location);
    add_parameters(context, operation, parameters);
}
