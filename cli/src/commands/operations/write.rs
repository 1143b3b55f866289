//! `manila operations write`

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::Path;

use manila_catalog_file::{Catalog, OperationPattern, read};

use super::called::Operation;
use super::codes::{entry_of, is_http_code};
use super::edit::{self, Additions};
use super::given::Given;
use super::sets::Sets;
use crate::args::OperationsWrite;
use crate::input::{Format, Input};
use crate::outcome::{Failure, Verdict};
use crate::output;
use crate::shown::{counted, quoted, shown};

/// The status of a method that a route does not have.
const METHOD_NOT_ALLOWED: u16 = 405;

pub(super) fn run(args: &OperationsWrite, out: &mut String) -> Result<Verdict, Failure> {
    let given = Given::of(&args.recorded)?;
    let name = given.input.shown_name();
    refuse_unwritable(&given.input)?;
    let sets = Sets::of(given.source.catalog(), &given.names);
    let Plan {
        added,
        notes,
        lacks_code,
    } = Plan::of(&given, &sets);
    for note in &notes {
        let _ = writeln!(out, "note: {note}");
    }
    let verdict = if lacks_code {
        Verdict::Findings
    } else {
        Verdict::Fine
    };
    if added.is_empty() {
        let _ = writeln!(out, "{name} has every operation that is recorded");
        return Ok(verdict);
    }
    let text = edit::add(&given.input.text, &added)
        .map_err(|why| Failure(format!("{name} cannot be edited: {}", shown(&why))))?;
    read(&text).map_err(|mistakes| {
        let why = mistakes.iter().map(|mistake| mistake.message.as_str());
        Failure(format!(
            "{name} cannot be written: {}",
            why.collect::<Vec<_>>().join("; ")
        ))
    })?;
    for (code, operations) in &added {
        for operation in operations {
            let _ = writeln!(out, "{} + {}", shown(code), quoted(operation));
        }
    }
    let count: usize = added.iter().map(|(_, operations)| operations.len()).sum();
    let (operations, codes) = (counted(count, "operation"), counted(added.len(), "code"));
    if args.dry_run {
        let _ = writeln!(
            out,
            "{operations} of {codes} would be added to {name}; nothing was written"
        );
    } else {
        output::write(Path::new(&given.input.name), &text)?;
        let _ = writeln!(out, "added {operations} of {codes} to {name}");
    }
    Ok(verdict)
}

fn refuse_unwritable(input: &Input) -> Result<(), Failure> {
    let name = input.shown_name();
    if input.format == Format::Json {
        return Err(Failure(format!(
            "{name} is an export; write into the file that it is written from"
        )));
    }
    // Standard input, a revision and a published catalog are no files here.
    let is_file = !input.name.starts_with("git:") && Path::new(&input.name).is_file();
    if is_file {
        Ok(())
    } else {
        Err(Failure(format!(
            "{} cannot be written; name a file",
            quoted(&input.name)
        )))
    }
}

/// What becomes of a record.
#[derive(Default)]
struct Plan {
    added: Additions,
    /// What is not added, or may be wrong.
    notes: BTreeSet<String>,
    /// Whether the catalog lacks a code.
    lacks_code: bool,
}

impl Plan {
    fn of(given: &Given, sets: &Sets<'_>) -> Self {
        let catalog = given.source.catalog();
        let mut plan = Self::default();
        let mut added: BTreeMap<usize, BTreeSet<Operation<'_>>> = BTreeMap::new();
        for answer in given.record.seen.keys() {
            let Some(code) = &answer.code else {
                continue;
            };
            let Some((at, entry)) = entry_of(catalog, code) else {
                if !is_http_code(catalog, code, answer.status) {
                    plan.lacks_code = true;
                    let note = format!("{} is not in the catalog, and is left out", quoted(code));
                    plan.notes.insert(note);
                }
                continue;
            };
            if entry.retired.is_some() {
                let note = format!("{} is retired, and is left out", quoted(code));
                plan.notes.insert(note);
                continue;
            }
            if answer.status >= 400 && !entry.statuses.contains(&answer.status) {
                let note = format!(
                    "{} came with {}, which is none of its statuses",
                    quoted(code),
                    answer.status
                );
                plan.notes.insert(note);
            }
            let Some(operation) = sets.operation(answer) else {
                continue;
            };
            let is_named = sets.naming(&operation).any(|word| word.code == at);
            if answer.status != METHOD_NOT_ALLOWED && !is_named {
                added.entry(at).or_default().insert(operation);
            }
        }
        let added = added.into_iter().map(|(at, operations)| {
            let named = operations
                .iter()
                .map(|operation| name_of(catalog, operation));
            (catalog.codes[at].name.clone(), named.collect())
        });
        plan.added = added.collect();
        plan
    }
}

/// What the catalog calls an operation already, or its method and template.
fn name_of(catalog: &Catalog, operation: &Operation<'_>) -> String {
    let listed = catalog.operations.iter().map(|listed| &listed.name);
    let named = catalog.codes.iter().flat_map(|entry| &entry.operations);
    let is =
        |name: &&String| OperationPattern::of(name).is_some_and(|pattern| operation.is(&pattern));
    let known = listed.chain(named).find(is);
    known.cloned().unwrap_or_else(|| operation.to_string())
}
