//! Advice on what a catalog has codes for: the conditions of a framework, the rules of validators.

use super::rule::{Context, Report};
use crate::{CatalogPath, Condition, VALIDATION_RULES, phrase::quoted};

/// What validators call rules that Manila reports by another name.
const OTHER_NAMES: &[(&str, &str)] = &[
    ("regex", "pattern"),
    ("must_match", "matches"),
    ("phone", "phone_number"),
    ("non_control", "non_control_character"),
    ("inner", "custom"),
];

pub(super) fn condition_status(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, (condition, code)) in context.catalog.conditions.iter().enumerate() {
        let entry = context.find(code).map(|at| &context.catalog.codes[at]);
        let Some(status) = entry.and_then(|entry| entry.statuses.first()) else {
            continue;
        };
        if is_of_service(*status) != is_of_service(condition.status()) {
            let message = format!(
                "condition `{condition}` is a {} but its code {} has status {status}",
                condition.status(),
                quoted(code)
            );
            let help = if is_of_service(*status) {
                "a client takes its own mistake for one of the service, and sends it again"
            } else {
                "a client takes a failure of the service for a mistake of its own"
            };
            report.add_with_help(CatalogPath::Condition(at), message, Some(help.to_owned()));
        }
    }
}

const fn is_of_service(status: u16) -> bool {
    status >= 500
}

/// A catalog without conditions is one of several of a service, more often than not.
pub(super) fn unmapped_condition(context: &Context<'_>, report: &mut Report<'_>) {
    let known = &context.catalog.conditions;
    if known.is_empty() {
        return;
    }
    let is_mapped = |condition: Condition| known.iter().any(|(known, _)| *known == condition);
    let has_code = |condition: Condition| {
        let mut outward = std::iter::successors(Some(condition), |one| one.general());
        outward.any(is_mapped)
    };
    // A code for a general one is a code for all of which it is the general one.
    let without = Condition::ALL
        .iter()
        .filter(|condition| condition.general().is_none() && !has_code(**condition));
    let without: Vec<_> = without.map(|condition| format!("`{condition}`")).collect();
    if without.is_empty() {
        return;
    }
    let what = format!("there is no code for {}", without.join(", "));
    let help = "clients get HTTP's own code, which is not in this list".to_owned();
    report.add_with_help(CatalogPath::Catalog("conditions"), what, Some(help));
}

pub(super) fn mistyped_rule(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, (rule, _)) in context.catalog.rules.iter().enumerate() {
        if VALIDATION_RULES.iter().any(|(known, _)| known == rule) {
            continue;
        }
        let by_other_name = OTHER_NAMES.iter().find(|(other, _)| other == rule);
        let help = match by_other_name {
            Some((_, name)) => Some(format!("Manila reports it as {}", quoted(name))),
            None => context.suggest(rule, VALIDATION_RULES.iter().map(|(name, _)| *name)),
        };
        if help.is_some() {
            let message = format!("{} is no rule that Manila reports", quoted(rule));
            report.add_with_help(CatalogPath::Rule(at), message, help);
        }
    }
}
