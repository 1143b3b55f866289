//! What the rules find, said to somebody who writes attributes.

use manila_catalog_file::{Catalog, CatalogPath, Finding, RuleId};

use crate::ast::{Kind, Variant};

/// The finding in one line. The rules do not know whether a catalog is a file or an enum; where
/// that makes a difference to what has to be done, the attribute is named.
pub(super) fn text_of(finding: Finding, catalog: &Catalog, variants: &[Variant]) -> String {
    let message = duplicate_of(&finding, catalog, variants).unwrap_or(finding.message);
    let suggestion = finding.help.as_deref();
    match help_on_attributes(finding.rule, suggestion).or(suggestion) {
        Some(help) => format!("{message}; {help}"),
        None => message,
    }
}

/// What to do, where the rule's own help is not for attributes. Every rule is named here, so that a
/// new one cannot be forgotten.
fn help_on_attributes(rule: RuleId, suggestion: Option<&str>) -> Option<&'static str> {
    match rule {
        RuleId::NoStatus => Some("add one, such as `#[error_code(status = 422)]`"),
        RuleId::NoNumber => Some("add `number = …`, which `wire = \"number\"` requires"),
        RuleId::ReservedDetail => Some("choose another name, as with `detail, rename = \"…\"`"),
        RuleId::Placeholder if suggestion.is_none() => {
            Some("add `#[error_code(detail)]` to the field")
        }
        RuleId::UnknownRelated if suggestion.is_none() => {
            Some("list codes of other catalogs in `mentions`")
        }
        RuleId::CatalogName
        | RuleId::Locale
        | RuleId::DuplicateExitCode
        | RuleId::ReservedExitCode
        | RuleId::DuplicateCondition
        | RuleId::UnknownConditionCode
        | RuleId::RetiredConditionCode
        | RuleId::RuleName
        | RuleId::DuplicateRule
        | RuleId::UnknownRuleCode
        | RuleId::RetiredRuleCode
        | RuleId::DuplicateCode
        | RuleId::Spelling
        | RuleId::VariantName
        | RuleId::AmbiguousName
        | RuleId::ReservedAddress
        | RuleId::StatusRange
        | RuleId::RepeatedStatus
        | RuleId::ZeroNumber
        | RuleId::DuplicateNumber
        | RuleId::Digits
        | RuleId::UnknownRelated
        | RuleId::UnknownReplacement
        | RuleId::ReplacementCycle
        | RuleId::Text
        | RuleId::Placeholder
        | RuleId::DuplicateDetail
        | RuleId::DetailValues
        | RuleId::NoMessage
        | RuleId::Markup
        | RuleId::LongText
        | RuleId::FullStop
        | RuleId::NoClientAdvice
        | RuleId::HopelessRetry
        | RuleId::OwnerDisagrees
        | RuleId::Braces
        | RuleId::UntoldMoment
        | RuleId::ConditionStatus
        | RuleId::UnmappedCondition
        | RuleId::MistypedRule
        | RuleId::EmptyPage
        | RuleId::DeadReference
        | RuleId::UnknownAllow => None,
    }
}

/// Which variant has the code already: an enum has no entries to count.
fn duplicate_of(finding: &Finding, catalog: &Catalog, variants: &[Variant]) -> Option<String> {
    let (RuleId::DuplicateCode, CatalogPath::Code(at)) = (finding.rule, finding.path) else {
        return None;
    };
    let name = &catalog.codes.get(at)?.name;
    let first = catalog.codes.iter().position(|code| code.name == *name)?;
    let first = variants
        .iter()
        .find(|variant| variant.kind == Kind::Code(first))?;
    Some(format!(
        "duplicate code `{name}`: already defined by variant `{}`",
        first.name
    ))
}
