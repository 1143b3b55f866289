//! The rule about markup.

use super::context::Context;
use super::report::Report;
use crate::phrase::quoted;
use crate::translation::pattern::Parts;
use crate::translation::rule::TranslationRule as Rule;

/// Schemes of addresses that run what follows them.
const SCHEMES: [&str; 3] = ["javascript:", "vbscript:", "data:text/html"];

pub(super) fn judge(context: &Context<'_, '_, '_>, report: &mut Report<'_, '_, '_>) {
    for pair in context.pairs() {
        for text in Parts::of(pair.pattern).texts {
            let Some(found) = unsafe_part(text, pair.is_sentence) else {
                continue;
            };
            let id = quoted(pair.message.id.name);
            let message = format!("the translation of {id} contains {}", quoted(&found));
            let help = "a page could show the text as markup; write it without";
            let help = Some(help.to_owned());
            report.add_with_help(Rule::UnsafeMarkup, pair.code, text, message, help);
        }
    }
}

/// What a browser could take for markup. In texts of pages `<` is allowed in code, `` `<id>` ``, as it is in
/// their sources.
fn unsafe_part(text: &str, is_sentence: bool) -> Option<String> {
    let lower: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !c.is_control())
        .collect::<String>()
        .to_lowercase();
    let text = unescaped(text);
    let lower = unescaped(&lower);
    if let Some(scheme) = SCHEMES.iter().find(|scheme| lower.contains(**scheme)) {
        return Some((*scheme).to_owned());
    }
    let mut is_code = false;
    for (at, character) in text.char_indices() {
        match character {
            '`' => is_code = !is_code,
            '<' if is_sentence || !is_code || lower.contains("<script") => {
                let behind = text[at + 1..].chars().next();
                let opens = |c: char| c.is_ascii_alphabetic() || matches!(c, '/' | '!' | '?');
                if behind.is_some_and(opens) {
                    let part = text[at..].chars().take(16);
                    return Some(part.collect());
                }
            }
            _ => {}
        }
    }
    None
}

/// A text whose less-than signs are written as themselves, whether Fluent or HTML escapes them.
fn unescaped(text: &str) -> String {
    const ESCAPES: [&str; 7] = [
        "\\u003C",
        "\\u003c",
        "\\U00003C",
        "\\U00003c",
        "&lt;",
        "&#60;",
        "&#x3c;",
    ];
    let mut text = text.to_owned();
    for escape in ESCAPES {
        text = text.replace(escape, "<");
    }
    text
}
