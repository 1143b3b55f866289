//! The texts of a report: each one line, and none longer than it may be.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use manila_catalog_file::printable;

use crate::fault::{Attached, BoundedText, Details, Fault, Source, Violation};

/// The text on one line, of at most so many bytes.
pub(super) fn one_line(text: &str, limit: usize) -> Cow<'_, str> {
    let is_plain = |character| printable(character).eq([character]);
    if text.len() <= limit && text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut line = BoundedText::line_of(limit);
    let _ = line.write_str(text);
    Cow::Owned(line.into_string())
}

/// Pieces of information on one line.
pub(super) struct Line(BoundedText);

impl Line {
    pub(super) const fn of(limit: usize) -> Self {
        Self(BoundedText::line_of(limit))
    }

    pub(super) fn into_string(self) -> String {
        self.0.into_string()
    }

    pub(super) fn add_fault(&mut self, fault: &Fault, status: u16) {
        if let Some(attached) = fault.attached() {
            self.add_attached(attached, status);
        }
        if let Some(code) = fault.code()
            && status >= 500
            && self.0.len() == 0
        {
            // That is what a value of an enum of codes says of itself where it has nothing else.
            self.add(format_args!("{}", code.message().unwrap_or(code.title())));
        }
    }

    fn add_attached(&mut self, attached: &Attached, status: u16) {
        if let Some(cause) = &attached.cause {
            cause.add_to(&mut self.0);
        }
        if status >= 500 {
            self.add_hidden(attached);
        }
        self.add_dropped(&attached.details);
        let violations = attached.violations.iter();
        for details in violations.filter_map(Violation::attached) {
            self.add_dropped(details);
        }
    }

    /// Adds what clients see of a 4xx alone.
    fn add_hidden(&mut self, attached: &Attached) {
        if let Some(message) = &attached.message {
            self.add_message(message);
        }
        for member in attached.details.members() {
            let value = String::from_utf8_lossy(member.value());
            self.add(format_args!("detail {}: {value}", member.name()));
        }
        for violation in &attached.violations {
            let message = violation.message();
            match violation.source() {
                Some(source) => self.add(format_args!("violation {}: {message}", place(source))),
                None => self.add(format_args!("violation: {message}")),
            }
        }
    }

    /// Adds a message, unless the cause says the same: it may be the same error's `Display`.
    fn add_message(&mut self, message: &str) {
        let end = self.0.len();
        self.add(format_args!("message: {message}"));
        let (cause, added) = self.0.as_str().split_at(end);
        let message = added
            .trim_start_matches("; ")
            .trim_start_matches("message: ");
        if cause.contains(message) {
            self.0.truncate(end);
        }
    }

    pub(super) fn add(&mut self, text: fmt::Arguments<'_>) {
        if self.0.is_cut() {
            return;
        }
        if self.0.len() > 0 {
            let _ = self.0.write_str("; ");
        }
        let _ = self.0.write_fmt(text);
    }

    fn add_dropped(&mut self, details: &Details) {
        for what in details.dropped() {
            self.add(format_args!("left out: {what}"));
        }
    }
}

fn place(source: &Source) -> Cow<'_, str> {
    match source {
        Source::Pointer(pointer) => Cow::Owned(pointer.to_string()),
        Source::Parameter(name) | Source::Header(name) => Cow::Borrowed(name),
    }
}
