//! The constructors of faults whose details a file declares.

use std::collections::HashSet;

use manila_catalog_file::{Case, Detail, DetailType, Entry, is_plain_text};
use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use syn::Path;

use super::word::variant;
use crate::ast::{CodeEnum, Kind};

/// The methods that every enum has: no constructor can have one of these names.
#[cfg(feature = "catalog")]
const METHODS: [&str; 5] = ["because", "because_of", "because_text", "code", "fault"];

/// The name of the constructor of an entry, if it has one: without declared details there is nothing
/// to be given. A name that is taken, by a keyword or by a method, has an underscore at its end,
/// which the words of a code never end with.
#[cfg(feature = "catalog")]
pub(crate) fn constructor_name(entry: &Entry) -> Option<String> {
    details_of(entry).next()?;
    let name = Case::Snake.spell(&entry.name);
    match METHODS.contains(&&*name) {
        true => Some(format!("{name}_")),
        false => Some(apart_from_keywords(name)),
    }
}

/// The details that a constructor takes: all but those that some occurrences lack, as the catalog
/// says. Of such a one, `with_detail` attaches it where it is there: an `Option` that is `None` could
/// not say of which type it is.
fn details_of(entry: &Entry) -> impl Iterator<Item = &Detail> {
    let details = entry.details.iter();
    details.filter(|detail| detail.required != Some(false))
}

/// The constructors of the entries that declare details.
pub(super) fn constructors(code_enum: &CodeEnum) -> TokenStream {
    constructors_with(code_enum, |index, entry, parameters| {
        let manila = &code_enum.crates.manila;
        let details = details_of(entry).zip(parameters);
        let details = details.map(|(detail, parameter)| attached(detail, parameter, manila));
        quote! {
            #manila::__private::with_details(#manila::Fault::new(&CODES[#index]), |__details| {
                __details #(#details)*;
            })
        }
    })
}

/// The same functions for a file with mistakes.
pub(super) fn constructor_stubs(code_enum: &CodeEnum) -> TokenStream {
    constructors_with(
        code_enum,
        |_, _, parameters| quote!({ let _ = (#(#parameters,)*); ::core::unreachable!() }),
    )
}

fn constructors_with(
    code_enum: &CodeEnum,
    body: impl Fn(usize, &Entry, &[Ident]) -> TokenStream,
) -> TokenStream {
    let (visibility, manila) = (&code_enum.visibility, &code_enum.crates.manila);
    let constructors = code_enum.variants.iter().filter_map(|variant| {
        let (name, Kind::Code(index)) = (variant.constructor.as_ref()?, &variant.kind) else {
            return None;
        };
        let entry = code_enum.catalog.codes.get(*index)?;
        let parameters = parameters(entry);
        let types = details_of(entry).map(|detail| type_of(detail, manila));
        let doc = doc(entry, &variant.name, &parameters);
        let body = body(*index, entry, &parameters);
        Some(quote! {
            #[doc = #doc]
            #[must_use]
            #[track_caller]
            #visibility fn #name(#(#parameters: #types),*) -> #manila::Fault {
                #body
            }
        })
    });
    constructors.collect()
}

/// What a constructor takes for a detail: what cannot be anything else than the catalog says. Where
/// the compiler cannot know that, the value is judged when it is attached.
fn type_of(detail: &Detail, manila: &Path) -> TokenStream {
    match detail.kind {
        DetailType::String => quote!(impl ::core::convert::AsRef<str>),
        DetailType::Integer => quote!(impl #manila::detail::Integer),
        DetailType::Number => quote!(impl #manila::detail::Number),
        DetailType::Boolean => quote!(bool),
        DetailType::DateTime => quote!(impl ::core::convert::Into<::std::time::SystemTime>),
        DetailType::Date | DetailType::Uri | DetailType::Uuid => quote!(impl ::core::fmt::Display),
        DetailType::Array => {
            let item = item_of(detail.items, manila);
            quote!(impl ::core::iter::IntoIterator<Item: #manila::__private::Serialize #item>)
        }
        _ => quote!(impl #manila::__private::Serialize),
    }
}

/// What else an item of an array has to be.
fn item_of(items: Option<DetailType>, manila: &Path) -> TokenStream {
    match items {
        Some(DetailType::String) => quote!(+ ::core::convert::AsRef<str>),
        Some(DetailType::Integer) => quote!(+ #manila::detail::Integer),
        Some(DetailType::Number) => quote!(+ #manila::detail::Number),
        Some(DetailType::Boolean) => quote!(+ ::core::borrow::Borrow<bool>),
        _ => TokenStream::new(),
    }
}

/// The call that attaches a detail.
fn attached(detail: &Detail, parameter: &Ident, manila: &Path) -> TokenStream {
    let (name, kind) = (&detail.name, variant(detail.kind));
    let value = match detail.kind {
        DetailType::String => quote!(::core::convert::AsRef::<str>::as_ref(&#parameter)),
        DetailType::DateTime => quote!(#manila::__private::moment(#parameter)),
        DetailType::Date | DetailType::Uri | DetailType::Uuid => {
            quote!(#manila::__private::shown(#parameter))
        }
        DetailType::Array => quote!(#manila::__private::list(#parameter)),
        _ => quote!(#parameter),
    };
    if is_plain_text(name) {
        let prefix = format!(",\"{name}\":");
        return match is_certain(detail.kind) {
            true => quote!(.add(#prefix, #value)),
            false => quote!(.add_as(#prefix, #manila::DetailType::#kind, #value)),
        };
    }
    quote!(.add_named_as(#name, #manila::DetailType::#kind, #value))
}

/// Whether the compiler knows that a value is of the type.
const fn is_certain(kind: DetailType) -> bool {
    !matches!(
        kind,
        DetailType::Number
            | DetailType::Date
            | DetailType::Uri
            | DetailType::Uuid
            | DetailType::Object
    )
}

/// The parameters, named after the details in `snake_case`. A name that no parameter can have, or
/// that another has, is that of its place.
fn parameters(entry: &Entry) -> Vec<Ident> {
    let mut taken = HashSet::new();
    let details = details_of(entry).zip(1..);
    let names = details.map(|(detail, place)| {
        let spelled = Some(Case::Snake.spell(&detail.name)).filter(|name| {
            detail.name.is_ascii() && name.starts_with(|first: char| first.is_ascii_alphabetic())
        });
        let spelled = spelled.map(apart_from_keywords);
        let mut name = spelled.unwrap_or_else(|| format!("detail_{place}"));
        if taken.contains(&name) {
            name = format!("{name}_{place}");
        }
        // Only what somebody has chosen to confuse needs more than one.
        while !taken.insert(name.clone()) {
            name.push('_');
        }
        format_ident!("{name}")
    });
    names.collect()
}

/// The name, with an underscore if it is a keyword.
fn apart_from_keywords(name: String) -> String {
    // A keyword of edition 2024, which is an identifier before.
    let is_free = syn::parse_str::<Ident>(&name).is_ok() && name != "gen";
    match is_free {
        true => name,
        false => format!("{name}_"),
    }
}

/// What the documentation of a constructor says.
fn doc(entry: &Entry, variant: &Ident, parameters: &[Ident]) -> String {
    let mut doc = format!(
        "Creates a fault of [`{}`](Self::{variant}) with the details that the catalog declares.",
        entry.name
    );
    let meaning = entry.meaning.as_ref().or(entry.message.as_ref());
    if let Some(text) = meaning {
        doc.push_str("\n\n");
        doc.push_str(&as_text(text));
    }
    doc.push('\n');
    for (detail, parameter) in details_of(entry).zip(parameters) {
        doc.push_str(&format!("\n- `{parameter}`: {}", detail.kind));
        if let Some(items) = detail.items {
            doc.push_str(&format!(" of {items}"));
        }
        if !detail.values.is_empty() {
            let values = detail.values.iter();
            let values: Vec<_> = values
                .map(|value| format!("`{}`", value.replace('`', "'")))
                .collect();
            doc.push_str(&format!(", one of {}", values.join(", ")));
        }
        if *parameter != detail.name {
            doc.push_str(&format!(", sent as `{}`", detail.name.replace('`', "'")));
        }
        if let Some(meaning) = &detail.meaning {
            doc.push_str(&format!(": {}", as_text(meaning)));
        }
    }
    doc
}

/// A page's brackets and angles are text, not links and tags.
pub(crate) fn as_text(text: &str) -> String {
    text.replace('[', "\\[").replace('<', "\\<")
}

#[cfg(all(test, feature = "catalog"))]
mod tests {
    use super::*;

    fn entry(code: &str, details: &[&str]) -> Entry {
        let mut entry = Entry::new(code);
        let details = details
            .iter()
            .map(|name| Detail::new(*name, DetailType::Any));
        entry.details = details.collect();
        entry
    }

    #[test]
    fn a_constructor_is_named_after_its_code_and_apart_from_keywords_and_methods() {
        for (code, name) in [
            ("PLAN_LIMIT_EXCEEDED", "plan_limit_exceeded"),
            ("PlanLimit", "plan_limit"),
            ("HTTPFailed", "http_failed"),
            ("HTTP_2_FAILED", "http_2_failed"),
            ("http2", "http2"),
            ("upload-failed", "upload_failed"),
            ("A_B", "a_b"),
            ("AB", "ab"),
            ("TYPE", "type_"),
            ("async", "async_"),
            ("Gen", "gen_"),
            ("TRY", "try_"),
            // No raw identifier can be one of these.
            ("CRATE", "crate_"),
            ("super", "super_"),
            ("FAULT", "fault_"),
            ("Because", "because_"),
            ("BECAUSE_OF", "because_of_"),
            ("because-text", "because_text_"),
            ("CODE", "code_"),
            ("CATALOG", "catalog"),
        ] {
            let name = (code, Some(name.to_owned()));
            assert_eq!((code, constructor_name(&entry(code, &["limit"]))), name);
        }
        assert_eq!(constructor_name(&entry("PLAN_LIMIT", &[])), None);
        let mut optional = entry("PLAN_LIMIT", &["limit"]);
        optional.details[0].required = Some(false);
        assert_eq!(constructor_name(&optional), None);
    }

    #[test]
    fn a_constructor_takes_what_is_not_said_to_be_missing_at_times() {
        let mut entry = entry("A", &["always", "never said", "at times"]);
        entry.details[0].required = Some(true);
        entry.details[2].required = Some(false);
        assert_eq!(parameters(&entry), ["always", "never_said"]);
    }

    #[test]
    fn a_parameter_is_named_after_its_detail_or_its_place() {
        let check = |details: &[&str], names: &[&str]| {
            let parameters = parameters(&entry("A", details));
            assert_eq!(parameters, names, "{details:?}");
        };
        check(
            &["limit", "retryAt", "in use"],
            &["limit", "retry_at", "in_use"],
        );
        check(&["upgrade-url", "MAX"], &["upgrade_url", "max"]);
        check(
            &["type", "self", "gen", "_"],
            &["type_", "self_", "gen_", "detail_4"],
        );
        check(&["2fa", "größe", ""], &["detail_1", "detail_2", "detail_3"]);
        check(&["a", "A", "a_2"], &["a", "a_2", "a_2_3"]);
        check(&["a", "a_3", "A"], &["a", "a_3", "a_3_"]);
    }
}
