//! The tables, as Markdown.

use std::fmt::Write as _;

use crate::budgets::{Outcome, Verdict};
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
    let missed = verdicts.iter().filter_map(|verdict| match verdict.outcome {
        Outcome::Missed(why) => Some((why, verdict.row)),
        _ => None,
    });
    let mut missed: Vec<_> = missed.collect();
    if !missed.is_empty() {
        page.push_str("\nMissed, and held where they are:\n\n");
    }
    missed.dedup();
    for reasons in missed.chunk_by(|one, other| one.0 == other.0) {
        let rows: Vec<_> = reasons.iter().map(|(_, row)| *row).collect();
        let _ = writeln!(page, "- {}: {}", rows.join("; "), reasons[0].0);
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

pub(super) fn write_sockets(rows: &[Row], page: &mut String) {
    page.push_str(
        "\n## Over sockets\n\nServers of one thread, each in a process of its own, under the load of another process over \
         loopback:\n16 requests at a time, in turns; medians of five. What counts is the number of requests per \
         second\nof the server's own processor time, beside the bare server's: at least 0.95 of it on 200, and \
         0.90\non errors, is what is aimed for.\n\n\
         | framework | protocol | asked for | by hand / bare | manila / bare | | p99 added by hand | p99 added by manila |\n\
         |---|---|---|--:|--:|---|--:|--:|\n",
    );
    for compared in rows.chunk_by(Row::is_beside) {
        let of = |stack| compared.iter().find(|row| row.stack == stack);
        let (Some(bare), Some(by_hand), Some(own)) =
            (of(Stack::Bare), of(Stack::ByHand), of(Stack::Manila))
        else {
            continue;
        };
        let aim = if own.asked == "200" { 0.95 } else { 0.90 };
        let share = own.served / bare.served;
        let _ = writeln!(
            page,
            "| {:?} | {:?} | {} | {:.2} | {share:.2} | {} | {:+.0} µs | {:+.0} µs |",
            own.framework,
            own.protocol,
            own.asked,
            by_hand.served / bare.served,
            if share >= aim { "met" } else { "missed" },
            by_hand.p99 - bare.p99,
            own.p99 - bare.p99,
        );
    }
}
