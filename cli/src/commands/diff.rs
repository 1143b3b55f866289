//! `manila diff`

use std::fmt::Write as _;

use manila_catalog_file::{Change, Impact, compare};
use serde::Serialize;

use super::json::json;
use crate::args::{Diff, DiffFormat};
use crate::catalogs::{catalog, faultless};
use crate::input::{Input, stdin_once};
use crate::outcome::{Failure, Verdict};

pub(crate) fn run(args: &Diff, out: &mut String) -> Result<Verdict, Failure> {
    stdin_once([&args.old, &args.new])?;
    let old = match Input::open_if_there(&args.old)? {
        Ok(input) => Some(faultless(&input)?.into_catalog()),
        Err(message) if args.require_old => return Err(Failure(message)),
        Err(_) => None,
    };
    let new = catalog(&args.new)?;
    let Some(old) = old else {
        *out += &match args.format {
            DiffFormat::Text => "new, nothing to break\n".to_owned(),
            DiffFormat::Markdown => {
                "## Error codes\n\nThe catalog is new: nothing to break.\n".to_owned()
            }
            DiffFormat::Json => json(&[(); 0]),
        };
        return Ok(Verdict::Fine);
    };
    let changes = compare(&old, &new);
    match args.format {
        DiffFormat::Text => *out += &text(&changes),
        DiffFormat::Markdown => *out += &markdown(&changes),
        DiffFormat::Json => {
            *out += &json(&changes.iter().map(Data::of).collect::<Vec<_>>());
        }
    }
    let breaks = of_impact(&changes, Impact::Breaking).next().is_some();
    Ok(if breaks && !args.allow_breaking {
        Verdict::Findings
    } else {
        Verdict::Fine
    })
}

/// A change as data.
#[derive(Serialize)]
struct Data<'a> {
    impact: &'static str,
    kind: &'static str,
    code: Option<&'a str>,
    old: Option<&'a str>,
    new: Option<&'a str>,
    message: &'a str,
    why: &'a str,
}

impl<'a> Data<'a> {
    fn of(change: &'a Change) -> Self {
        Self {
            impact: change.impact.as_str(),
            kind: change.kind,
            code: change.code.as_deref(),
            old: change.old.as_deref(),
            new: change.new.as_deref(),
            message: &change.message,
            why: change.why,
        }
    }
}

fn of_impact(changes: &[Change], impact: Impact) -> impl Iterator<Item = &Change> {
    changes.iter().filter(move |change| change.impact == impact)
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

fn markdown(changes: &[Change]) -> String {
    let mut text = String::from("## Error codes\n");
    if changes.is_empty() {
        text += "\nNothing changed.\n";
    }
    for (impact, title) in [
        (Impact::Breaking, "Breaks clients"),
        (Impact::Compatible, "Compatible"),
    ] {
        if of_impact(changes, impact).next().is_some() {
            let _ = write!(text, "\n### {title}\n\n");
        }
        for change in of_impact(changes, impact) {
            let why = match impact {
                Impact::Breaking => format!(". {}", change.why),
                _ => String::new(),
            };
            let _ = writeln!(text, "- {}{why}", change.message);
        }
    }
    text
}
