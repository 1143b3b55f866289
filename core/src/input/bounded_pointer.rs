//! Names from outside, and the place of a value, cut where they would be too long to repeat.

use super::LONGEST;
use crate::json::Pointer;

/// Whether a name from outside is too long to repeat.
pub(super) const fn is_long(name: &str) -> bool {
    name.len() > LONGEST
}

/// The place of a value; that of a value around it, where its own would be too long.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct BoundedPointer {
    pointer: Pointer,
    is_cut: bool,
}

impl BoundedPointer {
    pub(super) fn member(&self, name: &str) -> Self {
        self.inside(name.len(), |pointer| pointer.member(name))
    }

    pub(super) fn index(&self, index: usize) -> Self {
        self.inside(0, |pointer| pointer.index(index))
    }

    /// The place of the value that holds this one, as far as it is known.
    pub(super) fn parent(self) -> Self {
        if self.is_cut {
            return self;
        }
        Self {
            pointer: self.pointer.parent(),
            is_cut: false,
        }
    }

    /// Whether it is that of a value around the one that is meant.
    pub(super) const fn is_cut(&self) -> bool {
        self.is_cut
    }

    pub(super) fn into_pointer(self) -> Pointer {
        self.pointer
    }

    fn inside(&self, length: usize, step: impl FnOnce(Pointer) -> Pointer) -> Self {
        let pointer = self.pointer.clone();
        let is_cut = self.is_cut || pointer.as_str().len() + length > LONGEST;
        Self {
            pointer: if is_cut { pointer } else { step(pointer) },
            is_cut,
        }
    }
}
