//! What stands around the parts of a deserializer, and of a type that is read.

use std::cell::{Cell, RefCell};

use super::search::ObjectSearch;
use super::way::Trace;
use crate::input::extract::error::{Asked, DecodeError};
use crate::input::extract::place::{Spot, Step};

/// What is read: a value, or a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    Value,
    /// The name of a member.
    Name,
    /// The name of a variant: a text, or the name of the one member.
    Variant,
}

impl Role {
    pub(super) const fn spot(self) -> Spot {
        match self {
            // Which of the two a variant's name is comes out behind it.
            Self::Value | Self::Variant => Spot::Value,
            Self::Name => Spot::Name,
        }
    }
}

/// A deserializer around that of a format.
pub(super) struct Reader<'t, D> {
    pub(super) inner: D,
    pub(super) trace: &'t Trace,
    pub(super) role: Role,
}

impl<'t, D> Reader<'t, D> {
    pub(super) const fn new(inner: D, trace: &'t Trace) -> Self {
        Self::of(inner, trace, Role::Value)
    }

    pub(super) const fn of(inner: D, trace: &'t Trace, role: Role) -> Self {
        Self { inner, trace, role }
    }

    pub(super) const fn tracing<V>(&self, visitor: V, asked: Asked) -> Tracing<'t, V> {
        Tracing::new(visitor, self.trace, self.role, asked)
    }
}

/// What a struct is asked for: an object with members of known names.
pub(super) const STRUCT: Asked = Asked::Type("struct ");

/// Has a seed read from a deserializer.
pub(super) struct Seed<'t, S> {
    pub(super) inner: S,
    pub(super) trace: &'t Trace,
    pub(super) role: Role,
}

impl<'t, S> Seed<'t, S> {
    pub(super) const fn new(inner: S, trace: &'t Trace, role: Role) -> Self {
        Self { inner, trace, role }
    }
}

/// A visitor around that of a type.
pub(super) struct Tracing<'t, V> {
    pub(super) inner: V,
    pub(super) trace: &'t Trace,
    pub(super) role: Role,
    pub(super) asked: Asked,
}

impl<'t, V> Tracing<'t, V> {
    pub(super) const fn new(inner: V, trace: &'t Trace, role: Role, asked: Asked) -> Self {
        Self {
            inner,
            trace,
            role,
            asked,
        }
    }
}

/// How far a type has come with a value that has others in it.
#[derive(Debug, Default)]
pub(super) struct Progress {
    pub(super) has_begun: Cell<bool>,
    /// The name of a member whose value was not read.
    pub(super) name: RefCell<Option<Step>>,
}

impl Progress {
    pub(super) const fn has_begun(&self) -> bool {
        self.has_begun.get()
    }

    pub(super) fn into_open_name(self) -> Option<Step> {
        self.name.into_inner()
    }
}

pub(super) struct Elements<'t, 'p, A> {
    pub(super) inner: A,
    pub(super) trace: &'t Trace,
    pub(super) progress: &'p Progress,
    pub(super) index: usize,
}

impl<'t, 'p, A> Elements<'t, 'p, A> {
    pub(super) const fn new(inner: A, trace: &'t Trace, progress: &'p Progress) -> Self {
        Self {
            inner,
            trace,
            progress,
            index: 0,
        }
    }
}

pub(super) struct Members<'t, 'p, A> {
    pub(super) inner: A,
    pub(super) trace: &'t Trace,
    pub(super) progress: &'p Progress,
    pub(super) search: ObjectSearch,
}

impl<'t, 'p, A> Members<'t, 'p, A> {
    pub(super) fn new(inner: A, trace: &'t Trace, progress: &'p Progress, is_copied: bool) -> Self {
        Self {
            inner,
            trace,
            progress,
            search: ObjectSearch::new(is_copied),
        }
    }
}

/// A variant of an enum, and what it holds.
pub(super) struct Variant<'t, A> {
    pub(super) inner: A,
    pub(super) trace: &'t Trace,
    /// What the enum is.
    pub(super) role: Role,
    pub(super) asked: Asked,
}

impl<'t, A> Variant<'t, A> {
    pub(super) const fn new(inner: A, trace: &'t Trace, role: Role, asked: Asked) -> Self {
        Self {
            inner,
            trace,
            role,
            asked,
        }
    }
}

/// Has a seed read the name of a variant, and keeps the error, so that the reader goes on.
pub(super) struct VariantName<'t, 'e, S> {
    pub(super) inner: S,
    pub(super) trace: &'t Trace,
    pub(super) error: &'e mut Option<DecodeError>,
}

/// A seed that notes whether there is a value, and reads none.
pub(super) struct Presence<'n>(pub(super) &'n Cell<bool>);

/// What a variant holds: the value of a member that is called like it.
pub(super) struct Content<'t, A> {
    pub(super) inner: A,
    pub(super) name: Step,
    pub(super) trace: &'t Trace,
}

/// A seed that is still there if nothing has grown of it.
pub(super) struct Lent<'s, S>(pub(super) &'s mut Option<S>);
