//! Rules about the names of messages and attributes.

use std::collections::HashSet;

use super::context::Context;
use super::report::Report;
use crate::phrase::{nearest, quoted};
use crate::translation::rule::TranslationRule as Rule;
use crate::translation::syntax::File;

pub(super) fn judge_duplicates(file: &File<'_>, report: &mut Report<'_, '_, '_>) {
    let mut seen = HashSet::new();
    let messages = file.messages().map(|m| ("", m.id.name, &m.attributes));
    let terms = file.terms().map(|t| ("-", t.id.name, &t.attributes));
    for (sign, id, attributes) in messages.chain(terms) {
        if !seen.insert((sign, id)) {
            let name = quoted(&format!("{sign}{id}"));
            let message = format!("duplicate {}: {name} is already defined", kind(sign));
            report.add(Rule::DuplicateMessage, None, id, message);
        }
        let mut names = HashSet::new();
        for attribute in attributes {
            if !names.insert(attribute.id.name) {
                let name = quoted(&format!(".{}", attribute.id.name));
                let message = format!("duplicate attribute {name} of {}", quoted(id));
                let span = file.span_of(attribute);
                report.add_at(Rule::DuplicateMessage, None, span, message, None);
            }
        }
    }
}

fn kind(sign: &str) -> &'static str {
    if sign.is_empty() { "message" } else { "term" }
}

pub(super) fn judge(context: &Context<'_, '_, '_>, report: &mut Report<'_, '_, '_>) {
    for message in context.file.messages() {
        let id = message.id.name;
        let Some(source) = context.by_id.get(id) else {
            let text = format!("{} is no code of the catalog", quoted(id));
            let meant = nearest(id, context.sources.iter().map(|source| &*source.id));
            let help = meant.map(|meant| format!("did you mean {}?", quoted(meant)));
            report.add_with_help(Rule::UnknownMessage, None, id, text, help);
            continue;
        };
        for attribute in &message.attributes {
            let name = attribute.id.name;
            // A code without a title of its own is called by its name in words.
            let is_title = source.code.is_some() && name == "title";
            if is_title || source.attribute(name).is_some() {
                continue;
            }
            let text = format!("{} has no text {}", quoted(id), quoted(name));
            let span = context.file.span_of(attribute);
            report.add_at(Rule::UnknownAttribute, source.code, span, text, None);
        }
    }
}
