//! The traits and items of the enum.

use proc_macro2::TokenStream;
use quote::quote;

use super::code::code;
use super::constructors::{constructor_stubs, constructors};
use super::fault::{to_fault, to_fault_by_value};
use super::tables::statics;
use crate::ast::{CodeEnum, Variant};

/// What the functions do.
struct Bodies {
    code: TokenStream,
    to_fault: TokenStream,
    into_fault: TokenStream,
    /// Whole functions.
    constructors: TokenStream,
}

/// Everything that the enum gets.
pub(crate) fn impls(code_enum: &CodeEnum) -> TokenStream {
    let manila = &code_enum.crates.manila;
    let into_fault = match code_enum.variants.iter().any(Variant::is_transparent) {
        true => to_fault_by_value(code_enum),
        false => quote!(#manila::IntoFault::to_fault(&self)),
    };
    let bodies = Bodies {
        code: code(code_enum),
        to_fault: to_fault(code_enum),
        into_fault,
        constructors: constructors(code_enum),
    };
    items(code_enum, &statics(&code_enum.catalog, manila), &bodies)
}

/// The same items for an input with mistakes, so that its users see the mistakes and not their
/// consequences.
pub(crate) fn stubs(code_enum: &CodeEnum) -> TokenStream {
    let mut catalog = code_enum.catalog.clone();
    catalog.codes.clear();
    catalog.conditions.clear();
    catalog.rules.clear();
    let nothing = || quote!(::core::unreachable!());
    let bodies = Bodies {
        code: nothing(),
        to_fault: nothing(),
        into_fault: nothing(),
        constructors: constructor_stubs(code_enum),
    };
    let statics = statics(&catalog, &code_enum.crates.manila);
    items(code_enum, &statics, &bodies)
}

fn items(code_enum: &CodeEnum, statics: &TokenStream, bodies: &Bodies) -> TokenStream {
    let error_code = error_code_impl(code_enum);
    let into_fault = into_fault_impl(code_enum, bodies);
    let inherent = inherent_impl(code_enum, bodies);
    quote! {
        const _: () = {
            #statics
            #error_code
            #into_fault
            #inherent
        };
    }
}

fn error_code_impl(code_enum: &CodeEnum) -> TokenStream {
    let (name, manila) = (&code_enum.name, &code_enum.crates.manila);
    let (impl_generics, type_generics, where_clause) = code_enum.generics.split_for_impl();
    let error_code = match code_enum.variants.iter().all(Variant::has_code) {
        true => quote!(::core::option::Option::Some(Self::code(self))),
        false => quote!(Self::code(self)),
    };
    // Manila raises these by their conditions and rules, which the compiler does not take for a use.
    let used = code_enum
        .variants
        .iter()
        .filter(|variant| variant.stands_in)
        .map(|variant| &variant.name);
    quote! {
        #[automatically_derived]
        impl #impl_generics #manila::ErrorCode for #name #type_generics #where_clause {
            const CATALOG: &'static #manila::Catalog = &CATALOG;

            fn error_code(&self) -> ::core::option::Option<&'static #manila::Code> {
                #(let _ = || Self::#used {};)*
                #error_code
            }
        }
    }
}

fn into_fault_impl(code_enum: &CodeEnum, bodies: &Bodies) -> TokenStream {
    let (name, manila) = (&code_enum.name, &code_enum.crates.manila);
    let (impl_generics, type_generics, where_clause) = code_enum.generics.split_for_impl();
    let (into_fault, to_fault) = (&bodies.into_fault, &bodies.to_fault);
    quote! {
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
    }
}

fn inherent_impl(code_enum: &CodeEnum, bodies: &Bodies) -> TokenStream {
    let CodeEnum {
        name, visibility, ..
    } = code_enum;
    let (manila, code) = (&code_enum.crates.manila, &bodies.code);
    let (causes, constructors) = (causes(code_enum), &bodies.constructors);
    let (impl_generics, type_generics, where_clause) = code_enum.generics.split_for_impl();
    // Nobody should have to unwrap a code that is always there.
    let (code_type, code_doc) = match code_enum.variants.iter().all(Variant::has_code) {
        true => (
            quote!(&'static #manila::Code),
            "Returns the code of this value.",
        ),
        false => (
            quote!(::core::option::Option<&'static #manila::Code>),
            "Returns the code of this value, or `None` if it has none of its own.",
        ),
    };
    quote! {
        #[automatically_derived]
        #[allow(
            dead_code,
            clippy::too_many_arguments,
            reason = "not every service needs each of them; a code may declare many details"
        )]
        impl #impl_generics #name #type_generics #where_clause {
            /// The catalog of these codes.
            #visibility const CATALOG: &'static #manila::Catalog = &CATALOG;

            #[doc = #code_doc]
            #[must_use]
            #visibility fn code(&self) -> #code_type {
                #code
            }

            /// Creates a fault with the code of this value.
            #[must_use]
            #[track_caller]
            #visibility fn fault(self) -> #manila::Fault {
                #manila::IntoFault::into_fault(self)
            }

            #causes

            #constructors
        }
    }
}

/// What a fault is asked for first, without `fault()` in between. A cause of the value's own is
/// replaced, as it is by `or_code`.
fn causes(code_enum: &CodeEnum) -> TokenStream {
    let (visibility, manila) = (&code_enum.visibility, &code_enum.crates.manila);
    quote! {
        /// Creates a fault with the code of this value, and keeps the error that led here. Logged,
        /// never sent.
        #[must_use]
        #[track_caller]
        #visibility fn because<__How>(
            self,
            cause: impl #manila::IntoCause<__How>,
        ) -> #manila::Fault {
            #manila::IntoFault::into_fault(self).because(cause)
        }

        /// Creates a fault with the code of this value, and keeps the text of an error that can
        /// only be borrowed, and of its sources. Logged, never sent.
        #[must_use]
        #[track_caller]
        #visibility fn because_of(self, cause: &dyn ::core::error::Error) -> #manila::Fault {
            #manila::IntoFault::into_fault(self).because_of(cause)
        }

        /// Creates a fault with the code of this value, and keeps a text about what led here. Logged,
        /// never sent.
        #[must_use]
        #[track_caller]
        #visibility fn because_text(self, text: impl ::core::fmt::Display) -> #manila::Fault {
            #manila::IntoFault::into_fault(self).because_text(text)
        }
    }
}
