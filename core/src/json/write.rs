//! Objects and arrays that cannot come out as anything but valid JSON.

use serde::Serialize;

use super::body_buffer::Buffer;
use super::buffer::Sink as _;
use super::put::{put_text, write_boolean, write_integer};
use super::value::serialize;

#[doc = include_str!("../docs/object.md")]
#[derive(Debug)]
pub struct Object<'a> {
    pub(super) out: &'a mut Buffer,
    pub(super) is_empty: bool,
}

impl<'a> Object<'a> {
    /// Writes one object with what `members` adds to it.
    pub(crate) fn write(out: &'a mut Buffer, members: impl FnOnce(&mut Object<'_>)) {
        out.put(b"{");
        Self::finish(out, members);
    }

    /// Writes the rest of an object that has been opened.
    fn finish(out: &'a mut Buffer, members: impl FnOnce(&mut Object<'_>)) {
        members(&mut Object {
            out,
            is_empty: true,
        });
        out.put(b"}");
    }

    pub(super) fn key(&mut self, key: &str) -> &mut Buffer {
        if !self.is_empty {
            self.out.put(b",");
        }
        self.is_empty = false;
        put_text(self.out, b"", key.as_bytes());
        self.out.put(b":");
        self.out
    }

    /// Adds a string.
    pub fn string(&mut self, key: &str, value: &str) {
        put_text(self.key(key), b"", value.as_bytes());
    }

    /// Adds a string, if there is one.
    pub fn string_if(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.string(key, value);
        }
    }

    /// Adds an integer. One above `i64::MAX` is written by [`value`](Self::value).
    pub fn integer(&mut self, key: &str, value: i64) {
        write_integer(self.key(key), b"", value);
    }

    /// Adds a number, in the fewest digits that are read as the same one. What JSON has no number
    /// for, NaN and the infinities, is written as `null`.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Object, PublicFault, Style};
    ///
    /// fn write(_: &PublicFault<'_>, body: &mut Object<'_>) {
    ///     body.number("load", 0.25);
    ///     body.number("trend", f64::NAN);
    /// }
    ///
    /// let style = Style::custom("application/json", write).unwrap();
    /// let rendered = Envelopes::new(style).render(&Fault::condition(Condition::Gone), None);
    /// assert_eq!(rendered.body(), br#"{"load":0.25,"trend":null}"#);
    /// ```
    pub fn number(&mut self, key: &str, value: f64) {
        self.value(key, value);
    }

    /// Adds `true` or `false`.
    pub fn boolean(&mut self, key: &str, value: bool) {
        write_boolean(self.key(key), value);
    }

    /// Adds `null`, for a shape whose members are always there.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Object, PublicFault, Style};
    ///
    /// fn write(fault: &PublicFault<'_>, body: &mut Object<'_>) {
    ///     body.null("data");
    ///     body.string("error", fault.message());
    /// }
    ///
    /// let style = Style::custom("application/json", write).unwrap();
    /// let rendered = Envelopes::new(style).render(&Fault::condition(Condition::Gone), None);
    /// assert_eq!(rendered.body(), br#"{"data":null,"error":"The resource is gone for good."}"#);
    /// ```
    pub fn null(&mut self, key: &str) {
        self.key(key).put(b"null");
    }

    /// Adds a value as it serializes, in the bounds of a [detail](crate::Fault::with_detail): 32
    /// levels and 64 KiB.
    ///
    /// A value that does not serialize, or that is larger or nests deeper, is left out together with
    /// its name, also if it panics.
    ///
    /// ```
    /// use std::collections::BTreeMap;
    /// use manila::{Condition, Envelopes, Fault, Object, PublicFault, Style};
    ///
    /// fn write(fault: &PublicFault<'_>, body: &mut Object<'_>) {
    ///     body.value("code", fault.code());
    ///     body.value("pairs", BTreeMap::from([((1, 2), "a name that is no text")]));
    ///     body.value("limits", [u64::MAX, 0]);
    /// }
    ///
    /// let style = Style::custom("application/json", write).unwrap();
    /// let rendered = Envelopes::new(style).render(&Fault::condition(Condition::Gone), None);
    /// assert_eq!(rendered.body(), br#"{"code":"gone","limits":[18446744073709551615,0]}"#);
    /// ```
    pub fn value(&mut self, key: &str, value: impl Serialize) {
        let (start, was_empty) = (self.out.len(), self.is_empty);
        if serialize(&value, b"", self.key(key)).is_err() {
            self.out.truncate(start);
            self.is_empty = was_empty;
        }
    }

    /// Adds an object.
    pub fn object(&mut self, key: &str, members: impl FnOnce(&mut Object<'_>)) {
        Object::write(self.key(key), members);
    }

    /// Adds an array.
    pub fn array(&mut self, key: &str, elements: impl FnOnce(&mut Array<'_>)) {
        Array::write(self.key(key), elements);
    }
}

/// Writes the elements of a JSON array in the order of the calls, escaped as in an [`Object`].
///
/// ```
/// use manila::{Condition, Envelopes, Fault, Object, PublicFault, Style};
///
/// fn write(fault: &PublicFault<'_>, body: &mut Object<'_>) {
///     body.array("row", |row| {
///         row.integer(fault.status().into());
///         row.number(0.5);
///         row.boolean(false);
///         row.null();
///         row.array(|inner| inner.string("inner"));
///         row.object(|inner| inner.string("title", &fault.title()));
///     });
/// }
///
/// let style = Style::custom("application/json", write).unwrap();
/// let rendered = Envelopes::new(style).render(&Fault::condition(Condition::Gone), None);
/// assert_eq!(
///     rendered.body(),
///     br#"{"row":[410,0.5,false,null,["inner"],{"title":"Gone"}]}"#,
/// );
/// ```
#[derive(Debug)]
pub struct Array<'a> {
    out: &'a mut Buffer,
    is_empty: bool,
}

impl<'a> Array<'a> {
    pub(super) fn write(out: &'a mut Buffer, elements: impl FnOnce(&mut Array<'_>)) {
        out.put(b"[");
        elements(&mut Array {
            out,
            is_empty: true,
        });
        out.put(b"]");
    }

    fn element(&mut self) -> &mut Buffer {
        if !self.is_empty {
            self.out.put(b",");
        }
        self.is_empty = false;
        self.out
    }

    /// Adds a string.
    pub fn string(&mut self, value: &str) {
        put_text(self.element(), b"", value.as_bytes());
    }

    /// Adds an integer. One above `i64::MAX` is written by [`value`](Self::value).
    pub fn integer(&mut self, value: i64) {
        write_integer(self.element(), b"", value);
    }

    /// Adds a number; NaN and the infinities are written as `null`.
    pub fn number(&mut self, value: f64) {
        self.value(value);
    }

    /// Adds `true` or `false`.
    pub fn boolean(&mut self, value: bool) {
        write_boolean(self.element(), value);
    }

    /// Adds `null`.
    pub fn null(&mut self) {
        self.element().put(b"null");
    }

    /// Adds a value as it serializes, in the bounds of [`Object::value`]. What does not serialize is
    /// left out, so that the elements behind it come earlier.
    ///
    /// ```
    /// use manila::{Condition, Envelopes, Fault, Object, PublicFault, Style};
    ///
    /// fn write(fault: &PublicFault<'_>, body: &mut Object<'_>) {
    ///     body.array("codes", |codes| {
    ///         codes.value(fault.code());
    ///         codes.value(("a pair", [1, 2]));
    ///     });
    /// }
    ///
    /// let style = Style::custom("application/json", write).unwrap();
    /// let rendered = Envelopes::new(style).render(&Fault::condition(Condition::Gone), None);
    /// assert_eq!(rendered.body(), br#"{"codes":["gone",["a pair",[1,2]]]}"#);
    /// ```
    pub fn value(&mut self, value: impl Serialize) {
        let (start, was_empty) = (self.out.len(), self.is_empty);
        if serialize(&value, b"", self.element()).is_err() {
            self.out.truncate(start);
            self.is_empty = was_empty;
        }
    }

    /// Adds an array.
    pub fn array(&mut self, elements: impl FnOnce(&mut Array<'_>)) {
        Array::write(self.element(), elements);
    }

    /// Adds an object.
    pub fn object(&mut self, members: impl FnOnce(&mut Object<'_>)) {
        if std::mem::take(&mut self.is_empty) {
            self.out.put(b"{");
        } else {
            self.out.put(b",{");
        }
        Object::finish(self.out, members);
    }
}
