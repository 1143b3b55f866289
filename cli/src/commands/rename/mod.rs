//! `manila rename`

mod edit;
mod follow;

use std::path::{Path, PathBuf};

use manila_catalog_file::{Case, Catalog, Entry, Impact, Wire, compare, nearest, read};

use crate::args::Rename;
use crate::catalogs::faultless;
use crate::input::{Format, Input};
use crate::outcome::{Failure, Verdict};
use crate::output;
use crate::shown::{quoted, shown};

pub(crate) fn run(args: &Rename, out: &mut String) -> Result<Verdict, Failure> {
    let input = Input::open(&args.file)?;
    let shown_name = input.shown_name();
    if input.format == Format::Json {
        return Err(Failure(format!(
            "{shown_name} is an export; rename the code in the file that it is written from"
        )));
    }
    let target = target(args, &input)?;
    let source = faultless(&input)?;
    let catalog = source.catalog();
    let entry = entry(catalog, &args.old)?;
    judge_name(catalog, entry, &args.new)?;
    let plan = edit::Plan {
        old: &entry.name,
        new: &args.new,
        since: args.since.as_deref(),
        is_in_place: catalog.wire == Wire::Number,
        moves_conditions: !args.keep_conditions || catalog.wire == Wire::Number,
    };
    let text = plan
        .apply(&input.text)
        .map_err(|why| Failure(format!("{shown_name} cannot be edited: {}", shown(&why))))?;
    let renamed = read(&text).map_err(|mistakes| {
        let why = mistakes.iter().map(|mistake| mistake.message.as_str());
        let why = why.collect::<Vec<_>>().join("; ");
        let (old, new) = (quoted(&entry.name), quoted(&args.new));
        Failure(format!("{old} cannot be renamed to {new}: {why}"))
    })?;
    let mut notes = notes(catalog, entry, &plan);
    let changes = compare(catalog, renamed.catalog());
    let breaking = changes
        .iter()
        .filter(|change| change.impact == Impact::Breaking);
    let breaking = breaking.map(|change| format!("breaks clients: {}", change.message));
    let breaking: Vec<_> = breaking.collect();
    if !breaking.is_empty() {
        notes.extend(breaking);
        notes.push("`--keep-conditions` leaves these with the old code".to_owned());
    }
    let Some(file) = target else {
        *out += &text;
        return Ok(Verdict::Fine);
    };
    output::write(&file, &text)?;
    let (old, new) = (quoted(&entry.name), quoted(&args.new));
    let file = shown(&file.to_string_lossy());
    *out += &format!("renamed {old} to {new} in {file}\n");
    for note in notes {
        *out += &format!("note: {note}\n");
    }
    Ok(Verdict::Fine)
}

/// The file to write; none is standard output.
fn target(args: &Rename, input: &Input) -> Result<Option<PathBuf>, Failure> {
    let is_stdout = |path: &Path| path == Path::new("-");
    match &args.output {
        Some(path) if is_stdout(path) => Ok(None),
        Some(path) => Ok(Some(path.clone())),
        None if args.file == "-" => Ok(None),
        // Neither a revision nor a published catalog is a file here.
        None if args.file.starts_with("git:") || input.name != args.file => {
            let name = quoted(&args.file);
            Err(Failure(format!(
                "{name} cannot be written; name a file with `--output`"
            )))
        }
        None => Ok(Some(PathBuf::from(&args.file))),
    }
}

fn entry<'c>(catalog: &'c Catalog, named: &str) -> Result<&'c Entry, Failure> {
    let is_number = |entry: &&Entry| {
        let number = entry.number;
        number.is_some_and(|number| number.to_string() == named)
    };
    let codes = || catalog.codes.iter();
    let found = codes().find(|entry| entry.name == named);
    found.or_else(|| codes().find(is_number)).ok_or_else(|| {
        let near = nearest(named, codes().map(|entry| entry.name.as_str()));
        let help = near.map(|name| format!("; did you mean {}?", quoted(name)));
        Failure(format!(
            "unknown code {}{}",
            quoted(named),
            help.unwrap_or_default()
        ))
    })
}

/// Refuses a name that the catalog cannot have, and a code that nobody should use any more.
fn judge_name(catalog: &Catalog, entry: &Entry, new: &str) -> Result<(), Failure> {
    let refuse = |why: String| Err(Failure(why));
    let name = quoted(new);
    if let Some(at) = catalog.codes.iter().position(|entry| entry.name == new) {
        return refuse(format!(
            "duplicate code {name}: already defined as entry {}",
            at + 1
        ));
    }
    let case = catalog.case;
    if !case.accepts(new) {
        let right = Some(case.spell(new)).filter(|right| case.accepts(right));
        let help = match right {
            Some(right) => format!("write {}", quoted(&right)),
            None => "a code must start with an ASCII letter".to_owned(),
        };
        return refuse(match case {
            Case::Any => {
                format!(
                    "{name} is no code: one has ASCII letters, digits and `. _ : / -` alone; {help}"
                )
            }
            case => format!("{name} is not in {case}; {help}"),
        });
    }
    let ends = [
        ("deprecated", &entry.deprecated),
        ("retired", &entry.retired),
    ];
    let ended = ends.iter().find(|(_, why)| why.is_some());
    if let Some((what, _)) = ended.filter(|_| catalog.wire == Wire::Name) {
        let by = entry.replaced_by.as_deref();
        let by = by.map(|by| format!("; it is replaced by {}", quoted(by)));
        let (old, by) = (quoted(&entry.name), by.unwrap_or_default());
        return refuse(format!("{old} is {what} already{by}"));
    }
    Ok(())
}

/// What stays with the old code, and what is not in the file.
fn notes(catalog: &Catalog, entry: &Entry, plan: &edit::Plan<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    let (old, new) = (quoted(plan.old), quoted(plan.new));
    if !plan.is_in_place {
        if let Some(number) = entry.number {
            notes.push(format!(
                "the number {number} stays with {old}: a number belongs to one code"
            ));
        }
        let conditions = catalog.conditions.iter();
        let conditions = conditions.map(|(condition, code)| (condition.as_str(), code));
        let rules = catalog
            .rules
            .iter()
            .map(|(rule, code)| (rule.as_str(), code));
        let of_code = conditions
            .chain(rules)
            .filter(|(_, code)| **code == entry.name);
        let names: Vec<_> = of_code.map(|(name, _)| quoted(name)).collect();
        if !names.is_empty() && !plan.moves_conditions {
            let names = names.join(", ");
            notes.push(format!(
                "{old} still stands for {names}; hand that to {new} when clients know it"
            ));
        }
    }
    if let [_, others @ ..] = &catalog.locales[..]
        && !others.is_empty()
    {
        let others = others.iter().map(|locale| quoted(locale));
        let others = others.collect::<Vec<_>>().join(", ");
        notes.push(format!(
            "the texts in {others} go by the code's name: give them {new}"
        ));
    }
    notes
}
