//! The traits of aide.

use manila_aide::__private::{
    GenContext, Inferred, JsonSchema, Operation, OperationInput, OperationOutput, Response,
    mark_any_code, reply,
};
#[cfg(feature = "extract")]
use manila_aide::__private::{form_body, json, json_body, path_parameters, query_parameters};

#[cfg(feature = "json-all")]
use crate::JsonAll;
use crate::{Error, Reply, RequestId};
#[cfg(feature = "extract")]
use crate::{Form, Json, Path, Query};

impl OperationInput for RequestId {}

impl OperationOutput for Error {
    type Inner = Self;

    fn operation_response(_: &mut GenContext, operation: &mut Operation) -> Option<Response> {
        mark_any_code(operation);
        None
    }

    fn inferred_responses(_: &mut GenContext, operation: &mut Operation) -> Inferred {
        mark_any_code(operation);
        Inferred::new()
    }
}

macro_rules! successes {
    ($($Type:ident: $function:ident;)+) => {$(
        impl<T: JsonSchema> OperationOutput for $Type<T> {
            type Inner = T;

            fn operation_response(context: &mut GenContext, _: &mut Operation) -> Option<Response> {
                Some($function::<T>(context))
            }

            fn inferred_responses(context: &mut GenContext, _: &mut Operation) -> Inferred {
                vec![(Some(200), $function::<T>(context))]
            }
        }
    )+};
}

successes! { Reply: reply; }

#[cfg(feature = "extract")]
successes! { Json: json; }

#[cfg(feature = "extract")]
macro_rules! inputs {
    ($($Type:ident: $function:ident;)+) => {$(
        impl<T: JsonSchema> OperationInput for $Type<T> {
            fn operation_input(context: &mut GenContext, operation: &mut Operation) {
                $function::<T>(context, operation);
            }
        }
    )+};
}

#[cfg(feature = "extract")]
inputs! {
    Json: json_body;
    Form: form_body;
    Query: query_parameters;
    Path: path_parameters;
}

#[cfg(feature = "json-all")]
inputs! {
    JsonAll: json_body;
}

#[cfg(feature = "garde-023")]
impl<E: OperationInput> OperationInput for crate::garde::Valid<E> {
    fn operation_input(context: &mut GenContext, operation: &mut Operation) {
        E::operation_input(context, operation);
    }
}

#[cfg(feature = "validator-021")]
impl<E: OperationInput> OperationInput for crate::validator::Valid<E> {
    fn operation_input(context: &mut GenContext, operation: &mut Operation) {
        E::operation_input(context, operation);
    }
}
