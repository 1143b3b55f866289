//! Messages of a catalog that repeat details.

use std::borrow::Cow;

use super::details::{Details, Member};
use crate::catalog::Code;

/// A part of a message.
#[derive(Debug, PartialEq)]
pub(crate) enum Part<'a> {
    Text(&'a str),
    /// The name of the detail that stands here.
    Detail(&'a str),
}

/// The parts of a message, whose placeholders are written as `{ $name }`.
pub(crate) fn parts(message: &str) -> impl Iterator<Item = Part<'_>> {
    let mut pieces = message.split("{ $");
    let text = Part::Text(pieces.next().unwrap_or_default());
    let behind = pieces.flat_map(|piece| match piece.split_once(" }") {
        Some((name, text)) => [Part::Detail(name), Part::Text(text)],
        None => [Part::Detail(piece), Part::Text("")],
    });
    [text].into_iter().chain(behind)
}

/// The message with each `{ $name }` replaced by the value of that name; `None` if there is none of one.
pub(crate) fn fill<'v>(
    message: &str,
    value_of: impl Fn(&str) -> Option<Cow<'v, str>>,
) -> Option<String> {
    let mut filled = String::with_capacity(message.len() + 16);
    for part in parts(message) {
        match part {
            Part::Text(text) => filled.push_str(text),
            Part::Detail(name) => filled.push_str(&value_of(name)?),
        }
    }
    Some(filled)
}

/// The names of the details that the message of a code repeats and that have no value, each once. Its
/// sentence cannot be told then.
pub(crate) fn missing_details<'c>(code: &'c Code, details: &Details) -> Vec<&'c str> {
    let message = code.message().filter(|_| code.has_placeholders());
    let mut missing = Vec::new();
    for part in parts(message.unwrap_or_default()) {
        if let Part::Detail(name) = part
            && !missing.contains(&name)
            && !details
                .members()
                .any(|member| member.name() == name && has_value(&member))
        {
            missing.push(name);
        }
    }
    missing
}

/// Whether a detail says anything: one that is null stands in no sentence.
pub(crate) fn has_value(member: &Member<'_>) -> bool {
    member.value() != b"null"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_cut_at_its_placeholders() {
        let all = |message| parts(message).collect::<Vec<_>>();
        assert_eq!(all("Full."), [Part::Text("Full.")]);
        assert_eq!(
            all("Plan { $plan } has { $limit }"),
            [
                Part::Text("Plan "),
                Part::Detail("plan"),
                Part::Text(" has "),
                Part::Detail("limit"),
                Part::Text(""),
            ]
        );
    }
}
