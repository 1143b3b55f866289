//! The head of a response, as core reads and writes it.
//!
//! Nothing is decided here. A head that is the same each time is kept as a finished `HeaderMap`,
//! whose clone is cheaper than the insertion of its fields.

use std::borrow::Cow;

use http::header::{self, HeaderMap, HeaderValue};
use http::response::Parts;
use http::{HeaderName, StatusCode, Version};
use manila::adapter::{Carrier, InspectResponse, ResponseHeader, WriteResponse, only_id};
use manila::{PassEnveloped, PassThrough};

use crate::header::{Header, get, has, known_name, set, status_of, text};
use crate::id::Ids;

/// The number of fields that an envelope's header usually has.
const FIELDS: usize = 8;

/// The head of a response, and the settings of the service's ids.
pub(crate) struct Head<'a> {
    parts: &'a mut Parts,
    ids: &'a Ids,
}

impl<'a> Head<'a> {
    pub(crate) const fn new(parts: &'a mut Parts, ids: &'a Ids) -> Self {
        Self { parts, ids }
    }
}

impl InspectResponse for Head<'_> {
    fn status(&self) -> u16 {
        self.parts.status.as_u16()
    }

    fn text(&self, name: &'static str) -> Option<&str> {
        get(&self.parts.headers, &known_name(name)).and_then(text)
    }

    fn has(&self, name: &'static str) -> bool {
        has(&self.parts.headers, name)
    }

    fn id(&self, header: &str) -> Option<&[u8]> {
        Some(only_id(self.parts.headers.get_all(header))?.as_bytes())
    }

    fn is_passed_through(&self) -> bool {
        self.parts.extensions.get::<PassThrough>().is_some()
    }

    fn is_of_upstream(&self) -> bool {
        self.parts.extensions.get::<PassEnveloped>().is_some()
    }

    fn carrier(&self) -> Option<&Carrier> {
        self.parts.extensions.get()
    }
}

impl ResponseHeader for Head<'_> {
    fn has(&self, name: &'static str) -> bool {
        has(&self.parts.headers, name)
    }

    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        Header(&mut self.parts.headers).set(name, value);
    }

    fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        Header(&mut self.parts.headers).append(name, value);
    }

    fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        Header(&mut self.parts.headers).retain(keep);
    }

    fn any(&self, name: &'static str, is: &dyn Fn(&str) -> bool) -> bool {
        let values = self.parts.headers.get_all(known_name(name));
        values.iter().filter_map(text).any(is)
    }
}

impl WriteResponse for Head<'_> {
    type Id = HeaderValue;
    type Head = ReadyHead;

    fn status(&self) -> u16 {
        self.parts.status.as_u16()
    }

    fn set_status(&mut self, status: u16) {
        self.parts.status = status_of(status);
    }

    fn ensure_id(&mut self, id: HeaderValue) -> HeaderValue {
        // A map that can hold no more than it does refuses each field by itself.
        let _ = self.parts.headers.try_reserve(FIELDS);
        self.ids.ensure(&mut self.parts.headers, id).clone()
    }

    fn set_carrier(&mut self, carrier: Carrier) {
        self.parts.extensions.insert(carrier);
    }

    fn clear_extensions(&mut self) {
        // To clear a map costs more than to drop it.
        self.parts.extensions = http::Extensions::new();
        self.parts.version = Version::default();
    }

    fn is_bare(&self) -> bool {
        let headers = &self.parts.headers;
        headers.len() <= 2
            && headers
                .keys()
                .all(|name| name == header::CONTENT_TYPE || name == header::CONTENT_LENGTH)
    }

    fn make_head(&self, status: u16, apply: &dyn Fn(&mut dyn ResponseHeader)) -> Option<ReadyHead> {
        let mut headers = HeaderMap::new();
        // A clone has no room for another field, so that the id's place is taken beforehand; and it
        // comes first, where it is found without hashing its name.
        let id = HeaderValue::from_static("");
        set(&mut headers, self.ids.header().clone(), id);
        apply(&mut Header(&mut headers));
        Some(ReadyHead {
            status: status_of(status),
            headers,
        })
    }

    fn put_head(&mut self, head: &ReadyHead, id: HeaderValue) {
        self.parts.status = head.status;
        self.parts.headers = head.with(self.ids.header(), id);
    }
}

/// A head that waits for its id.
#[derive(Debug)]
pub(crate) struct ReadyHead {
    status: StatusCode,
    headers: HeaderMap,
}

impl ReadyHead {
    /// The header with this id.
    fn with(&self, id_header: &HeaderName, id: HeaderValue) -> HeaderMap {
        let mut headers = self.headers.clone();
        let mut fields = headers.iter_mut();
        if let Some((_, place)) = fields.find(|(name, _)| *name == id_header) {
            *place = id;
        }
        headers
    }
}
