//! `manila diff`

use std::collections::HashMap;
use std::fmt::Write as _;

use manila_catalog_file::{CatalogPath, Change, Impact, Source, compare};
use serde::Serialize;

use super::json::json;
use crate::args::{Diff, Format};
use crate::catalogs::faultless;
use crate::input::{Input, stdin_once};
use crate::outcome::{Failure, Verdict};
use crate::report::{self, Lines, Place, Severity, Told};

/// The version of what `--format json` writes.
const SCHEMA: u32 = 1;

pub(crate) fn run(args: &Diff, out: &mut String) -> Result<Verdict, Failure> {
    stdin_once([&args.old, &args.new])?;
    let old = match Input::open_if_there(&args.old)? {
        Ok(input) => Some(faultless(&input)?),
        Err(message) if args.require_old => return Err(Failure(message)),
        Err(_) => None,
    };
    let input = Input::open(&args.new)?;
    let new = faultless(&input)?;
    let changes = match &old {
        Some(old) => compare(old.catalog(), new.catalog()),
        None => Vec::new(),
    };
    let is_new = old.is_none();
    *out += &match args.format {
        Format::Text if is_new => "new, nothing to break\n".to_owned(),
        Format::Text => text(&changes),
        Format::Markdown => markdown(&input, &changes, is_new),
        Format::Json => json(&Data::of(args, is_new, &changes)),
        Format::Sarif => json(&report::sarif(&told(&input, &new, &changes))),
        Format::Github => report::github(&told(&input, &new, &changes)),
    };
    let breaks = of_impact(&changes, Impact::Breaking).next().is_some();
    Ok(if breaks && !args.allow_breaking {
        Verdict::Findings
    } else {
        Verdict::Fine
    })
}

/// A comparison as data.
#[derive(Serialize)]
struct Data<'a> {
    schema: u32,
    old: &'a str,
    new: &'a str,
    is_new: bool,
    breaking: usize,
    compatible: usize,
    changes: Vec<ChangeData<'a>>,
}

/// A change as data.
#[derive(Serialize)]
struct ChangeData<'a> {
    impact: &'static str,
    kind: &'static str,
    code: Option<&'a str>,
    old: Option<&'a str>,
    new: Option<&'a str>,
    message: &'a str,
    why: &'a str,
}

impl<'a> Data<'a> {
    fn of(args: &'a Diff, is_new: bool, changes: &'a [Change]) -> Self {
        let data = changes.iter().map(|change| ChangeData {
            impact: change.impact.as_str(),
            kind: change.kind,
            code: change.code.as_deref(),
            old: change.old.as_deref(),
            new: change.new.as_deref(),
            message: &change.message,
            why: change.why,
        });
        Self {
            schema: SCHEMA,
            old: &args.old,
            new: &args.new,
            is_new,
            breaking: of_impact(changes, Impact::Breaking).count(),
            compatible: of_impact(changes, Impact::Compatible).count(),
            changes: data.collect(),
        }
    }
}

fn of_impact(changes: &[Change], impact: Impact) -> impl Iterator<Item = &Change> {
    changes.iter().filter(move |change| change.impact == impact)
}

/// The changes as tools take them, each at the code that it is about where the new catalog has it.
fn told<'a>(input: &'a Input, new: &Source, changes: &'a [Change]) -> Vec<Told<'a>> {
    let places = Places::of(input, new);
    let told = changes.iter().map(|change| Told {
        severity: match change.impact {
            Impact::Breaking => Severity::Error,
            _ => Severity::Note,
        },
        file: &input.name,
        place: change.code.as_deref().and_then(|code| places.of_code(code)),
        rule: change.kind,
        about: change.why,
        code: change.code.as_deref(),
        message: vec![change.message.clone(), change.why.to_owned()],
    });
    told.collect()
}

/// Where the codes of a catalog are in its text.
struct Places<'a> {
    lines: Lines<'a>,
    source: &'a Source,
    codes: HashMap<&'a str, usize>,
}

impl<'a> Places<'a> {
    fn of(input: &'a Input, source: &'a Source) -> Self {
        let codes = source.catalog().codes.iter().enumerate();
        Self {
            lines: Lines::of(&input.text),
            source,
            codes: codes.map(|(at, entry)| (entry.name.as_str(), at)).collect(),
        }
    }

    fn of_code(&self, name: &str) -> Option<Place> {
        let at = self.codes.get(name)?;
        let span = self.source.span(CatalogPath::Code(*at));
        Some(self.lines.place(&span))
    }
}

fn text(changes: &[Change]) -> String {
    let mut text = String::new();
    for impact in [Impact::Breaking, Impact::Compatible] {
        for change in of_impact(changes, impact) {
            let _ = writeln!(text, "{impact}: {} [{}]", change.message, change.kind);
            if impact == Impact::Breaking {
                let _ = writeln!(text, "  {}", change.why);
            }
        }
    }
    text
}

/// How many compatible changes are shown before they are folded.
const SHOWN: usize = 10;

fn markdown(input: &Input, changes: &[Change], is_new: bool) -> String {
    let breaking: Vec<_> = of_impact(changes, Impact::Breaking).collect();
    let compatible: Vec<_> = of_impact(changes, Impact::Compatible).collect();
    let count = |count: usize| match count {
        0 => "No change".to_owned(),
        1 => "1 change".to_owned(),
        count => format!("{count} changes"),
    };
    let file = report::code(&input.name);
    let mut text = format!("## Error codes: {file}\n\n");
    if changes.is_empty() {
        text += if is_new {
            "The catalog is new: nothing to break.\n"
        } else {
            "Nothing changed.\n"
        };
        return text;
    }
    let verb = if breaking.len() > 1 {
        "break"
    } else {
        "breaks"
    };
    let rest = match compatible.len() {
        0 => String::new(),
        compatible => format!(
            " {} compatible.",
            if compatible == 1 {
                "1 is".to_owned()
            } else {
                format!("{compatible} are")
            }
        ),
    };
    let _ = writeln!(text, "**{} {verb} clients.**{rest}", count(breaking.len()));
    if !breaking.is_empty() {
        text += "\n### Breaks clients\n\n";
        let items = breaking.iter().map(|change| {
            let message = report::escaped(&change.message);
            format!("{message}. {}", change.why)
        });
        report::add_list(&mut text, items);
    }
    if !compatible.is_empty() {
        let is_folded = compatible.len() > SHOWN;
        text += if is_folded {
            "\n<details><summary>Compatible</summary>\n\n"
        } else {
            "\n### Compatible\n\n"
        };
        let items = compatible.iter();
        report::add_list(
            &mut text,
            items.map(|change| report::escaped(&change.message)),
        );
        if is_folded {
            text += "\n</details>\n";
        }
    }
    text
}
