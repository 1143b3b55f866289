//! The derives for OpenAPI documents: an enum of codes says what an operation can answer with.
//!
//! They read only the crates from `error_code`; `ErrorCode` reports the mistakes in it.

use proc_macro2::TokenStream;
use quote::quote;
use syn::DeriveInput;

use crate::errors::Errors;
use crate::read::read_crates;

pub(crate) fn into_responses(input: &DeriveInput) -> TokenStream {
    let utoipa = read_crates(&input.attrs, &mut Errors::default()).utoipa;
    let name = &input.ident;
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #utoipa::__private::IntoResponses for #name #type_generics #where_clause {
            fn responses() -> #utoipa::__private::Responses {
                #utoipa::__private::codes_of::<Self>()
            }
        }
    }
}

pub(crate) fn operation_output(input: &DeriveInput) -> TokenStream {
    let aide = read_crates(&input.attrs, &mut Errors::default()).aide;
    let name = &input.ident;
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #aide::__private::OperationOutput for #name #type_generics #where_clause {
            type Inner = Self;

            fn operation_response(
                _: &mut #aide::__private::GenContext,
                operation: &mut #aide::__private::Operation,
            ) -> ::core::option::Option<#aide::__private::Response> {
                #aide::__private::mark_codes_of::<Self>(operation);
                ::core::option::Option::None
            }

            fn inferred_responses(
                _: &mut #aide::__private::GenContext,
                operation: &mut #aide::__private::Operation,
            ) -> #aide::__private::Inferred {
                #aide::__private::mark_codes_of::<Self>(operation);
                #aide::__private::Inferred::new()
            }
        }
    }
}
