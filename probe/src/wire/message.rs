//! Requests and responses as plain data.

use std::borrow::Cow;
use std::fmt;

use serde::Serialize;

/// The version of HTTP to speak.
///
/// It is closed on purpose: whoever keeps a connection has to know how each version does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Protocol {
    /// HTTP/1.1.
    Http1,
    /// HTTP/2 with prior knowledge.
    Http2,
}

impl Protocol {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Http1, Self::Http2];
}

impl fmt::Display for Protocol {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Http1 => "h1",
            Self::Http2 => "h2",
        })
    }
}

/// How a server learns where the body of a request ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Framing {
    /// By its content-length.
    #[default]
    Length,
    /// By the last chunk, or by the end of the stream over HTTP/2.
    Chunked,
}

/// A request.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Request {
    /// The method.
    pub method: Cow<'static, str>,
    /// The path and the query.
    pub path: String,
    /// Header fields, in lower case, beside `host` and those that frame the body.
    pub headers: Vec<(&'static str, String)>,
    /// Further header fields, of any name and with any bytes, after `headers`.
    pub raw_headers: Vec<(String, Vec<u8>)>,
    /// The body.
    pub body: Vec<u8>,
    /// How the body is framed.
    pub framing: Framing,
}

impl Request {
    /// A request without a body.
    #[must_use]
    pub fn new(method: impl Into<Cow<'static, str>>, path: impl Into<String>) -> Self {
        Self {
            method: method.into(),
            path: path.into(),
            headers: Vec::new(),
            raw_headers: Vec::new(),
            body: Vec::new(),
            framing: Framing::Length,
        }
    }

    /// A GET.
    #[must_use]
    pub fn get(path: impl Into<String>) -> Self {
        Self::new("GET", path)
    }

    /// Adds a header field.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Adds a header field whose value may hold any bytes.
    #[must_use]
    pub fn raw_header(mut self, name: impl Into<String>, value: impl Into<Vec<u8>>) -> Self {
        self.raw_headers.push((name.into(), value.into()));
        self
    }

    /// Sets the body and its content type.
    #[must_use]
    pub fn body(self, content_type: &str, body: impl Into<Vec<u8>>) -> Self {
        Self {
            body: body.into(),
            ..self.header("content-type", content_type)
        }
    }

    /// Sends the body without saying how long it is.
    #[must_use]
    pub fn chunked(self) -> Self {
        Self {
            framing: Framing::Chunked,
            ..self
        }
    }

    /// Every header field, as it is sent.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &[u8])> {
        let named = self.headers.iter();
        let named = named.map(|(name, value)| (*name, value.as_bytes()));
        let raw = self.raw_headers.iter();
        named.chain(raw.map(|(name, value)| (&**name, &**value)))
    }

    /// Every value of the field.
    pub(crate) fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a [u8]> {
        let named = self.fields().filter(move |(field, _)| *field == name);
        named.map(|(_, value)| value)
    }

    pub(crate) fn is_head(&self) -> bool {
        self.method == "HEAD"
    }
}

/// A response, read to its end.
#[derive(Debug, Clone)]
pub struct Response {
    /// The status.
    pub status: u16,
    /// The header fields in their order, the names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body, decoded from its transfer coding.
    pub body: Vec<u8>,
}

impl Response {
    /// Every value of the field.
    pub fn values<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        let named = self.headers.iter().filter(move |(field, _)| field == name);
        named.map(|(_, value)| value.as_str())
    }

    /// The value of a field that appears exactly once.
    #[must_use]
    pub fn only(&self, name: &str) -> Option<&str> {
        let mut fields = self.headers.iter().filter(|(field, _)| field == name);
        let (_, value) = fields.next()?;
        fields.next().is_none().then_some(value)
    }

    /// Whether the field is present.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.values(name).next().is_some()
    }

    /// The body as text, with what is not UTF-8 replaced.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}
