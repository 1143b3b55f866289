//! What `manila operations check` finds, in the formats of those who read it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use serde::Serialize;

use super::super::json::json;
use super::findings::Finding;
use super::given::Given;
use super::sets::Sets;
use crate::args::Format;
use crate::report::{self, Severity, Told};
use crate::shown::{counted, shown};

/// The version of what `--format json` writes.
const SCHEMA: u32 = 1;

/// How much was recorded and found.
pub(super) struct Count {
    responses: usize,
    /// Operations that were seen.
    operations: usize,
    /// Those of them that have a set.
    with_set: usize,
    pub(super) errors: usize,
    pub(super) warnings: usize,
    notes: usize,
}

impl Count {
    pub(super) fn of(given: &Given, sets: &Sets<'_>, found: &[Finding]) -> Self {
        let answers = given.record.seen.keys();
        let operations: BTreeSet<_> = answers
            .filter_map(|answer| sets.operation(answer))
            .collect();
        let with_set = operations
            .iter()
            .filter(|operation| sets.naming(operation).next().is_some());
        let of = |severity| {
            found
                .iter()
                .filter(|it| it.rule.severity == severity)
                .count()
        };
        Self {
            responses: given.record.responses,
            with_set: with_set.count(),
            operations: operations.len(),
            errors: of(Severity::Error),
            warnings: of(Severity::Warning),
            notes: of(Severity::Note),
        }
    }

    fn in_words(&self) -> String {
        let notes = match self.notes {
            0 => String::new(),
            notes => format!(", {}", counted(notes, "note")),
        };
        let found = if self.errors + self.warnings == 0 {
            "nothing found".to_owned()
        } else {
            format!(
                "{}, {}",
                counted(self.errors, "error"),
                counted(self.warnings, "warning")
            )
        };
        format!(
            "{} of {}, {} with a set of codes: {found}{notes}",
            counted(self.responses, "response"),
            counted(self.operations, "operation"),
            self.with_set
        )
    }
}

pub(super) fn write(
    format: Format,
    given: &Given,
    found: &[Finding],
    count: &Count,
    out: &mut String,
) {
    match format {
        Format::Text => *out += &text(found, count),
        Format::Json => *out += &json(&Data::of(given, found, count)),
        Format::Markdown => *out += &markdown(found, count),
        Format::Sarif => *out += &json(&report::sarif(&told(found))),
        Format::Github => *out += &report::github(&told(found)),
    }
}

fn text(found: &[Finding], count: &Count) -> String {
    let mut text = String::new();
    for finding in found {
        let level = finding.rule.severity.as_str();
        let _ = writeln!(text, "{level}: {} [{}]", finding.message, finding.rule.id);
        let (file, place) = (shown(&finding.file), finding.place);
        let _ = writeln!(text, "  --> {file}:{}:{}", place.line, place.column);
        for note in &finding.notes {
            let _ = writeln!(text, "  {note}");
        }
    }
    let _ = writeln!(text, "{}", count.in_words());
    text
}

fn told(found: &[Finding]) -> Vec<Told<'_>> {
    let told = found.iter().map(|finding| Told {
        severity: finding.rule.severity,
        file: &finding.file,
        place: Some(finding.place),
        rule: finding.rule.id,
        about: finding.rule.about,
        code: finding.code.as_deref(),
        message: std::iter::once(&finding.message)
            .chain(&finding.notes)
            .cloned()
            .collect(),
    });
    told.collect()
}

fn markdown(found: &[Finding], count: &Count) -> String {
    let mut text = format!("## Operations of error codes\n\n{}.\n", count.in_words());
    if !found.is_empty() {
        text += "\n";
        let items = found.iter().map(|finding| {
            let level = finding.rule.severity.as_str();
            let notes = report::escaped(&finding.notes.join("; "));
            let (message, rule) = (
                report::escaped(&finding.message),
                report::code(finding.rule.id),
            );
            let file = report::code(&format!("{}:{}", finding.file, finding.place.line));
            match notes.as_str() {
                "" => format!("**{level}**, {file}: {message} {rule}"),
                notes => format!("**{level}**, {file}: {message} ({notes}) {rule}"),
            }
        });
        report::add_list(&mut text, items);
    }
    text
}

/// All that was found, as data.
#[derive(Serialize)]
struct Data<'a> {
    schema: u32,
    catalog: &'a str,
    recorded: &'a [String],
    responses: usize,
    operations: usize,
    errors: usize,
    warnings: usize,
    notes: usize,
    findings: Vec<FindingData<'a>>,
}

/// A finding as data.
#[derive(Serialize)]
struct FindingData<'a> {
    file: &'a str,
    line: usize,
    column: usize,
    level: &'static str,
    rule: &'static str,
    code: Option<&'a str>,
    operation: Option<&'a str>,
    message: &'a str,
    notes: &'a [String],
}

impl<'a> Data<'a> {
    fn of(given: &'a Given, found: &'a [Finding], count: &Count) -> Self {
        let findings = found.iter().map(|finding| FindingData {
            file: &finding.file,
            line: finding.place.line,
            column: finding.place.column,
            level: finding.rule.severity.as_str(),
            rule: finding.rule.id,
            code: finding.code.as_deref(),
            operation: finding.operation.as_deref(),
            message: &finding.message,
            notes: &finding.notes,
        });
        Self {
            schema: SCHEMA,
            catalog: &given.input.name,
            recorded: &given.record.files,
            responses: count.responses,
            operations: count.operations,
            errors: count.errors,
            warnings: count.warnings,
            notes: count.notes,
            findings: findings.collect(),
        }
    }
}
