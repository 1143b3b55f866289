//! `manila import`

mod cell;
mod column;
mod columns;
mod conditions;
mod csv;
mod entries;
mod fields;
mod json;
mod judge;
mod maps;
mod node;
mod openapi;
mod told;
mod toml;
mod values;
mod write;
mod yaml;

use std::collections::BTreeMap;
use std::path::Path;

use manila_catalog_file::{Catalog, Operation, Wire, lint, read};

use self::cell::List;
use self::columns::Columns;
use self::entries::{Entries, entries};
use self::maps::Maps;
use self::told::Told;
use crate::args::{Import, ListFormat};
use crate::input::{Format, Input, text_of};
use crate::outcome::{Failure, Verdict};
use crate::shown::{quoted, shown};
use crate::{output, report};

pub(super) use self::openapi::operations_of;

/// The largest list that is read, in mebibytes.
const LARGEST_MIB: u64 = 64;

pub(crate) fn run(args: &Import, out: &mut String) -> Result<Verdict, Failure> {
    let maps = Maps::of(args)?;
    let name = name_of(args)?;
    let text = text_of(&args.file, LARGEST_MIB)?;
    let mut told = Told::of(&args.file);
    let imported = catalog(args, &maps, &text, &mut told);
    let written = imported.and_then(|(mut catalog, taken)| {
        catalog.name = name;
        finish(args, &catalog, taken, &mut told, out)
    });
    told.show();
    written?;
    Ok(if told.has_left_out() {
        Verdict::Findings
    } else {
        Verdict::Fine
    })
}

/// How many codes the list has.
type Found = usize;

fn catalog(
    args: &Import,
    maps: &Maps,
    text: &str,
    told: &mut Told,
) -> Result<(Catalog, Found), Failure> {
    let list = list(args, maps, text, told)
        .map_err(|why| Failure(format!("{} cannot be read: {}", told.list(), shown(&why))))?;
    let found = list.rows.len() + told.unread();
    if list.rows.is_empty() {
        return Err(Failure(format!("{} has no codes", told.list())));
    }
    let own = Maps::default();
    let maps = if args.from == ListFormat::Openapi {
        &own
    } else {
        maps
    };
    let columns = Columns::of(&list, maps, told)?;
    let Entries { entries, case } = entries(list.rows, &columns, args.case, args.status, told);
    let (mut places, codes) = entries.into_iter().unzip();
    let mut catalog = Catalog::new("imported", case);
    catalog.title = list.title;
    if columns.numbers_are_codes {
        catalog.wire = Wire::Number;
    }
    catalog.facts = columns.facts;
    catalog.codes = codes;
    let operations = list.operations.into_iter().map(|(name, title, groups)| {
        let mut operation = Operation::new(name);
        operation.title = title;
        operation.groups = groups;
        operation
    });
    catalog.operations = operations.collect();
    judge::judge(&mut catalog, &mut places, told);
    Ok((catalog, found))
}

fn list(args: &Import, maps: &Maps, text: &str, told: &mut Told) -> Result<List, String> {
    match args.from {
        ListFormat::Csv => csv::read(text, args.separator, told),
        ListFormat::Json => json::read(text, told),
        ListFormat::Yaml => yaml::read(text, told),
        ListFormat::Openapi => openapi::read(text, maps, told),
    }
}

/// Writes the catalog, and tells what `manila check` says of it.
fn finish(
    args: &Import,
    catalog: &Catalog,
    found: Found,
    told: &mut Told,
    out: &mut String,
) -> Result<(), Failure> {
    let taken = catalog.codes.len();
    if taken == 0 {
        return Err(Failure(format!("no code of {} can be taken", told.list())));
    }
    let text = write::file(catalog, told.list());
    let source = match read(&text) {
        Ok(source) => source,
        Err(mistakes) => {
            let input = Input {
                name: "the catalog".to_owned(),
                text,
                format: Format::Toml,
                folder: None,
                is_published: false,
            };
            let shown = report::text(&input, &mistakes);
            let shown = shown.trim_end();
            return Err(Failure(format!("the list makes no catalog\n\n{shown}")));
        }
    };
    told.sum_up(match found {
        1 => format!("{taken} of 1 code was imported"),
        found => format!("{taken} of {found} codes were imported"),
    });
    let advice = advice(source.catalog());
    if !advice.is_empty() {
        told.sum_up(format!("`manila check` advises: {advice}"));
    }
    if args.output == Path::new("-") {
        *out += &text;
        return Ok(());
    }
    output::create(&args.output, &text)?;
    let file = shown(&args.output.to_string_lossy());
    let codes = if taken == 1 { "code" } else { "codes" };
    *out += &format!("created {file} with {taken} {codes}; check it with `manila check {file}`\n");
    Ok(())
}

/// The advice on a catalog, by its rules.
fn advice(catalog: &Catalog) -> String {
    let mut counts = BTreeMap::new();
    for found in lint(catalog) {
        *counts.entry(found.rule.as_str()).or_insert(0_usize) += 1;
    }
    let counts = counts
        .iter()
        .map(|(rule, count)| format!("{rule} ({count})"));
    counts.collect::<Vec<_>>().join(", ")
}

/// The name that the user chooses, or the file's.
fn name_of(args: &Import) -> Result<String, Failure> {
    let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    if let Some(name) = &args.name {
        if name.is_empty() || !name.chars().all(fits) {
            let name = quoted(name);
            return Err(Failure(format!(
                "{name} cannot be a catalog's name: use ASCII letters, digits, `-` and `_`"
            )));
        }
        return Ok(name.clone());
    }
    let stem = Path::new(&args.file).file_stem().unwrap_or_default();
    let name = stem.to_string_lossy().replace(|c| !fits(c), "-");
    let name = name.trim_matches('-');
    Ok(if name.is_empty() { "my-api" } else { name }.to_owned())
}
