//! Arrays that cannot come out as anything but valid JSON.

use serde::Serialize;

use super::body_buffer::Buffer;
use super::buffer::Sink as _;
use super::put::{put_text, write_boolean, write_integer};
use super::value::serialize;
use super::write::Object;

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
