//! Messages of a catalog that repeat details.

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
