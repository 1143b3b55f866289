//! Why Manila is slower where it is.

use std::fmt::Write as _;

use crate::measure::Sheet;
use crate::work::Work;

/// A work, a contender that does it in fewer instructions, and why.
const REASONS: &[(&str, &str, &str)] = &[
    (
        "axum: a handler's panic",
        "CatchPanicLayer",
        "It answers one fixed text. Manila keeps the panic's own text for the log, makes the id that \
         both carry, and writes an envelope with its header.",
    ),
    (
        "decoding: a body with a wrong type",
        "axum::Json",
        "It answers a sentence with the place in it. Manila makes a violation: a JSON pointer and \
         what was expected there, for programs to read, and renders them.",
    ),
    (
        "catalog: a file read and checked",
        "toml::Table",
        "It reads TOML and knows nothing of catalogs. Manila makes entries of it, keeps where each \
         stands, and checks every rule.",
    ),
];

/// Lists every contender that takes fewer instructions than Manila, but for those that do less by
/// design.
pub(super) fn write(works: &[Work], sheet: &Sheet, page: &mut String) -> Result<(), String> {
    for work in works {
        let Some(own) = sheet.cost(&work.name, "manila") else {
            continue;
        };
        for contender in &work.contenders {
            let by = contender.name;
            let Some(cost) = sheet.cost(&work.name, by) else {
                continue;
            };
            let does_less = by == "bare" || by.starts_with("limit");
            if does_less || cost.instructions >= own.instructions {
                continue;
            }
            let why = REASONS
                .iter()
                .find(|(of, faster, _)| *of == work.name && *faster == by)
                .map(|(.., why)| why)
                .ok_or_else(|| {
                    format!(
                        "{by} beats Manila at `{}`, and no reason is given",
                        work.name
                    )
                })?;
            let ratio = cost.instructions / own.instructions;
            let _ = writeln!(
                page,
                "- **{}**: `{by}` takes {ratio:.2} of it. {why}",
                work.name
            );
        }
    }
    Ok(())
}
