//! The rule about words that are never translated.

use std::collections::HashMap;

use super::context::Context;
use super::report::Report;
use crate::phrase::quoted;
use crate::translation::pattern::Parts;
use crate::translation::rule::TranslationRule as Rule;

pub(super) fn judge(context: &Context<'_, '_, '_>, report: &mut Report<'_, '_, '_>) {
    let brands = &context.catalog.brands;
    if brands.is_empty() {
        return;
    }
    let terms = context.file.terms();
    let terms: HashMap<_, _> = terms
        .map(|term| (term.id.name, Parts::of(&term.value).texts.concat()))
        .collect();
    for pair in context.pairs() {
        let parts = Parts::of(pair.pattern);
        let repeated = parts.references.iter().filter(|it| it.is_term);
        let repeated = repeated.filter_map(|it| terms.get(it.id)).map(|it| &**it);
        let translated: Vec<&str> = parts.texts.iter().copied().chain(repeated).collect();
        let translated = translated.join("\n");
        for brand in brands {
            if contains_word(&pair.source.text, brand) && !contains_word(&translated, brand) {
                let id = pair.message.id.name;
                let text = format!(
                    "the translation of {} does not say {}, which is never translated",
                    quoted(id),
                    quoted(brand)
                );
                report.add(Rule::TranslatedBrand, pair.code, id, text);
            }
        }
    }
}

/// Whether a text has a word, and not only a longer one.
fn contains_word(text: &str, word: &str) -> bool {
    let is_end = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let behind = text[at + word.len()..].chars().next();
        is_end(before) && is_end(behind)
    })
}
