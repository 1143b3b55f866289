//! The visitor, which sees what a reader of the format has found.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserializer, EnumAccess, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::around::{Elements, Members, Progress, Reader, Role, STRUCT, Tracing, Variant};
use super::search::{Search, changed_text};
use crate::input::extract::error::{Asked, DecodeError};
use crate::input::extract::mark::MARK;
use crate::input::extract::place::Spot;
use crate::input::extract::strict::is_of_tagged_enum;
use crate::input::extract::subject::Subject;

impl<'t, V> Tracing<'t, V> {
    /// Notes a value that is read without a type that is asked for. Returns whether it shall be
    /// read as another one.
    fn is_changed(&self, subject: impl FnOnce() -> Subject) -> bool {
        if self.role != Role::Value || self.asked != Asked::Anything {
            return false;
        }
        let subject = subject();
        let has_parts = matches!(subject, Subject::Array | Subject::Object);
        self.trace.note_copy(has_parts);
        self.trace.is_changed(&subject)
    }

    /// A text as it shall be read.
    fn text<'v>(&self, text: &'v str) -> Cow<'v, str> {
        if self.role != Role::Value {
            return self.trace.note_name(text);
        }
        if self.is_changed(|| Subject::Text(text.into())) {
            return Cow::Owned(changed_text(text));
        }
        Cow::Borrowed(text)
    }

    fn note_number(&self, number: &impl ToString) {
        if self.role != Role::Value {
            self.trace.note_name(&number.to_string());
        }
    }
}

impl<'de, V: Visitor<'de>> Tracing<'_, V> {
    fn visit<E: Error>(
        self,
        visit: impl FnOnce(V) -> Result<V::Value, DecodeError>,
    ) -> Result<V::Value, E> {
        let (trace, spot) = (self.trace, self.role.spot());
        visit(self.inner).map_err(|error| trace.pass(error, spot))
    }

    /// Visits a value that is read as one of another type, which may have it from a copy.
    fn visit_same<E: Error>(
        self,
        visit: impl FnOnce(V) -> Result<V::Value, DecodeError>,
    ) -> Result<V::Value, E> {
        let (trace, role) = (self.trace, self.role);
        let copies = trace.copies.get();
        visit(self.inner).map_err(|error| {
            let spot = match role {
                Role::Value => trace.spot_since(copies),
                Role::Name | Role::Variant => role.spot(),
            };
            trace.pass(error, spot)
        })
    }

    /// Visits a value with others in it.
    fn visit_inside<E: Error>(
        self,
        visit: impl FnOnce(V, &Progress) -> Result<V::Value, DecodeError>,
    ) -> Result<V::Value, E> {
        let trace = self.trace;
        let copies = trace.copies.get();
        let progress = Progress::default();
        visit(self.inner, &progress).map_err(|error| {
            let spot = if progress.has_begun() && trace.copies.get() != copies {
                Spot::Inside
            } else {
                Spot::Value
            };
            match progress.into_open_name() {
                Some(name) if error.is_of_member() => {
                    trace.within(name, || trace.pass(error, Spot::Value))
                }
                _ => trace.pass(error, spot),
            }
        })
    }
}

macro_rules! numbers {
    ($($visit:ident: $type:ty = $subject:expr, $changed:expr;)*) => {$(
        fn $visit<E: Error>(self, number: $type) -> Result<V::Value, E> {
            self.note_number(&number);
            let subject: fn($type) -> Subject = $subject;
            let changed: fn($type) -> $type = $changed;
            let number = if self.is_changed(|| subject(number)) { changed(number) } else { number };
            self.visit(|inner| inner.$visit(number))
        }
    )*};
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Tracing<'_, V> {
    type Value = V::Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner.expecting(f)
    }

    numbers! {
        visit_bool: bool = Subject::Bool, |value| !value;
        visit_i8: i8 = |number| Subject::Signed(number.into()), |number| number ^ 1;
        visit_i16: i16 = |number| Subject::Signed(number.into()), |number| number ^ 1;
        visit_i32: i32 = |number| Subject::Signed(number.into()), |number| number ^ 1;
        visit_i64: i64 = Subject::Signed, |number| number ^ 1;
        visit_i128: i128 = |_| Subject::Unnamed, |number| number;
        visit_u8: u8 = |number| Subject::Unsigned(number.into()), |number| number ^ 1;
        visit_u16: u16 = |number| Subject::Unsigned(number.into()), |number| number ^ 1;
        visit_u32: u32 = |number| Subject::Unsigned(number.into()), |number| number ^ 1;
        visit_u64: u64 = Subject::Unsigned, |number| number ^ 1;
        visit_u128: u128 = |_| Subject::Unnamed, |number| number;
        visit_f32: f32 = |number| Subject::Float(number.into()), |number| -number;
        visit_f64: f64 = Subject::Float, |number| -number;
    }

    fn visit_char<E: Error>(self, value: char) -> Result<V::Value, E> {
        self.note_number(&value);
        self.visit(|inner| inner.visit_char(value))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<V::Value, E> {
        match self.text(text) {
            Cow::Borrowed(text) => self.visit(|inner| inner.visit_str(text)),
            Cow::Owned(text) => self.visit(|inner| inner.visit_string(text)),
        }
    }

    fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<V::Value, E> {
        match self.text(text) {
            Cow::Borrowed(text) => self.visit(|inner| inner.visit_borrowed_str(text)),
            Cow::Owned(text) => self.visit(|inner| inner.visit_string(text)),
        }
    }

    fn visit_string<E: Error>(self, text: String) -> Result<V::Value, E> {
        let changed = match self.text(&text) {
            Cow::Borrowed(_) => None,
            Cow::Owned(text) => Some(text),
        };
        self.visit(|inner| inner.visit_string(changed.unwrap_or(text)))
    }

    fn visit_bytes<E: Error>(self, bytes: &[u8]) -> Result<V::Value, E> {
        self.visit(|inner| inner.visit_bytes(bytes))
    }

    fn visit_borrowed_bytes<E: Error>(self, bytes: &'de [u8]) -> Result<V::Value, E> {
        self.visit(|inner| inner.visit_borrowed_bytes(bytes))
    }

    fn visit_byte_buf<E: Error>(self, bytes: Vec<u8>) -> Result<V::Value, E> {
        self.visit(|inner| inner.visit_byte_buf(bytes))
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.visit(Visitor::visit_none)
    }

    fn visit_some<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        let reader = Reader::of(inner, self.trace, self.role);
        self.visit_same(|inner| inner.visit_some(reader))
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        if self.is_changed(|| Subject::Null) {
            return self.visit(|inner| inner.visit_bool(false));
        }
        self.visit(Visitor::visit_unit)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, inner: D) -> Result<V::Value, D::Error> {
        let reader = Reader::of(inner, self.trace, self.role);
        self.visit_same(|inner| inner.visit_newtype_struct(reader))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut elements: A) -> Result<V::Value, A::Error> {
        if self.asked == STRUCT || is_of_tagged_enum::<V>() {
            // `serde` would take the elements for the members, in the order of the struct.
            let trace = self.trace;
            return Err(trace.pass(trace.refuse_array(), Spot::Value));
        }
        if self.is_changed(|| Subject::Array) {
            while elements.next_element::<IgnoredAny>()?.is_some() {}
            let search = self.trace.search.as_ref();
            if search.is_some_and(Search::is_for_arrays) {
                return self.visit(|inner| inner.visit_byte_buf(MARK.to_vec()));
            }
            return self.visit(Visitor::visit_unit);
        }
        let trace = self.trace;
        self.visit_inside(|inner, progress| {
            inner.visit_seq(Elements::new(elements, trace, progress))
        })
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<V::Value, A::Error> {
        if self.is_changed(|| Subject::Object) {
            while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return self.visit(Visitor::visit_unit);
        }
        let trace = self.trace;
        let is_copied = self.asked == Asked::Anything;
        self.visit_inside(|inner, progress| {
            inner.visit_map(Members::new(members, trace, progress, is_copied))
        })
    }

    fn visit_enum<A: EnumAccess<'de>>(self, data: A) -> Result<V::Value, A::Error> {
        let (trace, role, asked) = (self.trace, self.role, self.asked);
        self.visit(|inner| inner.visit_enum(Variant::new(data, trace, role, asked)))
    }
}
