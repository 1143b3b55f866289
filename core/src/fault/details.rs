//! The data that travels with a fault, serialized when it is attached.
//!
//! Serializing early means that rendering cannot fail, that a detail is serialized once however
//! often its fault is rendered, and that a value with a borrowed part need not outlive the call.
//! The members are joined in one text, ready to be copied into a body; their places are noted
//! beside it, for the bodies that show only some of them.

use std::borrow::Cow;
use std::fmt::{self, Write as _};

use manila_catalog_file::{DetailType, RESERVED_DETAILS};
use serde::Serialize;

use super::bounded::BoundedText;
use super::detail_type::{in_words, is_of_type};
use crate::json::{
    InlineBuffer, Sink as _, Unserializable, members_of, put_text, serialize, serialize_any,
    text_of,
};

/// The most bytes of a line about what could not be attached, whose name may be of any length.
const LONGEST_NOTE: usize = 1024;

/// Members of a JSON object in the order in which they were attached, as they are sent.
#[derive(Debug, Clone)]
pub(crate) struct Details {
    /// The members with the commas between them, joined. A handful fits without an allocation.
    text: InlineBuffer<96>,
    /// The places of the first of them, and how many these are.
    first: [Span; 4],
    count: usize,
    more: Vec<Span>,
    dropped: Vec<String>,
}

/// The place of a member in the text.
#[derive(Debug, Clone, Copy, Default)]
struct Span {
    start: usize,
    /// The start of its value, behind the colon.
    value: usize,
    end: usize,
}

/// A detail in the form in which it is sent.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Member<'a> {
    json: &'a [u8],
    value: usize,
}

impl Details {
    pub(crate) const fn is_empty(&self) -> bool {
        self.count == 0
    }

    pub(crate) const fn len(&self) -> usize {
        self.count + self.more.len()
    }

    /// All members as they are sent, with the commas between them.
    pub(crate) fn json(&self) -> &[u8] {
        self.text.contiguous()
    }

    pub(crate) fn members(&self) -> impl Iterator<Item = Member<'_>> {
        let text = self.json();
        self.spans().map(move |span| Member {
            json: &text[span.start..span.end],
            value: span.value - span.start,
        })
    }

    /// Everything that could not be attached, and why: also header fields and statuses that a fault
    /// refused.
    pub(crate) fn dropped(&self) -> &[String] {
        &self.dropped
    }

    /// Attaches a member; an earlier one of the same name is replaced, in its place.
    pub(crate) fn attach(&mut self, name: &str, value: &impl Serialize) {
        let Some((start, value_start)) = self.begin(name) else {
            return;
        };
        match serialize(value, b"", &mut self.text) {
            Ok(()) => self.keep_last(start, value_start),
            Err(error) => self.take_out(name, start, &error),
        }
    }

    /// Attaches a member of a name that no other has, given as it is written behind a comma:
    /// `,"name":`.
    pub(crate) fn attach_new(&mut self, prefix: &'static str, value: &impl Serialize) {
        let comma = usize::from(!self.is_empty());
        let (before, prefix) = (self.text.len(), &prefix.as_bytes()[1 - comma..]);
        let start = before + comma;
        match serialize(value, prefix, &mut self.text) {
            Ok(()) => self.keep(start, before + prefix.len()),
            Err(error) => {
                let name = String::from_utf8_lossy(prefix);
                self.take_out(name.trim_matches([',', ':', '"']), start, &error);
            }
        }
    }

    /// Takes the member out again that was attached since there were so many, unless its value is of the
    /// type that the catalog declares.
    pub(crate) fn keep_since_if(&mut self, before: usize, kind: DetailType) {
        let Some((&Span { start, .. }, member)) = self.spans().zip(self.members()).nth(before)
        else {
            return;
        };
        if is_of_type(kind, member.value()) {
            return;
        }
        let name = member.name().into_owned();
        if self.more.pop().is_none() {
            self.count -= 1;
        }
        let comma = usize::from(!self.is_empty());
        self.text.truncate(start.saturating_sub(comma));
        self.drop_detail(&name, &format!("it is not {}", in_words(kind)));
    }

    /// Attaches the members of an object one by one, their values as they were serialized.
    pub(crate) fn attach_members(&mut self, value: &impl Serialize) {
        let members = serialize_any(value)
            .and_then(|json| members_of(&json).ok_or(Unserializable::NotAnObject));
        match members {
            Ok(members) => {
                for (name, json) in members {
                    if let Some((start, value_start)) = self.begin(&name) {
                        self.text.put(json.as_bytes());
                        self.keep_last(start, value_start);
                    }
                }
            }
            Err(error) => self.note_dropped(format_args!("details: {error}")),
        }
    }

    /// Writes a member's name; returns the starts of the member and of its value. `None` for a
    /// reserved name.
    fn begin(&mut self, name: &str) -> Option<(usize, usize)> {
        if RESERVED_DETAILS.contains(&name) {
            self.drop_detail(name, "the name is one of Manila's own members");
            return None;
        }
        if !self.is_empty() {
            self.text.put(b",");
        }
        let start = self.text.len();
        put_text(&mut self.text, b"", name.as_bytes());
        self.text.put(b":");
        Some((start, self.text.len()))
    }

    /// Keeps the member that was written last; its name may be that of another.
    fn keep_last(&mut self, start: usize, value: usize) {
        self.text.spill();
        let text = self.text.contiguous();
        let key = &text[start..value];
        if self
            .spans()
            .any(|span| text[span.start..span.value] == *key)
        {
            self.replace(start, value);
        } else {
            self.keep(start, value);
        }
    }

    fn keep(&mut self, start: usize, value: usize) {
        self.text.spill();
        let member = Span {
            start,
            value,
            end: self.text.len(),
        };
        match self.first.get_mut(self.count) {
            Some(place) => {
                *place = member;
                self.count += 1;
            }
            None => self.more.push(member),
        }
    }

    /// A later value takes the place of an earlier one: no object repeats a name.
    #[cold]
    fn replace(&mut self, start: usize, value: usize) {
        let text = self.json().to_vec();
        let (key, later) = (&text[start..value], &text[start..]);
        let spans: Vec<Span> = self.spans().copied().collect();
        self.text.clear();
        self.more.clear();
        self.count = 0;
        for span in spans {
            if !self.is_empty() {
                self.text.put(b",");
            }
            let start = self.text.len();
            let is_replaced = text[span.start..span.value] == *key;
            self.text.put(if is_replaced {
                later
            } else {
                &text[span.start..span.end]
            });
            self.keep(start, start + (span.value - span.start));
        }
    }

    /// Takes out what was written of a member.
    #[cold]
    fn take_out(&mut self, name: &str, start: usize, error: &Unserializable) {
        let comma = usize::from(!self.is_empty());
        self.text.truncate(start.saturating_sub(comma));
        self.drop_detail(name, &error.to_string());
    }

    fn spans(&self) -> impl Iterator<Item = &Span> {
        self.first[..self.count].iter().chain(&self.more)
    }

    #[cold]
    fn drop_detail(&mut self, name: &str, reason: &str) {
        self.note_dropped(format_args!("detail {name:?}: {reason}"));
    }

    /// Keeps a line for the log about what could not be attached and why.
    pub(crate) fn note_dropped(&mut self, what: fmt::Arguments<'_>) {
        let mut line = BoundedText::line_of(LONGEST_NOTE);
        let _ = line.write_fmt(what);
        self.dropped.push(line.into_string());
    }
}

impl Default for Details {
    fn default() -> Self {
        Self {
            text: InlineBuffer::new(),
            first: [Span::default(); 4],
            count: 0,
            more: Vec::new(),
            dropped: Vec::new(),
        }
    }
}

impl<'a> Member<'a> {
    /// The value as it stands in a sentence: a string without its quotation marks.
    pub(crate) fn text(self) -> Cow<'a, str> {
        let value = self.value();
        text_of(value).unwrap_or_else(|| String::from_utf8_lossy(value))
    }

    /// The name and the value, as they are sent.
    pub(crate) const fn json(self) -> &'a [u8] {
        self.json
    }

    /// The name, without the escapes that it has in JSON.
    pub(crate) fn name(self) -> Cow<'a, str> {
        let key = self.json.get(..self.value - 1).unwrap_or_default();
        text_of(key).unwrap_or_default()
    }

    /// The value, as JSON.
    pub(crate) fn value(self) -> &'a [u8] {
        &self.json[self.value..]
    }

    /// The name, and the value as text, which JSON is.
    pub(crate) fn pair(self) -> (Cow<'a, str>, &'a str) {
        (
            self.name(),
            str::from_utf8(self.value()).unwrap_or_default(),
        )
    }
}
