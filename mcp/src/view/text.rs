//! The text of an error, for the model that reads it.
//!
//! It has sentences and places, each on a line of its own that nothing in it can end: a name that a
//! caller has made up cannot pass for a step of the remedy. Values of details are not in it.

use std::fmt::{self, Display, Write as _};

use manila::{Applied, PublicFault, PublicViolation, Retry, Source};
use manila_catalog_file::printable;

use super::public::RetryAdvice;
use super::remedy::Remedy;

/// The whole text, in the order of what is needed first.
pub(super) fn text(fault: &PublicFault<'_>) -> String {
    let mut text = String::new();
    // Writing to a `String` does not fail.
    let _ = write(fault, &mut text);
    text
}

fn write(fault: &PublicFault<'_>, text: &mut String) -> fmt::Result {
    let (code, status) = (fault.code().to_text(), fault.status());
    write!(text, "{code} ({status}): {}", Line(fault.message()))?;
    if fault.violations().len() > 0 {
        text.write_str("\n\nProblems:")?;
        for violation in fault.violations() {
            write_violation(fault, &violation, text)?;
        }
        if fault.has_more_violations() || fault.truncated().is_some() {
            text.write_str("\n- There are more than are listed here.")?;
        }
    }
    let remedy = Remedy::of(fault);
    if let Some(remedy) = &remedy {
        write_remedy(remedy, text)?;
    }
    write_retry(&RetryAdvice::of(fault), text)?;
    let documentation = remedy.and_then(|remedy| remedy.documentation);
    write_if("Documentation", documentation.as_deref(), text)?;
    write_if("Request id", fault.request_id(), text)
}

fn write_violation(
    fault: &PublicFault<'_>,
    violation: &PublicViolation<'_>,
    text: &mut String,
) -> fmt::Result {
    text.write_str("\n- ")?;
    match violation.source() {
        // That of the arguments as a whole is empty.
        Some(Source::Pointer(pointer)) if pointer.as_str().is_empty() => {}
        Some(Source::Pointer(pointer)) => write!(text, "{}: ", Line(pointer.as_str()))?,
        Some(Source::Parameter(name) | Source::Header(name)) => write!(text, "{}: ", Line(name))?,
        _ => {}
    }
    write!(text, "{}", Line(&violation.message()))?;
    let code = violation.code();
    if *code == *fault.code() {
        return Ok(());
    }
    write!(text, " ({})", code.to_text())
}

fn write_remedy(remedy: &Remedy, text: &mut String) -> fmt::Result {
    if !remedy.steps.is_empty() {
        text.write_str("\n\nWhat to do:")?;
        for (index, step) in remedy.steps.iter().enumerate() {
            write!(text, "\n{}. {}", index + 1, Line(step))?;
        }
    }
    write_if("Who can act", remedy.owner.map(|it| it.as_str()), text)?;
    write_if("Next", remedy.next, text)
}

fn write_retry(retry: &RetryAdvice, text: &mut String) -> fmt::Result {
    let advice = retry.advice.map(|advice| match advice {
        Retry::Never => "do not repeat the call",
        Retry::AfterChange => "only after a change of the arguments or of what the error is about",
        Retry::After => "later",
        Retry::Backoff => "later, after a longer wait each time",
        _ => advice.as_str(),
    });
    match retry.after_seconds {
        Some(seconds) => write!(text, "\n\nRetry: after {seconds} s")?,
        None => write_if("Retry", advice, text)?,
    }
    let applied = retry.applied.map(|applied| match applied {
        Applied::Yes => "yes",
        Applied::No => "no",
        _ => "not known",
    });
    write_if("Took effect", applied, text)
}

fn write_if(label: &str, value: Option<&str>, text: &mut String) -> fmt::Result {
    match value {
        Some(value) => write!(text, "\n\n{label}: {}", Line(value)),
        None => Ok(()),
    }
}

/// A text without characters that end a line or reorder what is read.
struct Line<'a>(&'a str);

impl Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut characters = self.0.chars().flat_map(printable);
        characters.try_for_each(|character| f.write_char(character))
    }
}
