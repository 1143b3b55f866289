//! What a client is told of a broken rule.

use std::borrow::Cow;

use serde_json::Value;

use super::broken::Parameter;
use crate::input::extract::REFUSED;

/// The sentences for each rule. The first counts whose parameters are all there.
const MESSAGES: &[(&str, &str)] = &[
    ("required", "A value is required here."),
    ("email", "The value has to be an email address."),
    ("url", "The value has to be a URL."),
    ("ip", "The value has to be an IP address."),
    ("ipv4", "The value has to be an IPv4 address."),
    ("ipv6", "The value has to be an IPv6 address."),
    ("phone_number", "The value has to be a phone number."),
    (
        "credit_card",
        "The value has to be the number of a credit card.",
    ),
    ("ascii", "The value has to consist of ASCII characters."),
    (
        "alphanumeric",
        "The value has to consist of letters and digits.",
    ),
    (
        "non_control_character",
        "The value has to be free of control characters.",
    ),
    (
        "pattern",
        "The value does not have the form that is expected.",
    ),
    ("contains", "The value lacks a text that it has to contain."),
    (
        "does_not_contain",
        "The value contains a text that it must not contain.",
    ),
    ("prefix", "The value does not begin as it has to."),
    ("suffix", "The value does not end as it has to."),
    (
        "matches",
        "The value has to be the same as that of `{other}`.",
    ),
    ("matches", "The value has to be the same as another one."),
    ("min_length", "The length has to be at least {min}."),
    ("max_length", "The length has to be at most {max}."),
    ("length", "The length has to be {equal}."),
    ("length", "The length is not within the limits."),
    ("min", "The value has to be at least {min}."),
    ("min", "The value has to be more than {exclusive_min}."),
    ("max", "The value has to be at most {max}."),
    ("max", "The value has to be less than {exclusive_max}."),
    ("range", "The value is not within the limits."),
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
