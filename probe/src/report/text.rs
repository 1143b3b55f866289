//! A report for people.

use std::fmt;

use super::causes::{request_of, write_findings, write_outsiders};
use super::outcome::Report;
use super::row::{Row, Verdict};

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
    let violations: Vec<_> = report.violations().collect();
    write_findings(&violations, f)?;
    write_outsiders(&report.rows, f)?;
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
