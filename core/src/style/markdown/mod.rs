//! An error as Markdown (RFC 7763), for callers that read prose: programs that act by it, and people.
//!
//! It is no [`Style`](super::Style): no service writes all its errors so, only those that a request
//! [asks for](crate::Envelopes::markdown) by name. It says what a style may say, of the same
//! [`PublicFault`].

mod escape;

use std::borrow::Cow;
use std::fmt::Display;

use manila_catalog_file::{Applied, Retry};

use self::escape::{put_code, put_scalar, put_text, put_text_with_code};
use super::public_fault::PublicFault;
use super::public_violation::PublicViolation;
use super::translate::Text;
use crate::catalog::Code;
use crate::fault::{Source, fill};
use crate::json::{Buffer, Sink as _};

/// The type of a body, as `content-type` has it.
pub(crate) const MARKDOWN: &str = "text/markdown; charset=utf-8";

/// Writes the whole body.
pub(crate) fn write_markdown(fault: &PublicFault<'_>, out: &mut Buffer) {
    let advice = Advice::of(fault);
    write_front_matter(fault, &advice, out);
    out.put(b"\n## What happened\n\n");
    put_text(out, fault.message());
    out.put(b"\n");
    write_violations(fault, out);
    write_details(fault, out);
    write_missing(fault, out);
    out.put(b"\n## What to do\n");
    let has_way_out = fault.visible.remedy && write_way_out(fault, out);
    if !write_advice(fault, &advice, out) && !has_way_out {
        put_own(fault, out, "The service gives no advice about this error.");
    }
}

/// What is known of sending the request again.
struct Advice {
    retry: Option<Retry>,
    /// Whether there is a moment from which on it can succeed.
    has_moment: bool,
    /// How long it is until then, of a moment that is counted from the answer.
    seconds: Option<u64>,
    applied: Option<Applied>,
}

impl Advice {
    fn of(fault: &PublicFault<'_>) -> Self {
        let entry = fault.catalog_code();
        let headers = fault.fault.attached().map_or(&[][..], |it| &it.headers);
        // A field that the fault sets goes before the moment that it says.
        let field = headers
            .iter()
            .rfind(|(name, _)| name == "retry-after")
            .map(|(_, value)| value);
        let moment = fault.retry();
        Self {
            retry: entry.and_then(Code::retry),
            has_moment: field.is_some() || moment.is_some(),
            seconds: match field {
                Some(value) => value.parse().ok(),
                None => moment.and_then(|moment| moment.seconds()),
            },
            applied: fault.applied().or(entry.and_then(Code::applied)),
        }
    }

    /// The sentence about sending the request again, where no number of seconds is known.
    const fn about_retrying(&self) -> Option<&'static str> {
        if self.has_moment {
            return Some("The same request can succeed at the time that `retry-after` says.");
        }
        match self.retry {
            Some(Retry::After) => Some("The same request can succeed later."),
            Some(Retry::Backoff) => {
                Some("The same request can succeed later. Wait longer after each attempt.")
            }
            Some(Retry::AfterChange) => Some("Change the request before you send it again."),
            Some(Retry::Never) => Some("The same request fails again. Do not repeat it."),
            None | Some(_) => None,
        }
    }

    /// As `x-should-retry` has it.
    fn is_retryable(&self) -> Option<bool> {
        if self.has_moment {
            return Some(true);
        }
        let retry = self.retry?;
        Some(matches!(retry, Retry::After | Retry::Backoff))
    }
}

fn write_front_matter(fault: &PublicFault<'_>, advice: &Advice, out: &mut Buffer) {
    out.put(b"---\n");
    let mut put = |name: &str, value: &str| {
        out.put(name.as_bytes());
        out.put(b": ");
        put_scalar(out, value);
        out.put(b"\n");
    };
    put("code", &fault.code().to_text());
    put("status", &fault.status().to_string());
    if let Some(is_retryable) = advice.is_retryable() {
        put("retryable", if is_retryable { "true" } else { "false" });
    }
    if let Some(seconds) = advice.seconds {
        put("retry_after", &seconds.to_string());
    }
    if let Some(id) = fault.request_id() {
        put("request_id", id);
    }
    let remedy = fault.known_remedy();
    if let Some(page) = remedy.and_then(|remedy| remedy.documentation()) {
        put("documentation", &page);
    }
    out.put(b"---\n");
}

/// Writes each violation as an item: its place, its sentence, its own code and the parameters of its rule.
fn write_violations(fault: &PublicFault<'_>, out: &mut Buffer) {
    for (at, violation) in fault.violations().enumerate() {
        out.put(if at == 0 { b"\n- " } else { b"- " });
        write_place(fault, &violation, out);
        put_text(out, &violation.message());
        let own = violation.own_code().map(|_| violation.code());
        if own.is_some() || violation.has_details() {
            out.put(b" (");
            if let Some(code) = &own {
                put_code(out, &code.to_text());
            }
            for (at, (name, json)) in violation.details().enumerate() {
                if at > 0 || own.is_some() {
                    out.put(b", ");
                }
                put_pair(&name, json, out);
            }
            out.put(b")");
        }
        out.put(b"\n");
    }
}

fn write_place(fault: &PublicFault<'_>, violation: &PublicViolation<'_>, out: &mut Buffer) {
    let (what, name) = match violation.source() {
        Some(Source::Pointer(pointer)) if pointer.as_str().is_empty() => {
            put_words(fault, out, "The body");
            return out.put(b": ");
        }
        Some(Source::Pointer(pointer)) => ("", pointer.as_str()),
        Some(Source::Parameter(name)) => ("Parameter", &**name),
        Some(Source::Header(name)) => ("Header", &**name),
        None => return,
    };
    if !what.is_empty() {
        put_words(fault, out, what);
        out.put(b" ");
    }
    put_code(out, name);
    out.put(b": ");
}

fn write_details(fault: &PublicFault<'_>, out: &mut Buffer) {
    if fault.visible.details == 0 && fault.reason().is_none() {
        return;
    }
    put_own(fault, out, "Details:");
    out.put(b"\n");
    for (name, json) in fault.details() {
        out.put(b"- ");
        put_pair(&name, json, out);
        out.put(b"\n");
    }
    if let Some(reason) = fault.reason() {
        out.put(b"- ");
        put_pair("reason", reason, out);
        out.put(b"\n");
    }
}

fn put_pair(name: &str, value: &str, out: &mut Buffer) {
    put_code(out, name);
    out.put(b": ");
    put_code(out, value);
}

fn write_missing(fault: &PublicFault<'_>, out: &mut Buffer) {
    if fault.has_more_violations() {
        put_own(fault, out, "There are more mistakes than were looked for.");
    }
    if let Some(truncated) = fault.truncated() {
        put_counted(
            fault,
            out,
            "Left out for want of room: { $count }.",
            "count",
            &truncated,
        );
    }
}

/// Writes what the catalog says that the caller does, and the request that mends it; whether it says any.
fn write_way_out(fault: &PublicFault<'_>, out: &mut Buffer) -> bool {
    let Some(remedy) = fault.known_remedy() else {
        return false;
    };
    for (at, step) in remedy.steps().enumerate() {
        out.put(if at == 0 { b"\n" } else { b"" });
        out.put((at + 1).to_string().as_bytes());
        out.put(b". ");
        put_text_with_code(out, &step);
        out.put(b"\n");
    }
    if let Some(next) = remedy.next() {
        out.put(b"\n");
        put_words(fault, out, "The request that mends it:");
        out.put(b" ");
        put_code(out, next);
        out.put(b"\n");
    }
    remedy.has_steps()
}

/// Writes what is known of sending the request again; whether anything is.
fn write_advice(fault: &PublicFault<'_>, advice: &Advice, out: &mut Buffer) -> bool {
    if let Some(seconds) = advice.seconds {
        put_seconds(fault, out, seconds);
    } else if let Some(sentence) = advice.about_retrying() {
        put_own(fault, out, sentence);
    }
    match advice.applied {
        Some(Applied::No) => put_own(fault, out, "The request had no effect."),
        Some(Applied::Yes) => {
            put_own(fault, out, "The request had its effect before it failed.");
        }
        Some(Applied::Unknown) => put_own(
            fault,
            out,
            "Whether the request had its effect is not known. Find out before you repeat it.",
        ),
        Some(_) | None => {}
    }
    advice.has_moment || advice.retry.is_some() || advice.applied.is_some()
}

fn put_seconds(fault: &PublicFault<'_>, out: &mut Buffer, seconds: u64) {
    match seconds {
        1 => put_own(fault, out, "The same request can succeed after 1 second."),
        _ => put_counted(
            fault,
            out,
            "The same request can succeed after { $seconds } seconds.",
            "seconds",
            &seconds,
        ),
    }
}

/// Writes a sentence of our own as a paragraph.
fn put_own(fault: &PublicFault<'_>, out: &mut Buffer, english: &str) {
    out.put(b"\n");
    put_words(fault, out, english);
    out.put(b"\n");
}

/// Writes a sentence of our own with a number in it as a paragraph.
fn put_counted(
    fault: &PublicFault<'_>,
    out: &mut Buffer,
    english: &str,
    name: &str,
    count: &dyn Display,
) {
    let count = count.to_string();
    let language = fault.siblings.language;
    let said = language.and_then(|it| it.say(Text::Own(english), &[(name, &*count)]));
    out.put(b"\n");
    match said {
        Some(said) => put_text(out, &said),
        None => {
            let filled = fill(english, |_| Some(Cow::Borrowed(&*count)));
            out.put(filled.unwrap_or_default().as_bytes());
        }
    }
    out.put(b"\n");
}

/// Writes words of our own, which have Markdown in them as they are.
fn put_words(fault: &PublicFault<'_>, out: &mut Buffer, english: &str) {
    let language = fault.siblings.language;
    match language.and_then(|it| it.say(Text::Own(english), &())) {
        Some(said) => put_text_with_code(out, &said),
        None => out.put(english.as_bytes()),
    }
}
