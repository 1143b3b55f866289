//! Bodies that are the same each time but for the request's id.

use std::fmt;
use std::sync::OnceLock;

use super::Resolved;
use super::body::write_silent;
use crate::code::Code;
use crate::context::Context;
use crate::fault::{Extra, Fault};
use crate::json::is_plain;
use crate::prepared::{Part, Prepared};
use crate::request_id::is_uuid;
use crate::success::Wrapping;

/// The bodies of a service that repeat nothing of the request but its id: those of faults that say
/// nothing but their code, in the styles that tell the id. Each is written once.
#[derive(Default)]
pub(crate) struct Templates(OnceLock<Prepared<Shapes>>);

/// One for ids of any form, and one for UUIDs, which a problem makes its `instance` of.
type Shapes = [OnceLock<Template>; 2];

/// A body without the id, and the places where the id belongs.
struct Template {
    text: Vec<u8>,
    places: Vec<usize>,
}

/// The body of a fault, if all that it repeats of the request is the id.
pub(super) fn templated_body(
    fault: &Fault,
    context: &Context<'_>,
    resolved: &Resolved,
) -> Option<Vec<u8>> {
    let envelopes = context.envelopes;
    let id = context.request_id?;
    let shape = match envelopes.wrapping {
        Wrapping::JsonApi => 0,
        Wrapping::Plain if !envelopes.is_custom => usize::from(is_uuid(id)),
        Wrapping::Ok | Wrapping::Code | Wrapping::Plain => return None,
    };
    let is_silent = fault.extra().is_none_or(Extra::is_silent);
    if !is_silent || resolved.entry.is_some_and(Code::is_template) || !is_plain(id.as_bytes()) {
        return None;
    }
    let templates = &envelopes.templates.0;
    let templates = templates.get_or_init(|| Prepared::new(envelopes));
    let (Part::Head(shapes) | Part::Whole(shapes)) =
        templates.find(fault, context, |_| Shapes::default())?;
    let template = shapes[shape].get_or_init(|| {
        let (zeros, ones) = [("0", "1"), UUIDS][shape];
        let write = |id| write_silent(fault, &envelopes.context(Some(id)), resolved);
        Template::of(&write(zeros), &write(ones), zeros.len())
    });
    template.fill(id, envelopes.body_limit)
}

const UUIDS: (&str, &str) = (
    "00000000-0000-0000-0000-000000000000",
    "11111111-1111-1111-1111-111111111111",
);

impl Template {
    /// What two bodies have in common whose ids, of this length, begin differently.
    fn of(zeros: &[u8], ones: &[u8], length: usize) -> Self {
        let mut template = Self {
            text: Vec::with_capacity(zeros.len()),
            places: Vec::new(),
        };
        let mut at = 0;
        while let (Some(&zero), Some(&one)) = (zeros.get(at), ones.get(at)) {
            if zero == one {
                template.text.push(zero);
                at += 1;
            } else {
                template.places.push(template.text.len());
                at += length;
            }
        }
        template
    }

    /// The body with an id, if it is within the limit.
    fn fill(&self, id: &str, limit: usize) -> Option<Vec<u8>> {
        let size = self.text.len() + self.places.len() * id.len();
        if size > limit {
            return None;
        }
        let mut body = Vec::with_capacity(size);
        let mut written = 0;
        for &place in &self.places {
            body.extend_from_slice(&self.text[written..place]);
            body.extend_from_slice(id.as_bytes());
            written = place;
        }
        body.extend_from_slice(&self.text[written..]);
        Some(body)
    }
}

impl fmt::Debug for Templates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Templates").finish_non_exhaustive()
    }
}
