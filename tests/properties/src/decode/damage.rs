//! What happens to a response on its way.

use arbitrary::{Arbitrary, Result, Unstructured};

use crate::expected::Fields;

/// The changes, one after the other.
#[derive(Debug, Clone, Arbitrary)]
pub(super) struct Damage(Vec<Change>);

#[derive(Debug, Clone, Arbitrary)]
enum Change {
    /// The rest is missing.
    Cut(u16),
    /// Another byte.
    Byte(u16, u8),
    /// A part of a body stands where none was.
    Part(u16, Part),
    /// A piece of the body is there twice.
    Twice(u16, u8),
    /// Another body.
    Body(Vec<u8>),
    /// Parts of bodies in any order, which are often JSON.
    Parts(Vec<Part>),
    /// Another media type, or none.
    MediaType(Option<MediaType>),
    /// A header field is missing.
    NoField(FieldName),
}

/// What bodies are made of.
#[derive(Debug, Clone, Copy)]
struct Part(&'static str);

impl<'a> Arbitrary<'a> for Part {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        const PARTS: [&str; 33] = [
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "null",
            "true",
            "false",
            "0",
            "-1",
            "-402",
            "1e999",
            "\"\"",
            "\"a\"",
            "\"ok\":false",
            "\"error\":{",
            "\"errors\":[{",
            "\"code\":\"A\"",
            "\"code\":-402",
            "\"code\":",
            "\"message\":\"b\"",
            "\"data\":\"b\"",
            "\"details\":{",
            "\"meta\":{",
            "\"status\":\"402\"",
            "\"retry\":{\"after_seconds\":9}",
            "\"pointer\":\"#/%41\"",
            "\"type\":\"about:blank\"",
            "\"title\":\"c\"",
            "\u{feff}",
            "\\u0000",
            "---\ncode: \"A\"\n---\n",
        ];
        u.choose(&PARTS).map(|part| Self(part))
    }
}

#[derive(Debug, Clone, Copy)]
struct MediaType(&'static str);

impl<'a> Arbitrary<'a> for MediaType {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        const TYPES: [&str; 6] = [
            "application/json",
            "application/problem+json; charset=utf-8",
            "Application/Vnd.Api+Json",
            "text/html",
            "text/markdown",
            ";",
        ];
        u.choose(&TYPES).map(|media_type| Self(media_type))
    }
}

#[derive(Debug, Clone, Copy)]
struct FieldName(&'static str);

impl<'a> Arbitrary<'a> for FieldName {
    fn arbitrary(u: &mut Unstructured<'a>) -> Result<Self> {
        u.choose(&[
            "x-error-code",
            "x-request-id",
            "retry-after",
            "x-should-retry",
        ])
        .map(|name| Self(name))
    }
}

impl Damage {
    pub(super) fn change(&self, body: &mut Vec<u8>, fields: &mut Fields) {
        for change in &self.0 {
            change.make(body, fields);
        }
    }
}

impl Change {
    fn make(&self, body: &mut Vec<u8>, fields: &mut Fields) {
        let within = |at: u16, body: &[u8]| usize::from(at) % (body.len() + 1);
        match self {
            Self::Cut(at) => body.truncate(within(*at, body)),
            Self::Byte(at, byte) => {
                let at = within(*at, body);
                if let Some(place) = body.get_mut(at) {
                    *place = *byte;
                }
            }
            Self::Part(at, Part(part)) => {
                let at = within(*at, body);
                body.splice(at..at, part.bytes());
            }
            Self::Twice(at, length) => {
                let at = within(*at, body);
                let end = (at + usize::from(*length)).min(body.len());
                body.splice(at..at, body[at..end].to_vec());
            }
            Self::Body(other) => body.clone_from(other),
            Self::Parts(parts) => {
                *body = parts.iter().flat_map(|Part(part)| part.bytes()).collect();
            }
            Self::MediaType(other) => {
                fields.remove("content-type");
                if let Some(MediaType(media_type)) = other {
                    fields.put("content-type", *media_type);
                }
            }
            Self::NoField(FieldName(name)) => fields.remove(name),
        }
    }
}
