//! The macros of `manila`. They are documented where they are used: `manila::ErrorCode`,
//! `manila::catalog`, `manila::FieldNames`, `manila::FromCode`, `manila_axum::IntoResponse`, `manila_actix::ResponseError`,
//! `manila_utoipa::IntoResponses`, `manila_aide::OperationOutput`.
//!
//! Each reads its input into a catalog, as plain data, which is checked by the same rules as catalog
//! files; so all mistakes are reported at once, each at its own span.
//!
#![doc = include_str!("docs/features.md")]
#![cfg_attr(docsrs, feature(doc_cfg))]

mod adapters;
mod ast;
mod attr;
#[cfg(feature = "catalog")]
mod catalog;
mod derive;
mod errors;
mod expand;
mod field_names;
mod from_code;
mod openapi;

mod read;

use proc_macro::TokenStream;

/// See `manila::ErrorCode`.
#[proc_macro_derive(ErrorCode, attributes(error_code))]
pub fn error_code(input: TokenStream) -> TokenStream {
    derive::expand(syn::parse_macro_input!(input)).into()
}

/// See `manila::catalog`.
#[cfg(feature = "catalog")]
#[proc_macro]
pub fn catalog(input: TokenStream) -> TokenStream {
    catalog::expand(syn::parse_macro_input!(input)).into()
}

/// Reports what the macro needs.
#[cfg(not(feature = "catalog"))]
#[proc_macro]
pub fn catalog(_: TokenStream) -> TokenStream {
    quote::quote! {
        ::core::compile_error!(
            "`catalog!` needs the feature `catalog` of manila; enable it with \
             `cargo add manila --features catalog`"
        );
    }
    .into()
}

/// See `manila::FieldNames`.
#[proc_macro_derive(FieldNames, attributes(field_names))]
pub fn field_names(input: TokenStream) -> TokenStream {
    field_names::expand(&syn::parse_macro_input!(input)).into()
}

/// See `manila::FromCode`.
#[proc_macro_derive(FromCode, attributes(error_code))]
pub fn from_code(input: TokenStream) -> TokenStream {
    from_code::expand(&syn::parse_macro_input!(input)).into()
}

/// See `manila_axum::IntoResponse`.
#[proc_macro_derive(IntoResponse, attributes(error_code))]
pub fn into_response(input: TokenStream) -> TokenStream {
    adapters::into_response(&syn::parse_macro_input!(input)).into()
}

/// See `manila_actix::ResponseError`.
#[proc_macro_derive(ResponseError, attributes(error_code))]
pub fn response_error(input: TokenStream) -> TokenStream {
    adapters::response_error(&syn::parse_macro_input!(input)).into()
}

/// See `manila_utoipa::IntoResponses`.
#[proc_macro_derive(IntoResponses, attributes(error_code))]
pub fn into_responses(input: TokenStream) -> TokenStream {
    openapi::into_responses(&syn::parse_macro_input!(input)).into()
}

/// See `manila_aide::OperationOutput`.
#[proc_macro_derive(OperationOutput, attributes(error_code))]
pub fn operation_output(input: TokenStream) -> TokenStream {
    openapi::operation_output(&syn::parse_macro_input!(input)).into()
}
