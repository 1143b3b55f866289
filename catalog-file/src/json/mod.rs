//! From an export, which is JSON, to a catalog.

mod catalog;
mod code;
mod fields;
mod notes;
mod value;

use std::ops::RangeInclusive;

use serde_json::value::RawValue;

use self::{notes::Notes, value::Value};
use crate::{
    Catalog, Diagnostic, EXPORT_SCHEMA, Finding, OLDEST_EXPORT_SCHEMA, Source, check,
    diagnostic::locate, lint, source::HEADER,
};

/// The versions that are read.
const SCHEMAS: RangeInclusive<u64> = OLDEST_EXPORT_SCHEMA as u64..=EXPORT_SCHEMA as u64;

/// Reads the JSON that `manila export` and `manila::Catalog::write_json` write.
///
/// ```
/// let source = manila_catalog_file::read_json(
///     r#"{
///         "schema": 2, "name": "plans", "case": "SCREAMING_SNAKE_CASE",
///         "codes": [{ "name": "PLAN_LIMIT_EXCEEDED", "statuses": [402] }]
///     }"#,
/// )
/// .unwrap();
/// assert_eq!(source.catalog().codes[0].statuses, [402]);
/// ```
///
/// Exports of `schema` 1 are read as well. Members that this version does not know are skipped: a later one may write them.
///
/// # Errors
///
/// Every mistake of the text, in its order. Where it is not an export, that is the only one; where
/// its format has mistakes, what [`check`](crate::check()) would find is left out.
pub fn read_json(text: &str) -> Result<Source, Vec<Diagnostic>> {
    let (source, mistakes) = read_with(text, &[check]);
    if mistakes.is_empty() {
        Ok(source)
    } else {
        Err(mistakes)
    }
}

/// Returns everything that is to be said about an export, in its order: every mistake, as
/// [`read_json`] finds them, and what [`lint`] advises.
///
/// ```
/// use manila_catalog_file::examine_json;
///
/// let found = examine_json(
///     r#"{ "schema": 2, "name": "plans", "case": "snake_case",
///          "codes": [{ "name": "plan_limit", "statuses": [402] }] }"#,
/// );
/// assert_eq!((found[0].rule, found[0].code.as_deref()), ("no-message", Some("plan_limit")));
/// ```
#[must_use]
pub fn examine_json(text: &str) -> Vec<Diagnostic> {
    read_with(text, &[check, lint]).1
}

fn read_with(text: &str, rules: &[fn(&Catalog) -> Vec<Finding>]) -> (Source, Vec<Diagnostic>) {
    let mut notes = Notes::new(text);
    let catalog = match serde_json::from_str::<&RawValue>(text) {
        Ok(top) => read_top(top, &mut notes),
        Err(error) => {
            notes.syntax(&error);
            catalog::empty()
        }
    };
    if notes.mistakes.is_empty() {
        for finding in rules.iter().flat_map(|rules| rules(&catalog)) {
            notes.finding(&catalog, finding);
        }
    }
    let source = Source::new(text, catalog, notes.spans);
    (source, locate(text, notes.mistakes))
}

fn read_top(top: &RawValue, notes: &mut Notes<'_>) -> Catalog {
    let value = Value::new("export", top, HEADER, notes);
    match value.schema() {
        Some((schema, _)) if SCHEMAS.contains(&schema) => return catalog::read(value),
        Some((schema, span)) => {
            let message = format!(
                "schema {schema} is not supported, only {OLDEST_EXPORT_SCHEMA} to {EXPORT_SCHEMA} are"
            );
            let help = "read it with the version of `manila` that it was written for".to_owned();
            notes.mistake("unknown-schema", span, message, Some(help));
        }
        None => {
            let message = "this JSON is not the export of a catalog: it has no `schema`".to_owned();
            let help =
                "`manila export` writes one, and so does `write_json` of an enum's `CATALOG`";
            notes.mistake("not-an-export", 0..1, message, Some(help.to_owned()));
        }
    }
    catalog::empty()
}
