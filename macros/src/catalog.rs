//! `catalog! { pub enum Name = "file.toml" }`

use std::collections::HashSet;
use std::io::ErrorKind;
use std::path::Path;

use manila_catalog_file::{Case, Catalog, Entry, recover};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Generics, Ident, LitStr, Meta, Token, Visibility};

use crate::ast::{Cause, CodeEnum, Kind, Variant};
use crate::errors::Errors;
use crate::expand::{as_text, constructor_name, impls, stubs};
use crate::read::read_crates_alone;

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
        let path = input.parse::<Token![=]>().and_then(|_| input.parse());
        let path = path.map_err(|error| {
            syn::Error::new(
                error.span(),
                "expected the path of a catalog file: `= \"errors.toml\"`",
            )
        });
        Ok(Self {
            attributes,
            visibility,
            name,
            path: path?,
        })
    }
}

pub(crate) fn expand(input: Input) -> TokenStream {
    let mut errors = Errors::default();
    let catalog = read_file(&input.path, &mut errors);
    let crates = read_crates_alone(&input.attributes, &mut errors);
    let Input {
        attributes,
        visibility,
        name,
        path,
    } = input;
    let variants = variants(&catalog);
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
    if errors.is_empty() {
        let impls = impls(&code_enum);
        // Cargo has to rebuild when the file changes.
        let tracked = quote! {
            const _: &[u8] = ::core::include_bytes!(
                ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #path)
            );
        };
        return quote!(#item #impls #tracked);
    }
    let (errors, stubs) = (errors.into_compile_errors(), stubs(&code_enum));
    quote!(#errors #item #stubs)
}

/// The catalog of the file, as far as it can be read.
fn read_file(path: &LitStr, errors: &mut Errors) -> Catalog {
    let (root, file) = (std::env::var("CARGO_MANIFEST_DIR"), path.value());
    let tried = Path::new(&root.unwrap_or_default()).join(&file);
    let text = match std::fs::read(&tried) {
        _ if Path::new(&file).is_absolute() => Err("has an absolute path".to_owned()),
        Ok(bytes) => String::from_utf8(bytes).map_err(|_| "is not UTF-8".to_owned()),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            Err(format!("does not exist at `{}`", tried.display()))
        }
        Err(error) => Err(format!("cannot be read: {error}")),
    };
    match text {
        Ok(text) => {
            let (source, diagnostics) = recover(&text);
            for diagnostic in diagnostics {
                errors.push(path.span(), diagnostic.with_file(&file));
            }
            source.into_catalog()
        }
        Err(why) => {
            let message = format!(
                "catalog `{file}` {why}; the path must be relative to the folder of the crate's \
                 Cargo.toml"
            );
            errors.push(path.span(), message);
            Catalog::new("", Case::Snake)
        }
    }
}

fn variants(catalog: &Catalog) -> Vec<Variant> {
    let (mut names, mut constructors) = (HashSet::new(), HashSet::new());
    let mut variants = Vec::with_capacity(catalog.codes.len());
    for (index, entry) in catalog.codes.iter().enumerate() {
        // A file with mistakes can hold names that are no identifiers, or make two codes one.
        let name = entry.variant();
        let name = Some(name).filter(|name| names.insert(name.clone()));
        let name = name.and_then(|name| syn::parse_str(&name).ok());
        variants.push(Variant {
            name: name.unwrap_or_else(|| format_ident!("Code{index}")),
            kind: Kind::Code(index),
            stands_in: false,
            cause: Cause::Nothing,
            is_displayed: false,
            retry_after: None,
            // Two names of one constructor are two names of one variant, which is a mistake as well.
            constructor: constructor_name(entry)
                .filter(|name| constructors.insert(name.clone()))
                .and_then(|name| syn::parse_str(&name).ok()),
            details: Vec::new(),
        });
    }
    variants
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
    let knows_error_code = has_adapter(attributes);
    let attributes = attributes
        .iter()
        .filter(|attribute| knows_error_code || !attribute.path().is_ident("error_code"));
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
                let message = entry.shown_message();
                let text = message.unwrap_or_else(|| entry.shown_title());
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
    let meaning = entry.meaning.as_ref().or(entry.message.as_ref());
    if let Some(text) = meaning {
        doc.push_str("\n\n");
        doc.push_str(&as_text(text));
    }
    match &*entry.client {
        [] => {}
        [only] => doc.push_str(&format!("\n\n{}", as_text(only))),
        steps => {
            doc.push('\n');
            for (step, place) in steps.iter().zip(1..) {
                doc.push_str(&format!("\n{place}. {}", as_text(step)));
            }
        }
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

/// Whether a derive that knows `error_code`, as the adapters' do, is among the attributes.
fn has_adapter(attributes: &[Attribute]) -> bool {
    let derived = derives(attributes);
    derived
        .iter()
        .any(|name| name == "FromCode" || name == "IntoResponse" || name == "ResponseError")
}

/// The last names of the paths that the attributes derive.
fn derives(attributes: &[Attribute]) -> Vec<Ident> {
    let mut names = Vec::new();
    for attribute in attributes {
        if !attribute.path().is_ident("derive") || !matches!(attribute.meta, Meta::List(_)) {
            continue;
        }
        // A derive that cannot be parsed is reported by the compiler.
        let _ = attribute.parse_nested_meta(|derive| {
            names.extend(derive.path.segments.last().map(|last| last.ident.clone()));
            Ok(())
        });
    }
    names
}

#[cfg(test)]
mod tests {
    use super::*;

    // No UI test: the path differs between machines.
    #[test]
    fn a_missing_file_is_reported_with_the_whole_path_that_was_tried() {
        let input = syn::parse_str("pub enum ApiError = \"no/such.toml\"").unwrap();
        let expansion = expand(input).to_string();
        let tried = concat!(env!("CARGO_MANIFEST_DIR"), "/no/such.toml");
        let message =
            format!("catalog `no/such.toml` does not exist at `{tried}`; the path must be");
        assert!(expansion.contains(&message), "{expansion}");
    }

    #[test]
    fn the_steps_of_a_variant_are_a_list_in_its_documentation() {
        let mut entry = Entry::new("gone");
        entry.statuses = vec![410];
        entry.client = vec!["Forget it.".to_owned()];
        assert_eq!(variant_doc(&entry), "`gone`, status 410.\n\nForget it.");
        entry.client.push("Make another [one].".to_owned());
        assert_eq!(
            variant_doc(&entry),
            "`gone`, status 410.\n\n1. Forget it.\n2. Make another \\[one]."
        );
    }

    #[test]
    fn a_variant_is_documented_by_its_meaning_or_else_its_message() {
        let mut entry = Entry::new("gone");
        entry.statuses = vec![410];
        entry.message = Some("It is gone.".to_owned());
        assert_eq!(variant_doc(&entry), "`gone`, status 410.\n\nIt is gone.");
        entry.meaning = Some("It was deleted.".to_owned());
        assert_eq!(
            variant_doc(&entry),
            "`gone`, status 410.\n\nIt was deleted."
        );
    }
}
