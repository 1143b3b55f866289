//! The rule about what is not translated.

use std::collections::HashMap;

use super::context::Context;
use super::report::Report;
use crate::phrase::quoted;
use crate::translation::rule::TranslationRule as Rule;

/// How the names of Manila's own sentences on pages begin.
const OF_PAGES: &str = "manila-page-";

/// How many texts are named in the note about those of pages.
const NAMED: usize = 3;

pub(super) fn judge(context: &Context<'_, '_, '_>, report: &mut Report<'_, '_, '_>) {
    let messages = context.file.messages();
    let by_id: HashMap<_, _> = messages.map(|message| (message.id.name, message)).collect();
    let mut missing = Vec::new();
    for source in context.sources {
        let message = by_id.get(&*source.id);
        let has_value = message.is_some_and(|message| message.value.is_some());
        if source.value.is_some() && !has_value && source.id.starts_with(OF_PAGES) {
            missing.push(source.id.to_string());
        } else if source.value.is_some() && !has_value {
            let text = format!("there is no translation of {}", quoted(&source.id));
            // Where a message has only attributes, it is there that the sentence is missing.
            let span = message.map_or(0..0, |message| context.file.span(message.id.name));
            report.add_at(Rule::MissingTranslation, source.code, span, text, None);
        }
        for (name, _) in &source.attributes {
            let is_there = message.is_some_and(|message| {
                let mut attributes = message.attributes.iter();
                attributes.any(|attribute| attribute.id.name == name)
            });
            if !is_there {
                missing.push(format!("{}.{name}", source.id));
            }
        }
    }
    let named: Vec<_> = missing.iter().take(NAMED).map(|it| quoted(it)).collect();
    if missing.is_empty() {
        return;
    }
    let more = match missing.len() - named.len() {
        0 => String::new(),
        more => format!(" and {more} more"),
    };
    let text = format!(
        "texts of pages are not translated: {}{more}",
        named.join(", ")
    );
    report.add_at(Rule::MissingTranslation, None, 0..0, text, None);
}
