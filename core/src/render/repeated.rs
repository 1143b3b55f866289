//! Responses that are the same each time but for the request's id and the details.
//!
//! Most errors have nothing but their code. Their body is written once by the style, which notes the
//! places of the id and the details; afterwards it is filled in without calling the style. A style
//! of the user's may write anything, so that its bodies are never kept.

use std::sync::{Arc, OnceLock};

use bytes::Bytes;

use super::body::{Writer, view_of};
use super::context::{Form, RequestContext};
use super::header::Header;
use super::rendered::Rendered;
use crate::catalog::Code;
use crate::envelopes::Envelopes;
use crate::fault::{ByKind, Details, Fault};
use crate::http::request_id::is_uuid;
use crate::json::{Buffer, Note, Slot, needs_no_escape};
use crate::style::translate::Locale;
use crate::style::{Meta, Repeats, Siblings};

/// The responses of one code, condition or status: without an id, with one of any form, and with a
/// UUID; each without details and with some. None where another occurrence may say more than that.
pub(super) type Repeated = [[OnceLock<Option<Response>>; 2]; 3];

/// A response without what it repeats.
#[derive(Debug)]
pub(super) struct Response {
    status: u16,
    header: Arc<Header>,
    body: Body,
}

#[derive(Debug)]
enum Body {
    /// It repeats nothing.
    Whole(Bytes),
    Parts {
        /// Texts, and the slot behind each.
        parts: Vec<(Box<[u8]>, Slot)>,
        end: Box<[u8]>,
        /// How many bytes all texts are.
        length: usize,
        /// How often the id and the details appear.
        ids: usize,
        details: usize,
    },
}

/// The response to a fault that has nothing but its code and details, beside header fields of its
/// own, if the style writes it the same each time; and the body with what it repeats.
pub(super) fn find<'r>(
    repeated: &'r ByKind<Repeated>,
    fault: &Fault,
    request: &RequestContext<'_>,
    envelopes: &Envelopes,
) -> Option<(&'r Response, Bytes)> {
    if request.form != Form::USUAL {
        return None;
    }
    let details = match fault.attached() {
        Some(attached) if !attached.has_only_details() => return None,
        Some(attached) if !attached.details.is_empty() => Some(&attached.details),
        Some(_) | None => None,
    };
    let (form, id) = match (envelopes.style.repeats, request.request_id) {
        (Repeats::Anything, _) => return None,
        (Repeats::Nothing, _) | (_, None) => (0, ""),
        (repeats, Some(id)) => (form_of(repeats, id)?, id),
    };
    let of_kind = repeated.get_or_make(fault, |_| Repeated::default())?;
    let response = of_kind[form][usize::from(details.is_some())]
        .get_or_init(|| Response::of(fault, request, envelopes))
        .as_ref()?;
    let details = details.map_or(&[][..], Details::json);
    let body = response.body.fill(id, details, envelopes.body_limit)?;
    Some((response, body))
}

/// How a body repeats an id: in any form, or as a URN too; `None` where it needs escapes.
// Out of line, for the bodies that repeat nothing.
#[inline(never)]
fn form_of(repeats: Repeats, id: &str) -> Option<usize> {
    match repeats {
        Repeats::RequestIdAndUrn if is_uuid(id) => Some(2),
        _ => needs_no_escape(id.as_bytes()).then_some(1),
    }
}

impl Response {
    /// The response to a fault as to others of its kind; none if its message repeats details, or if
    /// clients may not see all of them.
    fn of(fault: &Fault, request: &RequestContext<'_>, envelopes: &Envelopes) -> Option<Self> {
        let resolved = fault.resolve(envelopes.service.catalog);
        let has_details = fault.attached().is_some_and(|it| !it.details.is_empty());
        if resolved.entry.is_some_and(Code::has_placeholders)
            || has_details && !resolved.shows_all()
        {
            return None;
        }
        let meta = Meta {
            service: &envelopes.service,
            request_id: request.request_id,
        };
        let siblings = Siblings::of(fault, &resolved, envelopes.service.catalog, None);
        let mut body = Buffer::with_notes();
        Writer::of(envelopes).write_once(&view_of(fault, meta, &siblings), &mut body);
        Some(Self {
            status: resolved.status,
            body: Body::of(body),
            header: Arc::new(Header::of(
                &Fault::of_kind(fault.kind, None),
                envelopes,
                resolved,
                Locale::SOURCE,
            )),
        })
    }

    pub(super) fn with_body(&self, body: Bytes) -> Rendered {
        Rendered::repeated(self.status, &self.header, body)
    }
}

impl Body {
    /// Cuts a body at the places that were noted while it was written.
    fn of(body: Buffer) -> Self {
        let (body, notes) = body.into_parts();
        if notes.is_empty() {
            // A clone knows that it is shared, which the first holder looks for each time.
            return Self::Whole(Bytes::from(body).clone());
        }
        let mut start = 0;
        let parts: Vec<(Box<[u8]>, Slot)> = notes
            .into_iter()
            .map(|(slot, range): Note| {
                let text = body[start..range.start].into();
                start = range.end;
                (text, slot)
            })
            .collect();
        let end: Box<[u8]> = body[start..].into();
        let count = |wanted| parts.iter().filter(|(_, slot)| *slot == wanted).count();
        Self::Parts {
            length: end.len() + parts.iter().map(|(text, _)| text.len()).sum::<usize>(),
            ids: count(Slot::RequestId),
            details: count(Slot::Details),
            parts,
            end,
        }
    }

    /// The body with an id and details, if it is within the limit.
    fn fill(&self, id: &str, own_details: &[u8], limit: usize) -> Option<Bytes> {
        let (parts, end, size) = match self {
            Self::Whole(body) => return (body.len() <= limit).then(|| body.clone()),
            Self::Parts {
                parts,
                end,
                length,
                ids,
                details,
            } => (
                parts,
                end,
                length + ids * id.len() + details * own_details.len(),
            ),
        };
        if size > limit {
            return None;
        }
        let mut body = Vec::with_capacity(size);
        for (text, slot) in parts {
            body.extend_from_slice(text);
            body.extend_from_slice(match slot {
                Slot::RequestId => id.as_bytes(),
                Slot::Details => own_details,
            });
        }
        body.extend_from_slice(end);
        Some(body.into())
    }
}
