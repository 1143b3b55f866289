//! The texts of a report: what the response does not disclose, on one line and bounded.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use manila_catalog_file::{DetailType, printable};

use crate::catalog::{Code, Detail};
use crate::fault::{
    Attached, BoundedText, Details, Fault, Member, Source, Violation, has_value, in_words,
    is_of_type, items_of, missing_details,
};
use crate::json::text_of;

/// What the response to a fault does not disclose.
pub(super) struct Undisclosed<'a> {
    pub(super) fault: &'a Fault,
    /// The entry of the catalog, unless the code is HTTP's own.
    pub(super) entry: Option<&'static Code>,
    /// Whether clients see nothing of the fault but its code, as of a 5xx.
    pub(super) is_masked: bool,
    /// Whether the response had no room for all that clients may see.
    pub(super) is_partial: bool,
    /// Whether the default style had to take the place of the service's own.
    pub(super) has_stand_in: bool,
}

impl Undisclosed<'_> {
    /// The text of it, in at most so many bytes; `None` if there is nothing.
    pub(super) fn text(&self, limit: usize) -> Option<String> {
        let mut line = Line(BoundedText::line_of(limit));
        line.add_fault(self);
        if self.has_stand_in {
            line.add(format_args!(
                "the style wrote no valid body within the limit: the default style did"
            ));
        }
        Some(line.0.into_string()).filter(|text| !text.is_empty())
    }
}

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
struct Line(BoundedText);

impl Line {
    fn add_fault(&mut self, undisclosed: &Undisclosed<'_>) {
        let &Undisclosed {
            fault,
            entry,
            is_masked,
            is_partial,
            ..
        } = undisclosed;
        if let Some(attached) = fault.attached() {
            self.add_attached(attached, is_masked || is_partial);
        }
        if let Some(code) = fault.code()
            && is_masked
            && self.0.len() == 0
        {
            // That is what a value of an enum of codes says of itself where it has nothing else.
            self.add(format_args!("{}", code.message().unwrap_or(code.title())));
        }
        // What a client is sent should be what the catalog's readers expect: worth a developer's time,
        // and not a service's.
        if cfg!(debug_assertions) {
            let none = Details::default();
            let details = fault.attached().map_or(&none, |attached| &attached.details);
            let is_told = is_masked || fault.message().is_none();
            let lacking = entry
                .filter(|_| is_told)
                .map(|entry| self.add_lacking(entry, details));
            if let Some(code) = fault.code() {
                self.add_undeclared(code, details, is_masked);
                self.add_missing(code, details, &lacking.unwrap_or_default());
            }
        }
    }

    /// Adds what the catalog's message says of an occurrence and this one does not have, so that the
    /// client reads the title. Returns the names.
    fn add_lacking<'c>(&mut self, code: &'c Code, details: &Details) -> Vec<&'c str> {
        let lacking = missing_details(code, details);
        let code = code.name();
        for name in &lacking {
            self.add(format_args!(
                "missing: detail {name:?} of {code}, which its message repeats"
            ));
        }
        lacking
    }

    /// Adds what a code that declares its details does not declare so. A detail without a value has
    /// no type; one that no client sees is declared by nobody.
    fn add_undeclared(&mut self, code: &Code, details: &Details, is_masked: bool) {
        if code.details().is_empty() {
            return;
        }
        for member in details.members() {
            let name = member.name();
            let declared = code.details().iter().find(|detail| detail.name() == name);
            let (name, code) = (&*name, code.name());
            match declared {
                None if is_masked => {}
                None => self.add(format_args!("not declared: detail {name:?} of {code}")),
                Some(_) if member.value() == b"null" => {}
                Some(detail) => {
                    if let Some(unlike) = unlike(detail, member.value()) {
                        self.add(format_args!(
                            "not as declared: detail {name:?} of {code} is not {unlike}"
                        ));
                    }
                }
            }
        }
    }

    /// Adds what clients may rely on, as the catalog promises it, and the fault does not have, but for
    /// what is told already.
    fn add_missing(&mut self, code: &Code, details: &Details, told: &[&str]) {
        let required = code
            .details()
            .iter()
            .filter(|detail| detail.is_required() == Some(true) && !told.contains(&detail.name()));
        for detail in required {
            let is_it = |member: Member<'_>| member.name() == detail.name() && has_value(&member);
            if !details.members().any(is_it) {
                let (name, code) = (detail.name(), code.name());
                self.add(format_args!(
                    "not as declared: detail {name:?} of {code} is missing"
                ));
            }
        }
    }

    fn add_attached(&mut self, attached: &Attached, hides_some: bool) {
        if let Some(cause) = &attached.cause {
            cause.add_to(&mut self.0);
        }
        if hides_some {
            self.add_hidden(attached);
        }
        self.add_foreign_text(attached);
        self.add_dropped(&attached.details);
        let violations = attached.violations.iter();
        for details in violations.filter_map(Violation::attached) {
            self.add_dropped(details);
        }
    }

    /// Adds what clients see of a 4xx alone, if there is room for it.
    fn add_hidden(&mut self, attached: &Attached) {
        if let Some(message) = &attached.message {
            self.add_unless_said("message: ", message);
        }
        if let Some(reason) = &attached.reason {
            self.add_unless_said("reason: ", reason);
        }
        for member in attached.details.members() {
            let value = String::from_utf8_lossy(member.value());
            self.add(format_args!("detail {}: {value}", member.name()));
        }
        for violation in &attached.violations {
            match violation.source() {
                Some(_) => self.add(format_args!("violation {}", Told(violation))),
                None => self.add(format_args!("violation: {}", Told(violation))),
            }
            for (name, value) in violation.details() {
                self.add(format_args!("detail {name}: {value}"));
            }
        }
    }

    /// Adds how a replaced body begins, unless the error that it was made of has said the same.
    fn add_foreign_text(&mut self, attached: &Attached) {
        let text = attached.foreign_text.as_deref().map_or("", str::trim);
        if !text.is_empty() {
            self.add_unless_said("body: ", text);
        }
    }

    /// Adds a text, unless what is there says the same: it may be the `Display` of the same error.
    fn add_unless_said(&mut self, label: &str, text: &str) {
        let end = self.0.len();
        self.add(format_args!("{label}{text}"));
        let (said, added) = self.0.as_str().split_at(end);
        let added = added.trim_start_matches("; ");
        if said.contains(added.strip_prefix(label).unwrap_or(added)) {
            self.0.truncate(end);
        }
    }

    fn add(&mut self, text: fmt::Arguments<'_>) {
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

/// What a detail is declared to be and its value, as compact JSON, is not.
fn unlike(detail: &Detail, json: &[u8]) -> Option<String> {
    let kind = in_words(detail.kind());
    if !is_of_type(detail.kind(), json) {
        return Some(kind.to_owned());
    }
    let items = match detail.kind() {
        DetailType::Array => items_of(json),
        _ => vec![json],
    };
    if let Some(of) = detail.item_kind()
        && !items.iter().all(|item| is_of_type(of, item))
    {
        return Some(format!("{kind} of which each item is {}", in_words(of)));
    }
    let values = detail.allowed_values();
    let is_allowed = |item: &&[u8]| text_of(item).is_some_and(|text| values.contains(&&*text));
    (!values.is_empty() && !items.iter().all(is_allowed))
        .then(|| format!("one of the declared values: {}", values.join(", ")))
}

/// The place and the sentence of each violation, in at most so many bytes.
pub(super) fn text_of_violations(violations: &[Violation], limit: usize) -> String {
    let mut line = Line(BoundedText::line_of(limit));
    for violation in violations {
        line.add(format_args!("{}", Told(violation)));
        if line.0.is_cut() {
            break;
        }
    }
    line.0.into_string()
}

/// The place of a violation, if it has one, and its sentence.
struct Told<'a>(&'a Violation);

impl fmt::Display for Told<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0.source() {
            // That of the whole document is empty.
            Some(Source::Pointer(pointer)) if pointer.as_str().is_empty() => {}
            Some(Source::Pointer(pointer)) => write!(f, "{pointer}: ")?,
            Some(Source::Parameter(name) | Source::Header(name)) => write!(f, "{name}: ")?,
            None => {}
        }
        f.write_str(self.0.message())
    }
}
