//! Bodies that are the same each time but for the request's id and the details.
//!
//! Most errors say nothing but their code. Their body is written once by the style, which notes the
//! places of the id and the details; afterwards it is filled in without calling the style. A style
//! of the user's may write anything, so that its bodies are never kept.

use std::sync::OnceLock;

use bytes::Bytes;

use super::body::{Writer, view_of};
use crate::catalog::{Code, Resolved};
use crate::envelopes::Envelopes;
use crate::fault::{ByKind, Details, Fault};
use crate::http::request_id::is_uuid;
use crate::json::{Buffer, Note, Slot, needs_no_escape};
use crate::style::{Meta, Repeats};

/// The bodies of one code, condition or status: without an id, with one of any form, and with a
/// UUID; each without details and with some.
pub(super) type Bodies = [[OnceLock<RepeatedBody>; 2]; 3];

/// A body without what it repeats.
#[derive(Debug)]
pub(super) enum RepeatedBody {
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

/// The body of a fault that has nothing but its code and details, and whose message repeats none of
/// them, if the style writes it the same each time.
pub(super) fn repeated_body(
    bodies: &ByKind<Bodies>,
    fault: &Fault,
    meta: Meta<'_>,
    envelopes: &Envelopes,
    resolved: &Resolved,
) -> Option<Bytes> {
    if resolved.entry.is_some_and(Code::has_placeholders) {
        return None;
    }
    let details = match fault.attached() {
        Some(attached) if !attached.has_only_details() => return None,
        Some(attached) if !attached.details.is_empty() => Some(&attached.details),
        Some(_) | None => None,
    };
    if details.is_some() && !resolved.shows_all() {
        return None;
    }
    let (form, id) = match (envelopes.style.repeats, meta.request_id) {
        (Repeats::Anything, _) => return None,
        (Repeats::Nothing, _) | (_, None) => (0, ""),
        (Repeats::RequestIdAndUrn, Some(id)) if is_uuid(id) => (2, id),
        (_, Some(id)) if needs_no_escape(id.as_bytes()) => (1, id),
        (_, Some(_)) => return None,
    };
    let bodies = bodies.get_or_make(fault, |_| Bodies::default())?;
    let body = bodies[form][usize::from(details.is_some())].get_or_init(|| {
        let view = view_of(fault, meta, resolved);
        let mut body = Buffer::with_notes();
        Writer::of(envelopes).write_once(&view, &mut body);
        RepeatedBody::of(body)
    });
    body.fill(id, details.map_or(&[], Details::json), envelopes.body_limit)
}

impl RepeatedBody {
    /// Cuts a body at the places that were noted while it was written.
    fn of(body: Buffer) -> Self {
        let (body, notes) = body.into_parts();
        if notes.is_empty() {
            return Self::Whole(body.into());
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
