//! Members of an object whose names are known when the library is built.

use std::ops::Range;

use super::body_buffer::{Buffer, Slot};
use super::buffer::Sink as _;
use super::escape::{escape, needs_no_escape};
use super::put::{put_escaped, write_integer};
use super::write::{Array, Object};

/// A member's name as it is written before the value, behind a comma: `,"name":`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Key(pub(crate) &'static str);

/// The key of a name that needs no escape, or of the only member of the object that has it.
macro_rules! key {
    ($name:literal, $only:literal) => {
        $crate::json::Key(concat!(",\"", $name, "\":{\"", $only, "\":"))
    };
    ($name:literal) => {
        $crate::json::Key(concat!(",\"", $name, "\":"))
    };
}
pub(crate) use key;

impl Object<'_> {
    /// Adds members that are JSON already, with the commas between them, if there are any.
    pub(crate) fn json(&mut self, members: &[u8]) {
        if members.is_empty() {
            return;
        }
        if !self.is_empty {
            self.out.put(b",");
        }
        self.is_empty = false;
        self.out.put(members);
    }

    /// Adds a value that is JSON already.
    pub(crate) fn json_value(&mut self, key: &str, json: &[u8]) {
        self.key(key).put(json);
    }

    /// [`json_value`](Self::json_value), of a key that is known when the library is built.
    pub(crate) fn raw(&mut self, key: Key, json: &[u8]) {
        self.before(key).put(json);
    }

    /// The text before a value whose key is known when the library is built.
    #[inline]
    const fn prefix(&mut self, key: Key) -> &'static [u8] {
        let text = key.0.as_bytes();
        match (self.is_empty, text) {
            (true, [_, first @ ..]) => {
                self.is_empty = false;
                first
            }
            _ => text,
        }
    }

    #[inline]
    fn before(&mut self, key: Key) -> &mut Buffer {
        let prefix = self.prefix(key);
        self.out.put(prefix);
        self.out
    }

    /// Adds a string that may need escapes.
    pub(crate) fn text(&mut self, key: Key, value: &str) {
        self.text_inline(key, value);
    }

    /// [`text`](Self::text), put in line, for members that come in rows.
    #[inline(always)]
    pub(crate) fn text_inline(&mut self, key: Key, value: &str) {
        let prefix = self.prefix(key);
        if needs_no_escape(value.as_bytes()) {
            self.out.put_member(prefix, value.as_bytes());
        } else {
            put_escaped(self.out, prefix, value.as_bytes());
        }
    }

    /// Adds an object of one string that may need escapes; the key is that of both.
    #[inline(always)]
    pub(crate) fn nested_text(&mut self, key: Key, value: &str) {
        self.text_inline(key, value);
        self.out.put(b"}");
    }

    /// Adds a string that may need escapes, if there is one.
    pub(crate) fn text_if(&mut self, key: Key, value: Option<&str>) {
        if let Some(value) = value {
            self.text(key, value);
        }
    }

    /// Adds a string that is made of parts, which may need escapes.
    pub(crate) fn joined<const N: usize>(&mut self, key: Key, parts: [&str; N]) {
        let out = self.before(key);
        out.put(b"\"");
        for part in parts {
            escape(out, part);
        }
        out.put(b"\"");
    }

    /// Adds a string that needs no escapes.
    pub(crate) fn plain(&mut self, key: Key, value: &str) {
        let prefix = self.prefix(key);
        self.out.put_member(prefix, value.as_bytes());
    }

    /// Where the next member is written.
    pub(crate) fn position(&self) -> usize {
        self.out.len()
    }

    /// Begins with a copy of the members in an earlier part of the body.
    pub(crate) fn repeat(&mut self, members: Range<usize>) {
        self.is_empty = members.is_empty();
        self.out.repeat(members);
    }

    /// Adds a status as a string.
    pub(crate) fn status(&mut self, key: Key, status: u16) {
        let digit = |place: u16| b'0' + (status / place % 10) as u8;
        let digits = [digit(100), digit(10), digit(1)];
        let prefix = self.prefix(key);
        self.out.put_member(prefix, &digits);
    }

    /// Adds the request's id, as text that may need escapes.
    pub(crate) fn request_id(&mut self, key: Key, id: &str) {
        self.text(key, id);
        self.out.note(Slot::RequestId, id.len(), 1);
    }

    /// Adds the request's id as the URN of a UUID (RFC 9562 §4).
    pub(crate) fn uuid_urn(&mut self, key: Key, uuid: &str) {
        let out = self.before(key);
        out.put(b"\"urn:uuid:");
        out.put(uuid.as_bytes());
        out.put(b"\"");
        out.note(Slot::RequestId, uuid.len(), 1);
    }

    /// Adds all details of a fault, which are members that are JSON already.
    pub(crate) fn details(&mut self, members: &[u8]) {
        self.json(members);
        self.out.note(Slot::Details, members.len(), 0);
    }

    /// Adds an integer.
    pub(crate) fn whole(&mut self, key: Key, value: i64) {
        let prefix = self.prefix(key);
        write_integer(self.out, prefix, value);
    }

    /// Adds an object.
    pub(crate) fn members(&mut self, key: Key, members: impl FnOnce(&mut Object<'_>)) {
        Object::write(self.before(key), members);
    }

    /// Adds an array.
    pub(crate) fn elements(&mut self, key: Key, elements: impl FnOnce(&mut Array<'_>)) {
        Array::write(self.before(key), elements);
    }
}
