//! Rules about statuses, numbers and exit codes.

use std::collections::{HashMap, HashSet};

use super::rule::{Context, Report};
use crate::{CatalogPath, Wire, exit::RESERVED_EXIT_CODES, phrase::quoted};

pub(super) fn duplicate_exit_code(context: &Context<'_>, report: &mut Report<'_>) {
    let mut seen = HashSet::new();
    for (at, (status, _)) in context.catalog.exit_codes.iter().enumerate() {
        if !seen.insert(status) {
            let message = format!("duplicate exit code for status {status}");
            report.add(CatalogPath::ExitCode(at), message);
        }
    }
}

/// Codes above 128 are let be: shells report a signal by them, but so do commands of long standing with errors of
/// theirs (git ends with 128 and 129), and a script that asks for signals reads `kill -l`, not a catalog.
pub(super) fn reserved_exit_code(context: &Context<'_>, report: &mut Report<'_>) {
    let mut judge = |path, exit_code| {
        if !RESERVED_EXIT_CODES.contains(&exit_code) {
            return;
        }
        let taken = match exit_code {
            0 => "a command that succeeded",
            125 => "`manila decode` that failed itself, as with `env` and `timeout`",
            126 => "a command that the shell cannot run",
            _ => "a command that the shell does not find",
        };
        let message = format!("exit code {exit_code} is that of {taken}");
        let help = "choose another one, from 1 to 124".to_owned();
        report.add_with_help(path, message, Some(help));
    };
    for (at, (_, exit_code)) in context.catalog.exit_codes.iter().enumerate() {
        judge(CatalogPath::ExitCode(at), *exit_code);
    }
    for (at, entry) in context.entries() {
        if let Some(exit_code) = entry.exit_code {
            judge(CatalogPath::Field(at, "exit_code"), exit_code);
        }
    }
}

pub(super) fn no_status(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        if entry.statuses.is_empty() {
            let message = format!("code {} has no status", quoted(&entry.name));
            let help = "add one, such as `status = 422`".to_owned();
            report.add_with_help(CatalogPath::Field(at, "statuses"), message, Some(help));
        }
    }
}

pub(super) fn status_range(context: &Context<'_>, report: &mut Report<'_>) {
    let mut judge = |path, status| {
        if !(400..=599).contains(&status) {
            let message = format!("{status} is not an error status (400–599)");
            report.add(path, message);
        }
    };
    for (at, (status, _)) in context.catalog.exit_codes.iter().enumerate() {
        judge(CatalogPath::ExitCode(at), *status);
    }
    for (at, entry) in context.entries() {
        for (item, status) in entry.statuses.iter().enumerate() {
            judge(CatalogPath::Item(at, "statuses", item), *status);
        }
    }
}

pub(super) fn repeated_status(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        let mut seen = HashSet::new();
        for (item, status) in entry.statuses.iter().enumerate() {
            if !seen.insert(status) {
                let message = format!("duplicate status {status} of code {}", quoted(&entry.name));
                report.add(CatalogPath::Item(at, "statuses", item), message);
            }
        }
    }
}

pub(super) fn no_number(context: &Context<'_>, report: &mut Report<'_>) {
    if context.catalog.wire != Wire::Number {
        return;
    }
    for (at, entry) in context.entries() {
        if entry.number.is_none() {
            let message = format!("code {} has no number", quoted(&entry.name));
            let help = "`wire = \"number\"` requires one".to_owned();
            report.add_with_help(CatalogPath::Field(at, "number"), message, Some(help));
        }
    }
}

pub(super) fn zero_number(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        if entry.number == Some(0) {
            let message = format!("the number of code {} is 0", quoted(&entry.name));
            let help = "the style `code-data` uses 0 for success; choose another number".to_owned();
            report.add_with_help(CatalogPath::Field(at, "number"), message, Some(help));
        }
    }
}

pub(super) fn duplicate_number(context: &Context<'_>, report: &mut Report<'_>) {
    let mut first = HashMap::new();
    for (at, entry) in context.entries() {
        let Some(number) = entry.number else {
            continue;
        };
        let holder = *first.entry(number).or_insert(at);
        if holder != at {
            let holder = quoted(&context.catalog.codes[holder].name);
            let message = format!("duplicate number {number}: already used by {holder}");
            report.add(CatalogPath::Field(at, "number"), message);
        }
    }
}

pub(super) fn digits(context: &Context<'_>, report: &mut Report<'_>) {
    if !context.catalog.digits {
        return;
    }
    for (at, entry) in context.entries() {
        let Some(number) = entry.number else {
            continue;
        };
        let digits = number.unsigned_abs().to_string();
        let begins_with = |status: &u16| digits.starts_with(&status.to_string());
        if !entry.statuses.is_empty() && !entry.statuses.iter().any(begins_with) {
            let message = format!(
                "number {number} does not begin with a status of code {}",
                quoted(&entry.name)
            );
            let help = "`digits = \"status\"` requires it to".to_owned();
            report.add_with_help(CatalogPath::Field(at, "number"), message, Some(help));
        }
    }
}
