//! The Markdown of a service that allows it: front matter, then what happened and what to do.

use super::envelope::Envelope;
use super::json::word;

const FENCE: &str = "---\n";
const WHAT_HAPPENED: &str = "## What happened\n";

/// Reads a text of that form.
pub(super) fn read(text: &str) -> Option<Envelope> {
    let (front, rest) = text.strip_prefix(FENCE)?.split_once("\n---\n")?;
    // A scalar in double quotes is a JSON string here: YAML 1.2 is a superset.
    let scalar = |name: &str| {
        let mut lines = front.lines();
        let value = lines.find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
        word(value)
    };
    let code = scalar("code")?;
    let happened = rest.split_once(WHAT_HAPPENED).map(|(_, happened)| {
        let section = happened
            .split_once("\n## ")
            .map_or(happened, |(section, _)| section);
        section.trim().to_owned()
    });
    Some(Envelope {
        code: Some(code),
        message: happened.filter(|text| !text.is_empty()),
        request_id: scalar("request_id"),
        documentation: scalar("documentation"),
        retry_after: scalar("retry_after").and_then(|seconds| seconds.parse().ok()),
        ..Envelope::default()
    })
}
