//! The body of a fault, within its bounds.
//!
//! A body that is too large is written again with less: whole violations and details are left out,
//! never parts of one, so that the result is valid JSON. Where even that does not fit, or a style
//! of the user's fails, the default style takes its place, and last a constant.

use bytes::Bytes;

use super::rendered::{Body, Extent};
use crate::catalog::Resolved;
use crate::envelopes::{Envelopes, Markdown};
use crate::fault::Fault;
use crate::json::{Buffer, Object};
use crate::panics::catch_panic;
use crate::style::{
    ClientMessage, Language, Meta, PublicFault, Siblings, Style, Visible, WriteStyle,
    count_public_members,
};

/// Writes the body of a fault: in the service's style, else in the default one.
// In line at its two callers, as it is most of what either does.
#[inline(always)]
pub(super) fn write_body(
    fault: &Fault,
    meta: Meta<'_>,
    envelopes: &Envelopes,
    resolved: &Resolved,
    language: Option<&Language<'_>>,
) -> Body {
    let siblings = Siblings::of(fault, resolved, meta.service.catalog, language);
    let view = view_of(fault, meta, &siblings);
    let limit = envelopes.body_limit;
    let mut body = Buffer::limited(size_of(&view, limit), limit);
    let view = match Writer::of(envelopes).write(view, &mut body) {
        Ok(extent) => return Body::in_style(body.into_vec().into(), extent),
        Err(view) => view,
    };
    let stand_in = Style::default();
    let writer = Writer {
        form: Form::of(&stand_in),
        limit,
    };
    let (bytes, extent) = match writer.write(view, &mut body) {
        Ok(extent) => (body.into_vec().into(), extent),
        Err(_) => (Bytes::from_static(LAST_RESORT), Extent::Part),
    };
    Body {
        bytes,
        extent,
        media_type: Some(stand_in.media_type),
        is_stand_in: true,
    }
}

/// Writes the body of a fault as Markdown; `None` if not even the shortest fits.
pub(super) fn write_markdown(
    fault: &Fault,
    meta: Meta<'_>,
    envelopes: &Envelopes,
    resolved: &Resolved,
    markdown: &Markdown,
    language: Option<&Language<'_>>,
) -> Option<Body> {
    let siblings = Siblings::of(fault, resolved, meta.service.catalog, language);
    let view = view_of(fault, meta, &siblings);
    let limit = envelopes.body_limit;
    let mut body = Buffer::limited(size_of(&view, limit), limit);
    let writer = Writer {
        form: Form::Markdown(markdown.write),
        limit,
    };
    let extent = writer.write(view, &mut body).ok()?;
    Some(Body {
        bytes: body.into_vec().into(),
        extent,
        media_type: Some(markdown.media_type.into()),
        is_stand_in: false,
    })
}

/// The view of a fault with everything that clients may see.
pub(super) fn view_of<'a>(
    fault: &'a Fault,
    meta: Meta<'a>,
    siblings: &'a Siblings<'a>,
) -> PublicFault<'a> {
    let resolved = siblings.fault;
    PublicFault {
        fault,
        meta,
        resolved,
        message: ClientMessage::of(fault, resolved, siblings.language),
        visible: Visible {
            // What is wrong inside the service is nobody's business but its own.
            violations: match fault.attached() {
                Some(attached) if resolved.status < 500 => attached.violations.len(),
                _ => 0,
            },
            details: count_public_members(fault, resolved),
            reason: true,
            remedy: true,
            source_message: true,
            truncated: 0,
        },
        siblings,
    }
}

/// The body if no other fits: the limit is too small for any envelope.
const LAST_RESORT: &[u8] = br#"{"ok":false,"error":{"code":"internal_server_error","message":"Something went wrong on the server."}}"#;

/// Writes a fault in a form, within a limit.
pub(super) struct Writer<'s> {
    form: Form<'s>,
    limit: usize,
}

/// What a fault is written in.
enum Form<'s> {
    Style {
        writer: &'s dyn WriteStyle,
        /// The check of a style of the user's, which may write anything, for valid JSON.
        check: Option<fn(&[u8]) -> bool>,
    },
    Markdown(fn(&PublicFault<'_>, &mut Buffer)),
}

impl<'s> Form<'s> {
    fn of(style: &'s Style) -> Self {
        Self::Style {
            writer: style.writer.get(),
            check: style.check,
        }
    }

    /// Whether the way out takes room.
    fn has_remedy(&self, view: &PublicFault<'_>) -> bool {
        match self {
            Self::Style { .. } => view.remedy().is_some(),
            Self::Markdown(_) => view.known_remedy().is_some_and(|it| it.has_steps()),
        }
    }
}

impl<'s> Writer<'s> {
    pub(super) fn of(envelopes: &'s Envelopes) -> Self {
        Self {
            form: Form::of(&envelopes.style),
            limit: envelopes.body_limit,
        }
    }

    /// Writes as much of the fault as the limit allows: everything, else fewer violations from the
    /// end, else fewer details, else none and no text of a foreign response, else the catalog's
    /// message, else its title. The way out stays for as long as a violation fits beside it, or a
    /// detail where there are no violations, and goes before them otherwise.
    fn write<'a>(
        &self,
        mut view: PublicFault<'a>,
        body: &mut Buffer,
    ) -> Result<Extent, PublicFault<'a>> {
        if !self.write_once(&view, body) {
            return Err(view);
        }
        if body.len() <= self.limit {
            return Ok(Extent::Whole);
        }
        let whole = view.visible;
        let mut all = whole;
        if self.form.has_remedy(&view) {
            if self.cut(&mut view, all, 1, body) {
                return Ok(Extent::Part);
            }
            (all.remedy, all.truncated) = (false, 1);
            view.visible = all;
            if self.fits(&view, body) {
                return Ok(Extent::Part);
            }
        }
        if self.cut(&mut view, all, 0, body) {
            return Ok(Extent::Part);
        }
        view.visible = all;
        let has_reason = view.reason().is_some();
        view.visible = Visible {
            violations: 0,
            details: 0,
            reason: false,
            source_message: false,
            truncated: all.truncated + all.violations + all.details + usize::from(has_reason),
            ..all
        };
        if has_reason && self.fits(&view, body) {
            return Ok(Extent::Part);
        }
        let own = view.message.clone();
        let language = view.siblings.language;
        let general = ClientMessage::from_catalog(view.fault, view.resolved, language);
        // A detail that the catalog's message tells may be what does not fit.
        for message in [general, ClientMessage::from_title(view.resolved, language)] {
            view.message = message;
            if self.fits(&view, body) {
                return Ok(Extent::Part);
            }
        }
        Err(PublicFault {
            visible: whole,
            message: own,
            ..view
        })
    }

    /// Writes fewer violations, else none and fewer details; `false` if not even `least` of what the
    /// fault has fit, violations if there are any.
    fn cut(
        &self,
        view: &mut PublicFault<'_>,
        all: Visible,
        least: usize,
        body: &mut Buffer,
    ) -> bool {
        let mut fits = |violations: usize, details: usize| {
            let left_out = (all.violations - violations) + (all.details - details);
            view.visible = Visible {
                violations,
                details,
                truncated: all.truncated + left_out,
                ..all
            };
            self.fits(view, body)
        };
        // Each takes a byte at least.
        let most = all.violations.min(self.limit);
        if let Some(violations) = partition_point(most, |some| fits(some, all.details))
            && violations >= least
            && fits(violations, all.details)
        {
            return true;
        }
        if least > 0 && all.violations > 0 {
            return false;
        }
        partition_point(all.details, |some| fits(0, some))
            .is_some_and(|details| details >= least && fits(0, details))
    }

    fn fits(&self, view: &PublicFault<'_>, body: &mut Buffer) -> bool {
        self.write_once(view, body) && body.len() <= self.limit
    }

    /// Writes the fault from the beginning; `false` if a style of the user's panics or writes bad
    /// JSON.
    pub(super) fn write_once(&self, view: &PublicFault<'_>, body: &mut Buffer) -> bool {
        body.clear();
        let (writer, check) = match &self.form {
            Form::Style { writer, check } => (writer, check),
            Form::Markdown(write) => {
                write(view, body);
                return true;
            }
        };
        let mut write = || Object::write(body, |object| writer.write(view, object));
        let Some(check) = check else {
            write();
            return true;
        };
        catch_panic(write).is_some() && (body.len() > self.limit || check(body.as_slice()))
    }
}

/// The largest number below `all` that fits, where whatever is smaller fits as well.
fn partition_point(all: usize, mut fits: impl FnMut(usize) -> bool) -> Option<usize> {
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
fn size_of(view: &PublicFault<'_>, limit: usize) -> usize {
    const HEAD: usize = 320;
    const VIOLATION: usize = 192;
    let Some(attached) = view.fault.attached() else {
        return HEAD;
    };
    let details = attached.details.json().len() + view.message.text.len();
    let size = HEAD + details + view.visible.violations * VIOLATION;
    size.min(limit)
}
