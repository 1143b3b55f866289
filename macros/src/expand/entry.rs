//! The facts of one code.

use manila_catalog_file::{Detail, Entry, FactValue, has_placeholder, is_plain_text};
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use syn::Path;

use super::word::variant;

/// The expression of an entry. It names only what differs from what most entries say: there is one
/// for each code, and the compiler's time goes with their size.
pub(super) fn entry(entry: &Entry, manila: &Path) -> TokenStream {
    let name = &entry.name;
    let title = entry.shown_title();
    let status = Literal::u16_unsuffixed(entry.statuses.first().copied().unwrap_or_default());
    let message = entry.shown_message().unwrap_or_default();
    let meaning = entry.meaning.as_deref().unwrap_or_default();
    let needs_no_escape = is_plain_text(&title) && is_plain_text(&message);
    let notes = notes(entry, manila);
    let facts = [
        statuses(&entry.statuses, manila),
        entry
            .number
            .map(|number| quote!(number: ::core::option::Option::Some(#number),)),
        details(&entry.details, manila),
        (!needs_no_escape).then(|| quote!(needs_no_escape: false,)),
        has_placeholder(&message).then(|| quote!(has_placeholders: true,)),
        (!notes.is_empty()).then(|| quote!(notes: &__CodeNotes { #notes ..__CodeNotes::NONE },)),
    ];
    let said = quote!(&CATALOG, #name, #status, #title, #message, #meaning);
    let facts: TokenStream = facts.into_iter().flatten().collect();
    if facts.is_empty() {
        return quote!(__code(#said));
    }
    quote!(#manila::Code::new(__CodeFacts { #facts ..__CodeFacts::of(#said) }))
}

/// What an entry says to its readers.
fn notes(entry: &Entry, manila: &Path) -> TokenStream {
    let notes = [
        entry.derived.then(|| quote!(derived: true,)),
        texts("causes", &entry.causes),
        texts("client", &entry.client),
        texts("server", &entry.server),
        texts("operations", &entry.operations),
        text("next", entry.next.as_deref()),
        texts("source", &entry.source),
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
        entry.owner.map(|owner| {
            let owner = variant(owner);
            quote!(owner: ::core::option::Option::Some(#manila::Owner::#owner),)
        }),
        entry.applied.map(|applied| {
            let applied = variant(applied);
            quote!(applied: ::core::option::Option::Some(#manila::Applied::#applied),)
        }),
        text("auto_fix", entry.auto_fix.as_deref()),
        texts("related", &entry.related),
        texts("mentions", &entry.mentions),
        facts(entry, manila),
        scopes(entry, manila),
        entry
            .exit_code
            .map(|code| quote!(exit_code: ::core::option::Option::Some(#code),)),
        text("since", entry.since.as_deref()),
        text("deprecated", entry.deprecated.as_deref()),
        text("retired", entry.retired.as_deref()),
        text("replaced_by", entry.replaced_by.as_deref()),
        allow(entry),
    ];
    notes.into_iter().flatten().collect()
}

/// The statuses of an entry that has more than one.
fn statuses(statuses: &[u16], manila: &Path) -> Option<TokenStream> {
    let all = statuses
        .iter()
        .map(|status| quote!(#manila::__private::status(#status)));
    (statuses.len() != 1).then(|| quote!(statuses: &[#(#all),*],))
}

fn text(field: &str, text: Option<&str>) -> Option<TokenStream> {
    let (field, text) = (format_ident!("{field}"), text?);
    Some(quote!(#field: ::core::option::Option::Some(#text),))
}

fn texts(field: &str, texts: &[String]) -> Option<TokenStream> {
    let field = format_ident!("{field}");
    (!texts.is_empty()).then(|| quote!(#field: &[#(#texts),*],))
}

fn facts(entry: &Entry, manila: &Path) -> Option<TokenStream> {
    let facts = entry.facts.iter().map(|(name, value)| {
        let value = match value {
            FactValue::Text(text) => quote!(Text(#text)),
            FactValue::Boolean(is) => quote!(Boolean(#is)),
            value => {
                let number = value.to_string();
                quote!(Number(#number))
            }
        };
        quote!((#name, #manila::FactValue::#value))
    });
    (!entry.facts.is_empty()).then(|| quote!(facts: &[#(#facts),*],))
}

fn scopes(entry: &Entry, manila: &Path) -> Option<TokenStream> {
    let scopes = entry.scope.iter().map(variant);
    (!entry.scope.is_empty()).then(|| quote!(scope: &[#(#manila::Scope::#scopes),*],))
}

/// The rules that an entry silences.
fn allow(entry: &Entry) -> Option<TokenStream> {
    let allowed = entry.allow.iter().map(|allowed| {
        let (rule, reason) = (&allowed.rule, &allowed.reason);
        quote!((#rule, #reason))
    });
    (!entry.allow.is_empty()).then(|| quote!(allow: &[#(#allowed),*],))
}

fn details(details: &[Detail], manila: &Path) -> Option<TokenStream> {
    let all = details.iter().map(|detail| {
        let name = &detail.name;
        let kind = variant(detail.kind);
        let meaning = match &detail.meaning {
            Some(meaning) => quote!(::core::option::Option::Some(#meaning)),
            None => quote!(::core::option::Option::None),
        };
        let required = match detail.required {
            Some(is) => quote!(.required(#is)),
            None => TokenStream::new(),
        };
        let items = detail.items.map(|items| {
            let items = variant(items);
            quote!(.items(#manila::DetailType::#items))
        });
        let values = match &*detail.values {
            [] => TokenStream::new(),
            values => quote!(.values(&[#(#values),*])),
        };
        quote! {
            #manila::Detail::new(#name, #manila::DetailType::#kind, #meaning)
                #required #items #values
        }
    });
    (!details.is_empty()).then(|| quote!(details: &[#(#all),*],))
}
