//! Rules about what a text may consist of.

use super::context::Context;
use super::report::Report;
use crate::check::{reordered, unfit};
use crate::phrase::quoted;
use crate::translation::pattern::Parts;
use crate::translation::rule::TranslationRule as Rule;

pub(super) fn judge(context: &Context<'_, '_, '_>, report: &mut Report<'_, '_, '_>) {
    for pair in context.pairs() {
        let parts = Parts::of(pair.pattern);
        let id = pair.message.id.name;
        // A pattern of lines is one text with the ends of its lines.
        let whole: String = parts.texts.concat();
        let fault = match pair.is_sentence {
            true if parts.has_values && whole.trim().is_empty() => None,
            true => unfit(&whole),
            false => reordered(&whole),
        };
        let escaped = parts.texts.iter().find_map(|text| escape(text));
        if let Some(fault) = fault.or(escaped) {
            let text = format!("the translation of {} {fault}", quoted(id));
            let part = parts.texts.first().copied().unwrap_or(id);
            report.add(Rule::TranslatedText, pair.code, part, text);
        }
    }
}

/// What is wrong with a text that is written as an escape, such as `\u202E`.
fn escape(text: &str) -> Option<String> {
    let mut behind = text.split('\\').skip(1);
    behind.find_map(|escape| {
        let digits = match escape.chars().next()? {
            'u' => escape.get(1..5)?,
            'U' => escape.get(1..7)?,
            _ => return None,
        };
        let character = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
        // Blanks that are written as escapes are meant.
        unfit(&format!("a{character}"))
    })
}
