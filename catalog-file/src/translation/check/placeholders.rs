//! Rules about the arguments of messages.

use std::collections::{BTreeSet, HashMap};

use fluent_syntax::ast::Message;

use super::context::Context;
use super::report::Report;
use crate::phrase::{nearest, quoted};
use crate::translation::pattern::Parts;
use crate::translation::rule::TranslationRule as Rule;

pub(super) fn judge(context: &Context<'_, '_, '_>, report: &mut Report<'_, '_, '_>) {
    unknown(context, report);
    different(context, report);
}

/// An argument that a code has no detail for is never there, so that its message is never used.
fn unknown(context: &Context<'_, '_, '_>, report: &mut Report<'_, '_, '_>) {
    for (source, message) in context.messages() {
        for part in parts_of(message) {
            let unknown = part.variables.iter();
            for name in unknown.filter(|name| !source.arguments.contains(name)) {
                let id = quoted(source.code.unwrap_or(&source.id));
                let text = match source.code {
                    Some(_) => format!("{} is no detail of code {id}", quoted(name)),
                    None => format!("{} is no argument of {id}", quoted(name)),
                };
                let meant = nearest(name, source.arguments.iter().copied());
                let help = meant.map(|meant| format!("did you mean {}?", quoted(meant)));
                report.add_with_help(Rule::UnknownDetail, source.code, name, text, help);
            }
        }
    }
}

fn parts_of<'f, 't>(message: &'f Message<&'t str>) -> impl Iterator<Item = Parts<'f, 't>> {
    let attributes = message.attributes.iter().map(|it| &it.value);
    message.value.iter().chain(attributes).map(Parts::of)
}

fn different(context: &Context<'_, '_, '_>, report: &mut Report<'_, '_, '_>) {
    let messages = context.file.messages();
    let by_id: HashMap<_, _> = messages.map(|message| (message.id.name, message)).collect();
    for pair in context.pairs() {
        let told: BTreeSet<&str> = pair.source.placeholders().collect();
        let parts = Parts::of(pair.pattern);
        // What a message repeats tells details as well.
        let repeated = parts.references.iter().filter(|it| !it.is_term);
        let repeated = repeated.filter_map(|it| by_id.get(it.id));
        let repeated = repeated.flat_map(|message| parts_of(message));
        let mut translated: BTreeSet<&str> = repeated.flat_map(|parts| parts.variables).collect();
        translated.extend(&parts.variables);
        // One that the code does not have is told already, and was meant to be another.
        let known = context.by_id.get(pair.message.id.name);
        let is_known = |name: &&str| known.is_some_and(|known| known.arguments.contains(name));
        if !translated.iter().all(is_known) {
            continue;
        }
        let lost: Vec<_> = told.difference(&translated).map(|it| quoted(it)).collect();
        let added: Vec<_> = translated.difference(&told).map(|it| quoted(it)).collect();
        let what = match (&*lost, &*added) {
            ([], []) => continue,
            (lost, []) => format!("does not tell {}, as the source does", lost.join(", ")),
            ([], added) => format!("tells {}, which the source does not", added.join(", ")),
            (lost, added) => {
                format!("tells {} instead of {}", added.join(", "), lost.join(", "))
            }
        };
        let text = format!("the translation of {} {what}", quoted(pair.message.id.name));
        let help =
            "without a detail a message cannot be formatted, and the source's sentence stands";
        report.add_with_help(
            Rule::DifferentPlaceholders,
            pair.code,
            pair.message.id.name,
            text,
            (!added.is_empty()).then(|| help.to_owned()),
        );
    }
}
