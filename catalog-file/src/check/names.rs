//! Rules about what codes and catalogs are called.

use std::collections::{HashMap, HashSet};

use super::rule::{Context, Report};
use crate::{CatalogPath, phrase::quoted};

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
        let message = format!("{} is not in {case}", quoted(&entry.name));
        let right = Some(case.spell(&entry.name)).filter(|name| case.accepts(name));
        let help = match right {
            Some(right) => format!("write {}", quoted(&right)),
            None => "a code must start with an ASCII letter".to_owned(),
        };
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
        if holder != entry.name {
            let variant = quoted(&entry.variant());
            let message = format!(
                "{} and {code} would both become the variant {variant}",
                quoted(holder)
            );
            report.add(CatalogPath::Code(at), message);
        }
    }
}
