//! What the rules find, said to somebody who writes attributes.

use manila_catalog_file::{Catalog, Finding, Place};
use proc_macro2::Ident;

use crate::ast::{Kind, Variant};

/// The rules that cannot judge a catalog some of whose names are not known.
const ABOUT_NAMES: [&str; 5] = [
    "spelling",
    "duplicate-code",
    "variant-name",
    "unknown-related",
    "unknown-replacement",
];

pub(super) fn is_about_names(finding: &Finding) -> bool {
    ABOUT_NAMES.contains(&finding.rule)
}

/// The finding in one line. The rules do not know whether a catalog is a file or an enum; where
/// that makes a difference to what has to be done, the attribute is named.
pub(super) fn text_of(finding: Finding, catalog: &Catalog, variants: &[Variant]) -> String {
    let own_help = match finding.rule {
        "no-status" => Some("write `#[error_code(status = 422)]`"),
        "no-number" => Some("write `number = …`, as `wire = \"number\"` asks for"),
        "reserved-detail" => {
            Some("Manila's own data goes there, so write `detail, rename = \"…\"`")
        }
        "placeholder" if finding.help.is_none() => {
            Some("write `#[error_code(detail)]` on the field")
        }
        "unknown-related" if finding.help.is_none() => {
            Some("write codes of other catalogs into `mentions`")
        }
        _ => None,
    };
    let message = match (finding.rule, finding.place) {
        ("duplicate-code", Place::Code(at)) => first_of(at, catalog, variants),
        ("duplicate-condition", Place::Condition(at)) => first_for(at, catalog),
        ("duplicate-rule", Place::Rule(at)) => first_for_rule(at, catalog),
        _ => None,
    };
    let message = message.unwrap_or(finding.message);
    match own_help.or(finding.help.as_deref()) {
        Some(help) => format!("{message}; {help}"),
        None => message,
    }
}

/// Which variant has the code already.
fn first_of(at: usize, catalog: &Catalog, variants: &[Variant]) -> Option<String> {
    let name = &catalog.codes.get(at)?.name;
    let first = catalog.codes.iter().position(|code| code.name == *name)?;
    let first: &Ident = variants
        .iter()
        .find(|variant| variant.kind == Kind::Code(first))
        .map(|variant| &variant.name)?;
    Some(format!(
        "the variant `{first}` has the code `{name}` already"
    ))
}

/// Which code the rule has already.
fn first_for_rule(at: usize, catalog: &Catalog) -> Option<String> {
    let (rule, _) = catalog.rules.get(at)?;
    let (_, code) = catalog.rules.iter().find(|(named, _)| named == rule)?;
    Some(format!("the rule `{rule}` has the code `{code}` already"))
}

/// Which code the condition has already.
fn first_for(at: usize, catalog: &Catalog) -> Option<String> {
    let (condition, _) = catalog.conditions.get(at)?;
    let mut named = catalog.conditions.iter();
    let (_, code) = named.find(|(named, _)| named == condition)?;
    Some(format!(
        "the condition `{condition}` has the code `{code}` already"
    ))
}
