//! Rules about what codes and catalogs are called.

use std::collections::{HashMap, HashSet};

use super::rule::{Context, Report};
use crate::{Case, CatalogPath, address_of, case::identifier_of, phrase::quoted};

pub(super) fn catalog_name(context: &Context<'_>, report: &mut Report<'_>) {
    let name = &context.catalog.name;
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if name.is_empty() || !name.chars().all(fits) {
        let message = format!("{} is not a valid catalog name", quoted(name));
        let help = "use ASCII letters, digits, `-` and `_`; files are named after the catalog";
        report.add_with_help(CatalogPath::Catalog("name"), message, Some(help.to_owned()));
    }
}

pub(super) fn locale(context: &Context<'_>, report: &mut Report<'_>) {
    let mut seen = HashSet::new();
    for (at, locale) in context.catalog.locales.iter().enumerate() {
        if !is_language_tag(locale) {
            let message = format!("{} is not a language tag", quoted(locale));
            report.add(CatalogPath::Locale(at), message);
        } else if !seen.insert(locale.to_ascii_lowercase()) {
            let message = format!("duplicate locale {}", quoted(locale));
            report.add(CatalogPath::Locale(at), message);
        }
    }
}

fn is_language_tag(locale: &str) -> bool {
    let subtag = |text: &str| {
        (1..=8).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric())
    };
    locale.starts_with(|c: char| c.is_ascii_alphabetic()) && locale.split('-').all(subtag)
}

pub(super) fn duplicate_code(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        let Some(first) = context.find(&entry.name).filter(|first| *first != at) else {
            continue;
        };
        let message = format!(
            "duplicate code {}: already defined as entry {}",
            quoted(&entry.name),
            first + 1
        );
        report.add(CatalogPath::Code(at), message);
    }
}

pub(super) fn spelling(context: &Context<'_>, report: &mut Report<'_>) {
    let case = context.catalog.case;
    for (at, entry) in context.entries() {
        if case.accepts(&entry.name) {
            continue;
        }
        let message = match case {
            Case::Any => format!(
                "{} is no code: one has ASCII letters, digits and `. _ : / -` alone",
                quoted(&entry.name)
            ),
            case => format!("{} is not in {case}", quoted(&entry.name)),
        };
        let right = Some(case.spell(&entry.name)).filter(|name| case.accepts(name));
        let help = match right {
            Some(right) => format!("write {}", quoted(&right)),
            None => "a code must start with an ASCII letter".to_owned(),
        };
        report.add_with_help(CatalogPath::Code(at), message, Some(help));
    }
}

/// In an address `/`, `:` and `.` become `-`, in an identifier every sign becomes `_`: what is one
/// address is one identifier too.
pub(super) fn ambiguous_name(context: &Context<'_>, report: &mut Report<'_>) {
    let mut first: HashMap<String, &str> = HashMap::new();
    for (at, entry) in context.entries() {
        let identifier = identifier_of(&entry.name);
        let holder = *first.entry(identifier.clone()).or_insert(&entry.name);
        if holder != entry.name {
            let message = format!(
                "{} and {} would both be named {}",
                quoted(holder),
                quoted(&entry.name),
                quoted(&identifier)
            );
            let help = "clients generate identifiers, and the reference addresses, from codes";
            report.add_with_help(CatalogPath::Code(at), message, Some(help.to_owned()));
        }
    }
}

/// The pages of a reference that are not about a code, and its files whose names one with an ending would have.
pub(crate) const RESERVED_ADDRESSES: [&str; 6] = [
    "operations",
    "changes",
    "schema",
    "index",
    "catalog",
    "openapi",
];

/// How the names of files end that a reference is served with.
pub(crate) const FILE_ENDINGS: [&str; 16] = [
    "css", "csv", "gif", "htm", "html", "ico", "jpg", "js", "json", "md", "png", "svg", "txt",
    "webp", "xml", "yaml",
];

pub(super) fn reserved_address(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        let name = entry.name.to_ascii_lowercase();
        let ending = name.rsplit_once('.').map(|(_, ending)| ending);
        let message = if RESERVED_ADDRESSES.contains(&&*address_of(&name)) {
            format!(
                "code {} has the address of a page of the reference",
                quoted(&entry.name)
            )
        } else if ending.is_some_and(|ending| FILE_ENDINGS.contains(&ending)) {
            format!("code {} ends like the name of a file", quoted(&entry.name))
        } else {
            continue;
        };
        let help = "choose another name".to_owned();
        report.add_with_help(CatalogPath::Code(at), message, Some(help));
    }
}

pub(super) fn variant_name(context: &Context<'_>, report: &mut Report<'_>) {
    let mut first: HashMap<String, &str> = HashMap::new();
    for (at, entry) in context.entries() {
        let variant = entry.variant();
        if variant.is_empty() {
            continue;
        }
        let code = quoted(&entry.name);
        // The only variant name that is a keyword.
        if variant == "Self" {
            let message =
                format!("{code} would become the variant `Self`, which Rust does not allow");
            report.add(CatalogPath::Code(at), message);
            continue;
        }
        let holder = *first.entry(variant).or_insert(&entry.name);
        // Codes that differ in signs alone have one identifier anyway, which is told.
        let is_told = identifier_of(holder) == identifier_of(&entry.name);
        if holder != entry.name && !is_told {
            let variant = quoted(&entry.variant());
            let message = format!(
                "{} and {code} would both become the variant {variant}",
                quoted(holder)
            );
            report.add(CatalogPath::Code(at), message);
        }
    }
}
