//! Rules about what messages repeat and call.

use std::collections::HashMap;

use fluent_syntax::ast::{Attribute, Pattern};

use super::report::Report;
use crate::phrase::{help_for_word, quoted};
use crate::translation::pattern::{Function, Parts, Reference};
use crate::translation::rule::TranslationRule as Rule;
use crate::translation::syntax::File;

/// The most placeables of a message. What formats a message ends at this number.
const MOST_PLACEABLES: usize = 100;

/// The functions that messages may call, each with its options.
const FUNCTIONS: &[(&str, &[&str])] = &[
    (
        "NUMBER",
        &[
            "type",
            "useGrouping",
            "minimumIntegerDigits",
            "minimumFractionDigits",
            "maximumFractionDigits",
            "minimumSignificantDigits",
            "maximumSignificantDigits",
        ],
    ),
    ("DATETIME", &["dateStyle", "timeStyle"]),
];

/// A pattern that can be repeated, by what refers to it.
struct Node<'f, 't> {
    parts: Parts<'f, 't>,
    id: &'t str,
}

/// What a reference names.
type Key<'t> = (bool, &'t str, Option<&'t str>);

pub(super) fn judge(file: &File<'_>, report: &mut Report<'_, '_, '_>) {
    let nodes = nodes(file);
    let mut order: Vec<_> = nodes.keys().copied().collect();
    order.sort_unstable_by_key(|key| file.span(key.2.unwrap_or(key.1)).start);
    let mut costs = HashMap::new();
    for key in order {
        let node = &nodes[&key];
        for reference in &node.parts.references {
            if !nodes.contains_key(&key_of(reference)) {
                let text = format!("there is no {} in this file", shown(reference));
                let part = reference.attribute.unwrap_or(reference.id);
                report.add(Rule::UnknownReference, None, part, text);
            }
        }
        for function in &node.parts.functions {
            judge_function(function, report);
        }
        match cost(key, &nodes, &mut costs, 0) {
            Ok(cost) if cost <= MOST_PLACEABLES => {}
            Ok(_) => {
                let text = format!(
                    "{} has more than {MOST_PLACEABLES} placeables, with those of what it repeats",
                    quoted(node.id)
                );
                report.add(Rule::TooManyPlaceables, None, node.id, text);
            }
            Err(Cycle) => {
                let text = format!("{} repeats itself", quoted(node.id));
                report.add(Rule::CyclicReference, None, node.id, text);
            }
        }
    }
}

fn nodes<'f, 't>(file: &'f File<'t>) -> HashMap<Key<'t>, Node<'f, 't>> {
    let mut nodes = HashMap::new();
    let mut add = |is_term, id, value: Option<&'f Pattern<_>>, attributes: &'f [Attribute<_>]| {
        let value = value.map(|value| (None, value));
        let attributes = attributes.iter().map(|it| (Some(it.id.name), &it.value));
        for (attribute, pattern) in value.into_iter().chain(attributes) {
            let parts = Parts::of(pattern);
            nodes.insert((is_term, id, attribute), Node { parts, id });
        }
    };
    for message in file.messages() {
        add(
            false,
            message.id.name,
            message.value.as_ref(),
            &message.attributes,
        );
    }
    for term in file.terms() {
        add(true, term.id.name, Some(&term.value), &term.attributes);
    }
    nodes
}

const fn key_of<'t>(reference: &Reference<'_, 't>) -> Key<'t> {
    (reference.is_term, reference.id, reference.attribute)
}

fn shown(reference: &Reference<'_, '_>) -> String {
    let (kind, sign) = match reference.is_term {
        true => ("term", "-"),
        false => ("message", ""),
    };
    let attribute = reference.attribute.map(|name| format!(".{name}"));
    let name = format!("{sign}{}{}", reference.id, attribute.unwrap_or_default());
    format!("{kind} {}", quoted(&name))
}

fn judge_function(function: &Function<'_, '_>, report: &mut Report<'_, '_, '_>) {
    let known = FUNCTIONS.iter().find(|(name, _)| *name == function.name);
    let Some((name, options)) = known else {
        let text = format!("there is no function {}", quoted(function.name));
        let help = help_for_word(function.name, FUNCTIONS.iter().map(|(name, _)| *name));
        report.add_with_help(
            Rule::UnknownReference,
            None,
            function.name,
            text,
            Some(help),
        );
        return;
    };
    if function.arguments.positional.len() != 1 {
        let text = format!("{} takes one value", quoted(name));
        report.add(Rule::UnknownReference, None, function.name, text);
    }
    for argument in &function.arguments.named {
        let option = argument.name.name;
        if !options.contains(&option) {
            let text = format!("{} has no option {}", quoted(name), quoted(option));
            let help = help_for_word(option, options.iter().copied());
            report.add_with_help(Rule::UnknownReference, None, option, text, Some(help));
        }
    }
}

/// A message repeats itself.
#[derive(Clone, Copy)]
struct Cycle;

/// How many placeables a message has, with those of what it repeats.
fn cost<'t>(
    key: Key<'t>,
    nodes: &HashMap<Key<'t>, Node<'_, 't>>,
    costs: &mut HashMap<Key<'t>, Option<Result<usize, Cycle>>>,
    depth: usize,
) -> Result<usize, Cycle> {
    match costs.get(&key) {
        Some(Some(known)) => return *known,
        Some(None) => return Err(Cycle),
        // Each level of a chain has a placeable: the chain itself is too long.
        None if depth > MOST_PLACEABLES => return Ok(MOST_PLACEABLES + 1),
        None => {}
    }
    let Some(node) = nodes.get(&key) else {
        return Ok(0);
    };
    costs.insert(key, None);
    let mut sum = Ok(node.parts.placeables);
    for reference in &node.parts.references {
        let of_reference = cost(key_of(reference), nodes, costs, depth + 1);
        sum = match (sum, of_reference) {
            (Ok(sum), Ok(more)) => Ok(sum.saturating_add(more)),
            _ => Err(Cycle),
        };
    }
    costs.insert(key, Some(sum));
    sum
}
