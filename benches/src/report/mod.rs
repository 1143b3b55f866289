//! The page docs/performance.md.

mod adoption;
mod reasons;
mod tables;
mod versions;

use crate::adoption::Adoption;
use crate::budgets::Verdict;
use crate::growth::Series;
use crate::measure::Sheet;
use crate::sockets::Row;
use crate::work::Work;

/// Everything that one run has measured.
pub(crate) struct Report<'a> {
    pub(crate) works: &'a [Work],
    pub(crate) series: &'a [Series],
    pub(crate) sheet: &'a Sheet,
    pub(crate) verdicts: &'a [Verdict],
    pub(crate) sockets: &'a [Row],
    pub(crate) adoption: &'a Adoption,
}

const HEAD: &str = "\
# Performance

Written by `cargo run --release --manifest-path benches/Cargo.toml -- --write`; do not edit it.

What a machine does in a second changes with its load, so time is told as a ratio of things that ran
in turn, and everything else as counts that repeat: instructions (by callgrind, two runs whose
difference is free of what happens once), allocations and their bytes (by an allocator that counts).
All contenders stand in one program, each written as its own documentation shows, and each has to give
the right answer before it is counted. `limit` is written by hand for this one answer: finished bytes
put in their place, so nothing that does the work could do less. `bare` is the service without any
layer. `by hand` is what a service writes that has no library for it. Counts repeat to the digit for one
program; another one, with other code beside it, is put in line differently, which shifts a layer's share
by up to a tenth.

| command, after `cargo run --release --manifest-path benches/Cargo.toml --` | |
|---|---|
| `--check` | counts, prints the tables and exits 1 past a budget; deterministic, so fit for CI |
| `--table`, `--growth` | the same without a verdict; growth alone |
| `--time` | nanoseconds, the contenders in turns |
| `--sockets` | servers under load over loopback |
| `--adoption` | builds services and enums of codes with Manila and without, and exits 1 past a budget; it takes a quarter of an hour, and half of the budgets are of time |
| `--write` | writes this page |

`--only TEXT` takes the works whose name contains the text. Callgrind comes with the package `valgrind`.

";

const GROWTH: &str = "
## Growth

![Instructions by size](growth.svg)

A body past its limit is written again for each step of the search for what fits, so just past it it costs
several times what the same body costs without a limit; its size is bounded all the same.
";

/// The page, as Markdown.
///
/// # Errors
///
/// If a contender is cheaper than Manila and `reasons` does not say why.
pub(crate) fn page(report: &Report<'_>) -> Result<String, String> {
    let mut page = HEAD.to_owned();
    versions::write(&mut page);
    page.push_str("\n## Budgets\n\n");
    tables::write_verdicts(report.verdicts, &mut page);
    page.push_str("\n## What is slower than a peer, and why\n\n");
    reasons::write(report.works, report.sheet, &mut page)?;
    page.push_str(
        "\n## Costs\n\nThe last column is how many times Manila's instructions it takes.\n",
    );
    for work in report.works {
        tables::write_costs(work, report.sheet, &mut page);
    }
    page.push_str(GROWTH);
    for series in report.series {
        tables::write_series(series, report.sheet, &mut page);
    }
    tables::write_sockets(report.sockets, &mut page);
    adoption::write(report.adoption, &mut page);
    Ok(page)
}
