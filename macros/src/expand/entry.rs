//! The facts of one code.

use manila_catalog_file::{Detail, Entry};
use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::Path;

use super::variant;

/// The expression of an entry. It names only what differs from an entry that says nothing, which
/// keeps the expansion small.
pub(super) fn entry(entry: &Entry, manila: &Path) -> TokenStream {
    let name = &entry.name;
    let title = entry.shown_title();
    let statuses = entry
        .statuses
        .iter()
        .map(|status| quote!(#manila::__private::status(#status)));
    let facts = [
        entry
            .number
            .map(|number| quote!(number: ::core::option::Option::Some(#number),)),
        entry.derived.then(|| quote!(derived: true,)),
        text("message", entry.message.as_deref()),
        text("meaning", entry.meaning.as_deref()),
        text("client", entry.client.as_deref()),
        text("server", entry.server.as_deref()),
        text("section", entry.section.as_deref()),
        text("category", entry.category.as_deref()),
        entry.retry.map(|retry| {
            let retry = variant(retry);
            quote!(retry: ::core::option::Option::Some(#manila::Retry::#retry),)
        }),
        entry.severity.map(|severity| {
            let severity = variant(severity);
            quote!(severity: ::core::option::Option::Some(#manila::Severity::#severity),)
        }),
        entry
            .user_actionable
            .map(|is| quote!(user_actionable: ::core::option::Option::Some(#is),)),
        text("auto_fix", entry.auto_fix.as_deref()),
        texts("related", &entry.related),
        texts("mentions", &entry.mentions),
        scopes(entry, manila),
        entry
            .exit_code
            .map(|code| quote!(exit_code: ::core::option::Option::Some(#code),)),
        text("since", entry.since.as_deref()),
        text("deprecated", entry.deprecated.as_deref()),
        text("retired", entry.retired.as_deref()),
        text("replaced_by", entry.replaced_by.as_deref()),
        details(&entry.details, manila),
    ];
    let facts = facts.into_iter().flatten();
    quote! {
        #manila::Code::new(#manila::__private::CodeFacts {
            name: #name,
            statuses: &[#(#statuses),*],
            title: #title,
            #(#facts)*
            ..#manila::__private::CodeFacts::of(&CATALOG)
        })
    }
}

fn text(field: &str, text: Option<&str>) -> Option<TokenStream> {
    let (field, text) = (format_ident!("{field}"), text?);
    Some(quote!(#field: ::core::option::Option::Some(#text),))
}

fn texts(field: &str, texts: &[String]) -> Option<TokenStream> {
    let field = format_ident!("{field}");
    (!texts.is_empty()).then(|| quote!(#field: &[#(#texts),*],))
}

fn scopes(entry: &Entry, manila: &Path) -> Option<TokenStream> {
    let scopes = entry.scope.iter().map(variant);
    (!entry.scope.is_empty()).then(|| quote!(scope: &[#(#manila::Scope::#scopes),*],))
}

fn details(details: &[Detail], manila: &Path) -> Option<TokenStream> {
    let all = details.iter().map(|detail| {
        let name = &detail.name;
        let kind = variant(detail.kind);
        let meaning = match &detail.meaning {
            Some(meaning) => quote!(::core::option::Option::Some(#meaning)),
            None => quote!(::core::option::Option::None),
        };
        quote!(#manila::Detail::new(#name, #manila::DetailType::#kind, #meaning))
    });
    (!details.is_empty()).then(|| quote!(details: &[#(#all),*],))
}
