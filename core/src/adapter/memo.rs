//! Responses that are the same each time.

use std::fmt;
use std::sync::OnceLock;

use crate::catalog::Catalog;
use crate::envelopes::context::Context;
use crate::fault::{Extra, Fault, Kind};
use crate::http::status::Status;
use crate::render::success::Wrapping;
use crate::{Condition, Envelopes};

/// What an adapter has made of responses that are the same each time: in its framework's own
/// types, at most once per code, condition and status, when each is first asked for.
///
/// A fault that sets no header field of its own has the same head each time. If it also says
/// nothing but its code, in a style that repeats nothing of the request, so is its body.
///
/// ```
/// use manila::adapter::{Part, Prepared};
/// use manila::{Condition, Envelopes, Fault};
///
/// let envelopes = Envelopes::ok_error();
/// let context = envelopes.context(None);
/// let lengths = Prepared::new(&envelopes);
/// let length = |fault: &Fault| manila::render(fault, &context).body().len();
/// let find = |fault: &Fault| match lengths.find(fault, &context, length) {
///     Some(Part::Whole(length)) => Some(*length),
///     _ => None,
/// };
/// let fault = Fault::condition(Condition::Gone);
/// assert_eq!(find(&fault), Some(length(&fault)));
/// assert_eq!(find(&fault.detail("since", "2026-01-01")), None);
/// ```
pub struct Prepared<T> {
    codes: OnceLock<Codes<T>>,
    /// Those of the conditions, then those of the statuses.
    others: Box<[Place<T>]>,
}

/// Boxed, as most places stay empty.
type Place<T> = OnceLock<Box<T>>;

struct Codes<T> {
    catalog: &'static Catalog,
    places: Box<[Place<T>]>,
}

/// How much of a response is the same each time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part<T> {
    /// Status and header, but for `content-length` and the id; the body is the fault's own.
    Head(T),
    /// The body too.
    Whole(T),
}

impl<T> Prepared<T> {
    /// Room for the responses of a service, none of which is made yet.
    #[must_use]
    pub fn new(envelopes: &Envelopes) -> Self {
        let codes = OnceLock::new();
        if let Some(catalog) = envelopes.catalog {
            let _ = codes.set(Codes::of(catalog));
        }
        Self {
            codes,
            others: places(Condition::ALL.len() + Status::COUNT),
        }
    }

    /// What is prepared for a fault, which `prepare` makes of one that says no more than the code,
    /// at the first call; none where not even the head is the same each time. `context` is one of
    /// the envelopes that [`new`](Self::new) was given.
    pub fn find(
        &self,
        fault: &Fault,
        context: &Context<'_>,
        prepare: impl FnOnce(&Fault) -> T,
    ) -> Option<Part<&T>> {
        let envelopes = context.envelopes;
        // What a style of the user's writes, and under which media type it leaves in the end, may
        // be another each time.
        if context.is_grpc
            || envelopes.check.is_some()
            || !fault.extra().is_none_or(Extra::sets_no_field)
        {
            return None;
        }
        let prepared = self.get(fault, prepare)?;
        let repeats_request = matches!(envelopes.wrapping, Wrapping::JsonApi | Wrapping::Plain);
        if repeats_request || !fault.extra().is_none_or(Extra::is_silent) {
            Some(Part::Head(prepared))
        } else {
            Some(Part::Whole(prepared))
        }
    }

    /// What is prepared for a fault's code, condition or status, whatever else the fault says.
    pub(crate) fn get(&self, fault: &Fault, prepare: impl FnOnce(&Fault) -> T) -> Option<&T> {
        let place = self.place(fault.kind)?;
        Some(place.get_or_init(|| Box::new(prepare(&Fault::of_kind(fault.kind, None)))))
    }

    fn place(&self, kind: Kind) -> Option<&Place<T>> {
        match kind {
            Kind::Code(code, status) if status == code.status() => {
                let codes = self.codes.get_or_init(|| Codes::of(code.catalog()));
                codes.places.get(codes.catalog.position(code)?)
            }
            Kind::Condition(condition, None) => self.others.get(condition as usize),
            Kind::Foreign(status) => {
                let place = usize::from(status).checked_sub(usize::from(Status::FIRST))?;
                self.others.get(Condition::ALL.len() + place)
            }
            Kind::Code(..) | Kind::Condition(..) => None,
        }
    }
}

impl<T> Codes<T> {
    fn of(catalog: &'static Catalog) -> Self {
        Self {
            catalog,
            places: places(catalog.codes().len()),
        }
    }
}

// Out of line, as it is asked for in several places.
#[inline(never)]
fn places<T>(count: usize) -> Box<[Place<T>]> {
    (0..count).map(|_| OnceLock::new()).collect()
}

impl<T> fmt::Debug for Prepared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Prepared").finish_non_exhaustive()
    }
}
