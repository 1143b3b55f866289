//! The traits and items of the enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::tables::statics;
use crate::ast::{CodeEnum, Kind, Variant};

/// Everything that the enum gets.
pub(crate) fn impls(code_enum: &CodeEnum) -> TokenStream {
    let manila = &code_enum.crates.manila;
    let statics = statics(&code_enum.catalog, manila);
    let codes = code_enum.variants.iter().map(|variant| {
        let name = &variant.name;
        match variant.kind {
            Kind::Code(index) => {
                quote!(Self::#name { .. } => ::core::option::Option::Some(&CODES[#index]),)
            }
            Kind::Internal | Kind::Transparent(_) => {
                quote!(Self::#name { .. } => ::core::option::Option::None,)
            }
        }
    });
    let code = if code_enum.variants.is_empty() {
        quote!(match *self {})
    } else {
        quote!(match self { #(#codes)* })
    };
    let to_fault = to_fault(code_enum);
    let into_fault = match code_enum.variants.iter().any(is_transparent) {
        true => to_fault_by_value(code_enum),
        false => quote!(#manila::IntoFault::to_fault(&self)),
    };
    let of_code = of_code(code_enum);
    items(code_enum, &statics, &[code, to_fault, into_fault, of_code])
}

/// The same items for an enum with mistakes, so that its users see the mistakes and not their
/// consequences.
pub(crate) fn stubs(code_enum: &CodeEnum) -> TokenStream {
    let mut nothing = quote!(::core::unreachable!());
    if code_enum.variants.is_empty() {
        nothing = quote!(match *self {});
    }
    let manila = &code_enum.crates.manila;
    let catalog = manila_catalog_file::Catalog {
        codes: Vec::new(),
        conditions: Vec::new(),
        ..code_enum.catalog.clone()
    };
    let statics = statics(&catalog, manila);
    let of_code = of_code(code_enum);
    items(
        code_enum,
        &statics,
        &[nothing.clone(), nothing.clone(), nothing, of_code],
    )
}

fn is_transparent(variant: &Variant) -> bool {
    matches!(variant.kind, Kind::Transparent(_))
}

fn items(code_enum: &CodeEnum, statics: &TokenStream, bodies: &[TokenStream; 4]) -> TokenStream {
    let CodeEnum {
        name,
        visibility,
        generics,
        ..
    } = code_enum;
    let manila = &code_enum.crates.manila;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let [code, to_fault, into_fault, of_code] = bodies;
    quote! {
        const _: () = {
            #statics

            #[automatically_derived]
            impl #impl_generics #manila::ErrorCode for #name #type_generics #where_clause {
                const CATALOG: &'static #manila::Catalog = &CATALOG;

                fn error_code(&self) -> ::core::option::Option<&'static #manila::Code> {
                    #code
                }
            }

            #[automatically_derived]
            impl #impl_generics #manila::IntoFault for #name #type_generics #where_clause {
                #[track_caller]
                fn into_fault(self) -> #manila::Fault {
                    #into_fault
                }

                #[track_caller]
                fn to_fault(&self) -> #manila::Fault {
                    #to_fault
                }
            }

            #[automatically_derived]
            #[allow(dead_code, reason = "not every service needs each of them")]
            impl #impl_generics #name #type_generics #where_clause {
                /// The catalog that these codes are.
                #visibility const CATALOG: &'static #manila::Catalog = &CATALOG;

                #of_code

                /// An occurrence of the code, to say more about.
                #[must_use]
                #[track_caller]
                #visibility fn fault(self) -> #manila::Fault {
                    #manila::IntoFault::into_fault(self)
                }
            }
        };
    }
}

/// `code`, which gives the code itself where every variant has one.
fn of_code(code_enum: &CodeEnum) -> TokenStream {
    let (visibility, manila) = (&code_enum.visibility, &code_enum.crates.manila);
    let all = code_enum
        .variants
        .iter()
        .all(|variant| matches!(variant.kind, Kind::Code(_)));
    if !all || code_enum.variants.is_empty() {
        return quote! {
            /// The code of this value, where it has one of its own.
            #[must_use]
            #visibility fn code(&self) -> ::core::option::Option<&'static #manila::Code> {
                #manila::ErrorCode::error_code(self)
            }
        };
    }
    let arms = code_enum.variants.iter().map(|variant| {
        let name = &variant.name;
        let Kind::Code(index) = variant.kind else {
            return TokenStream::new();
        };
        quote!(Self::#name { .. } => &CATALOG.codes()[#index],)
    });
    quote! {
        /// The code of this value.
        #[must_use]
        #visibility fn code(&self) -> &'static #manila::Code {
            match self { #(#arms)* }
        }
    }
}

/// The fault of a variant, from a reference to the value.
fn to_fault(code_enum: &CodeEnum) -> TokenStream {
    if code_enum.variants.is_empty() {
        return quote!(match *self {});
    }
    let arms = code_enum
        .variants
        .iter()
        .map(|variant| fault_arm(variant, code_enum));
    quote!(match self { #(#arms)* })
}

/// The fault of a variant, from the value: a transparent one hands its error on whole.
fn to_fault_by_value(code_enum: &CodeEnum) -> TokenStream {
    let manila = &code_enum.crates.manila;
    let arms = code_enum.variants.iter().filter_map(|variant| {
        let Kind::Transparent(field) = &variant.kind else {
            return None;
        };
        let name = &variant.name;
        Some(quote!(Self::#name { #field: error } => #manila::IntoFault::into_fault(error),))
    });
    let others = code_enum
        .variants
        .iter()
        .any(|variant| !is_transparent(variant));
    let others = others.then(|| quote!(other => #manila::IntoFault::to_fault(&other),));
    quote!(match self { #(#arms)* #others })
}

fn fault_arm(variant: &Variant, code_enum: &CodeEnum) -> TokenStream {
    let manila = &code_enum.crates.manila;
    let name = &variant.name;
    if let Kind::Transparent(field) = &variant.kind {
        return quote!(Self::#name { #field: error } => #manila::IntoFault::to_fault(error),);
    }
    let mut fault = match variant.kind {
        Kind::Code(index) => quote!(#manila::Fault::new(&CODES[#index])),
        Kind::Internal | Kind::Transparent(_) => {
            quote!(#manila::Fault::condition_of(&CATALOG, #manila::Condition::Internal))
        }
    };
    let details = variant.details.iter().enumerate();
    let (mut bindings, mut calls) = (Vec::new(), Vec::new());
    for (place, (field, key)) in details {
        let bound = quote::format_ident!("detail_{place}");
        bindings.push(quote!(#field: #bound,));
        calls.push(quote!(.detail(#key, #bound)));
    }
    if let Some(field) = &variant.retry_after {
        // A field is bound once, whatever it serves for.
        let bound = variant
            .details
            .iter()
            .position(|(detail, _)| detail == field);
        let bound = bound.map_or_else(
            || quote::format_ident!("retry_after"),
            |place| quote::format_ident!("detail_{place}"),
        );
        if bound == "retry_after" {
            bindings.push(quote!(#field: #bound,));
        }
        calls.push(quote!(.retry_after(#bound)));
    }
    if variant.is_displayed {
        calls.push(quote!(.message(#manila::__private::display(self))));
    }
    if variant.has_source {
        calls.push(quote!(.because_of(self)));
    }
    fault.extend(calls);
    quote!(Self::#name { #(#bindings)* .. } => #fault,)
}
