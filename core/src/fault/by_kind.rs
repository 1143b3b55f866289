//! Values that are made once per code, condition or status.
//!
//! A layer keeps the bodies and heads here that are the same for every fault of a kind. The table
//! belongs to one [`Renderer`](crate::adapter::Renderer), so that nothing has to be invalidated
//! when a setting changes; its size is that of the catalog and does not grow with the requests.

use std::fmt;
use std::sync::OnceLock;

use super::{Fault, Kind};
use crate::Condition;
use crate::catalog::Catalog;
use crate::http::status::Status;

/// Values that depend on nothing but a fault's code, condition or status, each made when it is
/// first asked for.
pub(crate) struct ByKind<T> {
    codes: OnceLock<OfCatalog<T>>,
    /// Those of the conditions, then those of the statuses.
    others: Box<[Slot<T>]>,
}

/// Boxed, as most slots stay empty.
type Slot<T> = OnceLock<Box<T>>;

/// The slots of one catalog, which are found by a code's position in it.
struct OfCatalog<T> {
    catalog: &'static Catalog,
    slots: Box<[Slot<T>]>,
}

impl<T> ByKind<T> {
    /// Room for the kinds of a service. Without a catalog, that of the first code is taken for the
    /// service's.
    pub(crate) fn new(catalog: Option<&'static Catalog>) -> Self {
        let codes = OnceLock::new();
        if let Some(catalog) = catalog {
            let _ = codes.set(OfCatalog::new(catalog));
        }
        Self {
            codes,
            others: empty_slots(Condition::ALL.len() + Status::COUNT),
        }
    }

    /// The value for the kind of a fault, made at the first call of a fault that says nothing else;
    /// none for kinds that there is no room for: codes of another catalog, or with another than
    /// their first status.
    pub(crate) fn get_or_make(&self, fault: &Fault, make: impl FnOnce(&Fault) -> T) -> Option<&T> {
        let slot = self.slot(fault.kind)?;
        Some(slot.get_or_init(|| Box::new(make(&Fault::of_kind(fault.kind, None)))))
    }

    fn slot(&self, kind: Kind) -> Option<&Slot<T>> {
        match kind {
            Kind::Code(code, status) if status == code.status() => {
                let codes = self.codes.get_or_init(|| OfCatalog::new(code.catalog()));
                codes.slots.get(codes.catalog.position(code)?)
            }
            Kind::Condition(condition, None) => self.others.get(condition as usize),
            Kind::Foreign(status) => {
                let index = usize::from(status).checked_sub(usize::from(Status::FIRST))?;
                self.others.get(Condition::ALL.len() + index)
            }
            Kind::Code(..) | Kind::Condition(..) => None,
        }
    }
}

impl<T> OfCatalog<T> {
    fn new(catalog: &'static Catalog) -> Self {
        Self {
            catalog,
            slots: empty_slots(catalog.codes().len()),
        }
    }
}

// Out of line, as it is asked for in several places.
#[inline(never)]
fn empty_slots<T>(count: usize) -> Box<[Slot<T>]> {
    (0..count).map(|_| OnceLock::new()).collect()
}

impl<T> fmt::Debug for ByKind<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ByKind").finish_non_exhaustive()
    }
}
