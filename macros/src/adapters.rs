//! The adapters' derives: an error that is an `IntoFault` becomes an error of the framework.
//!
//! They read only the crates from `error_code`; `ErrorCode` reports the mistakes in it.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::errors::Errors;
use crate::read::read_crates;

pub(crate) fn into_response(input: &DeriveInput) -> TokenStream {
    let axum = read_crates(&input.attrs, &mut Errors::default()).axum;
    let name = &input.ident;
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #axum::__private::IntoResponse for #name #type_generics #where_clause {
            fn into_response(self) -> #axum::__private::Response {
                #axum::__private::respond(self)
            }
        }
    }
}

pub(crate) fn response_error(input: &DeriveInput) -> TokenStream {
    let actix = read_crates(&input.attrs, &mut Errors::default()).actix;
    let name = &input.ident;
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #actix::__private::ResponseError for #name #type_generics #where_clause {
            fn status_code(&self) -> #actix::__private::StatusCode {
                #actix::__private::status(self)
            }

            fn error_response(&self) -> #actix::__private::HttpResponse {
                #actix::__private::respond(self)
            }
        }
    }
}
