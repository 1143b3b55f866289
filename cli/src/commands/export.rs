//! `manila export`

use std::collections::BTreeMap;
use std::io::ErrorKind;

use manila_catalog_file::{Catalog, Entry, Scope};
use serde::Serialize;

use super::json;
use crate::args::{Export, ExportFormat};
use crate::input::catalog;
use crate::{Failure, Verdict};

/// The version of the form. A change that a reader of the old form cannot take gets a new one.
const SCHEMA: u32 = 1;

pub(crate) fn run(args: &Export, out: &mut String) -> Result<Verdict, Failure> {
    let catalog = catalog(&args.catalog)?;
    let text = match args.format {
        ExportFormat::Json => json(&Data::of(&catalog)),
    };
    if let Some(file) = &args.check {
        let shown = file.display();
        let state = match std::fs::read(file) {
            Ok(known) if known == text.as_bytes() => return Ok(Verdict::Fine),
            Ok(_) => format!("is not the export of {}", args.catalog),
            Err(error) if error.kind() == ErrorKind::NotFound => "does not exist".to_owned(),
            Err(error) => return Err(Failure(format!("cannot read {shown}: {error}"))),
        };
        let command = format!("manila export {} --output {shown}", args.catalog);
        *out += &format!("{shown} {state}; mend it: {command}\n");
        return Ok(Verdict::Findings);
    }
    match &args.output {
        None => *out += &text,
        Some(file) => std::fs::write(file, text)
            .map_err(|error| Failure(format!("cannot write {}: {error}", file.display())))?,
    }
    Ok(Verdict::Fine)
}

/// A catalog as data. Members that say nothing are left out.
#[derive(Serialize)]
struct Data<'a> {
    schema: u32,
    name: &'a str,
    title: &'a str,
    case: &'static str,
    wire: &'static str,
    locales: &'a [String],
    conditions: BTreeMap<&'static str, &'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    rules: BTreeMap<&'a str, &'a str>,
    codes: Vec<Code<'a>>,
}

/// A code as data.
#[derive(Serialize)]
pub(super) struct Code<'a> {
    pub(super) name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) number: Option<i32>,
    pub(super) statuses: &'a [u16],
    /// Whether the statuses are the catalog author's, as the source gives none.
    #[serde(skip_serializing_if = "is_false")]
    pub(super) derived: bool,
    pub(super) exit_code: u8,
    pub(super) title: String,
    #[serde(flatten)]
    pub(super) texts: BTreeMap<&'static str, &'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) retry: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) severity: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) user_actionable: Option<bool>,
    pub(super) scope: Vec<&'static str>,
    #[serde(skip_serializing_if = "is_empty")]
    pub(super) related: &'a [String],
    #[serde(skip_serializing_if = "is_empty")]
    pub(super) mentions: &'a [String],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) details: Vec<Detail<'a>>,
}

/// A detail as data.
#[derive(Serialize)]
pub(super) struct Detail<'a> {
    pub(super) name: &'a str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) meaning: Option<&'a str>,
}

impl<'a> Data<'a> {
    fn of(catalog: &'a Catalog) -> Self {
        let conditions = catalog.conditions.iter();
        let rules = catalog.rules.iter();
        Self {
            schema: SCHEMA,
            name: &catalog.name,
            title: catalog.title.as_ref().unwrap_or(&catalog.name),
            case: catalog.case.as_str(),
            wire: catalog.wire.as_str(),
            locales: &catalog.locales,
            conditions: conditions
                .map(|(condition, code)| (condition.as_str(), &**code))
                .collect(),
            rules: rules.map(|(rule, code)| (&**rule, &**code)).collect(),
            codes: catalog
                .codes
                .iter()
                .map(|entry| Code::of(catalog, entry))
                .collect(),
        }
    }
}

impl<'a> Code<'a> {
    pub(super) fn of(catalog: &Catalog, entry: &'a Entry) -> Self {
        let texts = [
            ("message", &entry.message),
            ("meaning", &entry.meaning),
            ("client", &entry.client),
            ("server", &entry.server),
            ("section", &entry.section),
            ("category", &entry.category),
            ("auto_fix", &entry.auto_fix),
            ("since", &entry.since),
            ("deprecated", &entry.deprecated),
            ("retired", &entry.retired),
            ("replaced_by", &entry.replaced_by),
        ];
        let texts = texts
            .into_iter()
            .filter_map(|(key, text)| Some((key, text.as_deref()?)));
        let scope = if entry.scope.is_empty() {
            &[Scope::Response][..]
        } else {
            &entry.scope
        };
        let details = entry.details.iter().map(|detail| Detail {
            name: &detail.name,
            kind: detail.kind.as_str(),
            meaning: detail.meaning.as_deref(),
        });
        Self {
            name: &entry.name,
            number: entry.number,
            statuses: &entry.statuses,
            derived: entry.derived,
            exit_code: catalog.shown_exit_code(entry),
            title: entry.shown_title().into_owned(),
            texts: texts.collect(),
            retry: entry.retry.map(|retry| retry.as_str()),
            severity: entry.severity.map(|severity| severity.as_str()),
            user_actionable: entry.user_actionable,
            scope: scope.iter().map(|scope| scope.as_str()).collect(),
            related: &entry.related,
            mentions: &entry.mentions,
            details: details.collect(),
        }
    }
}

#[expect(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde hands over references"
)]
const fn is_false(value: &bool) -> bool {
    !*value
}

const fn is_empty(list: &[String]) -> bool {
    list.is_empty()
}
