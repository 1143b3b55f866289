//! A body of JSON in which each object and each array is known by where it ends.
//!
//! A tree of its values would take many times the bytes of the body. So a value is a place in the text,
//! and is read when it is asked for.

use std::borrow::Cow;

use serde_json::Number;

use crate::input::extract::trace::is_readable;
use crate::json::{string_length, text_of};

/// A body that is JSON throughout.
pub(super) struct Document<'b> {
    text: &'b str,
    /// The objects and arrays, in the order of their beginnings.
    containers: Vec<Container>,
}

/// Where an object or an array begins, and where it ends, in bytes.
#[derive(Clone, Copy)]
struct Container {
    start: u32,
    end: u32,
}

/// A value of a document.
#[derive(Clone, Copy)]
pub(super) struct Sent<'b, 'd> {
    document: &'d Document<'b>,
    start: u32,
}

/// What a value is.
pub(super) enum Kind<'b, 'd> {
    Null,
    Bool(bool),
    Number(Number),
    Text(Cow<'b, str>),
    Array(Elements<'b, 'd>),
    Object(Members<'b, 'd>),
}

/// The elements of an array, in their order.
pub(super) struct Elements<'b, 'd> {
    document: &'d Document<'b>,
    at: usize,
}

/// The members of an object, in the order of their names. Of members of one name the last one counts,
/// as most readers have it (RFC 8259 §4).
pub(super) struct Members<'b, 'd> {
    document: &'d Document<'b>,
    members: std::vec::IntoIter<Member<'b>>,
}

struct Member<'b> {
    name: Cow<'b, str>,
    /// Where its value begins.
    start: u32,
}

impl<'b> Document<'b> {
    /// The document of a body; none where that is not JSON throughout, or longer than 4 GiB.
    pub(super) fn read(body: &'b [u8]) -> Option<Self> {
        u32::try_from(body.len()).ok()?;
        if !is_readable(body) {
            return None;
        }
        let text = std::str::from_utf8(body).ok()?;
        Some(Self {
            text,
            containers: containers(body)?,
        })
    }

    pub(super) const fn len(&self) -> usize {
        self.text.len()
    }

    pub(super) fn root(&self) -> Sent<'b, '_> {
        // It fits, as the length does.
        self.sent(self.after(0, b"") as u32)
    }

    /// The value that begins here.
    const fn sent(&self, start: u32) -> Sent<'b, '_> {
        Sent {
            document: self,
            start,
        }
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// The first place from here on that has something else than these bytes and blanks (RFC 8259 §2).
    fn after(&self, from: usize, skipped: &[u8]) -> usize {
        let rest = self.text.as_bytes().iter().skip(from);
        let blank = |byte: &&u8| b" \t\n\r".contains(byte) || skipped.contains(byte);
        from + rest.take_while(blank).count()
    }

    /// The end of the value that begins here.
    fn end(&self, start: usize) -> Option<usize> {
        let bytes = self.text.as_bytes().get(start..)?;
        match bytes.first()? {
            b'{' | b'[' => {
                let key = u32::try_from(start).ok()?;
                let at = self.containers.binary_search_by_key(&key, |c| c.start);
                usize::try_from(self.containers.get(at.ok()?)?.end).ok()
            }
            b'"' => Some(start + string_length(bytes)?),
            _ => {
                let is_inside = |byte: &&u8| !b",]} \t\n\r".contains(byte);
                Some(start + bytes.iter().take_while(is_inside).count())
            }
        }
    }

    /// The text between the quotation marks that begin here, and the end behind them.
    fn text(&self, start: usize) -> Option<(Cow<'b, str>, usize)> {
        let end = self.end(start)?;
        let quoted = self.text.as_bytes().get(start..end)?;
        Some((text_of(quoted)?, end))
    }
}

/// The objects and arrays of a body that is JSON.
fn containers(body: &[u8]) -> Option<Vec<Container>> {
    let (mut containers, mut open, mut at) = (Vec::<Container>::new(), Vec::new(), 0);
    while let Some(byte) = body.get(at) {
        match byte {
            b'"' => {
                at += string_length(body.get(at..)?)?;
                continue;
            }
            b'{' | b'[' => {
                open.push(containers.len());
                let start = u32::try_from(at).ok()?;
                containers.push(Container { start, end: start });
            }
            b'}' | b']' => containers.get_mut(open.pop()?)?.end = u32::try_from(at + 1).ok()?,
            _ => {}
        }
        at += 1;
    }
    containers.shrink_to_fit();
    Some(containers)
}

impl<'b, 'd> Sent<'b, 'd> {
    /// What the value is; always something where the document was read.
    pub(super) fn kind(self) -> Option<Kind<'b, 'd>> {
        let (document, start) = (self.document, self.start as usize);
        Some(match document.byte(start)? {
            b'n' => Kind::Null,
            b't' => Kind::Bool(true),
            b'f' => Kind::Bool(false),
            b'"' => Kind::Text(document.text(start)?.0),
            b'[' => Kind::Array(Elements {
                document,
                at: start + 1,
            }),
            b'{' => Kind::Object(Members::read(document, start + 1)?),
            _ => Kind::Number(serde_json::from_str(self.source()).ok()?),
        })
    }

    /// The text of the value.
    pub(super) fn source(self) -> &'b str {
        let (document, start) = (self.document, self.start as usize);
        let end = document.end(start).unwrap_or(start);
        document.text.get(start..end).unwrap_or_default()
    }

    pub(super) fn is_null(self) -> bool {
        self.document.byte(self.start as usize) == Some(b'n')
    }

    pub(super) fn is_array(self) -> bool {
        self.document.byte(self.start as usize) == Some(b'[')
    }

    pub(super) fn is_object(self) -> bool {
        self.document.byte(self.start as usize) == Some(b'{')
    }

    /// Whether it is an object, and one of its members has this name.
    pub(super) fn has_member(self, name: &str) -> bool {
        matches!(self.kind(), Some(Kind::Object(members)) if members.get(name).is_some())
    }
}

impl<'b, 'd> Iterator for Elements<'b, 'd> {
    type Item = Sent<'b, 'd>;

    fn next(&mut self) -> Option<Sent<'b, 'd>> {
        let (document, start) = (self.document, self.document.after(self.at, b","));
        if document.byte(start)? == b']' {
            return None;
        }
        self.at = document.end(start)?;
        Some(document.sent(u32::try_from(start).ok()?))
    }
}

impl<'b, 'd> Members<'b, 'd> {
    fn read(document: &'d Document<'b>, mut at: usize) -> Option<Self> {
        let mut members = Vec::new();
        loop {
            at = document.after(at, b",");
            if document.byte(at)? == b'}' {
                break;
            }
            let (name, end) = document.text(at)?;
            let value = document.after(end, b":");
            at = document.end(value)?;
            let start = u32::try_from(value).ok()?;
            members.push(Member { name, start });
        }
        members.shrink_to_fit();
        members.sort_unstable_by(|a, b| (&a.name, b.start).cmp(&(&b.name, a.start)));
        members.dedup_by(|next, kept| next.name == kept.name);
        Some(Self {
            document,
            members: members.into_iter(),
        })
    }

    pub(super) fn get(&self, name: &str) -> Option<Sent<'b, 'd>> {
        let members = self.members.as_slice();
        let at = members.binary_search_by(|member| (*member.name).cmp(name));
        Some(self.document.sent(members.get(at.ok()?)?.start))
    }
}

impl<'b, 'd> Iterator for Members<'b, 'd> {
    type Item = (Cow<'b, str>, Sent<'b, 'd>);

    fn next(&mut self) -> Option<Self::Item> {
        let Member { name, start } = self.members.next()?;
        Some((name, self.document.sent(start)))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.members.size_hint()
    }
}

impl ExactSizeIterator for Members<'_, '_> {}
