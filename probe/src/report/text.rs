//! A report for people.

use std::collections::BTreeMap;
use std::fmt;

use super::outcome::Report;
use super::row::{Row, Verdict};
use crate::oracle::Finding;

/// How many of the responses that break a rule in the same way are named.
const NAMED: usize = 3;

/// The widest that a path may be in the table; longer ones are cut.
const WIDEST_PATH: usize = 44;

const HEADING: [&str; 7] = [
    "provocation",
    "protocol",
    "request",
    "status",
    "shape",
    "headers",
    "verdict",
];

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(self, f)
    }
}

fn write(report: &Report, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let style = report.style.map_or_else(
        || "no known envelope".to_owned(),
        |style| format!("errors in {style}"),
    );
    writeln!(f, "{}: {style}\n", report.target)?;
    write_table(report, f)?;
    write_findings(&report.rows, f)?;
    for note in &report.notes {
        writeln!(f, "\nnote: {note}")?;
    }
    write_summary(report, f)
}

fn write_table(report: &Report, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut lines = vec![HEADING.map(str::to_owned)];
    lines.extend(report.rows.iter().map(cells));
    let width = |column: usize| {
        let cells = lines.iter().map(|line| line[column].chars().count());
        cells.max().unwrap_or_default()
    };
    let widths: [usize; HEADING.len()] = std::array::from_fn(width);
    for line in &lines {
        let cells = line.iter().zip(widths);
        let cells = cells.map(|(cell, width)| format!("{cell:<width$}"));
        let text = cells.collect::<Vec<_>>().join("  ");
        writeln!(f, "{}", text.trim_end())?;
    }
    Ok(())
}

fn cells(row: &Row) -> [String; HEADING.len()] {
    [
        row.source.to_owned(),
        row.protocol.to_string(),
        request_of(row),
        row.status
            .map_or("-".to_owned(), |status| status.to_string()),
        row.shape.clone(),
        row.headers.clone(),
        row.verdict.to_string(),
    ]
}

fn request_of(row: &Row) -> String {
    let mut path: String = row.path.chars().take(WIDEST_PATH).collect();
    if path.len() < row.path.len() {
        path.push('…');
    }
    format!("{} {path}", row.method)
}

/// What is wrong in some rows, as text.
#[cfg(any(feature = "tower", feature = "actix"))]
pub(crate) fn findings_of<'r>(rows: impl IntoIterator<Item = &'r Row>) -> String {
    let mut text = String::new();
    // Writing to a text cannot fail.
    let _ = write_findings(rows, &mut text);
    text
}

/// Each finding once, with the answers that it is about.
fn write_findings<'r>(
    rows: impl IntoIterator<Item = &'r Row>,
    f: &mut impl fmt::Write,
) -> fmt::Result {
    let mut found: BTreeMap<&Finding, Vec<&Row>> = BTreeMap::new();
    for row in rows {
        for finding in &row.findings {
            found.entry(finding).or_default().push(row);
        }
    }
    for (finding, rows) in found {
        writeln!(f, "\n{finding}")?;
        writeln!(f, "  required: {}", finding.rule.requirement())?;
        for row in rows.iter().take(NAMED) {
            let (source, protocol, request) = (row.source, row.protocol, request_of(row));
            writeln!(
                f,
                "  in: {source}, {request} over {protocol}: {}",
                row.received
            )?;
        }
        if rows.len() > NAMED {
            writeln!(f, "  and in {} more", rows.len() - NAMED)?;
        }
    }
    Ok(())
}

fn write_summary(report: &Report, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let count = |verdict| {
        let rows = report.rows.iter();
        rows.filter(|row| row.verdict == verdict).count()
    };
    let violations = match count(Verdict::Violation) {
        1 => "1 violation".to_owned(),
        count => format!("{count} violations"),
    };
    write!(
        f,
        "\n{} responses: {} pass, {} exempt, {} outside the service, {}",
        report.rows.len(),
        count(Verdict::Pass),
        count(Verdict::Exempt),
        count(Verdict::Outside),
        violations,
    )
}
