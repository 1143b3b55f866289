//! The code and the status that a catalog answers for a condition or a status.
//!
//! The order of preference: the code that the catalog names, a more general one of the catalog, and
//! last HTTP's own name for the status in the catalog's spelling. Code and status always agree with
//! the catalog, so that a client that switches on either is right.

use std::borrow::Cow;
use std::sync::OnceLock;

use manila_catalog_file::{Case, Condition};

use super::facts::{Catalog, Code, HttpCodes, Resolved};
use super::wire_code::WireCode;
use crate::http::status::{Status, http_code_name, phrase};

impl Resolved {
    /// An entry of a catalog, with one of the statuses that it declares.
    pub(crate) const fn entry(code: &'static Code, status: Status) -> Self {
        Self {
            status: status.get(),
            code: code.wire_code(),
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

    /// Whether clients may see all details, as with any 4xx: those describe the client's own
    /// request.
    pub(crate) const fn shows_all(&self) -> bool {
        self.status < 500
    }

    /// Whether clients may see a detail of this name: with a 5xx, if the catalog declares it.
    pub(crate) fn shows(&self, detail: &str) -> bool {
        self.shows_all() || self.entry.is_some_and(|entry| entry.declares(detail))
    }
}

/// The code for a condition: that of the catalog of who raised it, if there is one, else that of the
/// service's; HTTP's own, as the service spells its codes, where neither names one.
pub(crate) fn resolve_condition(
    condition: Condition,
    own: Option<&'static Catalog>,
    services: Option<&'static Catalog>,
) -> Resolved {
    let mut catalogs = own.into_iter().chain(services);
    match catalogs.find_map(|catalog| catalog.code_for(condition)) {
        Some(code) => Resolved::entry(code, code.status()),
        None => resolve_status(condition.status(), services.or(own)),
    }
}

/// The code for the status of a foreign response. Only the condition of exactly that status counts:
/// a bare 408 is not answered with the code that the catalog names for 503.
pub(crate) fn resolve_foreign(status: u16, catalog: Option<&'static Catalog>) -> Resolved {
    let named = Condition::of_status(status)
        .and_then(|condition| catalog.and_then(|catalog| catalog.condition(condition)));
    match named {
        Some(code) => Resolved::entry(code, code.status()),
        None => resolve_status(status, catalog),
    }
}

impl HttpCodes {
    /// The answer for a status, kept for statuses from 400 to 599 and found anew for any other.
    fn get_or_find(&self, status: u16, find: impl FnOnce() -> Resolved) -> Resolved {
        let known = self
            .0
            .get_or_init(|| (0..Status::COUNT).map(|_| OnceLock::new()).collect());
        let index = usize::from(status).checked_sub(usize::from(Status::FIRST));
        match index.and_then(|index| known.get(index)) {
            Some(known) => known.get_or_init(find).clone(),
            None => find(),
        }
    }
}

/// HTTP's own code for a status, spelled as the catalog spells its codes.
fn resolve_status(status: u16, catalog: Option<&'static Catalog>) -> Resolved {
    match catalog {
        Some(catalog) => catalog
            .http_codes
            .get_or_find(status, || find_http_code(status, catalog)),
        None => Resolved {
            status,
            code: WireCode::Name(http_code_name(status, Case::Snake)),
            entry: None,
        },
    }
}

/// Where the catalog means something else by the spelling of a status, a more general code takes
/// its place, so that code and status agree.
fn find_http_code(status: u16, catalog: &'static Catalog) -> Resolved {
    let (general, condition) = match status {
        ..500 => (400, Condition::BadRequest),
        _ => (500, Condition::Internal),
    };
    match http_code(status, catalog) {
        Ok(resolved) => resolved,
        Err(entry) => match catalog.condition(condition) {
            Some(code) => Resolved::entry(code, code.status()),
            None => http_code(general, catalog)
                .unwrap_or_else(|_| Resolved::entry(entry, entry.status())),
        },
    }
}

/// HTTP's own code for a status, or the entry that means something else by its spelling.
fn http_code(status: u16, catalog: &'static Catalog) -> Result<Resolved, &'static Code> {
    let code = catalog.http_code(status);
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
