//! Responses that are the same each time, but for the id.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use bytes::Bytes;
use manila::{Fault, Rendered, render};

use crate::__private::status_of;
use crate::fault_body::bytes_of;
use crate::header::Header;
use crate::middleware::Shared;

/// Every response of a middleware that is the same each time.
pub(crate) type Prepared = manila::adapter::Prepared<Response>;

/// A response that waits for its id.
#[derive(Debug)]
pub(crate) struct Response {
    pub(super) rendered: Rendered,
    pub(super) status: StatusCode,
    pub(super) body: Bytes,
    content_type: HeaderValue,
    fields: Box<[(HeaderName, HeaderValue)]>,
}

impl Response {
    pub(super) fn of(fault: &Fault, shared: &Shared) -> Self {
        let rendered = render(fault, &shared.envelopes.context(None));
        let mut fields = HeaderMap::new();
        rendered.apply(&mut Header(&mut fields));
        shared.envelopes.vary(&mut Header(&mut fields));
        fields.remove(header::CONTENT_TYPE);
        Self {
            status: status_of(rendered.status()),
            body: bytes_of(rendered.clone().into_body()),
            content_type: HeaderValue::from_static(rendered.content_type()),
            fields: fields.into_iter().collect(),
            rendered,
        }
    }

    /// Writes everything but the id to a header that is [bare](is_bare).
    pub(super) fn write(&self, header: &mut HeaderMap) {
        // A fault's response has its content type already, and mostly the right one.
        match header.get_all(header::CONTENT_TYPE).as_slice() {
            [own] if *own == self.content_type => {}
            [] => header.append(header::CONTENT_TYPE, self.content_type.clone()),
            _ => drop(header.insert(header::CONTENT_TYPE, self.content_type.clone())),
        }
        // None of them is there: to append is two thirds of the work of replacing.
        for (name, value) in &self.fields {
            header.append(name.clone(), value.clone());
        }
    }
}

/// Whether a header says nothing that outlives the body that is replaced.
pub(super) fn is_bare(header: &HeaderMap) -> bool {
    header.keys().all(|name| *name == header::CONTENT_TYPE)
}
