//! The tables that a catalog is looked up in.

use manila_catalog_file::Catalog;
use proc_macro2::{Literal, TokenStream};
use quote::quote;
use syn::Path;

use super::entry::entry;
use super::word::variant;

/// The statics of a catalog: its codes, which name it, and itself, which names them. What is imported
/// for them has names that the enum itself will hardly have.
pub(super) fn statics(catalog: &Catalog, manila: &Path) -> TokenStream {
    let count = catalog.codes.len();
    let codes = catalog.codes.iter().map(|code| entry(code, manila));
    let name = &catalog.name;
    let title = catalog.title.as_ref().unwrap_or(name);
    let case = variant(catalog.case);
    let wire = variant(catalog.wire);
    let names = catalog.name_table();
    let names = names.into_iter().map(Literal::u16_unsuffixed);
    let numbers = catalog.number_table();
    let numbers = numbers
        .into_iter()
        .map(|(number, index)| quote!((#number, #index)));
    let conditions = conditions(catalog, manila);
    let rules = rules(catalog);
    let http_case = variant(catalog.shown_http_case());
    let notes = notes(catalog, manila);
    let (locales, digits) = (&catalog.locales, catalog.digits);
    let exit_codes = catalog
        .exit_codes
        .iter()
        .map(|(status, code)| quote!((#status, #code)));
    quote! {
        #[allow(unused_imports, reason = "an entry, or a variant, needs some of them")]
        use #manila::__private::{
            CodeFacts as __CodeFacts, CodeNotes as __CodeNotes, Untold as _, code as __code,
        };

        static CODES: [#manila::Code; #count] = [#(#codes),*];
        static CATALOG: #manila::Catalog = #manila::Catalog::new(#manila::__private::CatalogFacts {
            name: #name,
            title: #title,
            case: #manila::Case::#case,
            wire: #manila::Wire::#wire,
            codes: &CODES,
            names: &[#(#names),*],
            numbers: &[#(#numbers),*],
            conditions: &[#(#conditions),*],
            rules: &[#(#rules),*],
            exit_codes: &[#(#exit_codes),*],
            locales: &[#(#locales),*],
            digits: #digits,
            http_case: #manila::Case::#http_case,
            #notes
        });
    }
}

/// What the catalog says to its readers. Most catalogs say none of it.
fn notes(catalog: &Catalog, manila: &Path) -> TokenStream {
    let documentation = match &catalog.documentation {
        Some(address) => quote!(::core::option::Option::Some(#address)),
        None => quote!(::core::option::Option::None),
    };
    let brands = &catalog.brands;
    let facts = catalog
        .facts
        .iter()
        .map(|(name, title)| quote!((#name, #title)));
    let operations = catalog.operations.iter().map(|operation| {
        let (name, groups) = (&operation.name, &operation.groups);
        let title = match &operation.title {
            Some(title) => quote!(::core::option::Option::Some(#title)),
            None => quote!(::core::option::Option::None),
        };
        quote!(#manila::Operation::new(#name, #title, &[#(#groups),*]))
    });
    quote! {
        documentation: #documentation,
        brands: &[#(#brands),*],
        fact_titles: &[#(#facts),*],
        operations: &[#(#operations),*],
    }
}

fn conditions(catalog: &Catalog, manila: &Path) -> Vec<TokenStream> {
    let named = catalog.conditions.iter().filter_map(|(condition, code)| {
        let (condition, index) = (variant(condition), catalog.position(code)?);
        Some(quote!((#manila::Condition::#condition, #index)))
    });
    named.collect()
}

fn rules(catalog: &Catalog) -> Vec<TokenStream> {
    let named = catalog.rules.iter().filter_map(|(rule, code)| {
        let index = catalog.position(code)?;
        Some(quote!((#rule, #index)))
    });
    named.collect()
}
