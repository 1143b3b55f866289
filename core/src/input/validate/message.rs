//! The sentences about broken rules.
//!
//! They never repeat the value, and are the same for garde and validator.

use std::borrow::Cow;

use serde_json::Value;

use crate::input::extract::REFUSED;

/// A parameter of a rule, as data.
pub(super) type Parameter = (Cow<'static, str>, Value);

/// The sentences for each rule. The first counts whose parameters are all there.
const MESSAGES: &[(&str, &str)] = &[
    ("required", "A value is required."),
    ("email", "Must be a valid email address."),
    ("url", "Must be a valid URL."),
    ("ip", "Must be a valid IP address."),
    ("ipv4", "Must be a valid IPv4 address."),
    ("ipv6", "Must be a valid IPv6 address."),
    ("phone_number", "Must be a valid phone number."),
    ("credit_card", "Must be a valid credit card number."),
    ("ascii", "Must contain only ASCII characters."),
    ("alphanumeric", "Must contain only letters and digits."),
    (
        "non_control_character",
        "Must not contain control characters.",
    ),
    ("pattern", "Does not match the required format."),
    ("contains", "Must contain the required text."),
    ("does_not_contain", "Must not contain the forbidden text."),
    ("prefix", "Does not start with the required text."),
    ("suffix", "Does not end with the required text."),
    ("matches", "Must be the same as `{other}`."),
    ("matches", "Must be the same as the other value."),
    ("min_length", "Must have a length of at least {min}."),
    ("max_length", "Must have a length of at most {max}."),
    ("length", "Must have a length of {equal}."),
    ("length", "Is out of range."),
    ("min", "Must be at least {min}."),
    ("min", "Must be more than {exclusive_min}."),
    ("max", "Must be at most {max}."),
    ("max", "Must be less than {exclusive_max}."),
    ("range", "Is out of range."),
];

/// The sentence for a rule; a general one for a rule that is not known here.
pub(super) fn message(rule: &str, parameters: &[Parameter]) -> Cow<'static, str> {
    let of_rule = MESSAGES.iter().filter(|(name, _)| *name == rule);
    let mut filled = of_rule.filter_map(|(_, text)| fill(text, parameters));
    filled.next().unwrap_or(Cow::Borrowed(REFUSED))
}

/// The text with its one parameter in its place; nothing where that is not there.
fn fill(text: &'static str, parameters: &[Parameter]) -> Option<Cow<'static, str>> {
    let Some((before, rest)) = text.split_once('{') else {
        return Some(Cow::Borrowed(text));
    };
    let (name, after) = rest.split_once('}')?;
    let (_, value) = parameters.iter().find(|(parameter, _)| parameter == name)?;
    Some(Cow::Owned(match value {
        Value::String(value) => format!("{before}{value}{after}"),
        value => format!("{before}{value}{after}"),
    }))
}
