//! Names from outside, and the place of a value, cut where they would be too long to repeat.

use std::rc::Rc;

use super::LONGEST;
use crate::json::Pointer;

/// Whether a name from outside is too long to repeat.
pub(super) const fn is_long(name: &str) -> bool {
    name.len() > LONGEST
}

/// The place of a value; that of a value around it, where its own would be too long. A clone shares
/// the text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct BoundedPointer {
    pointer: Rc<Pointer>,
    is_cut: bool,
}

impl BoundedPointer {
    pub(super) fn member(&self, name: &str) -> Self {
        self.inside(name.len(), |pointer| pointer.member(name))
    }

    pub(super) fn index(&self, index: usize) -> Self {
        self.inside(0, |pointer| pointer.index(index))
    }

    /// A place in here that has no name.
    pub(super) fn unnamed(self) -> Self {
        Self {
            is_cut: true,
            ..self
        }
    }

    /// Whether it is the other place, or inside of it.
    pub(super) fn is_within(&self, other: &Self) -> bool {
        let rest = self.pointer.as_str().strip_prefix(other.pointer.as_str());
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The place of a value at this pointer in the value here.
    pub(super) fn join(&self, pointer: &Pointer) -> Self {
        self.inside(pointer.as_str().len(), |place| place.join(pointer))
    }

    /// The place of the value that holds this one, as far as it is known.
    #[cfg(feature = "json-all")]
    pub(super) fn parent(self) -> Self {
        if self.is_cut {
            return self;
        }
        Self {
            pointer: Rc::new(Rc::unwrap_or_clone(self.pointer).parent()),
            is_cut: false,
        }
    }

    #[cfg(feature = "json-all")]
    pub(super) fn as_str(&self) -> &str {
        self.pointer.as_str()
    }

    /// Whether it is that of a value around the one that is meant.
    pub(super) const fn is_cut(&self) -> bool {
        self.is_cut
    }

    pub(super) fn into_pointer(self) -> Pointer {
        Rc::unwrap_or_clone(self.pointer)
    }

    fn inside(&self, length: usize, step: impl FnOnce(Pointer) -> Pointer) -> Self {
        let is_cut = self.is_cut || self.pointer.as_str().len() + length > LONGEST;
        let pointer = if is_cut {
            Rc::clone(&self.pointer)
        } else {
            Rc::new(step(Pointer::clone(&self.pointer)))
        };
        Self { pointer, is_cut }
    }
}
