//! What an envelope says, in whichever style, and the parts that several styles write alike.

use std::borrow::Cow;
use std::collections::HashMap;

use manila::{Applied, Owner, Pointer, Source};

use super::json::{boolean, code, each_member, elements, integer, members, text, word};
use crate::remedy::Remedy;
use crate::violation::RemoteViolation;

/// The most violations that are kept: as many as a service collects of one request.
const MOST_VIOLATIONS: usize = 1_000;

/// The most steps of a remedy that are kept.
const MOST_STEPS: usize = 32;

/// The members that the library adds to details: no code declares one.
const ADDED: &[&str] = &[
    "errors",
    "more",
    "reason",
    "remedy",
    "retry",
    SOURCE_MESSAGE,
    "truncated",
];

/// The member that has the sentence in the language of the catalog.
pub(super) const SOURCE_MESSAGE: &str = "source_message";

/// The members of which one says the place of a violation.
pub(super) const PLACES: [&str; 3] = ["pointer", "parameter", "header"];

/// How sure the media type is of the style.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The media type is that of the style.
    MediaType,
    /// The members alone say so: a gateway has called the body something else.
    Shape,
}

/// What the parts of a body say.
#[derive(Debug, Clone, Default)]
pub(crate) struct Envelope {
    pub(crate) code: Option<String>,
    /// The negative number that stands for a code in `code-data`.
    pub(crate) number: Option<i64>,
    pub(crate) message: Option<String>,
    pub(crate) source_message: Option<String>,
    pub(crate) title: Option<String>,
    pub(crate) request_id: Option<String>,
    pub(crate) documentation: Option<String>,
    /// A JSON object of the code's own details.
    pub(crate) details: Option<Box<str>>,
    pub(crate) violations: Vec<RemoteViolation>,
    pub(crate) has_more_violations: bool,
    pub(crate) truncated: Option<u64>,
    pub(crate) reason: Option<String>,
    pub(crate) remedy: Option<Remedy>,
    pub(crate) retry_after: Option<u64>,
    pub(crate) applied: Option<Applied>,
}

impl Envelope {
    /// Takes an object of details: the code's own, and what the library adds to them.
    pub(super) fn take_details(&mut self, json: &str) {
        let Some(details) = own_members(json, ADDED) else {
            return;
        };
        self.details = details;
        let names = ["reason", "remedy", "retry", "more", "truncated"];
        let Some([reason, remedy, retry, more, truncated]) = members(json, names) else {
            return;
        };
        self.reason = reason.and_then(text);
        self.take_remedy(remedy);
        if let Some([after, applied]) =
            retry.and_then(|it| members(it, ["after_seconds", "applied"]))
        {
            self.retry_after = after.and_then(whole);
            self.applied = applied
                .and_then(text)
                .and_then(|word| Applied::from_word(&word));
        }
        self.take_extent(more, truncated);
    }

    /// Takes what an envelope says of the parts that are not in it.
    pub(super) fn take_extent(&mut self, more: Option<&str>, truncated: Option<&str>) {
        self.has_more_violations |= more.and_then(boolean).unwrap_or_default();
        self.truncated = truncated.and_then(whole).or(self.truncated);
    }

    pub(super) fn take_remedy(&mut self, json: Option<&str>) {
        self.remedy = json.and_then(remedy).or(self.remedy.take());
    }

    /// Takes an array of violations, each read by the function.
    pub(super) fn take_violations(
        &mut self,
        json: Option<&str>,
        read: impl Fn(&str) -> Option<RemoteViolation>,
    ) {
        let Some((violations, has_more)) = json.and_then(|json| elements(json, MOST_VIOLATIONS))
        else {
            return;
        };
        self.violations = violations.into_iter().filter_map(read).collect();
        self.has_more_violations |= has_more;
    }
}

/// A violation as `ok-error` and `code-data` write it.
pub(super) fn violation(json: &str) -> Option<RemoteViolation> {
    let [own, message, source_message, details] =
        members(json, ["code", "message", SOURCE_MESSAGE, "details"])?;
    let [pointer, parameter, header] = members(json, PLACES)?;
    Some(RemoteViolation {
        code: own.and_then(code),
        message: message.and_then(text),
        source_message: source_message.and_then(text),
        source: source(pointer, parameter, header),
        details: details.and_then(own_details),
    })
}

/// The one of the places that is there. A pointer is a text, or a URI fragment.
pub(super) fn source(
    pointer: Option<&str>,
    parameter: Option<&str>,
    header: Option<&str>,
) -> Option<Source> {
    let named = |json: Option<&str>| json.and_then(text).map(Cow::Owned);
    pointer
        .and_then(text)
        .and_then(|text| pointer_of(&text))
        .map(Source::Pointer)
        .or_else(|| named(parameter).map(Source::Parameter))
        .or_else(|| named(header).map(Source::Header))
}

/// A violation's data, which have no members of the library's.
pub(super) fn own_details(json: &str) -> Option<Box<str>> {
    own_members(json, &[]).flatten()
}

/// A JSON Pointer as it is, or as a URI fragment (RFC 6901 §6).
fn pointer_of(text: &str) -> Option<Pointer> {
    match text.strip_prefix('#') {
        Some(fragment) => percent_decoded(fragment)?.parse().ok(),
        None => text.parse().ok(),
    }
}

fn percent_decoded(text: &str) -> Option<String> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut parts = text.split('%');
    decoded.extend_from_slice(parts.next()?.as_bytes());
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        // `from_str_radix` reads `+f` too.
        let is_hex = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        decoded.push(u8::from_str_radix(digits, 16).ok().filter(|_| is_hex)?);
        decoded.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(decoded).ok()
}

/// The members of an object but those that the library adds: `Some(None)` if nothing is left, `None` if the
/// text is no object. Of several members of one name the last is kept.
pub(super) fn own_members(json: &str, added: &[&str]) -> Option<Option<Box<str>>> {
    let mut own: Vec<(Cow<'_, str>, &str)> = Vec::new();
    each_member(json, |name, value| own.push((name, value)))?;
    let last: HashMap<&str, usize> = own
        .iter()
        .enumerate()
        .map(|(at, (name, _))| (&**name, at))
        .collect();
    let is_kept = |name: &str, at| !added.contains(&name) && last.get(name) == Some(&at);
    let mut kept = String::new();
    for (at, (name, value)) in own.iter().enumerate() {
        if is_kept(name, at) {
            kept.push(if kept.is_empty() { '{' } else { ',' });
            kept.push_str(&serde_json::to_string(name).ok()?);
            kept.push(':');
            kept.push_str(value);
        }
    }
    if kept.is_empty() {
        return Some(None);
    }
    kept.push('}');
    Some(Some(kept.into()))
}

fn remedy(json: &str) -> Option<Remedy> {
    let [owner, steps, next, documentation] =
        members(json, ["owner", "steps", "next", "documentation"])?;
    let steps = steps.and_then(|json| elements(json, MOST_STEPS));
    Some(Remedy {
        owner: owner
            .and_then(text)
            .and_then(|word| Owner::from_word(&word)),
        steps: steps.map_or_else(Vec::new, |(steps, _)| {
            steps.into_iter().filter_map(text).collect()
        }),
        next: next.and_then(word),
        documentation: documentation.and_then(word),
    })
}

fn whole(json: &str) -> Option<u64> {
    integer(json)?.try_into().ok()
}
