//! The head of a response, as core reads and writes it.
//!
//! Nothing is decided here. actix-web keeps extensions apart from the head, so that the exchange
//! reads them before and writes them after.

use std::borrow::Cow;
use std::fmt;
use std::io;
use std::str::Utf8Error;

use actix_web::dev::{Extensions, ResponseHead};
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::http::{StatusCode, Version};
use manila::adapter::{
    Carrier, InspectResponse, ResponseHeader, WriteResponse, is_overflow, only_id,
};
use manila::{Condition, PassEnveloped, PassThrough};

use crate::header::{Header, known_name, status_of, text};
use crate::id::Ids;

/// A response, as far as it decides what becomes of it.
pub(crate) struct Inspected<'a> {
    pub(crate) head: &'a ResponseHead,
    pub(crate) extensions: &'a Extensions,
    /// The error that the response was made of, which the framework keeps beside it.
    pub(crate) error: Option<&'a actix_web::Error>,
}

impl InspectResponse for Inspected<'_> {
    fn status(&self) -> u16 {
        self.head.status.as_u16()
    }

    fn text(&self, name: &'static str) -> Option<&str> {
        text(self.head.headers.get(known_name(name))?)
    }

    fn id(&self, header: &str) -> Option<&[u8]> {
        let fields = self.head.headers.get_all(header);
        Some(only_id(fields)?.as_bytes())
    }

    fn has(&self, name: &'static str) -> bool {
        // The framework may know of an upgrade before it writes the field.
        self.head.headers.contains_key(known_name(name)) || name == "upgrade" && self.head.upgrade()
    }

    fn is_passed_through(&self) -> bool {
        self.extensions.contains::<PassThrough>()
    }

    fn is_of_upstream(&self) -> bool {
        self.extensions.contains::<PassEnveloped>()
    }

    fn carrier(&self) -> Option<&Carrier> {
        self.extensions.get::<Carrier>()
    }

    fn cause(&self) -> Option<&dyn fmt::Display> {
        self.error.map(|error| error as _)
    }

    fn condition(&self) -> Option<Condition> {
        let error = self.error?;
        if is_of_std(error) {
            return Some(Condition::Internal);
        }
        let is_too_large = self.head.status == StatusCode::BAD_REQUEST && is_overflow(error);
        is_too_large.then_some(Condition::BodyTooLarge)
    }
}

/// Whether an error is one that says nothing of the request, though the framework has a 4xx for it: a
/// file of the service's that is not there, or bytes, a header value or a text of its own that it could
/// not read.
fn is_of_std(error: &actix_web::Error) -> bool {
    error.as_error::<io::Error>().is_some()
        || error.as_error::<Utf8Error>().is_some()
        || error.as_error::<header::InvalidHeaderValue>().is_some()
        || error.as_error::<serde::de::value::Error>().is_some()
}

/// The head of a response that is being written, and the settings of the service's ids.
pub(crate) struct Head<'a> {
    head: &'a mut ResponseHead,
    ids: &'a Ids,
    extensions: NewExtensions,
}

/// What becomes of a response's extensions, which a head does not have here: the exchange sees to it.
pub(crate) struct NewExtensions {
    pub(crate) are_cleared: bool,
    pub(crate) carrier: Option<Carrier>,
}

impl<'a> Head<'a> {
    pub(crate) const fn new(head: &'a mut ResponseHead, ids: &'a Ids) -> Self {
        Self {
            head,
            ids,
            extensions: NewExtensions {
                are_cleared: false,
                carrier: None,
            },
        }
    }

    pub(crate) fn into_extensions(self) -> NewExtensions {
        self.extensions
    }
}

impl ResponseHeader for Head<'_> {
    fn has(&self, name: &'static str) -> bool {
        self.head.headers.contains_key(known_name(name))
    }

    fn set(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        Header(&mut self.head.headers).set(name, value);
    }

    fn append(&mut self, name: Cow<'static, str>, value: Cow<'static, str>) {
        Header(&mut self.head.headers).append(name, value);
    }

    fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        Header(&mut self.head.headers).retain(keep);
    }

    fn any(&self, name: &'static str, is: &dyn Fn(&str) -> bool) -> bool {
        let values = self.head.headers.get_all(name);
        values.filter_map(text).any(is)
    }
}

impl WriteResponse for Head<'_> {
    type Id = HeaderValue;
    type Head = ReadyHead;

    fn status(&self) -> u16 {
        self.head.status.as_u16()
    }

    fn set_status(&mut self, status: u16) {
        self.head.status = status_of(status);
        // That of the response that is replaced; the status says its own.
        self.head.reason = None;
    }

    fn ensure_id(&mut self, id: HeaderValue) -> HeaderValue {
        let kept = self.ids.ensure(&mut self.head.headers, id.clone());
        kept.unwrap_or(id)
    }

    fn set_carrier(&mut self, carrier: Carrier) {
        self.extensions.carrier = Some(carrier);
    }

    fn clear_extensions(&mut self) {
        self.extensions.are_cleared = true;
        self.head.version = Version::default();
    }

    fn is_bare(&self) -> bool {
        let mut names = self.head.headers.keys();
        names.all(|name| *name == header::CONTENT_TYPE)
    }

    fn make_head(&self, status: u16, apply: &dyn Fn(&mut dyn ResponseHeader)) -> Option<ReadyHead> {
        let mut fields = HeaderMap::new();
        apply(&mut Header(&mut fields));
        let content_type = fields.get(header::CONTENT_TYPE)?.clone();
        fields.remove(header::CONTENT_TYPE);
        Some(ReadyHead {
            status: status_of(status),
            content_type,
            fields: fields.into_iter().collect(),
        })
    }

    fn put_head(&mut self, head: &ReadyHead, id: HeaderValue) {
        self.head.status = head.status;
        self.head.reason = None;
        head.write(&mut self.head.headers);
        self.ids.append(&mut self.head.headers, id);
    }
}

/// A head that waits for its id.
#[derive(Debug)]
pub(crate) struct ReadyHead {
    status: StatusCode,
    content_type: HeaderValue,
    fields: Box<[(HeaderName, HeaderValue)]>,
}

impl ReadyHead {
    /// Writes everything but the id to a header that is bare.
    fn write(&self, header: &mut HeaderMap) {
        // A fault's response has its content type already, and mostly the right one; a bare header has
        // nothing else, so that its name need not be looked up.
        let mut is_there = false;
        header.retain(|_, own| {
            let is_kept = !is_there && is_same(own, &self.content_type);
            is_there |= is_kept;
            is_kept
        });
        if !is_there {
            header.append(header::CONTENT_TYPE, self.content_type.clone());
        }
        // None of them is there: to append is two thirds of the work of replacing.
        for (name, value) in &self.fields {
            header.append(name.clone(), value.clone());
        }
    }
}

/// Whether two values are the same; those of one constant are so at a glance.
fn is_same(one: &HeaderValue, other: &HeaderValue) -> bool {
    std::ptr::eq(one.as_bytes(), other.as_bytes()) || one == other
}
