//! `catalog! { pub enum Name = "file.toml" }`

use std::path::Path;

use manila_catalog_file::{Catalog, Entry, recover};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Generics, Ident, LitStr, Meta, Token, Visibility};

use crate::ast::{CodeEnum, Kind, Variant};
use crate::expand::{impls, stubs};
use crate::log::Log;
use crate::read::read_crates;

/// What the macro is given.
pub(crate) struct Input {
    attributes: Vec<Attribute>,
    visibility: Visibility,
    name: Ident,
    path: LitStr,
}

impl Parse for Input {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attributes = input.call(Attribute::parse_outer)?;
        let visibility = input.parse()?;
        input.parse::<Token![enum]>()?;
        let name = input.parse()?;
        input.parse::<Token![=]>()?;
        Ok(Self {
            attributes,
            visibility,
            name,
            path: input.parse()?,
        })
    }
}

pub(crate) fn expand(input: Input) -> TokenStream {
    let mut log = Log::default();
    let catalog = read_file(&input.path, &mut log);
    let crates = read_crates(&input.attributes);
    let Input {
        attributes,
        visibility,
        name,
        path,
    } = input;
    let variants = catalog
        .codes
        .iter()
        .enumerate()
        .map(|(index, entry)| variant(index, entry));
    let variants = variants.collect();
    let generics = Generics::default();
    let code_enum = CodeEnum {
        name,
        visibility,
        generics,
        catalog,
        variants,
        crates,
    };
    let item = item(&code_enum, &attributes);
    if log.is_empty() {
        let impls = impls(&code_enum);
        // So that cargo builds anew when the file changes.
        let tracked = quote! {
            const _: &[u8] = ::core::include_bytes!(
                ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #path)
            );
        };
        return quote!(#item #impls #tracked);
    }
    let (errors, stubs) = (log.into_compile_errors(), stubs(&code_enum));
    quote!(#errors #item #stubs)
}

/// The catalog of the file, as far as it can be read.
fn read_file(path: &LitStr, log: &mut Log) -> Catalog {
    let root = std::env::var("CARGO_MANIFEST_DIR").unwrap_or_default();
    let full = Path::new(&root).join(path.value());
    let text = match std::fs::read(&full) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|_| "it is not UTF-8".to_owned()),
        Err(error) => Err(error.to_string()),
    };
    let text = text.unwrap_or_else(|error| {
        let message = format!(
            "cannot read the catalog `{}`: {error}; its path is relative to the folder of Cargo.toml",
            path.value(),
        );
        log.mistake(path.span(), message);
        String::new()
    });
    let (source, diagnostics) = recover(&text);
    if log.is_empty() {
        for diagnostic in diagnostics {
            log.mistake(path.span(), diagnostic.with_file(path.value()));
        }
    }
    source.into_catalog()
}

fn variant(index: usize, entry: &Entry) -> Variant {
    let name = entry.variant();
    // A damaged file can hold names that are no identifiers.
    let name = syn::parse_str(&name).unwrap_or_else(|_| format_ident!("Code{index}"));
    Variant {
        name,
        kind: Kind::Code(index),
        has_source: false,
        is_displayed: false,
        retry_after: None,
        details: Vec::new(),
    }
}

/// The enum itself, with `Display` and `Error`.
fn item(code_enum: &CodeEnum, attributes: &[Attribute]) -> TokenStream {
    let CodeEnum {
        name,
        visibility,
        catalog,
        ..
    } = code_enum;
    let derives = missing_derives(attributes);
    let attributes = attributes.iter().filter(|attribute| {
        // Nothing but a derive of an adapter knows this attribute.
        !attribute.path().is_ident("error_code") || has_derive(attributes)
    });
    let doc = format!(
        "The codes of {}.",
        catalog.title.as_ref().unwrap_or(&catalog.name)
    );
    let variants = code_enum
        .variants
        .iter()
        .zip(&catalog.codes)
        .map(|(variant, entry)| {
            let (name, doc) = (&variant.name, variant_doc(entry));
            quote!(#[doc = #doc] #name,)
        });
    let display = if catalog.codes.is_empty() {
        quote!(match *self {})
    } else {
        let arms = code_enum
            .variants
            .iter()
            .zip(&catalog.codes)
            .map(|(variant, entry)| {
                let name = &variant.name;
                let title = entry.shown_title();
                let text = entry.message.as_deref().unwrap_or(&title);
                quote!(Self::#name => #text,)
            });
        quote!(f.write_str(match self { #(#arms)* }))
    };
    quote! {
        #[doc = #doc]
        #[doc = ""]
        #(#attributes)*
        #[derive(#(#derives),*)]
        #visibility enum #name {
            #(#variants)*
        }

        #[automatically_derived]
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #display
            }
        }

        #[automatically_derived]
        impl ::core::error::Error for #name {}
    }
}

/// What the documentation of a variant says.
fn variant_doc(entry: &Entry) -> String {
    let statuses = entry
        .statuses
        .iter()
        .map(ToString::to_string)
        .collect::<Vec<_>>()
        .join(", ");
    let mut doc = format!("`{}`, status {statuses}.", entry.name);
    for text in [&entry.meaning, &entry.client].into_iter().flatten() {
        doc.push_str("\n\n");
        // A page's brackets and angles are text, not links and tags.
        doc.push_str(&text.replace('[', "\\[").replace('<', "\\<"));
    }
    doc
}

/// What every enum of codes derives, unless the user derives it.
fn missing_derives(attributes: &[Attribute]) -> Vec<TokenStream> {
    let derived = derives(attributes);
    let needed = [
        ("Debug", quote!(::core::fmt::Debug)),
        ("Clone", quote!(::core::clone::Clone)),
        ("Copy", quote!(::core::marker::Copy)),
        ("PartialEq", quote!(::core::cmp::PartialEq)),
        ("Eq", quote!(::core::cmp::Eq)),
        ("Hash", quote!(::core::hash::Hash)),
    ];
    let missing = needed
        .into_iter()
        .filter(|(name, _)| !derived.iter().any(|known| known == name));
    missing.map(|(_, path)| path).collect()
}

fn has_derive(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        attribute.path().is_ident("derive") || attribute.path().is_ident("cfg_attr")
    })
}

/// The last names of the paths that the attributes derive.
fn derives(attributes: &[Attribute]) -> Vec<Ident> {
    let mut names = Vec::new();
    for attribute in attributes {
        if !attribute.path().is_ident("derive") || !matches!(attribute.meta, Meta::List(_)) {
            continue;
        }
        // A derive that cannot be parsed is the compiler's to tell.
        let _ = attribute.parse_nested_meta(|derive| {
            names.extend(derive.path.segments.last().map(|last| last.ident.clone()));
            Ok(())
        });
    }
    names
}
