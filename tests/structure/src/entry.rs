//! One line of an interface.

use std::fmt;

/// A public item, or what one contains or can do.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// Where users find it: `manila::Fault::new`.
    pub path: String,
    /// What it is: `fn new(code: &'static Code) -> Self`.
    pub signature: String,
    /// The conditions of its `cfg`s, all of which have to hold.
    pub conditions: Vec<String>,
    /// What sort of an entry it is.
    pub kind: Kind,
    /// Whether its own documentation has an example.
    pub has_example: bool,
}

/// The sorts of entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A type, a trait, a function, a constant or a macro of this crate.
    Item,
    /// A method, or an associated constant.
    Method,
    /// Another part of an item: a field, a variant, a part of a trait.
    Part,
    /// A trait that a type has.
    Trait,
    /// An item of another crate, under a name of this one.
    Reexport,
}

impl fmt::Display for Entry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path, self.signature)?;
        if self.conditions.is_empty() {
            return Ok(());
        }
        write!(f, "  [{}]", self.conditions.join(", "))
    }
}
