//! Bodies that are the same each time but for the request's id and the details.

use std::fmt;
use std::sync::OnceLock;

use super::body::write_silent;
use crate::adapter::memo::Prepared;
use crate::catalog::{Code, Resolved};
use crate::envelopes::context::Context;
use crate::fault::{Details, Fault};
use crate::http::request_id::is_uuid;
use crate::json::is_plain;
use crate::render::success::Wrapping;

/// The bodies of a service that repeat nothing of the request but its id and the details: those of
/// faults that say nothing else but their code. Each is written once.
#[derive(Default)]
pub(crate) struct Templates(OnceLock<Prepared<Shapes>>);

/// The bodies of one fault: without an id, with one of any form, and with a UUID, which a problem
/// makes its `instance` of; each without details and with some.
type Shapes = [[OnceLock<Template>; 2]; 3];

/// A body without what it repeats.
struct Template {
    /// Texts, and what stands behind each.
    parts: Vec<(Box<[u8]>, Slot)>,
    end: Box<[u8]>,
    /// How many bytes all texts are.
    length: usize,
    /// How often the id and the details stand there.
    ids: usize,
    details: usize,
}

/// What a body repeats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Id,
    Details,
}

/// The body of a fault, if it repeats no more than that.
pub(super) fn templated_body(
    fault: &Fault,
    context: &Context<'_>,
    resolved: &Resolved,
) -> Option<Vec<u8>> {
    let envelopes = context.envelopes;
    if resolved.entry.is_some_and(Code::is_template) {
        return None;
    }
    let details = match fault.extra() {
        Some(extra) if !extra.says_details_alone() => return None,
        Some(extra) if !extra.details.is_empty() => Some(&extra.details),
        Some(_) | None => None,
    };
    if details.is_some() && !resolved.shows_all() {
        return None;
    }
    let (form, id) = match (envelopes.wrapping, context.request_id) {
        (Wrapping::Plain, _) if envelopes.check.is_some() => return None,
        (Wrapping::Ok | Wrapping::Code, _) | (_, None) => (0, ""),
        (Wrapping::Plain, Some(id)) if is_uuid(id) => (2, id),
        (Wrapping::JsonApi | Wrapping::Plain, Some(id)) if is_plain(id.as_bytes()) => (1, id),
        (Wrapping::JsonApi | Wrapping::Plain, Some(_)) => return None,
    };
    let templates = envelopes
        .templates
        .0
        .get_or_init(|| Prepared::new(envelopes));
    let shapes = templates.get(fault, |_| Shapes::default())?;
    let template = shapes[form][usize::from(details.is_some())].get_or_init(|| {
        Template::of(SAMPLES[form], |id, detail| {
            let details = details.map(|_| Details::sample(detail));
            let fault = Fault::sample(fault, details);
            let id = (form > 0).then_some(id);
            write_silent(&fault, &envelopes.context(id), resolved)
        })
    });
    template.fill(id, details.map_or(&[], Details::json), envelopes.body_limit)
}

/// Two ids of each form, which differ from their first byte on.
const SAMPLES: [[&str; 2]; 3] = [
    ["", ""],
    ["0", "1"],
    [
        "00000000-0000-0000-0000-000000000000",
        "11111111-1111-1111-1111-111111111111",
    ],
];

impl Template {
    /// What bodies have in common that differ in their id or in their details, which are one digit.
    fn of([zeros, ones]: [&str; 2], write: impl Fn(&str, &str) -> Vec<u8>) -> Self {
        let body = write(zeros, "0");
        let (other_id, other_details) = (write(ones, "0"), write(zeros, "1"));
        let (mut parts, mut text, mut length) = (Vec::new(), Vec::new(), 0);
        let mut at = 0;
        while let Some(&byte) = body.get(at) {
            let (slot, repeated) = if other_id.get(at) != Some(&byte) {
                (Slot::Id, zeros.len())
            } else if other_details.get(at) != Some(&byte) {
                (Slot::Details, 1)
            } else {
                text.push(byte);
                length += 1;
                at += 1;
                continue;
            };
            parts.push((std::mem::take(&mut text).into(), slot));
            at += repeated;
        }
        let count = |wanted| parts.iter().filter(|(_, slot)| *slot == wanted).count();
        Self {
            ids: count(Slot::Id),
            details: count(Slot::Details),
            parts,
            end: text.into(),
            length,
        }
    }

    /// The body with an id and details, if it is within the limit.
    fn fill(&self, id: &str, details: &[u8], limit: usize) -> Option<Vec<u8>> {
        let size = self.length + self.ids * id.len() + self.details * details.len();
        if size > limit {
            return None;
        }
        let mut body = Vec::with_capacity(size);
        for (text, slot) in &self.parts {
            body.extend_from_slice(text);
            body.extend_from_slice(match slot {
                Slot::Id => id.as_bytes(),
                Slot::Details => details,
            });
        }
        body.extend_from_slice(&self.end);
        Some(body)
    }
}

impl fmt::Debug for Templates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Templates").finish_non_exhaustive()
    }
}
