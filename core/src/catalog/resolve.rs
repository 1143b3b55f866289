//! The code and the status that a fault has in a catalog.

use std::borrow::Cow;
use std::sync::OnceLock;

use manila_catalog_file::{Case, Condition};

use crate::catalog::{Catalog, Code, WireCode};

use crate::envelopes::context::Context;
use crate::fault::violation::{Origin, Violation};
use crate::fault::{Fault, Kind, Member};
use crate::http::status::{Status, own_code, phrase};

/// A fault's code and status, once the catalog has had its say.
#[derive(Debug, Clone)]
pub(crate) struct Resolved {
    pub(crate) status: u16,
    pub(crate) code: WireCode,
    /// The entry of the catalog; none for HTTP's own codes.
    pub(crate) entry: Option<&'static Code>,
}

impl Resolved {
    fn entry(code: &'static Code, status: Status) -> Self {
        Self {
            status: status.get(),
            code: WireCode::of(code),
            entry: Some(code),
        }
    }

    /// The short text of the code; the phrase of the status for HTTP's own.
    pub(crate) fn title(&self) -> Cow<'static, str> {
        match self.entry {
            Some(entry) => Cow::Borrowed(entry.title()),
            None => phrase(self.status),
        }
    }

    /// Whether clients may see all details.
    pub(crate) const fn shows_all(&self) -> bool {
        self.status < 500
    }

    /// Whether clients may see a detail.
    pub(crate) fn shows(&self, detail: Member<'_>) -> bool {
        self.shows_all()
            || self
                .entry
                .is_some_and(|entry| entry.declares(&detail.name()))
    }
}

pub(crate) fn resolve(fault: &Fault, catalog: Option<&'static Catalog>) -> Resolved {
    match fault.kind {
        Kind::Code(code, status) => Resolved::entry(code, status),
        Kind::Condition(condition, own) => resolve_condition(condition, own.or(catalog)),
        Kind::Foreign(status) => resolve_foreign(status, catalog),
    }
}

/// The code of a violation; none where it is the fault's.
#[inline]
pub(crate) fn own_code_of(
    violation: &Violation,
    fault: &Resolved,
    context: &Context<'_>,
) -> Option<&'static Code> {
    let catalog = || fault.entry.map(Code::catalog).or(context.envelopes.catalog);
    match &violation.origin {
        Origin::Code(code) => Some(code),
        Origin::Condition(condition) => catalog()?.stand_in(*condition),
        Origin::Rule(rule) => catalog()?.stand_in_for_rule(rule),
        Origin::Fault => None,
    }
}

fn resolve_condition(condition: Condition, catalog: Option<&'static Catalog>) -> Resolved {
    match catalog.and_then(|catalog| catalog.stand_in(condition)) {
        Some(code) => Resolved::entry(code, code.status()),
        None => resolve_status(condition.status(), catalog),
    }
}

fn resolve_foreign(status: u16, catalog: Option<&'static Catalog>) -> Resolved {
    let named = Condition::of_status(status)
        .and_then(|condition| catalog.and_then(|catalog| catalog.condition(condition)));
    match named {
        Some(code) => Resolved::entry(code, code.status()),
        None => resolve_status(status, catalog),
    }
}

/// What a catalog answers for statuses that it names no code for, found out once for each.
pub(crate) struct OwnCodes(OnceLock<Box<[OnceLock<Resolved>]>>);

impl OwnCodes {
    pub(crate) const fn new() -> Self {
        Self(OnceLock::new())
    }

    fn get(&self, status: u16, find: impl FnOnce() -> Resolved) -> Resolved {
        let places = self
            .0
            .get_or_init(|| (0..Status::COUNT).map(|_| OnceLock::new()).collect());
        let place = usize::from(status).checked_sub(usize::from(Status::FIRST));
        match place.and_then(|place| places.get(place)) {
            Some(place) => place.get_or_init(find).clone(),
            None => find(),
        }
    }
}

/// HTTP's own code for a status, spelled as the catalog spells its codes.
fn resolve_status(status: u16, catalog: Option<&'static Catalog>) -> Resolved {
    match catalog {
        Some(catalog) => catalog
            .own_codes()
            .get(status, || find_own(status, catalog)),
        None => Resolved {
            status,
            code: WireCode::Name(own_code(status, Case::Snake)),
            entry: None,
        },
    }
}

/// Where the catalog means something else by the spelling of a status, a more general code stands
/// in, so that code and status agree.
fn find_own(status: u16, catalog: &'static Catalog) -> Resolved {
    let (general, condition) = match status {
        ..500 => (400, Condition::BadRequest),
        _ => (500, Condition::Internal),
    };
    match own(status, catalog) {
        Ok(resolved) => resolved,
        Err(entry) => match catalog.condition(condition) {
            Some(code) => Resolved::entry(code, code.status()),
            None => {
                own(general, catalog).unwrap_or_else(|_| Resolved::entry(entry, entry.status()))
            }
        },
    }
}

/// HTTP's own code for a status, or the entry that means something else by its spelling.
fn own(status: u16, catalog: &'static Catalog) -> Result<Resolved, &'static Code> {
    let code = catalog.own_code(status);
    let Some(entry) = catalog.spelled(&code) else {
        return Ok(Resolved {
            status,
            code,
            entry: None,
        });
    };
    match entry.statuses().iter().find(|known| known.get() == status) {
        Some(status) => Ok(Resolved::entry(entry, *status)),
        None => Err(entry),
    }
}
