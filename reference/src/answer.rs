//! What a site answers to a request.

use std::borrow::Cow;

use bytes::Bytes;
use manila::{Condition, Fault};

use crate::format::Format;

/// What pages may do: load their own style, script and pictures, and nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What becomes of a request for a page of a [`Site`](crate::Site).
#[derive(Debug)]
#[non_exhaustive]
pub enum Answer {
    /// This response, which is no error.
    Reply(Reply),
    /// An error, which the service answers in its envelope: no page is there
    /// ([`Condition::RouteNotFound`](manila::Condition::RouteNotFound)), or the method is another than GET and HEAD
    /// ([`Condition::MethodNotAllowed`](manila::Condition::MethodNotAllowed), with `allow`).
    Refuse(Fault),
}

/// A response with a page, one that leads to a page, or one that says that a page is what the client has.
#[derive(Debug, Clone)]
pub struct Reply {
    status: u16,
    header: Vec<(&'static str, Cow<'static, str>)>,
    body: Bytes,
}

impl Reply {
    /// Returns the status: 200, 304 or 308.
    #[must_use]
    pub const fn status(&self) -> u16 {
        self.status
    }

    /// Returns the header fields, but for `content-length`: names in lower case, and values.
    pub fn header(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.header.iter().map(|(name, value)| (*name, &**value))
    }

    /// Returns the body. The answer to HEAD has the same `content-length` and no body; leaving it out is the
    /// adapter's part.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// Returns the body as [`Bytes`], which are shared and not copied.
    #[must_use]
    pub fn into_body(self) -> Bytes {
        self.body
    }
}

/// A resource as it is sent.
pub(crate) struct Sent<'a> {
    pub(crate) format: Format,
    pub(crate) bytes: Bytes,
    pub(crate) etag: String,
    /// The language of the content, where the site tells languages apart.
    pub(crate) language: Option<&'a str>,
    pub(crate) vary: Vary,
    pub(crate) is_hidden: bool,
    pub(crate) if_none_match: Option<&'a str>,
}

/// What of a request says which of several is sent from this address.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Vary {
    pub(crate) accept: bool,
    pub(crate) accept_language: bool,
}

impl Vary {
    /// The value of `vary` (RFC 9110 §12.5.5).
    const fn value(self) -> Option<&'static str> {
        match (self.accept, self.accept_language) {
            (true, true) => Some("accept, accept-language"),
            (true, false) => Some("accept"),
            (false, true) => Some("accept-language"),
            (false, false) => None,
        }
    }
}

/// Sends a resource, unless the client has it.
pub(crate) fn send(sent: Sent<'_>) -> Answer {
    let is_known = sent
        .if_none_match
        .is_some_and(|field| matches(field, &sent.etag));
    let mut header = Vec::with_capacity(9);
    let mut set = |name, value: Cow<'static, str>| header.push((name, value));
    if !is_known {
        set("content-type", sent.format.media_type().into());
        if let Some(language) = sent.language {
            set("content-language", language.to_owned().into());
        }
    }
    set("etag", sent.etag.into());
    // A page is asked for again each time, at the cost of a 304.
    set("cache-control", "no-cache".into());
    if let Some(vary) = sent.vary.value() {
        set("vary", vary.into());
    }
    set("x-content-type-options", "nosniff".into());
    set("content-security-policy", POLICY.into());
    set("referrer-policy", "no-referrer".into());
    if sent.is_hidden {
        set("x-robots-tag", "noindex".into());
    }
    Answer::Reply(Reply {
        status: if is_known { 304 } else { 200 },
        header,
        body: if is_known { Bytes::new() } else { sent.bytes },
    })
}

/// Leads to another address, which has the same content for ever.
pub(crate) fn moved(location: String) -> Answer {
    Answer::Reply(Reply {
        status: 308,
        header: vec![
            ("location", location.into()),
            ("cache-control", "no-cache".into()),
            ("x-content-type-options", "nosniff".into()),
        ],
        body: Bytes::new(),
    })
}

pub(crate) fn not_found() -> Answer {
    Answer::Refuse(Fault::condition(Condition::RouteNotFound))
}

pub(crate) fn method_not_allowed() -> Answer {
    let fault = Fault::condition(Condition::MethodNotAllowed);
    Answer::Refuse(fault.with_header("allow", "GET, HEAD"))
}

/// Whether a value of `if-none-match` names an entity tag, by the weak comparison (RFC 9110 §13.1.2).
fn matches(field: &str, etag: &str) -> bool {
    let opaque = |tag: &str| {
        let tag = tag.trim_ascii();
        tag.strip_prefix("W/").unwrap_or(tag).to_owned()
    };
    let own = opaque(etag);
    field.trim_ascii() == "*" || field.split(',').any(|tag| opaque(tag) == own)
}
