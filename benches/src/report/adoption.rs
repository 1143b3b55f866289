//! What adding Manila costs, as Markdown.

use std::fmt::Write as _;

use crate::adoption::{Adoption, Table, tables};

/// What stands before the tables.
const ADOPTION: &str = "
## Adoption

What a service pays before it answers anything. The services under `benches/adoption` are the smallest
that are real: one route, an enum of five codes, and handlers that fail with them, each written as its
library's documentation shows; they are built, not run. All resolve to the same versions. Crates are those that are compiled,
macros and their own included. A feature is switched on where a crate that the framework uses too has it
only with the library. Sizes are of the stripped program; each build starts from nothing, in turns.

An enum of codes is checked, and built for release without link-time optimization, with all that it needs
built before; medians of three, in turns, cargo's own time included. An expansion is what the compiler
reads after all macros, the compiler's own derives too.
";

pub(super) fn write(adoption: &Adoption, page: &mut String) {
    page.push_str(ADOPTION);
    for table in tables(adoption) {
        page.push('\n');
        write_table(&table, page);
    }
    page.push('\n');
    for row in &adoption.services {
        if !row.switched_on.is_empty() {
            let _ = writeln!(
                page,
                "- **{}, {}** switches on `{}`.",
                row.work,
                row.contender,
                row.switched_on.join("`, `")
            );
        }
    }
}

fn write_table(table: &Table, page: &mut String) {
    let _ = writeln!(page, "| {} |", table.head.join(" | "));
    let _ = writeln!(page, "|---|{}", "--:|".repeat(table.head.len() - 1));
    for row in &table.rows {
        let _ = writeln!(page, "| {} |", row.join(" | "));
    }
}
