//! `manila check`

use std::fmt::Write as _;

use manila_catalog_file::{Diagnostic, Level};

use super::json::json;
use crate::args::{Check, Format};
use crate::catalogs::findings;
use crate::input::{Input, stdin_once};
use crate::outcome::{Failure, Verdict};
use crate::report::{self, Finding};

pub(crate) fn run(args: &Check, out: &mut String) -> Result<Verdict, Failure> {
    stdin_once(&args.catalogs)?;
    let (mut inputs, mut unreadable) = (Vec::new(), Vec::new());
    for catalog in &args.catalogs {
        match Input::open(catalog) {
            Ok(input) => inputs.push(input),
            Err(Failure(message)) => unreadable.push(message),
        }
    }
    // A file that cannot be read hides nothing of those that can.
    let verdict = if inputs.is_empty() {
        Verdict::Fine
    } else {
        check(&inputs, args.format, out)
    };
    if unreadable.is_empty() {
        Ok(verdict)
    } else {
        Err(Failure(unreadable.join("\nerror: ")))
    }
}

fn check(inputs: &[Input], format: Format, out: &mut String) -> Verdict {
    let found: Vec<(&Input, Vec<Diagnostic>)> = inputs
        .iter()
        .map(|input| (input, findings(input)))
        .collect();
    let all = || {
        found
            .iter()
            .flat_map(|(input, found)| found.iter().map(|one| (*input, one)))
    };
    match format {
        Format::Json => {
            let findings = all().map(|(input, found)| Finding::of(input, found));
            *out += &json(&findings.collect::<Vec<_>>());
        }
        Format::Github => {
            for (input, found) in all() {
                *out += &report::github(input, found);
            }
        }
        Format::Text => {
            for (input, found) in &found {
                *out += &report::text(input, found);
            }
            let told = all().filter(|(_, found)| found.rule != MORE);
            let errors =
                all().filter(|(_, found)| found.rule != MORE && found.level == Level::Error);
            let (told, errors) = (told.count(), errors.count());
            let is_cut = all().any(|(_, found)| found.rule == MORE);
            summary(inputs.len(), errors, told - errors, is_cut, out);
        }
    }
    let is_fine = all().next().is_none();
    if is_fine {
        Verdict::Fine
    } else {
        Verdict::Findings
    }
}

/// The rule that stands for the findings which are not told.
const MORE: &str = "more";

fn summary(catalogs: usize, errors: usize, warnings: usize, is_cut: bool, out: &mut String) {
    let count = |count: usize, what: &str| match count {
        1 => format!("1 {what}"),
        count => format!("{count} {what}s"),
    };
    let checked = count(catalogs, "catalog");
    let _ = match (errors, warnings) {
        (0, 0) => writeln!(out, "{checked} checked, nothing found"),
        (errors, warnings) => writeln!(
            out,
            "{checked} checked: {}, {}{}",
            count(errors, "error"),
            count(warnings, "warning"),
            if is_cut { ", and more" } else { "" },
        ),
    };
}
