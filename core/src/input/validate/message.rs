//! The sentence about a broken rule.

use std::borrow::Cow;

use serde_json::Value;

use crate::fault::{OF_RULES, fill};
use crate::input::extract::REFUSED;

/// A parameter of a rule, as data.
pub(super) type Parameter = (Cow<'static, str>, Value);

/// The sentence for a rule; a general one for a rule that is not known here.
pub(super) fn message(rule: &str, parameters: &[Parameter]) -> Cow<'static, str> {
    let of_rule = OF_RULES.iter().filter(|(name, _)| *name == rule);
    let mut filled = of_rule.filter_map(|(_, sentence)| {
        if !sentence.contains('{') {
            return Some(Cow::Borrowed(*sentence));
        }
        fill(sentence, |name| text_of(name, parameters)).map(Cow::Owned)
    });
    filled.next().unwrap_or(Cow::Borrowed(REFUSED))
}

fn text_of<'p>(name: &str, parameters: &'p [Parameter]) -> Option<Cow<'p, str>> {
    let (_, value) = parameters.iter().find(|(parameter, _)| parameter == name)?;
    Some(match value {
        Value::String(value) => Cow::Borrowed(value),
        value => Cow::Owned(value.to_string()),
    })
}
