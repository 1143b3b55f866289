//! The tables, as Markdown.

use std::fmt::Write as _;

use crate::budgets::{self, Outcome, Verdict};
use crate::growth::Series;
use crate::measure::Sheet;
use crate::sockets::{Row, Stack};
use crate::work::Work;

pub(super) fn write_verdicts(verdicts: &[Verdict], page: &mut String) {
    page.push_str("| budget | what | figure | bound | |\n|---|---|--:|--:|---|\n");
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
            Outcome::Broken => "**broken**",
        };
        let _ = writeln!(
            page,
            "| {row} | {what} | {figure:.2} | {bound:.2} | {outcome} |"
        );
    }
    let reasons = budgets::reasons(verdicts);
    if !reasons.is_empty() {
        page.push_str("\nWhy some are missed; they may not grow further:\n\n");
    }
    for (why, rows) in reasons {
        let _ = writeln!(page, "- **{rows}**: {why}");
    }
}

pub(super) fn write_costs(work: &Work, sheet: &Sheet, page: &mut String) {
    let own = sheet.cost(&work.name, "manila").unwrap_or_default();
    let _ = writeln!(
        page,
        "\n| {} | instructions | allocations | bytes | / manila |\n|---|--:|--:|--:|--:|",
        work.name
    );
    for contender in &work.contenders {
        let Some(cost) = sheet.cost(&work.name, contender.name) else {
            continue;
        };
        let _ = writeln!(
            page,
            "| {} | {:.0} | {:.0} | {:.0} | {:.2} |",
            contender.name,
            cost.instructions,
            cost.allocations,
            cost.bytes,
            cost.instructions / own.instructions,
        );
    }
}

pub(super) fn write_series(series: &Series, sheet: &Sheet, page: &mut String) {
    let _ = writeln!(
        page,
        "\n| {}: {} | instructions | allocations | instructions for each |\n|--:|--:|--:|--:|",
        series.name, series.unit,
    );
    for (size, cost) in series.costs(sheet) {
        let _ = writeln!(
            page,
            "| {size} | {:.0} | {:.0} | {:.1} |",
            cost.instructions,
            cost.allocations,
            cost.instructions / size as f64,
        );
    }
}

/// What stands before the table of servers.
const SOCKETS: &str = "
## Over sockets

Servers of one thread, each in a process of its own, under the load of another process over loopback:
16 requests at a time, in turns; medians of nine, of what is told beside the bare server in the same
turn. What counts is the number of requests per second of the server's own processor time: at least
0.95 of the bare server's on 200, and 0.90 on errors, is what is aimed for. The bare server answers a 404
without a body and an error with a short text, and none of its fields differs from one answer to the
next, which HTTP/2 compresses to a byte each; an id differs in each.

| framework | protocol | asked for | by hand / bare | manila / bare | | p99 added by hand | p99 added by manila |
|---|---|---|--:|--:|---|--:|--:|
";

pub(super) fn write_sockets(rows: &[Row], page: &mut String) {
    page.push_str(SOCKETS);
    for compared in rows.chunk_by(Row::is_beside) {
        let of = |stack| compared.iter().find(|row| row.stack == stack);
        let (Some(by_hand), Some(own)) = (of(Stack::ByHand), of(Stack::Manila)) else {
            continue;
        };
        let aim = if own.asked == "200" { 0.95 } else { 0.90 };
        let _ = writeln!(
            page,
            "| {:?} | {:?} | {} | {:.2} | {:.2} | {} | {:+.0} µs | {:+.0} µs |",
            own.framework,
            own.protocol,
            own.asked,
            by_hand.share,
            own.share,
            if own.share >= aim { "met" } else { "missed" },
            by_hand.added,
            own.added,
        );
    }
}
