//! The body of a fault, within its bounds.

use super::{Resolved, Sentence};
use crate::context::Context;
use crate::envelope::{Envelope, OkError, PublicFault, Shown, public_members};
use crate::fault::Fault;
use crate::json::{Buffer, Object, is_strict_json};

pub(super) fn write_body<'a>(
    fault: &'a Fault,
    context: &'a Context<'a>,
    resolved: &'a Resolved,
    message: Sentence<'a>,
) -> (&'static str, Vec<u8>) {
    let all = Shown {
        violations: fault.extra().map_or(0, |extra| extra.violations.len()),
        details: public_members(fault, resolved).count(),
        truncated: 0,
    };
    let view = PublicFault {
        fault,
        context,
        resolved,
        message,
        shown: all,
    };
    let envelopes = context.envelopes;
    // A built-in style has nothing to fear; one of the user's may do anything.
    match write_within(
        &*envelopes.style,
        view,
        envelopes.body_limit,
        envelopes.is_custom,
    ) {
        Ok(body) => (envelopes.media_type, body.into_vec()),
        Err(view) => match write_within(&OkError, view, envelopes.body_limit, false) {
            Ok(body) => ("application/json", body.into_vec()),
            Err(_) => ("application/json", CONSTANT.to_vec()),
        },
    }
}

/// What leaves if nothing else can: a body limit too small for any envelope.
const CONSTANT: &[u8] = br#"{"ok":false,"error":{"code":"internal_server_error","message":"Something went wrong on the server."}}"#;

/// Writes as much of the fault as the limit allows: everything, else fewer violations from the
/// end, else fewer details, else the catalog's message, else its title.
fn write_within<'a>(
    style: &dyn Envelope,
    mut view: PublicFault<'a>,
    limit: usize,
    is_custom: bool,
) -> Result<Buffer, PublicFault<'a>> {
    let all = view.shown;
    match write_once(style, &view, is_custom) {
        None => return Err(view),
        Some(body) if body.len() <= limit => return Ok(body),
        Some(_) => {}
    }
    let mut fitting = |violations: usize, details: usize| {
        let truncated = (all.violations - violations) + (all.details - details);
        view.shown = Shown {
            violations,
            details,
            truncated,
        };
        write_once(style, &view, is_custom).filter(|body| body.len() <= limit)
    };
    let body = most(all.violations, |violations| {
        fitting(violations, all.details)
    })
    .or_else(|| most(all.details, |details| fitting(0, details)));
    if let Some(body) = body {
        return Ok(body);
    }
    view.shown = Shown {
        violations: 0,
        details: 0,
        truncated: all.violations + all.details,
    };
    let own = view.message.clone();
    let general = Sentence::general(view.fault, view.resolved);
    // A detail that the catalog's message tells may be what does not fit.
    let shorter = [general, Sentence::shortest(view.resolved)];
    for message in shorter {
        view.message = message;
        match write_once(style, &view, is_custom) {
            Some(body) if body.len() <= limit => return Ok(body),
            _ => {}
        }
    }
    Err(PublicFault {
        shown: all,
        message: own,
        ..view
    })
}

/// The body with the most items, below `all` of them, that can be had.
fn most(all: usize, mut body_of: impl FnMut(usize) -> Option<Buffer>) -> Option<Buffer> {
    let (mut low, mut high) = (0, all);
    let mut best = None;
    while low < high {
        let middle = low + (high - low) / 2;
        match body_of(middle) {
            Some(body) => {
                best = Some(body);
                low = middle + 1;
            }
            None => high = middle,
        }
    }
    best
}

fn write_once(style: &dyn Envelope, view: &PublicFault<'_>, is_custom: bool) -> Option<Buffer> {
    let mut body = Buffer::new();
    if !is_custom {
        Object::write(&mut body, |object| style.write(view, object));
        return Some(body);
    }
    crate::panic::guard(|| Object::write(&mut body, |object| style.write(view, object)))?;
    is_strict_json(body.as_slice()).then_some(body)
}
