//! The faults of the variants.

use manila_catalog_file::is_plain_text;
use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::{Member, spanned::Spanned as _};

use crate::ast::{Cause, CodeEnum, Kind, Variant};

/// The fault of a variant, from a reference to the value.
pub(super) fn to_fault(code_enum: &CodeEnum) -> TokenStream {
    if code_enum.variants.is_empty() {
        return quote!(match *self {});
    }
    let (bare, others): (Vec<_>, Vec<_>) = code_enum
        .variants
        .iter()
        .partition(|variant| variant.has_nothing_to_attach());
    let manila = &code_enum.crates.manila;
    let of_code = quote!(#manila::Fault::new);
    let of_code_alone = match code_enum.variants.iter().all(Variant::has_code) {
        true => quote!(#of_code(Self::code(self))),
        false => quote!(match Self::code(self) {
            ::core::option::Option::Some(__code) => #of_code(__code),
            ::core::option::Option::None => {
                #manila::Fault::condition_of(&CATALOG, #manila::Condition::Internal)
            }
        }),
    };
    if others.is_empty() {
        return of_code_alone;
    }
    let arms = others.iter().map(|variant| fault_arm(variant, code_enum));
    let of_code_alone = (!bare.is_empty()).then(|| quote!(_ => #of_code_alone,));
    quote!(match self { #(#arms)* #of_code_alone })
}

/// The fault of a variant, from the value: a transparent one hands its error on whole.
pub(super) fn to_fault_by_value(code_enum: &CodeEnum) -> TokenStream {
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
        .any(|variant| !variant.is_transparent());
    let others = others.then(|| quote!(__other => #manila::IntoFault::to_fault(&__other),));
    quote!(match self { #(#arms)* #others })
}

fn fault_arm(variant: &Variant, code_enum: &CodeEnum) -> TokenStream {
    let manila = &code_enum.crates.manila;
    let name = &variant.name;
    let mut fault = match &variant.kind {
        Kind::Code(index) => quote!(#manila::Fault::new(&CODES[#index])),
        Kind::Internal => {
            quote!(#manila::Fault::condition_of(&CATALOG, #manila::Condition::Internal))
        }
        Kind::Transparent(field) => {
            let error = bound("__error", field);
            return quote!(Self::#name { #field: #error } => #manila::IntoFault::to_fault(#error),);
        }
    };
    let mut bindings = Vec::new();
    if !variant.details.is_empty() {
        let details = details(variant, &mut bindings);
        fault = quote!(#manila::__private::with_details(#fault, |__details| {
            __details #(#details)*;
        }));
    }
    if let Some(field) = &variant.retry_after {
        let retry_after = bound_once(field, variant, &mut bindings);
        fault.extend(quote!(.with_retry_after(#retry_after)));
    }
    let this = located("self", name.span());
    if variant.is_displayed {
        fault.extend(quote!(.with_message(#manila::__private::display(#this))));
    }
    match &variant.cause {
        Cause::Nothing => {}
        Cause::Fixed(text) => fault = quote!(#manila::__private::because_fixed(#fault, #text)),
        Cause::Display => fault = quote!(#manila::__private::Told(self).because(#fault)),
        Cause::Source => fault.extend(quote!(.because_of(#this))),
    }
    quote!(Self::#name { #(#bindings)* .. } => #fault,)
}

/// The calls that attach the details of a variant, whose fields are bound for them.
fn details(variant: &Variant, bindings: &mut Vec<TokenStream>) -> Vec<TokenStream> {
    let details = variant.details.iter().enumerate();
    let calls = details.map(|(at, (field, name))| {
        let detail = bound_detail(at, field);
        bindings.push(quote!(#field: #detail,));
        // The rules that keep names apart judge codes, and an internal variant has none.
        if variant.has_code() && is_plain_text(name) {
            let prefix = format!(",\"{name}\":");
            quote!(.add(#prefix, #detail))
        } else {
            quote!(.add_named(#name, #detail))
        }
    });
    calls.collect()
}

/// The name of a field that may be a detail as well: a field is bound once, whatever it is for.
fn bound_once(field: &Member, variant: &Variant, bindings: &mut Vec<TokenStream>) -> Ident {
    let details = &mut variant.details.iter();
    match details.position(|(detail, _)| detail == field) {
        Some(at) => bound_detail(at, field),
        None => {
            let name = bound("__retry_after", field);
            bindings.push(quote!(#field: #name,));
            name
        }
    }
}

fn bound_detail(at: usize, field: &Member) -> Ident {
    bound(&format!("__detail_{at}"), field)
}

/// The name that a field is bound to. One that is a constant where the enum stands would be compared
/// instead, which is why each begins as no constant does.
fn bound(name: &str, field: &Member) -> Ident {
    located(name, field.span())
}

/// A name with the span of a part of the input, so that the compiler complains there if that part
/// does not fit.
fn located(name: &str, span: Span) -> Ident {
    Ident::new(name, Span::call_site().located_at(span))
}
