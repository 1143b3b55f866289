//! `manila check`

use std::fmt::Write as _;

use manila_catalog_file::{Diagnostic, Level, lint};

use super::json;
use crate::args::{Check, Format};
use crate::input::Input;
use crate::report::{self, Finding};
use crate::{Failure, Verdict};

pub(crate) fn run(args: &Check, out: &mut String) -> Result<Verdict, Failure> {
    let inputs = args.catalogs.iter().map(|catalog| Input::open(catalog));
    let inputs = inputs.collect::<Result<Vec<_>, _>>()?;
    let found: Vec<_> = inputs
        .iter()
        .map(|input| (input, findings(input)))
        .collect();
    let all = || {
        found
            .iter()
            .flat_map(|(input, found)| found.iter().map(|one| (*input, one)))
    };
    match args.format {
        Format::Json => {
            let findings = all().map(|(input, found)| Finding::of(input, found));
            *out += &json(&findings.collect::<Vec<_>>());
        }
        Format::Github => {
            for (input, found) in all() {
                *out += &report::github(&Finding::of(input, found));
            }
        }
        Format::Text => {
            for (input, found) in &found {
                *out += &report::text(input, found);
            }
            let errors = all()
                .filter(|(_, found)| found.level == Level::Error)
                .count();
            summary(inputs.len(), errors, all().count() - errors, out);
        }
    }
    let is_fine = all().next().is_none();
    Ok(if is_fine {
        Verdict::Fine
    } else {
        Verdict::Findings
    })
}

/// Every mistake of the catalog; where there is none, everything that it could say better.
fn findings(input: &Input) -> Vec<Diagnostic> {
    match input.read() {
        Ok(source) => source.diagnostics(lint(source.catalog())),
        Err(mistakes) => mistakes,
    }
}

fn summary(catalogs: usize, errors: usize, warnings: usize, out: &mut String) {
    let count = |count: usize, what: &str| match count {
        1 => format!("1 {what}"),
        count => format!("{count} {what}s"),
    };
    let checked = count(catalogs, "catalog");
    let _ = match (errors, warnings) {
        (0, 0) => writeln!(out, "{checked} checked, nothing found"),
        (errors, warnings) => writeln!(
            out,
            "{checked} checked: {}, {}",
            count(errors, "error"),
            count(warnings, "warning"),
        ),
    };
}
