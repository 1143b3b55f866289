//! Responses that are the same each time, but for the id.

use bytes::Bytes;
use http::header::{self, HeaderMap, HeaderValue};
use http::{HeaderName, StatusCode};
use manila::{Fault, Rendered, render};

use crate::fault_body::bytes_of;
use crate::header::{Header, get_mut, set};
use crate::layer::Shared;

/// Every response of a layer that is the same each time.
pub(crate) type Prepared = manila::adapter::Prepared<Response>;

/// A response that waits for its id.
#[derive(Debug)]
pub(crate) struct Response {
    pub(super) rendered: Rendered,
    pub(super) status: StatusCode,
    header: HeaderMap,
    pub(super) body: Bytes,
}

impl Response {
    pub(super) fn of(fault: &Fault, shared: &Shared) -> Self {
        let context = shared.envelopes.context(None);
        let rendered = render(fault, &context);
        let mut header = HeaderMap::new();
        rendered.apply(&mut Header(&mut header));
        shared.envelopes.vary(&mut Header(&mut header));
        set(
            &mut header,
            header::CONTENT_LENGTH,
            rendered.body().len().into(),
        );
        // A clone has no room for another field, so that the id's place is taken beforehand.
        set(
            &mut header,
            shared.ids.header().clone(),
            HeaderValue::from_static(""),
        );
        Self {
            status: status_of(&rendered),
            header,
            // Rendered once more, which takes less than what would copy a rendered fault.
            body: bytes_of(render(fault, &context).into_body()),
            rendered,
        }
    }

    /// The header of a response with this id, and with another body's length.
    pub(super) fn header(
        &self,
        id_header: &HeaderName,
        id: HeaderValue,
        length: Option<usize>,
    ) -> HeaderMap {
        let mut header = self.header.clone();
        if let Some(place) = get_mut(&mut header, id_header) {
            *place = id;
        }
        if let Some(length) = length
            && let Some(place) = get_mut(&mut header, &header::CONTENT_LENGTH)
        {
            *place = length.into();
        }
        header
    }
}

pub(super) fn status_of(rendered: &Rendered) -> StatusCode {
    StatusCode::from_u16(rendered.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Whether a header says nothing that outlives the body that is replaced.
pub(super) fn is_bare(header: &HeaderMap) -> bool {
    header.len() <= 2
        && header
            .keys()
            .all(|name| name == header::CONTENT_TYPE || name == header::CONTENT_LENGTH)
}
