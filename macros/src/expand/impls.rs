//! The traits and items of the enum.

use manila_catalog_file::is_plain_text;
use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;
use syn::{Member, spanned::Spanned as _};

use super::tables::statics;
use crate::ast::{CodeEnum, Kind, Variant};

/// What the functions do.
struct Bodies {
    code: TokenStream,
    to_fault: TokenStream,
    into_fault: TokenStream,
}

/// Everything that the enum gets.
pub(crate) fn impls(code_enum: &CodeEnum) -> TokenStream {
    let manila = &code_enum.crates.manila;
    let into_fault = match code_enum.variants.iter().any(is_transparent) {
        true => to_fault_by_value(code_enum),
        false => quote!(#manila::IntoFault::to_fault(&self)),
    };
    let bodies = Bodies {
        code: code(code_enum),
        to_fault: to_fault(code_enum),
        into_fault,
    };
    items(code_enum, &statics(&code_enum.catalog, manila), &bodies)
}

/// The same items for an input with mistakes, so that its users see the mistakes and not their
/// consequences.
pub(crate) fn stubs(code_enum: &CodeEnum) -> TokenStream {
    let catalog = manila_catalog_file::Catalog {
        codes: Vec::new(),
        conditions: Vec::new(),
        rules: Vec::new(),
        ..code_enum.catalog.clone()
    };
    let nothing = || quote!(::core::unreachable!());
    let bodies = Bodies {
        code: nothing(),
        to_fault: nothing(),
        into_fault: nothing(),
    };
    let statics = statics(&catalog, &code_enum.crates.manila);
    items(code_enum, &statics, &bodies)
}

fn items(code_enum: &CodeEnum, statics: &TokenStream, bodies: &Bodies) -> TokenStream {
    let CodeEnum {
        name,
        visibility,
        generics,
        ..
    } = code_enum;
    let manila = &code_enum.crates.manila;
    let (impl_generics, type_generics, where_clause) = generics.split_for_impl();
    let Bodies {
        code,
        to_fault,
        into_fault,
    } = bodies;
    let some_code = quote!(::core::option::Option<&'static #manila::Code>);
    // Nobody should have to unwrap a code that is always there.
    let (code_type, code_doc, error_code) = if code_enum.variants.iter().all(has_code) {
        let error_code = quote!(::core::option::Option::Some(Self::code(self)));
        (
            quote!(&'static #manila::Code),
            "The code of this value.",
            error_code,
        )
    } else {
        let doc = "The code of this value, where it has one of its own.";
        (some_code.clone(), doc, quote!(Self::code(self)))
    };
    // Manila raises these by their conditions and rules, which the compiler does not take for a use.
    let used = code_enum
        .variants
        .iter()
        .filter(|variant| variant.stands_in)
        .map(|variant| &variant.name);
    quote! {
        const _: () = {
            #statics

            #[automatically_derived]
            impl #impl_generics #manila::ErrorCode for #name #type_generics #where_clause {
                const CATALOG: &'static #manila::Catalog = &CATALOG;

                fn error_code(&self) -> #some_code {
                    #(let _ = || Self::#used {};)*
                    #error_code
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

                #[doc = #code_doc]
                #[must_use]
                #visibility fn code(&self) -> #code_type {
                    #code
                }

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

fn has_code(variant: &Variant) -> bool {
    matches!(variant.kind, Kind::Code(_))
}

fn is_transparent(variant: &Variant) -> bool {
    matches!(variant.kind, Kind::Transparent(_))
}

/// The code of a variant; in an `Option`, where there are variants without one.
fn code(code_enum: &CodeEnum) -> TokenStream {
    if code_enum.variants.is_empty() {
        return quote!(match *self {});
    }
    if !code_enum.variants.iter().any(has_code) {
        return quote!(::core::option::Option::None);
    }
    let is_certain = code_enum.variants.iter().all(has_code);
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

/// The fault of a variant, from a reference to the value.
fn to_fault(code_enum: &CodeEnum) -> TokenStream {
    if code_enum.variants.is_empty() {
        return quote!(match *self {});
    }
    let (plain, others): (Vec<_>, Vec<_>) = code_enum.variants.iter().partition(|it| is_plain(it));
    let manila = &code_enum.crates.manila;
    let of_code = quote!(#manila::Fault::new);
    let of_plain = match code_enum.variants.iter().all(has_code) {
        true => quote!(#of_code(Self::code(self))),
        false => quote!(match Self::code(self) {
            ::core::option::Option::Some(__code) => #of_code(__code),
            ::core::option::Option::None => {
                #manila::Fault::condition_of(&CATALOG, #manila::Condition::Internal)
            }
        }),
    };
    if others.is_empty() {
        return of_plain;
    }
    let arms = others.iter().map(|variant| fault_arm(variant, code_enum));
    let of_plain = (!plain.is_empty()).then(|| quote!(_ => #of_plain,));
    quote!(match self { #(#arms)* #of_plain })
}

/// Whether a fault of the variant says no more than its code does.
fn is_plain(variant: &Variant) -> bool {
    !is_transparent(variant)
        && variant.details.is_empty()
        && variant.retry_after.is_none()
        && !variant.is_displayed
        && !variant.has_source
}

/// The fault of a variant, from the value: a transparent one hands its error on whole.
fn to_fault_by_value(code_enum: &CodeEnum) -> TokenStream {
    let manila = &code_enum.crates.manila;
    let arms = code_enum.variants.iter().filter_map(|variant| {
        let Kind::Transparent(field) = &variant.kind else {
            return None;
        };
        let (name, error) = (&variant.name, bound("__error", field));
        Some(quote!(Self::#name { #field: #error } => #manila::IntoFault::into_fault(#error),))
    });
    let others = code_enum
        .variants
        .iter()
        .any(|variant| !is_transparent(variant));
    let others = others.then(|| quote!(__other => #manila::IntoFault::to_fault(&__other),));
    quote!(match self { #(#arms)* #others })
}

fn fault_arm(variant: &Variant, code_enum: &CodeEnum) -> TokenStream {
    let manila = &code_enum.crates.manila;
    let name = &variant.name;
    if let Kind::Transparent(field) = &variant.kind {
        let error = bound("__error", field);
        return quote!(Self::#name { #field: #error } => #manila::IntoFault::to_fault(#error),);
    }
    let mut fault = match variant.kind {
        Kind::Code(index) => quote!(#manila::Fault::new(&CODES[#index])),
        Kind::Internal | Kind::Transparent(_) => {
            quote!(#manila::Fault::condition_of(&CATALOG, #manila::Condition::Internal))
        }
    };
    let (mut bindings, mut calls, mut details) = (Vec::new(), Vec::new(), Vec::new());
    for (place, (field, name)) in variant.details.iter().enumerate() {
        let detail = bound(&format!("__detail_{place}"), field);
        bindings.push(quote!(#field: #detail,));
        // The rules that keep names apart judge codes, and an internal variant has none.
        details.push(if has_code(variant) && is_plain_text(name) {
            let lead = format!(",\"{name}\":");
            quote!(.add(#lead, #detail))
        } else {
            quote!(.add_named(#name, #detail))
        });
    }
    if !details.is_empty() {
        fault = quote!(#manila::__private::with_details(#fault, |__details| {
            __details #(#details)*;
        }));
    }
    if let Some(field) = &variant.retry_after {
        // A field is bound once, whatever it serves for.
        let details = &mut variant.details.iter();
        let retry_after = match details.position(|(detail, _)| detail == field) {
            Some(place) => bound(&format!("__detail_{place}"), field),
            None => {
                let retry_after = bound("__retry_after", field);
                bindings.push(quote!(#field: #retry_after,));
                retry_after
            }
        };
        calls.push(quote!(.with_retry_after(#retry_after)));
    }
    let this = located("self", name.span());
    if variant.is_displayed {
        calls.push(quote!(.with_message(#manila::__private::display(#this))));
    }
    if variant.has_source {
        calls.push(quote!(.because_of(#this)));
    }
    fault.extend(calls);
    quote!(Self::#name { #(#bindings)* .. } => #fault,)
}

/// The name that a field is bound to. One that is a constant where the enum stands would be compared
/// instead, which is why each begins as no constant does.
fn bound(name: &str, field: &Member) -> Ident {
    located(name, field.span())
}

/// A name that stands where a part of the input does, and with it the compiler's complaint if
/// that part does not serve.
fn located(name: &str, span: Span) -> Ident {
    Ident::new(name, Span::call_site().located_at(span))
}
