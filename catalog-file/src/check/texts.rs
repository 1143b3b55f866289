//! Rules about texts and details.

use std::collections::HashSet;

use super::rule::{Context, Report};
use crate::{Place, RESERVED_DETAILS, phrase::quoted, text};

pub(super) fn text(context: &Context<'_>, report: &mut Report<'_>) {
    let mut judge = |place, what: &str, text: &str| {
        if let Some(fault) = unfit(text) {
            report.add(place, format!("{what} {fault}"));
        }
    };
    if let Some(title) = &context.catalog.title {
        judge(Place::Catalog("title"), "the catalog's title", title);
    }
    for (at, entry) in context.entries() {
        if let Some(title) = &entry.title {
            judge(Place::Field(at, "title"), "the title", title);
        }
        if let Some(message) = &entry.message {
            judge(Place::Field(at, "message"), "the message", message);
        }
        for (item, detail) in entry.details.iter().enumerate() {
            judge(
                Place::Detail(at, item),
                "the name of the detail",
                &detail.name,
            );
        }
        for (item, allowed) in entry.allow.iter().enumerate() {
            judge(
                Place::Item(at, "allow", item),
                "the reason",
                &allowed.reason,
            );
        }
    }
}

fn unfit(text: &str) -> Option<String> {
    if text.trim().is_empty() {
        return Some("is empty".to_owned());
    }
    let control = text.chars().find(|c| c.is_control())?;
    Some(match control {
        '\n' | '\r' => "has more than one line".to_owned(),
        _ => format!("has a control character, U+{:04X}", u32::from(control)),
    })
}

pub(super) fn placeholder(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        let message = entry.message.as_deref().unwrap_or_default();
        if !message.contains('{') {
            continue;
        }
        let details: HashSet<&str> = entry.details.iter().map(|d| d.name.as_str()).collect();
        for placeholder in placeholders(message) {
            let name = match placeholder {
                Ok(name) if details.contains(name) => continue,
                Ok(name) => name,
                Err(rest) => {
                    let message = format!("the placeholder {} is not closed", quoted(rest));
                    report.add(Place::Field(at, "message"), message);
                    continue;
                }
            };
            let shown = quoted(&format!("{{ ${name} }}"));
            let code = quoted(&entry.name);
            let names = entry.details.iter().map(|detail| detail.name.as_str());
            report.add_with_help(
                Place::Field(at, "message"),
                format!("the placeholder {shown} is no detail of {code}"),
                context.suggest(name, names),
            );
        }
    }
}

/// The names in `{ $name }`, and the text from a `$` whose brace is not closed.
fn placeholders(message: &str) -> impl Iterator<Item = Result<&str, &str>> {
    let behind_braces = message.split('{').skip(1);
    behind_braces
        .filter_map(text::placeholder)
        .map(|found| found.map(|(name, _)| name))
}

pub(super) fn duplicate_detail(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        let mut seen = HashSet::new();
        for (item, detail) in entry.details.iter().enumerate() {
            if !seen.insert(&detail.name) {
                let message = format!("the detail {} is there already", quoted(&detail.name));
                report.add(Place::Detail(at, item), message);
            }
        }
    }
}

pub(super) fn reserved_detail(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        for (item, detail) in entry.details.iter().enumerate() {
            if RESERVED_DETAILS.contains(&detail.name.as_str()) {
                let message = format!("a detail cannot be called {}", quoted(&detail.name));
                let help = "Manila puts its own data there; choose another name".to_owned();
                report.add_with_help(Place::Detail(at, item), message, Some(help));
            }
        }
    }
}
