//! The codes of the variants.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::ast::{CodeEnum, Kind, Variant};

/// The code of a variant; in an `Option`, where there are variants without one.
pub(super) fn code(code_enum: &CodeEnum) -> TokenStream {
    if code_enum.variants.is_empty() {
        return quote!(match *self {});
    }
    if !code_enum.variants.iter().any(Variant::has_code) {
        return quote!(::core::option::Option::None);
    }
    let is_certain = code_enum.variants.iter().all(Variant::has_code);
    // Numbers alone, so that the compiler makes nothing of the arms but a table.
    let arms = code_enum.variants.iter().map(|variant| {
        let name = &variant.name;
        match variant.kind {
            Kind::Code(index) => {
                let index = Literal::usize_unsuffixed(index);
                quote!(Self::#name { .. } => #index,)
            }
            Kind::Internal | Kind::Transparent(_) => {
                quote!(Self::#name { .. } => return ::core::option::Option::None,)
            }
        }
    });
    let code = quote!(&CODES[match self { #(#arms)* }]);
    match is_certain {
        true => code,
        false => quote!(::core::option::Option::Some(#code)),
    }
}
