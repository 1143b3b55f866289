//! The names of the rules that a field can break.

use crate::Condition;

/// The rules that Manila reports by itself, each with a more general one that is tried where a
/// catalog assigns no code to it.
///
/// A service's own validators may report rules of any other name in `snake_case`.
pub const VALIDATION_RULES: &[(&str, Option<&str>)] = &[
    ("required", None),
    ("email", None),
    ("url", None),
    ("ip", None),
    ("ipv4", Some("ip")),
    ("ipv6", Some("ip")),
    ("phone_number", None),
    ("credit_card", None),
    ("ascii", None),
    ("alphanumeric", None),
    ("non_control_character", None),
    ("pattern", None),
    ("contains", None),
    ("does_not_contain", None),
    ("prefix", None),
    ("suffix", None),
    ("matches", None),
    ("length", None),
    ("min_length", Some("length")),
    ("max_length", Some("length")),
    ("range", None),
    ("min", Some("range")),
    ("max", Some("range")),
    ("custom", None),
];

/// Returns the rule to try where a catalog assigns no code to this one, or `None` if there is none
/// that is more general.
///
/// ```
/// use manila_catalog_file::general_rule;
///
/// assert_eq!(general_rule("max_length"), Some("length"));
/// assert_eq!(general_rule("email"), None);
/// ```
#[must_use]
pub fn general_rule(rule: &str) -> Option<&'static str> {
    let (_, general) = VALIDATION_RULES.iter().find(|(name, _)| *name == rule)?;
    *general
}

/// Returns the condition whose code is used for a rule to which a catalog assigns none:
/// `missing_field` for `required`, `invalid_value` for every other.
///
/// ```
/// use manila_catalog_file::{Condition, condition_of_rule};
///
/// assert_eq!(condition_of_rule("required"), Condition::MissingField);
/// assert_eq!(condition_of_rule("email"), Condition::InvalidValue);
/// ```
#[must_use]
pub fn condition_of_rule(rule: &str) -> Condition {
    match rule {
        "required" => Condition::MissingField,
        _ => Condition::InvalidValue,
    }
}
