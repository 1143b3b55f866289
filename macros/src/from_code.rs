//! `FromCode`: the value of a code.
//!
//! It is a derive of its own, as it makes every variant one that is constructed: without it the compiler tells
//! of codes that a service never raises.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{Data, DeriveInput, Error};

use crate::errors::Errors;
use crate::read::read_crates;

pub(crate) fn expand(input: &DeriveInput) -> TokenStream {
    // `ErrorCode` reports the mistakes in the attributes.
    let manila = read_crates(&input.attrs, &mut Errors::default()).manila;
    let Data::Enum(data) = &input.data else {
        let message = "`FromCode` can only be derived for an enum of codes, beside `ErrorCode`";
        return Error::new_spanned(&input.ident, message).to_compile_error();
    };
    let variants = data
        .variants
        .iter()
        .filter(|variant| variant.fields.is_empty());
    let values: Vec<_> = variants.map(|variant| &variant.ident).collect();
    let (name, count) = (&input.ident, values.len());
    let (impl_generics, type_generics, where_clause) = input.generics.split_for_impl();
    quote! {
        #[automatically_derived]
        impl #impl_generics #manila::FromCode for #name #type_generics #where_clause {
            fn from_code(code: &'static #manila::Code) -> ::core::option::Option<Self> {
                let values: [Self; #count] = [#(Self::#values {}),*];
                values
                    .into_iter()
                    .find(|value| #manila::ErrorCode::error_code(value) == ::core::option::Option::Some(code))
            }
        }
    }
}
