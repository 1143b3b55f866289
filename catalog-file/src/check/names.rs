//! Rules about what codes and catalogs are called.

use std::collections::{HashMap, HashSet};

use super::rule::{Context, Report};
use crate::{Place, phrase::quoted};

pub(super) fn catalog_name(context: &Context<'_>, report: &mut Report<'_>) {
    let name = &context.catalog.name;
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if name.is_empty() || !name.chars().all(fits) {
        let message = format!("{} is no name for a catalog", quoted(name));
        let help = "use ASCII letters, digits, `-` and `_`: files are named after the catalog";
        report.add_with_help(Place::Catalog("name"), message, Some(help.to_owned()));
    }
}

pub(super) fn locale(context: &Context<'_>, report: &mut Report<'_>) {
    let mut seen = HashSet::new();
    for (at, locale) in context.catalog.locales.iter().enumerate() {
        if !is_language_tag(locale) {
            let message = format!("{} is no language tag", quoted(locale));
            report.add(Place::Locale(at), message);
        } else if !seen.insert(locale.to_ascii_lowercase()) {
            let message = format!("the locale {} is on the list twice", quoted(locale));
            report.add(Place::Locale(at), message);
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
            "the code {} is there already, as entry {} of the list",
            quoted(&entry.name),
            first + 1
        );
        report.add(Place::Code(at), message);
    }
}

pub(super) fn spelling(context: &Context<'_>, report: &mut Report<'_>) {
    let case = context.catalog.case;
    for (at, entry) in context.entries() {
        if case.accepts(&entry.name) {
            continue;
        }
        let message = format!("{} is not spelled in {case}", quoted(&entry.name));
        let right = Some(case.spell(&entry.name)).filter(|name| case.accepts(name));
        let help = match right {
            Some(right) => format!("spell it {}", quoted(&right)),
            None => "a code starts with an ASCII letter".to_owned(),
        };
        report.add_with_help(Place::Code(at), message, Some(help));
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
            let message = format!("{code} becomes the variant `Self`, which Rust does not allow");
            report.add(Place::Code(at), message);
            continue;
        }
        let holder = *first.entry(variant).or_insert(&entry.name);
        if holder != entry.name {
            let variant = quoted(&entry.variant());
            let message = format!(
                "{code} becomes the variant {variant}, as {} does",
                quoted(holder)
            );
            report.add(Place::Code(at), message);
        }
    }
}
