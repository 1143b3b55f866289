//! A search for values in a document, made by the reader on its way.

use std::cell::{Cell, RefCell};

use crate::input::bounded_pointer::BoundedPointer;
use crate::input::extract::subject::Subject;

/// The most values that are alike and tried one by one: the document is read once for each.
pub(super) const MOST_TRIALS: usize = 4;

/// A text that is not the one that was met.
pub(super) fn changed_text(text: &str) -> String {
    format!("{text}\u{10FFFF}")
}

/// What is looked for.
#[derive(Debug, Clone)]
pub(super) enum Wanted {
    /// A value that was read without a type, or a name.
    Value(Subject),
    /// An object that lacks a member. The other name is the one that it is read with.
    Lacking { name: String, added: String },
    /// A member of this name.
    Member(String),
    /// A member of this name that is not the first.
    Repeated(String),
    /// The names of variants that are taken at the place itself.
    Names,
    /// An array that was read without a type, around a value if one is given.
    Array { around: Option<BoundedPointer> },
}

impl Wanted {
    pub(super) fn lacking(name: &str, added: &str) -> Self {
        Self::Lacking {
            name: name.to_owned(),
            added: added.to_owned(),
        }
    }
}

#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) place: BoundedPointer,
    pub(super) is_name: bool,
}

/// A search through a document while it is read.
#[derive(Debug)]
pub(super) struct Search {
    wanted: Wanted,
    /// The value that it is in.
    around: BoundedPointer,
    /// Which of the candidates is read as another value.
    changed: Option<usize>,
    pub(super) found: RefCell<Vec<Candidate>>,
}

impl Search {
    pub(super) fn new(wanted: Wanted, around: &BoundedPointer, changed: Option<usize>) -> Self {
        Self {
            wanted,
            around: around.clone(),
            changed,
            found: RefCell::default(),
        }
    }

    /// Notes a candidate; whether it shall be read as another value.
    fn meet(&self, place: BoundedPointer, is_name: bool) -> bool {
        let mut found = self.found.borrow_mut();
        if found.len() > self.wanted.most() {
            return false;
        }
        found.push(Candidate { place, is_name });
        self.changed == Some(found.len() - 1)
    }

    /// Meets a value that is read without a type.
    pub(super) fn meets_value(&self, value: &Subject, place: impl Fn() -> BoundedPointer) -> bool {
        match &self.wanted {
            Wanted::Value(wanted) if wanted == value => {
                let place = place();
                place.is_within(&self.around) && place != self.around && self.meet(place, false)
            }
            Wanted::Array { around } if *value == Subject::Array => {
                let place = place();
                place.is_within(&self.around)
                    && around.as_ref().is_none_or(|inner| inner.is_within(&place))
                    && self.meet(place, false)
            }
            _ => false,
        }
    }

    /// Whether it is one for the names that are taken at a place.
    pub(super) fn is_for_names(&self, place: impl Fn() -> BoundedPointer) -> bool {
        matches!(self.wanted, Wanted::Names) && place() == self.around
    }

    /// Whether it is one for arrays, of which one is read as what no type takes.
    pub(super) const fn is_for_arrays(&self) -> bool {
        matches!(self.wanted, Wanted::Array { .. })
    }

    pub(super) fn meets_name(&self, name: &str, object: impl Fn() -> BoundedPointer) -> bool {
        let (is_met, is_name) = match &self.wanted {
            Wanted::Value(Subject::Text(wanted)) => (**wanted == *name, true),
            Wanted::Member(wanted) => (wanted == name, false),
            _ => (false, false),
        };
        if !is_met {
            return false;
        }
        let object = object();
        if !object.is_within(&self.around) {
            return false;
        }
        let place = if is_name { object } else { object.member(name) };
        self.meet(place, is_name)
    }
}

/// The search in one object.
#[derive(Debug)]
pub(super) struct ObjectSearch {
    /// Whether the object was read without a type.
    is_copied: bool,
    has_member: Cell<bool>,
    is_over: Cell<bool>,
}

impl ObjectSearch {
    pub(super) fn new(is_copied: bool) -> Self {
        Self {
            is_copied,
            has_member: Cell::new(false),
            is_over: Cell::new(false),
        }
    }

    /// Notes the name of a member.
    pub(super) fn note(&self, search: &Search, name: &str, object: impl Fn() -> BoundedPointer) {
        match &search.wanted {
            Wanted::Lacking { name: wanted, .. } if wanted == name => self.has_member.set(true),
            Wanted::Repeated(wanted) if wanted == name => {
                let object = object();
                if self.has_member.replace(true) && object.is_within(&search.around) {
                    search.meet(object.member(name), false);
                }
            }
            _ => {}
        }
    }

    /// The name of a member that the object is read with, as it does not have it.
    pub(super) fn added<'s>(
        &self,
        search: &'s Search,
        object: impl Fn() -> BoundedPointer,
    ) -> Option<&'s str> {
        let Wanted::Lacking { added, .. } = &search.wanted else {
            return None;
        };
        if self.has_member.get() || self.is_over.replace(true) {
            return None;
        }
        let object = object();
        let is_candidate =
            object == search.around || (self.is_copied && object.is_within(&search.around));
        (is_candidate && search.meet(object, false)).then_some(added)
    }
}
