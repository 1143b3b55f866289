//! The rule about what terms are called with.

use std::collections::{BTreeSet, HashMap};

use fluent_syntax::ast::{Attribute, CallArguments, Pattern};

use super::report::Report;
use crate::phrase::quoted;
use crate::translation::pattern::Parts;
use crate::translation::rule::TranslationRule as Rule;
use crate::translation::syntax::File;

/// The most messages that are looked at for a term. One that repeats more is told to have too many placeables.
const MOST_MESSAGES: usize = 100;

/// A message's value or an attribute, by their names.
type Key<'t> = (&'t str, Option<&'t str>);

/// A term knows its own arguments alone: one that it tells and is not called with would be told by its name.
pub(super) fn judge(file: &File<'_>, report: &mut Report<'_, '_, '_>) {
    let mut messages = HashMap::new();
    for message in file.messages() {
        for (part, pattern) in parts_of(message.value.as_ref(), &message.attributes) {
            messages.insert((message.id.name, part), Parts::of(pattern));
        }
    }
    let terms: HashMap<_, _> = file.terms().map(|term| (term.id.name, term)).collect();
    let mut told_by_terms = HashMap::new();
    let of_messages = file
        .messages()
        .flat_map(|it| parts_of(it.value.as_ref(), &it.attributes));
    let of_terms = file
        .terms()
        .flat_map(|it| parts_of(Some(&it.value), &it.attributes));
    for (_, pattern) in of_messages.chain(of_terms) {
        for call in Parts::of(pattern).references {
            let term = terms.get(call.id).filter(|_| call.is_term);
            // An attribute of a term chooses a variant, and is not told.
            let Some(term) = term.filter(|_| call.attribute.is_none()) else {
                continue;
            };
            let told = told_by_terms
                .entry(call.id)
                .or_insert_with(|| told_by(Parts::of(&term.value), &messages));
            let missing = told.iter().find(|name| !is_given(call.arguments, name));
            if let Some(missing) = missing {
                let term = format!("-{}", call.id);
                let text = format!(
                    "the term {} tells {}, which it is not called with",
                    quoted(&term),
                    quoted(&format!("${missing}"))
                );
                let help = format!(
                    "a term has no details of its code: give it a value, as in `{{ {term}({missing}: 1) }}`"
                );
                let rule = Rule::UnknownReference;
                report.add_with_help(rule, None, call.id, text, Some(help));
            }
        }
    }
}

fn parts_of<'f, 't>(
    value: Option<&'f Pattern<&'t str>>,
    attributes: &'f [Attribute<&'t str>],
) -> impl Iterator<Item = (Option<&'t str>, &'f Pattern<&'t str>)> {
    let value = value.map(|value| (None, value));
    let attributes = attributes.iter().map(|it| (Some(it.id.name), &it.value));
    value.into_iter().chain(attributes)
}

/// The arguments that a term tells, with those of the messages that it repeats.
fn told_by<'t>(
    term: Parts<'_, 't>,
    messages: &HashMap<Key<'t>, Parts<'_, 't>>,
) -> BTreeSet<&'t str> {
    let mut told: BTreeSet<_> = term.told.iter().copied().collect();
    let mut seen = BTreeSet::new();
    let mut next = term.references;
    while let Some(reference) = next.pop().filter(|_| seen.len() < MOST_MESSAGES) {
        let key = (reference.id, reference.attribute);
        let message = messages.get(&key).filter(|_| !reference.is_term);
        if let Some(message) = message.filter(|_| seen.insert(key)) {
            told.extend(&message.told);
            next.extend(&message.references);
        }
    }
    told
}

fn is_given(arguments: Option<&CallArguments<&str>>, name: &str) -> bool {
    let mut named = arguments.into_iter().flat_map(|it| &it.named);
    named.any(|argument| argument.name.name == name)
}
