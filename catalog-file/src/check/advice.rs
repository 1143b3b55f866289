//! Rules about what a good catalog says, which a usable one may leave out.

use super::rule::{Context, Report};
use crate::{CatalogPath, Detail, DetailType, Entry, Level, Owner, Retry, RuleId, phrase::quoted};

/// The longest message that fits a line of a dialog.
const LONGEST: usize = 300;

/// What ends a sentence, in the scripts that have a sign for it (Unicode's property
/// `Sentence_Terminal`, and the ellipsis).
const SENTENCE_ENDS: &[char] = &[
    '.', '!', '?', '…', '։', '؟', '۔', '܀', '܁', '܂', '।', '॥', '။', '၊', '።', '፧', '፨', '᙮', '។',
    '៕', '᠃', '᠉', '‼', '‽', '⁇', '⁈', '⁉', '。', '．', '！', '？', '｡', '꓿', '꘎', '꘏', '꛳', '꛷',
    '꫰', '꫱',
];

/// What may stand behind the end of a sentence.
const CLOSING: &[char] = &[
    '"', '\'', ')', ']', '”', '’', '»', '›', '“', '」', '』', '）', '`',
];

pub(super) fn no_message(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        if entry.message.is_none() {
            let message = format!("code {} has no message", quoted(&entry.name));
            let help = "add one sentence for the client".to_owned();
            report.add_with_help(CatalogPath::Field(at, "message"), message, Some(help));
        }
    }
}

pub(super) fn markup(context: &Context<'_>, report: &mut Report<'_>) {
    each_text(context, |path, what, text| {
        if let Some(tag) = tag_in(text) {
            let message = format!("the {what} contains markup: {}", quoted(tag));
            let help = "write plain text; clients add their own markup".to_owned();
            report.add_with_help(path, message, Some(help));
        }
    });
}

pub(super) fn long_text(context: &Context<'_>, report: &mut Report<'_>) {
    each_text(context, |path, what, text| {
        let length = text.chars().count();
        if length > LONGEST {
            let message = format!("the {what} has {length} characters");
            let help = format!("use at most {LONGEST}; move the rest to `meaning`");
            report.add_with_help(path, message, Some(help));
        }
    });
}

pub(super) fn full_stop(context: &Context<'_>, report: &mut Report<'_>) {
    let ends = |message: &str| {
        let text = message.trim_end_matches(CLOSING);
        text.ends_with(SENTENCE_ENDS)
    };
    let messages = || {
        context
            .entries()
            .filter_map(|(_, entry)| entry.message.as_deref())
    };
    if messages().filter(|message| ends(message)).count() * 2 <= messages().count() {
        return;
    }
    for (at, entry) in context.entries() {
        if entry
            .message
            .as_deref()
            .is_some_and(|message| !ends(message))
        {
            let message = "the message does not end with a full stop".to_owned();
            let help = "most others in this catalog do".to_owned();
            report.add_with_help(CatalogPath::Field(at, "message"), message, Some(help));
        }
    }
}

pub(super) fn no_client_advice(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        if let Some(status) = first_of(entry, &[401, 429, 503])
            && entry.client.is_empty()
        {
            let message = format!(
                "code {} has status {status} but no `client`",
                quoted(&entry.name)
            );
            let help = "say what the caller should do".to_owned();
            report.add_with_help(CatalogPath::Field(at, "client"), message, Some(help));
        }
    }
}

pub(super) fn hopeless_retry(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        if let (Some(status), Some(Retry::Never)) = (first_of(entry, &[429, 503]), entry.retry) {
            let message = format!(
                "code {} has status {status} but `retry = \"never\"`",
                quoted(&entry.name)
            );
            let help = "the status is temporary; write `after` or `backoff`".to_owned();
            report.add_with_help(CatalogPath::Field(at, "retry"), message, Some(help));
        }
    }
}

/// A 429 and a 503 have `Retry-After` by their definition (RFC 6585 §4, RFC 9110 §15.6.4).
pub(super) fn untold_moment(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        let is_moment = |detail: &Detail| {
            matches!(
                detail.kind,
                DetailType::DateTime | DetailType::Integer | DetailType::Number
            )
        };
        let names_the_header = |step: &String| step.to_ascii_lowercase().contains("retry-after");
        let tells =
            entry.details.iter().any(is_moment) || entry.client.iter().any(names_the_header);
        if entry.retry == Some(Retry::After) && !tells && first_of(entry, &[429, 503]).is_none() {
            let message = format!(
                "code {} has `retry = \"after\"` but nothing says when",
                quoted(&entry.name)
            );
            let help = "add a detail of type `date-time`, name `Retry-After` in `client`, or write `backoff`";
            report.add_with_help(
                CatalogPath::Field(at, "retry"),
                message,
                Some(help.to_owned()),
            );
        }
    }
}

/// A caller can be told of either: its program may be mended without the user, or by what the user
/// enters.
pub(super) fn owner_disagrees(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        let (Some(owner), Some(is_actionable)) = (entry.owner, entry.user_actionable) else {
            continue;
        };
        let help = match (owner, is_actionable) {
            (Owner::Operator | Owner::Nobody, true) => "write `user` or `caller`",
            (Owner::User, false) => "write `caller`, `operator` or `nobody`",
            _ => continue,
        };
        let message = format!(
            "code {} has `owner = \"{owner}\"` but `user_actionable = {is_actionable}`",
            quoted(&entry.name)
        );
        let help = format!("{help}, or change `user_actionable`");
        report.add_with_help(CatalogPath::Field(at, "owner"), message, Some(help));
    }
}

pub(super) fn unknown_allow(context: &Context<'_>, report: &mut Report<'_>) {
    for (at, entry) in context.entries() {
        for (item, allowed) in entry.allow.iter().enumerate() {
            let path = CatalogPath::Item(at, "allow", item);
            match RuleId::from_word(&allowed.rule).map(RuleId::level) {
                Some(Level::Warning | Level::Note) => {}
                Some(Level::Error) => {
                    let message = format!("rule {} cannot be silenced", quoted(&allowed.rule));
                    let help = "only advice can be silenced".to_owned();
                    report.add_with_help(path, message, Some(help));
                }
                None => {
                    let message = format!("unknown rule {}", quoted(&allowed.rule));
                    let advice = RuleId::ALL.iter().copied().filter(is_advice);
                    let help = context.suggest(&allowed.rule, advice.map(RuleId::as_str));
                    report.add_with_help(path, message, help);
                }
            }
        }
    }
}

fn is_advice(rule: &RuleId) -> bool {
    rule.level() != Level::Error
}

/// Hands on every text that is sent.
fn each_text(context: &Context<'_>, mut judge: impl FnMut(CatalogPath, &str, &str)) {
    for (at, entry) in context.entries() {
        if let Some(title) = &entry.title {
            judge(CatalogPath::Field(at, "title"), "title", title);
        }
        if let Some(message) = &entry.message {
            judge(CatalogPath::Field(at, "message"), "message", message);
        }
    }
}

/// The first thing that looks like a tag or a character reference of HTML.
fn tag_in(text: &str) -> Option<&str> {
    let opens = |start: &usize| {
        let rest = &text[start + 1..];
        rest.starts_with(|c: char| c.is_ascii_alphabetic() || c == '/' || c == '!')
    };
    let mut starts = text.match_indices('<').map(|(start, _)| start);
    let tag = starts.find(opens).and_then(|start| {
        let end = start + text[start..].find('>')?;
        Some(&text[start..=end])
    });
    let reference = || {
        text.match_indices('&').find_map(|(start, _)| {
            let rest = &text[start + 1..];
            let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#')?;
            (end > 1 && rest[end..].starts_with(';')).then(|| &text[start..start + end + 2])
        })
    };
    tag.or_else(reference)
}

/// The first of these statuses that the entry answers with.
fn first_of(entry: &Entry, statuses: &[u16]) -> Option<u16> {
    entry
        .statuses
        .iter()
        .copied()
        .find(|status| statuses.contains(status))
}
