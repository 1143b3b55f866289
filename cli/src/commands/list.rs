//! `manila list`

use std::fmt::Write as _;

use manila_catalog_file::{Catalog, Entry, Owner, Retry, Scope};
use serde::Serialize;

use super::export::Code;
use super::json::json;
use super::operation::Asked;
use crate::args::{DataFormat, List};
use crate::catalogs::{catalog, published_catalogs};
use crate::input::local_catalog;
use crate::outcome::{Failure, Verdict};

pub(crate) fn run(args: &List, out: &mut String) -> Result<Verdict, Failure> {
    let filter = Filter::of(args)?;
    let catalogs = match &args.catalog {
        Some(named) => vec![catalog(named)?],
        None => match local_catalog() {
            Some(local) => vec![catalog(local)?],
            None => published_catalogs()?,
        },
    };
    let asked = args.operation.as_deref().map(Asked::of);
    let comes_from = |catalog: &Catalog, entry: &Entry| {
        let asked = asked.as_ref();
        asked.is_none_or(|operation| operation.is_of(catalog, entry))
    };
    if let Some(operation) = &asked {
        refuse_unknown(operation, &catalogs)?;
    }
    let rows = catalogs.iter().flat_map(|catalog| {
        let codes = catalog.codes.iter();
        let codes = codes.filter(|entry| filter.lets(entry) && comes_from(catalog, entry));
        codes.map(move |entry| (catalog, entry))
    });
    match args.format {
        DataFormat::Json => {
            let rows = rows.map(|(catalog, entry)| Row::of(catalog, entry));
            *out += &json(&rows.collect::<Vec<_>>());
        }
        DataFormat::Text => {
            let rows: Vec<_> = rows.collect();
            let width = rows
                .iter()
                .map(|(_, entry)| entry.name.len())
                .max()
                .unwrap_or_default();
            for (catalog, entry) in rows {
                let status = entry.statuses.first().copied().unwrap_or_default();
                let (name, title) = (&entry.name, entry.shown_title());
                let _ = writeln!(out, "{:<10} {status} {name:<width$}  {title}", catalog.name);
            }
        }
    }
    Ok(Verdict::Fine)
}

/// A code as data, with its catalog.
#[derive(Serialize)]
struct Row<'a> {
    catalog: &'a str,
    #[serde(flatten)]
    code: Code<'a>,
}

impl<'a> Row<'a> {
    fn of(catalog: &'a Catalog, entry: &'a Entry) -> Self {
        Self {
            catalog: &catalog.name,
            code: Code::of(catalog, entry),
        }
    }
}

/// Which codes are asked for.
struct Filter {
    statuses: std::ops::RangeInclusive<u16>,
    section: Option<String>,
    retry: Option<Retry>,
    scope: Option<Scope>,
    owner: Option<Owner>,
}

impl Filter {
    fn of(args: &List) -> Result<Self, Failure> {
        let statuses = args.status.as_deref().map_or(Ok(0..=u16::MAX), statuses)?;
        let retry = args
            .retry
            .as_deref()
            .map(|word| known("retry", word, Retry::from_word));
        let scope = args
            .scope
            .as_deref()
            .map(|word| known("scope", word, Scope::from_word));
        let owner = args
            .owner
            .as_deref()
            .map(|word| known("owner", word, Owner::from_word));
        let section = args.section.as_ref().map(|section| section.to_lowercase());
        Ok(Self {
            statuses,
            section,
            retry: retry.transpose()?,
            scope: scope.transpose()?,
            owner: owner.transpose()?,
        })
    }

    fn lets(&self, entry: &Entry) -> bool {
        let section = entry.section.as_deref().unwrap_or_default().to_lowercase();
        let is_of_scope = |scope: Scope| match &entry.scope[..] {
            [] => scope == Scope::Response,
            scopes => scopes.contains(&scope),
        };
        entry
            .statuses
            .iter()
            .any(|status| self.statuses.contains(status))
            && self
                .section
                .as_ref()
                .is_none_or(|part| section.contains(part))
            && self.retry.is_none_or(|retry| entry.retry == Some(retry))
            && self.scope.is_none_or(is_of_scope)
            && self.owner.is_none_or(|owner| entry.owner == Some(owner))
    }
}

/// An operation that no code can come from is one that somebody mistyped.
fn refuse_unknown(operation: &Asked<'_>, catalogs: &[Catalog]) -> Result<(), Failure> {
    let is_known = catalogs.iter().any(|catalog| {
        let mut codes = catalog.codes.iter();
        codes.any(|entry| operation.is_of(catalog, entry))
    });
    if is_known {
        return Ok(());
    }
    let help = operation.suggestion(catalogs);
    let help = help.map(|name| format!("; did you mean `{name}`?"));
    Err(Failure(format!(
        "no code can come from the operation{}",
        help.unwrap_or_default()
    )))
}

/// `404`, or `4xx`.
fn statuses(text: &str) -> Result<std::ops::RangeInclusive<u16>, Failure> {
    match text {
        "4xx" => return Ok(400..=499),
        "5xx" => return Ok(500..=599),
        _ => {}
    }
    match text.parse() {
        Ok(status) if (400..600).contains(&status) => Ok(status..=status),
        _ => Err(Failure(format!(
            "`{text}` is not an error status; write 404, 4xx or 5xx"
        ))),
    }
}

fn known<T>(what: &str, word: &str, read: fn(&str) -> Option<T>) -> Result<T, Failure> {
    read(word).ok_or_else(|| {
        Failure(format!(
            "unknown {what} `{word}`; `manila list --help` lists them"
        ))
    })
}
