//! Rules about codes that name other codes.

use std::collections::{HashMap, hash_map::Entry};

use super::rule::{Context, Report};
use crate::{Case, CatalogPath, phrase::quoted};

pub(super) fn duplicate_condition(context: &Context<'_>, report: &mut Report<'_>) {
    let mut holders = HashMap::new();
    for (at, (condition, code)) in context.catalog.conditions.iter().enumerate() {
        if let Some(holder) = holder_before(&mut holders, condition.as_str(), code) {
            let message =
                format!("duplicate condition `{condition}`: already assigned to {holder}");
            report.add(CatalogPath::Condition(at), message);
        }
    }
}

/// The code, in quotes, that a condition or a rule was assigned to before.
fn holder_before<'c>(
    holders: &mut HashMap<&'c str, &'c str>,
    name: &'c str,
    code: &'c str,
) -> Option<String> {
    match holders.entry(name) {
        Entry::Occupied(holder) => Some(quoted(holder.get())),
        Entry::Vacant(free) => {
            free.insert(code);
            None
        }
    }
}

pub(super) fn unknown_condition_code(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, (_, code)) in context.catalog.conditions.iter().enumerate() {
        if context.find(code).is_none() {
            report.unknown_code(context, CatalogPath::Condition(at), code);
        }
    }
}

pub(super) fn retired_condition_code(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, (condition, code)) in context.catalog.conditions.iter().enumerate() {
        refuse_retired(
            context,
            report,
            CatalogPath::Condition(at),
            code,
            condition.as_str(),
        );
    }
}

pub(super) fn rule_name(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, (rule, _)) in context.catalog.rules.iter().enumerate() {
        let suggestion = Case::Snake.spell(rule);
        if suggestion != *rule || rule.is_empty() {
            let message = format!("rule name {} is not in snake_case", quoted(rule));
            let help = Some(suggestion)
                .filter(|suggestion| !suggestion.is_empty())
                .map(|suggestion| format!("write {}", quoted(&suggestion)));
            report.add_with_help(CatalogPath::Rule(at), message, help);
        }
    }
}

pub(super) fn duplicate_rule(context: &Context<'_>, report: &mut Report<'_>) {
    let mut holders = HashMap::new();
    for (at, (rule, code)) in context.catalog.rules.iter().enumerate() {
        if let Some(holder) = holder_before(&mut holders, rule, code) {
            let message = format!(
                "duplicate rule {}: already assigned to {holder}",
                quoted(rule)
            );
            report.add(CatalogPath::Rule(at), message);
        }
    }
}

pub(super) fn unknown_rule_code(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, (_, code)) in context.catalog.rules.iter().enumerate() {
        if context.find(code).is_none() {
            report.unknown_code(context, CatalogPath::Rule(at), code);
        }
    }
}

pub(super) fn retired_rule_code(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, (rule, code)) in context.catalog.rules.iter().enumerate() {
        refuse_retired(context, report, CatalogPath::Rule(at), code, rule);
    }
}

fn refuse_retired(
    context: &Context<'_>,
    report: &mut Report<'_>,
    path: CatalogPath,
    code: &str,
    stands_for: &str,
) {
    let Some(entry) = context.find(code).map(|at| &context.catalog.codes[at]) else {
        return;
    };
    if entry.retired.is_some() {
        let message = format!(
            "retired code {} cannot be used for {}",
            quoted(code),
            quoted(stands_for)
        );
        let help = entry
            .replaced_by
            .as_deref()
            .map(|by| format!("it is replaced by {}", quoted(by)));
        report.add_with_help(path, message, help);
    }
}

pub(super) fn unknown_related(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        for (item, code) in entry.related.iter().enumerate() {
            if context.find(code).is_none() {
                report.unknown_code(context, CatalogPath::Item(at, "related", item), code);
            }
        }
    }
}

pub(super) fn unknown_replacement(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        if let Some(code) = &entry.replaced_by
            && context.find(code).is_none()
        {
            report.unknown_code(context, CatalogPath::Field(at, "replaced_by"), code);
        }
    }
}

pub(super) fn replacement_cycle(context: &Context<'_>, report: &mut Report<'_>) {
    let next = |at: usize| context.find(context.catalog.codes[at].replaced_by.as_deref()?);
    let mut walk_of = vec![None; context.catalog.codes.len()];
    for (start, _) in context.entries() {
        let mut at = Some(start);
        while let Some(here) = at.filter(|here| walk_of[*here].is_none()) {
            walk_of[here] = Some(start);
            at = next(here);
        }
        let Some(inside) = at.filter(|at| walk_of[*at] == Some(start)) else {
            continue;
        };
        let cycle = || {
            let rest = std::iter::successors(next(inside), |at| next(*at));
            std::iter::once(inside).chain(rest.take_while(|at| *at != inside))
        };
        if let Some(first) = cycle().min() {
            let message = cycle_in_words(context, first, next);
            report.add(CatalogPath::Field(first, "replaced_by"), message);
        }
    }
}

fn cycle_in_words(
    context: &Context<'_>,
    first: usize,
    next: impl Fn(usize) -> Option<usize>,
) -> String {
    const LONGEST: usize = 8;
    let name = |at: usize| quoted(&context.catalog.codes[at].name);
    let mut names = vec![name(first)];
    let mut at = next(first);
    while let Some(here) = at.filter(|here| *here != first) {
        if names.len() == LONGEST {
            names.push("…".to_owned());
            break;
        }
        names.push(name(here));
        at = next(here);
    }
    names.push(name(first));
    format!("codes replace each other in a cycle: {}", names.join(" → "))
}
