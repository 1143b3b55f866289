//! Looks values up by their places, one after the other.

use super::document::{Document, Elements, Kind, Members, Sent};

/// Finds values of a document. What is known of the way to the last one is kept: issues are told in the
/// order of the document, and a long list would else be gone through for each of them.
pub(super) struct Finder<'b, 'd> {
    /// The last pointer, and what is at each step of it.
    pointer: String,
    levels: Vec<Level<'b, 'd>>,
}

struct Level<'b, 'd> {
    /// How much of the pointer leads here.
    length: usize,
    value: Sent<'b, 'd>,
    inside: Inside<'b, 'd>,
}

enum Inside<'b, 'd> {
    Elements {
        rest: Elements<'b, 'd>,
        /// The index of the first one that is left.
        next: usize,
        last: Option<Sent<'b, 'd>>,
    },
    Members(Members<'b, 'd>),
    Nothing,
}

impl<'b, 'd> Finder<'b, 'd> {
    pub(super) fn new(document: &'d Document<'b>) -> Self {
        Self {
            pointer: String::new(),
            levels: vec![Level::new(0, document.root())],
        }
    }

    /// The value at a pointer (RFC 6901).
    pub(super) fn find(&mut self, pointer: &str) -> Option<Sent<'b, 'd>> {
        self.level(pointer).map(|level| level.value)
    }

    /// Whether the value at a pointer is an object that has no member of this name.
    pub(super) fn lacks(&mut self, pointer: &str, name: &str) -> bool {
        match self.level(pointer) {
            Some(Level {
                inside: Inside::Members(members),
                ..
            }) => members.get(name).is_none(),
            _ => false,
        }
    }

    fn level(&mut self, pointer: &str) -> Option<&Level<'b, 'd>> {
        let is_on_way = |level: &&Level<'_, '_>| {
            let rest = pointer.get(level.length..);
            let ends_a_name = rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            ends_a_name && self.pointer.get(..level.length) == pointer.get(..level.length)
        };
        let kept = self.levels.iter().take_while(is_on_way).count();
        self.levels.truncate(kept);
        let mut length = self.levels.last().map_or(0, |level| level.length);
        self.pointer.truncate(length);
        while let Some(rest) = pointer.get(length + 1..) {
            let name = rest.split('/').next()?;
            let value = self.levels.last_mut()?.step(name)?;
            self.pointer.push('/');
            self.pointer.push_str(name);
            length += 1 + name.len();
            self.levels.push(Level::new(length, value));
        }
        self.levels.last()
    }
}

impl<'b, 'd> Level<'b, 'd> {
    fn new(length: usize, value: Sent<'b, 'd>) -> Self {
        Self {
            length,
            value,
            inside: Inside::of(value),
        }
    }

    /// The value of this name, or at this index.
    fn step(&mut self, name: &str) -> Option<Sent<'b, 'd>> {
        let index = name.parse::<usize>();
        match &self.inside {
            // Elements are gone through once.
            Inside::Elements { next, .. }
                if index.as_ref().is_ok_and(|index| index + 1 < *next) =>
            {
                self.inside = Inside::of(self.value);
            }
            _ => {}
        }
        match &mut self.inside {
            Inside::Elements { rest, next, last } => {
                let index = index.ok()?;
                if let Some(skipped) = index.checked_sub(*next) {
                    *last = rest.nth(skipped);
                    *next = index + 1;
                }
                *last
            }
            Inside::Members(members) => members.get(&name.replace("~1", "/").replace("~0", "~")),
            Inside::Nothing => None,
        }
    }
}

impl<'b, 'd> Inside<'b, 'd> {
    fn of(value: Sent<'b, 'd>) -> Self {
        match value.kind() {
            Some(Kind::Array(rest)) => Self::Elements {
                rest,
                next: 0,
                last: None,
            },
            Some(Kind::Object(members)) => Self::Members(members),
            _ => Self::Nothing,
        }
    }
}
