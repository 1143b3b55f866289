//! Rules about texts and details.

use std::collections::HashSet;

use super::rule::{Context, Report};
use crate::{CatalogPath, Detail, DetailType, FactValue, RESERVED_DETAILS, phrase::quoted, text};

pub(super) fn text(context: &Context<'_>, report: &mut Report<'_>) {
    let mut judge = |path, what: &str, text: &str| {
        if let Some(fault) = unfit(text) {
            report.add(path, format!("{what} {fault}"));
        }
    };
    if let Some(title) = &context.catalog.title {
        judge(CatalogPath::Catalog("title"), "the catalog's title", title);
    }
    if let Some(address) = &context.catalog.documentation {
        let path = CatalogPath::Catalog("documentation");
        judge(path, "the address of the documentation", address);
    }
    for (at, brand) in context.catalog.brands.iter().enumerate() {
        judge(CatalogPath::Brand(at), "the brand", brand);
    }
    for (at, (name, title)) in context.catalog.facts.iter().enumerate() {
        judge(CatalogPath::FactTitle(at), "the fact's name", name);
        judge(CatalogPath::FactTitle(at), "the fact's title", title);
    }
    for (at, operation) in context.catalog.operations.iter().enumerate() {
        let path = CatalogPath::Operation(at);
        judge(path, "the operation's name", &operation.name);
        if let Some(title) = &operation.title {
            judge(path, "the operation's title", title);
        }
        for group in &operation.groups {
            judge(path, "the operation's group", group);
        }
    }
    for (at, entry) in context.entries() {
        if let Some(title) = &entry.title {
            judge(CatalogPath::Field(at, "title"), "the title", title);
        }
        if let Some(message) = &entry.message {
            judge(CatalogPath::Field(at, "message"), "the message", message);
        }
        if let Some(next) = &entry.next {
            judge(CatalogPath::Field(at, "next"), "the next operation", next);
        }
        for (item, (name, fact)) in entry.facts.iter().enumerate() {
            let path = CatalogPath::Item(at, "facts", item);
            judge(path, "the fact's name", name);
            if let FactValue::Text(text) = fact {
                judge(path, "the fact", text);
            }
        }
        for (what, field, texts) in [
            ("the cause", "causes", &entry.causes),
            ("the operation", "operations", &entry.operations),
            ("the source", "source", &entry.source),
        ] {
            for (item, text) in texts.iter().enumerate() {
                judge(CatalogPath::Item(at, field, item), what, text);
            }
        }
        for (item, detail) in entry.details.iter().enumerate() {
            judge(
                CatalogPath::Detail(at, item),
                "the detail's name",
                &detail.name,
            );
        }
        for (item, allowed) in entry.allow.iter().enumerate() {
            judge(
                CatalogPath::Item(at, "allow", item),
                "the reason",
                &allowed.reason,
            );
        }
    }
    several_lines(context, report);
}

/// What people read of a code may have several lines.
fn several_lines(context: &Context<'_>, report: &mut Report<'_>) {
    let mut judge = |path, what: &str, text: &str| {
        if let Some(fault) = reordered(text) {
            report.add(path, format!("{what} {fault}"));
        }
    };
    for (at, entry) in context.entries() {
        for (field, text) in [
            ("meaning", &entry.meaning),
            ("section", &entry.section),
            ("category", &entry.category),
            ("auto_fix", &entry.auto_fix),
            ("since", &entry.since),
            ("deprecated", &entry.deprecated),
            ("retired", &entry.retired),
        ] {
            if let Some(text) = text {
                judge(CatalogPath::Field(at, field), &format!("`{field}`"), text);
            }
        }
        for (field, texts) in [("client", &entry.client), ("server", &entry.server)] {
            for (item, text) in texts.iter().enumerate() {
                judge(CatalogPath::Item(at, field, item), "the step", text);
            }
        }
        for (item, detail) in entry.details.iter().enumerate() {
            if let Some(text) = &detail.meaning {
                judge(CatalogPath::Detail(at, item), "the detail's meaning", text);
            }
        }
    }
}

/// What is wrong with a text of one line.
pub(crate) fn unfit(text: &str) -> Option<String> {
    if text.trim().is_empty() {
        return Some("is empty".to_owned());
    }
    let of_one_line = |control: char| match control {
        '\n' | '\r' => Some("has more than one line".to_owned()),
        other if other.is_control() => Some(format!(
            "contains a control character, U+{:04X}",
            u32::from(other)
        )),
        _ => None,
    };
    text.chars()
        .find_map(of_one_line)
        .or_else(|| reordered(text))
}

/// What makes a text appear in another order than it is written: an embedding, an override, an isolate
/// (Unicode Standard Annex #9 §2). The marks of direction, which texts of two directions need, do not.
pub(crate) fn reordered(text: &str) -> Option<String> {
    let is_control = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let control = text.chars().find(is_control)?;
    Some(format!(
        "contains U+{:04X}, which shows a text in another order than it is written",
        u32::from(control)
    ))
}

pub(super) fn braces(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        let message = entry.message.as_deref().unwrap_or_default();
        let mut behind_braces = message.split('{').skip(1);
        let named = behind_braces.find_map(|text| {
            let (name, _) = text.split_once('}')?;
            let name = name.trim();
            let is_name = |name: &str| {
                name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
                    && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
            };
            is_name(name).then_some(name)
        });
        if let Some(name) = named {
            let message = format!(
                "{} in the message is no placeholder",
                quoted(&format!("{{{name}}}"))
            );
            let help = format!("write {}", quoted(&format!("{{ ${name} }}")));
            report.add_with_help(CatalogPath::Field(at, "message"), message, Some(help));
        }
    }
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
                    let message = format!("placeholder {} is not closed", quoted(rest));
                    report.add(CatalogPath::Field(at, "message"), message);
                    continue;
                }
            };
            let shown = quoted(&format!("{{ ${name} }}"));
            let code = quoted(&entry.name);
            let names = entry.details.iter().map(|detail| detail.name.as_str());
            report.add_with_help(
                CatalogPath::Field(at, "message"),
                format!("placeholder {shown} does not name a detail of code {code}"),
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
                let message = format!("duplicate detail {}", quoted(&detail.name));
                report.add(CatalogPath::Detail(at, item), message);
            }
        }
    }
}

pub(super) fn detail_values(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        for (item, detail) in entry.details.iter().enumerate() {
            if let Some(message) = unfit_values(detail) {
                report.add(CatalogPath::Detail(at, item), message);
            }
        }
    }
}

fn unfit_values(detail: &Detail) -> Option<String> {
    let name = quoted(&detail.name);
    let is_array = detail.kind == DetailType::Array;
    if detail.items.is_some() && !is_array {
        let kind = detail.kind;
        return Some(format!(
            "detail {name} has `items` but is not an array: it is `{kind}`"
        ));
    }
    let of = if is_array {
        detail.items
    } else {
        Some(detail.kind)
    };
    if !detail.values.is_empty() && of != Some(DetailType::String) {
        let what = "a string, or an array with `items = \"string\"`";
        return Some(format!("detail {name} has `values` but is not {what}"));
    }
    let mut seen = HashSet::new();
    let twice = detail.values.iter().find(|value| !seen.insert(*value))?;
    Some(format!(
        "detail {name} lists the value {} twice",
        quoted(twice)
    ))
}

pub(super) fn reserved_detail(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        for (item, detail) in entry.details.iter().enumerate() {
            if RESERVED_DETAILS.contains(&detail.name.as_str()) {
                let message = format!("detail name {} is reserved", quoted(&detail.name));
                let help = "Manila uses it for its own data; choose another name".to_owned();
                report.add_with_help(CatalogPath::Detail(at, item), message, Some(help));
            }
        }
    }
}
