//! `manila export`

use std::borrow::Cow;
use std::collections::BTreeMap;

use manila_catalog_file::{Case, Catalog, EXPORT_SCHEMA, Entry, FactValue};
use serde::ser::{Error as _, SerializeMap as _};
use serde::{Serialize, Serializer};
use serde_json::value::RawValue;

use super::json::json;
use super::{clients, contract, languages};
use crate::args::{Export, ExportFormat};
use crate::catalogs::catalog;
use crate::input::stdin_once;
use crate::outcome::{Failure, Verdict};
use crate::output;
use crate::shown::shown;

pub(crate) fn run(args: &Export, out: &mut String) -> Result<Verdict, Failure> {
    if let Some(misfit) = args.misfit() {
        return Err(Failure(misfit));
    }
    let named = args.document.iter().chain(&args.others);
    stdin_once(named.chain([&args.catalog]))?;
    let text = match args.format {
        ExportFormat::Json => data(&catalog(&args.catalog)?),
        ExportFormat::Openapi | ExportFormat::Overlay | ExportFormat::JsonSchema => {
            contract::text(args)?
        }
        ExportFormat::Typescript | ExportFormat::Python => clients::text(args, data)?,
        ExportFormat::Ftl | ExportFormat::MessagesJson | ExportFormat::Xliff => {
            languages::text(args)?
        }
    };
    if let Some(file) = &args.check {
        let named = shown(args.document.as_ref().unwrap_or(&args.catalog));
        return output::compare(file, &text, &named, &args.command(shown), out);
    }
    match &args.output {
        None => *out += &text,
        Some(file) if file.as_os_str() == "-" => *out += &text,
        Some(file) => output::write(file, &text)?,
    }
    Ok(Verdict::Fine)
}

fn data(catalog: &Catalog) -> String {
    json(&Data::of(catalog))
}

/// A catalog as data. Members that say nothing are left out.
#[derive(Serialize)]
struct Data<'a> {
    schema: u32,
    name: &'a str,
    title: &'a str,
    case: &'static str,
    wire: &'static str,
    /// `status`, if a number's first three digits are its status.
    #[serde(skip_serializing_if = "Option::is_none")]
    digits: Option<&'static str>,
    locales: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    documentation: Option<&'a str>,
    /// Unless it is `case`.
    #[serde(skip_serializing_if = "Option::is_none")]
    http_case: Option<&'static str>,
    #[serde(skip_serializing_if = "is_empty")]
    brands: &'a [String],
    /// The titles of the facts that codes have.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    facts: BTreeMap<&'a str, &'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    exit_codes: BTreeMap<u16, u8>,
    conditions: BTreeMap<&'static str, &'a str>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    rules: BTreeMap<&'a str, &'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    operations: Vec<Operation<'a>>,
    codes: Vec<Code<'a>>,
}

/// An operation as data.
#[derive(Serialize)]
struct Operation<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "is_empty")]
    groups: &'a [String],
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
    pub(super) texts: BTreeMap<&'static str, Cow<'a, str>>,
    #[serde(skip_serializing_if = "is_empty")]
    pub(super) causes: &'a [String],
    #[serde(skip_serializing_if = "is_empty")]
    pub(super) client: &'a [String],
    #[serde(skip_serializing_if = "is_empty")]
    pub(super) server: &'a [String],
    #[serde(skip_serializing_if = "is_empty")]
    pub(super) operations: &'a [String],
    #[serde(skip_serializing_if = "is_empty")]
    pub(super) source: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) retry: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) severity: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) user_actionable: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) owner: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) applied: Option<&'static str>,
    pub(super) scope: Vec<&'static str>,
    #[serde(skip_serializing_if = "is_empty")]
    pub(super) related: &'a [String],
    #[serde(skip_serializing_if = "is_empty")]
    pub(super) mentions: &'a [String],
    #[serde(skip_serializing_if = "Facts::is_empty")]
    pub(super) facts: Facts<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) details: Vec<Detail<'a>>,
    /// The reason of each silenced rule.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub(super) allow: BTreeMap<&'a str, &'a str>,
}

/// A detail as data.
#[derive(Serialize)]
pub(super) struct Detail<'a> {
    pub(super) name: &'a str,
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) meaning: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) required: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) items: Option<&'static str>,
    #[serde(skip_serializing_if = "is_empty")]
    pub(super) values: &'a [String],
}

impl<'a> Data<'a> {
    fn of(catalog: &'a Catalog) -> Self {
        let conditions = catalog.conditions.iter();
        let rules = catalog.rules.iter();
        Self {
            schema: EXPORT_SCHEMA,
            name: &catalog.name,
            title: catalog.title.as_ref().unwrap_or(&catalog.name),
            case: catalog.case.as_str(),
            wire: catalog.wire.as_str(),
            digits: catalog.digits.then_some("status"),
            locales: &catalog.locales,
            documentation: catalog.documentation.as_deref(),
            http_case: Some(catalog.shown_http_case())
                .filter(|case| *case != catalog.case)
                .map(Case::as_str),
            brands: &catalog.brands,
            facts: catalog
                .facts
                .iter()
                .map(|(name, title)| (&**name, &**title))
                .collect(),
            exit_codes: catalog.exit_codes.iter().copied().collect(),
            conditions: conditions
                .map(|(condition, code)| (condition.as_str(), &**code))
                .collect(),
            rules: rules.map(|(rule, code)| (&**rule, &**code)).collect(),
            operations: catalog.operations.iter().map(Operation::of).collect(),
            codes: catalog
                .codes
                .iter()
                .map(|entry| Code::of(catalog, entry))
                .collect(),
        }
    }
}

impl<'a> Operation<'a> {
    fn of(operation: &'a manila_catalog_file::Operation) -> Self {
        Self {
            name: &operation.name,
            title: operation.title.as_deref(),
            groups: &operation.groups,
        }
    }
}

/// The facts that the format has no key for, in the order of the file.
pub(super) struct Facts<'a>(pub(super) &'a [(String, FactValue<String>)]);

impl Facts<'_> {
    const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Serialize for Facts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in self.0 {
            match value {
                FactValue::Boolean(is) => map.serialize_entry(name, is)?,
                // As it is, so that an enum writes the same.
                FactValue::Number(number) => {
                    let number = RawValue::from_string(number.clone()).map_err(S::Error::custom)?;
                    map.serialize_entry(name, &number)?;
                }
                text => map.serialize_entry(name, &text.to_string())?,
            }
        }
        map.end()
    }
}

impl<'a> Code<'a> {
    pub(super) fn of(catalog: &Catalog, entry: &'a Entry) -> Self {
        let texts = [
            ("section", &entry.section),
            ("category", &entry.category),
            ("auto_fix", &entry.auto_fix),
            ("next", &entry.next),
            ("since", &entry.since),
            ("deprecated", &entry.deprecated),
            ("retired", &entry.retired),
            ("replaced_by", &entry.replaced_by),
        ];
        let texts = texts
            .into_iter()
            .filter_map(|(key, text)| Some((key, Cow::Borrowed(text.as_deref()?))));
        let shown = [
            ("meaning", entry.shown_meaning().map(Cow::Borrowed)),
            ("message", entry.shown_message()),
        ];
        let shown = shown
            .into_iter()
            .filter_map(|(key, text)| Some((key, text?)));
        let allow = entry.allow.iter();
        let allow = allow.map(|allowed| (&*allowed.rule, &*allowed.reason));
        let details = entry.details.iter().map(|detail| Detail {
            name: &detail.name,
            kind: detail.kind.as_str(),
            meaning: detail.meaning.as_deref(),
            required: detail.required,
            items: detail.items.map(|items| items.as_str()),
            values: &detail.values,
        });
        Self {
            name: &entry.name,
            number: entry.number,
            statuses: &entry.statuses,
            derived: entry.derived,
            exit_code: catalog.shown_exit_code(entry),
            title: entry.shown_title().into_owned(),
            texts: texts.chain(shown).collect(),
            causes: &entry.causes,
            client: &entry.client,
            server: &entry.server,
            operations: &entry.operations,
            source: &entry.source,
            retry: entry.retry.map(|retry| retry.as_str()),
            severity: entry.severity.map(|severity| severity.as_str()),
            user_actionable: entry.user_actionable,
            owner: entry.owner.map(|owner| owner.as_str()),
            applied: entry.applied.map(|applied| applied.as_str()),
            scope: entry
                .shown_scope()
                .iter()
                .map(|scope| scope.as_str())
                .collect(),
            related: &entry.related,
            mentions: &entry.mentions,
            facts: Facts(&entry.facts),
            details: details.collect(),
            allow: allow.collect(),
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
