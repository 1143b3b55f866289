//! The tables, as text.

use std::fmt::Write as _;

use crate::adoption::{self, Adoption};
use crate::budgets::{self, Outcome, Verdict};
use crate::growth::Series;
use crate::measure::Sheet;
use crate::sockets::Row;
use crate::work::Work;

/// The costs of a work's contenders, and how many times Manila's each is.
pub(crate) fn write_costs(work: &Work, sheet: &Sheet, out: &mut String) {
    let own = sheet.cost(&work.name, "manila").unwrap_or_default();
    let _ = writeln!(
        out,
        "{:<42} {:>12} {:>12} {:>8} {:>9}",
        work.name, "instructions", "allocations", "bytes", "/ manila"
    );
    for contender in &work.contenders {
        let Some(cost) = sheet.cost(&work.name, contender.name) else {
            continue;
        };
        let _ = writeln!(
            out,
            "  {:<40} {:>12.0} {:>12.1} {:>8.0} {:>9.2}",
            contender.name,
            cost.instructions,
            cost.allocations,
            cost.bytes,
            cost.instructions / own.instructions,
        );
    }
    out.push('\n');
}

/// The times of a work's contenders, and how many times Manila's each is.
pub(crate) fn write_times(work: &Work, times: &[f64], out: &mut String) {
    let timed = || work.contenders.iter().zip(times);
    let own = timed()
        .find(|(by, _)| by.name == "manila")
        .map(|(_, own)| own);
    let _ = writeln!(out, "{:<42} {:>12} {:>9}", work.name, "ns", "/ manila");
    for (contender, time) in timed() {
        let ratio = own.map_or(f64::NAN, |own| time / own);
        let _ = writeln!(out, "  {:<40} {time:>12.0} {ratio:>9.2}", contender.name);
    }
    out.push('\n');
}

/// The costs of a series, by size.
pub(crate) fn write_series(series: &Series, sheet: &Sheet, out: &mut String) {
    let _ = writeln!(
        out,
        "growth: {:<34} {:>12} {:>12} {:>9}",
        series.name, "instructions", "allocations", "for each"
    );
    for (size, cost) in series.costs(sheet) {
        let _ = writeln!(
            out,
            "  {:<40} {:>12.0} {:>12.1} {:>9.1}",
            format!("{size} {}", series.unit),
            cost.instructions,
            cost.allocations,
            cost.instructions / size as f64,
        );
    }
    out.push('\n');
}

/// What the servers did, beside the bare one of their framework.
pub(crate) fn write_sockets(rows: &[Row], out: &mut String) {
    let _ = writeln!(
        out,
        "{:<10} {:<10} {:<20} {:<10} {:>16} {:>8} {:>12} {:>8}",
        "framework", "protocol", "asked", "server", "requests/cpu-s", "/ bare", "p99 (us)", "added"
    );
    for row in rows {
        let _ = writeln!(
            out,
            "{:<10} {:<10} {:<20} {:<10} {:>16.0} {:>8.2} {:>12.0} {:>8.0}",
            format!("{:?}", row.framework),
            format!("{:?}", row.protocol),
            row.asked,
            format!("{:?}", row.stack),
            row.served,
            row.share,
            row.p99,
            row.added,
        );
    }
}

/// What adding Manila costs.
pub(crate) fn write_adoption(adoption: &Adoption, out: &mut String) {
    for table in adoption::tables(adoption) {
        for cells in std::iter::once(&table.head).chain(&table.rows) {
            for (at, cell) in cells.iter().enumerate() {
                let _ = match at {
                    0 => write!(out, "{cell:<24}"),
                    _ => write!(out, " {cell:>20}"),
                };
            }
            out.push('\n');
        }
        out.push('\n');
    }
    for row in &adoption.services {
        if !row.switched_on.is_empty() {
            let features = row.switched_on.join(", ");
            let _ = writeln!(out, "{}, {}: {features}", row.work, row.contender);
        }
    }
}

/// The budgets, each with its figure and how it is kept.
pub(crate) fn write_verdicts(verdicts: &[Verdict], out: &mut String) {
    let _ = writeln!(
        out,
        "{:<36} {:<58} {:>7} {:>7}",
        "budget", "what", "figure", "bound"
    );
    for verdict in verdicts {
        let Verdict {
            row,
            what,
            figure,
            bound,
            outcome,
        } = verdict;
        let outcome = match outcome {
            Outcome::Met => "met",
            Outcome::Missed(_) => "missed",
            Outcome::Broken => "BROKEN",
        };
        let _ = writeln!(
            out,
            "{row:<36} {what:<58} {figure:>7.2} {bound:>7.2}  {outcome}"
        );
    }
    for (why, rows) in budgets::reasons(verdicts) {
        let _ = writeln!(out, "\nmissed: {rows}\n  {why}");
    }
}
