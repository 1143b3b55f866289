//! The body of a fault, within its bounds.

use crate::catalog::Resolved;
use crate::envelopes::context::Context;
use crate::fault::{Extra, Fault};
use crate::json::{Buffer, Object};
use crate::render::success::Wrapping;
use crate::style::Sentence;
use crate::style::{Envelope, OkError, PublicFault, Shown, count_public_members};

pub(super) fn write_body<'a>(
    fault: &'a Fault,
    context: &'a Context<'a>,
    resolved: &'a Resolved,
    message: Sentence<'a>,
) -> (&'static str, Vec<u8>) {
    let all = Shown {
        violations: fault.extra().map_or(0, |extra| extra.violations.len()),
        details: count_public_members(fault, resolved),
        reason: true,
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
    let mut body = Buffer::sized(size_of(&view));
    // A built-in style has nothing to fear; one of the user's may do anything.
    let own = Writer {
        style: &*envelopes.style,
        check: envelopes.check,
        limit: envelopes.body_limit,
    };
    let view = match own.write(view, &mut body) {
        Ok(()) => return (envelopes.media_type, body.into_vec()),
        Err(view) => view,
    };
    let stand_in = Writer {
        style: &OkError,
        check: None,
        limit: envelopes.body_limit,
    };
    match stand_in.write(view, &mut body) {
        Ok(()) => ("application/json", body.into_vec()),
        Err(_) => ("application/json", CONSTANT.to_vec()),
    }
}

/// The body of a fault that says nothing but its code, in a style that repeats nothing of the
/// request: it is the same each time, and so it is written once.
pub(super) fn fixed_body(
    fault: &Fault,
    context: &Context<'_>,
    resolved: &Resolved,
) -> Option<&'static [u8]> {
    let place = match context.envelopes.wrapping {
        Wrapping::Ok => 0,
        Wrapping::Code => 1,
        Wrapping::JsonApi | Wrapping::Plain => return None,
    };
    let code = resolved.entry.filter(|code| {
        resolved.status == code.status().get()
            && !code.is_template()
            && fault.extra().is_none_or(Extra::is_silent)
    })?;
    let body = code.fixed(place, || write_silent(fault, context, resolved));
    (body.len() <= context.envelopes.body_limit).then_some(body)
}

/// Writes a fault that says nothing but its code and details, whose message tells none of them.
pub(super) fn write_silent(fault: &Fault, context: &Context<'_>, resolved: &Resolved) -> Vec<u8> {
    let mut body = Buffer::new();
    let view = PublicFault {
        fault,
        context,
        resolved,
        message: Sentence::shortest(resolved),
        shown: Shown {
            violations: 0,
            details: count_public_members(fault, resolved),
            reason: true,
            truncated: 0,
        },
    };
    Object::write(&mut body, |object| {
        context.envelopes.style.write(&view, object)
    });
    body.into_vec()
}

/// What leaves if nothing else can: a body limit too small for any envelope.
const CONSTANT: &[u8] = br#"{"ok":false,"error":{"code":"internal_server_error","message":"Something went wrong on the server."}}"#;

/// Writes a fault in a style, within a limit.
struct Writer<'s> {
    style: &'s dyn Envelope,
    /// What holds a style of the user's, which may do anything, to JSON.
    check: Option<fn(&[u8]) -> bool>,
    limit: usize,
}

impl Writer<'_> {
    /// Writes as much of the fault as the limit allows: everything, else fewer violations from the
    /// end, else fewer details, else none and no text of a foreign response, else the catalog's
    /// message, else its title.
    fn write<'a>(
        &self,
        mut view: PublicFault<'a>,
        body: &mut Buffer,
    ) -> Result<(), PublicFault<'a>> {
        if !self.write_once(&view, body) {
            return Err(view);
        }
        if body.len() <= self.limit {
            return Ok(());
        }
        let all = view.shown;
        let mut fits = |violations: usize, details: usize| {
            let truncated = (all.violations - violations) + (all.details - details);
            view.shown = Shown {
                violations,
                details,
                truncated,
                ..all
            };
            self.fits(&view, body)
        };
        if let Some(violations) = most(all.violations, |some| fits(some, all.details))
            && fits(violations, all.details)
        {
            return Ok(());
        }
        if let Some(details) = most(all.details, |some| fits(0, some))
            && fits(0, details)
        {
            return Ok(());
        }
        view.shown = all;
        let has_reason = view.reason().is_some();
        view.shown = Shown {
            violations: 0,
            details: 0,
            reason: false,
            truncated: all.violations + all.details + usize::from(has_reason),
        };
        if has_reason && self.fits(&view, body) {
            return Ok(());
        }
        let own = view.message.clone();
        let general = Sentence::general(view.fault, view.resolved);
        // A detail that the catalog's message tells may be what does not fit.
        for message in [general, Sentence::shortest(view.resolved)] {
            view.message = message;
            if self.fits(&view, body) {
                return Ok(());
            }
        }
        Err(PublicFault {
            shown: all,
            message: own,
            ..view
        })
    }

    fn fits(&self, view: &PublicFault<'_>, body: &mut Buffer) -> bool {
        self.write_once(view, body) && body.len() <= self.limit
    }

    /// Writes the fault anew; false where a style of the user's does not bring it about.
    fn write_once(&self, view: &PublicFault<'_>, body: &mut Buffer) -> bool {
        body.clear();
        let mut write = || Object::write(body, |object| self.style.write(view, object));
        let Some(check) = self.check else {
            write();
            return true;
        };
        crate::panics::guard(write).is_some() && check(body.as_slice())
    }
}

/// The largest number below `all` that fits, where whatever is smaller fits as well.
fn most(all: usize, mut fits: impl FnMut(usize) -> bool) -> Option<usize> {
    let (mut low, mut high) = (0, all);
    while low < high {
        let middle = low + (high - low) / 2;
        if fits(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low.checked_sub(1)
}

/// About how many bytes the body has, so that a long one is allocated once.
fn size_of(view: &PublicFault<'_>) -> usize {
    const HEAD: usize = 320;
    const VIOLATION: usize = 192;
    let Some(extra) = view.fault.extra() else {
        return HEAD;
    };
    let details = extra.details.json().len() + view.message.text.len();
    let size = HEAD + details + view.shown.violations * VIOLATION;
    size.min(view.context.envelopes.body_limit)
}
