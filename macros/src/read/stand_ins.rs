//! The conditions and the rules whose code a variant is.

use manila_catalog_file::{CatalogPath, Condition};
use proc_macro2::Span;

use super::reader::Reader;

/// Assigns the code to the conditions.
pub(super) fn assign_conditions(
    conditions: Vec<(Condition, Span)>,
    code: &str,
    reader: &mut Reader<'_>,
) {
    for (condition, span) in conditions {
        let path = CatalogPath::Condition(reader.catalog.conditions.len());
        reader.spans.note(path, span);
        let named = (condition, code.to_owned());
        reader.catalog.conditions.push(named);
    }
}

/// Assigns the code to the rules of a validator.
pub(super) fn assign_rules(rules: Vec<(String, Span)>, code: &str, reader: &mut Reader<'_>) {
    for (rule, span) in rules {
        let path = CatalogPath::Rule(reader.catalog.rules.len());
        reader.spans.note(path, span);
        reader.catalog.rules.push((rule, code.to_owned()));
    }
}
