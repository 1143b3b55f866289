//! Parts of a JSON text, found without a tree of it.
//!
//! A part is a piece of the text, so that whatever a body holds costs no more memory than the body. What
//! is skipped may be nested to any depth: `serde_json` skips without recursion.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

/// The members of these names, in the order of the names; `None` if the text is no JSON object. Of several
/// members of one name the last counts, as it does for most readers (RFC 8259 §4).
pub(crate) fn members<'a, const N: usize>(
    json: &'a str,
    names: [&str; N],
) -> Option<[Option<&'a str>; N]> {
    let mut found = [None; N];
    each_member(json, |name, value| {
        if let Some(at) = names.iter().position(|known| *known == name) {
            found[at] = Some(value);
        }
    })?;
    Some(found)
}

/// Hands over each member of an object, in the order of the text; `None` if the text is no JSON object.
pub(crate) fn each_member<'a>(
    json: &'a str,
    take: impl FnMut(Cow<'a, str>, &'a str),
) -> Option<()> {
    let mut reader = serde_json::Deserializer::from_str(json);
    reader.deserialize_map(Members(take)).ok()?;
    reader.end().ok()
}

/// The first elements of an array, at most so many, and whether there are more; `None` if the text is no
/// JSON array.
pub(crate) fn elements(json: &str, most: usize) -> Option<(Vec<&str>, bool)> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let elements = reader.deserialize_seq(Elements {
        most,
        of: PhantomData,
    });
    let elements = elements.ok()?;
    reader.end().ok()?;
    Some(elements)
}

/// A string.
pub(crate) fn text(json: &str) -> Option<String> {
    serde_json::from_str(json).ok()
}

/// A string that says something.
pub(crate) fn word(json: &str) -> Option<String> {
    text(json).filter(|text| !text.is_empty())
}

/// A whole number.
pub(crate) fn integer(json: &str) -> Option<i64> {
    serde_json::from_str(json).ok()
}

/// `true` or `false`.
pub(crate) fn boolean(json: &str) -> Option<bool> {
    serde_json::from_str(json).ok()
}

/// A code: a name, or a number as text.
pub(crate) fn code(json: &str) -> Option<String> {
    word(json).or_else(|| Some(integer(json)?.to_string()))
}

struct Members<F>(F);

impl<'a, F: FnMut(Cow<'a, str>, &'a str)> Visitor<'a> for Members<F> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'a>>(mut self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key_seed(Name)? {
            let value: &'a RawValue = map.next_value()?;
            (self.0)(name, value.get());
        }
        Ok(())
    }
}

/// The name of a member, which is copied only where it is written with escapes.
struct Name;

impl<'a> DeserializeSeed<'a> for Name {
    type Value = Cow<'a, str>;

    fn deserialize<D: Deserializer<'a>>(self, reader: D) -> Result<Cow<'a, str>, D::Error> {
        reader.deserialize_str(self)
    }
}

impl<'a> Visitor<'a> for Name {
    type Value = Cow<'a, str>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E>(self, name: &'a str) -> Result<Cow<'a, str>, E> {
        Ok(Cow::Borrowed(name))
    }

    fn visit_str<E>(self, name: &str) -> Result<Cow<'a, str>, E> {
        Ok(Cow::Owned(name.to_owned()))
    }
}

struct Elements<'a> {
    most: usize,
    of: PhantomData<&'a str>,
}

impl<'a> Visitor<'a> for Elements<'a> {
    type Value = (Vec<&'a str>, bool);

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an array")
    }

    fn visit_seq<A: SeqAccess<'a>>(self, mut array: A) -> Result<Self::Value, A::Error> {
        let mut elements = Vec::new();
        while elements.len() < self.most {
            match array.next_element::<&'a RawValue>()? {
                Some(element) => elements.push(element.get()),
                None => return Ok((elements, false)),
            }
        }
        let mut has_more = false;
        while array.next_element::<IgnoredAny>()?.is_some() {
            has_more = true;
        }
        Ok((elements, has_more))
    }
}
