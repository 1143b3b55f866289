//! What the format is told as.

use super::{Text, Word};

/// A table of a file.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Table {
    /// How its header is written: `[catalog]`, or `[codes.CODE]` for one of many. Empty for the file
    /// as a whole.
    pub name: &'static str,
    /// The keys that it takes, in the order in which they are best written.
    pub keys: Vec<Key>,
}

impl Table {
    /// Returns the key of that name.
    #[must_use]
    pub fn key(&self, name: &str) -> Option<&Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// A key of a table.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// What it takes.
    pub shape: Shape,
    /// What it says, in one sentence or two.
    pub meaning: &'static str,
    /// A value, in TOML.
    pub example: &'static str,
    /// What holds where the key is missing, if anything does.
    pub missing: Option<Missing>,
    /// Whether a file without the key is refused.
    pub is_required: bool,
}

/// What holds where a key is missing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Missing {
    /// A value, in TOML.
    Value(&'static str),
    /// What follows from something else, in words.
    Text(&'static str),
}

/// What a key takes.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Shape {
    /// A string.
    Text(Text),
    /// `true` or `false`.
    Boolean,
    /// An integer within these bounds.
    Integer {
        /// The least.
        min: i64,
        /// The greatest.
        max: i64,
    },
    /// A string that is one of these words.
    Word(&'static [Word]),
    /// An array, each of whose items takes this.
    List(Box<Self>),
    /// An array of items that differ, and of which there are at least so many.
    Distinct(Box<Self>, usize),
    /// An array of strings, or one string.
    Steps,
    /// A string, a finite number, or a boolean.
    Fact,
    /// A table whose keys are names, and whose values take this.
    Named(Names, Box<Self>),
    /// A table with keys of the format.
    Table(Table),
}

/// What the keys of a table are whose keys are names.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum Names {
    /// Codes, in the catalog's `case`.
    Codes,
    /// HTTP statuses from 400 to 599.
    Statuses,
    /// These words alone.
    Words(&'static [Word]),
    /// Texts.
    Texts(Text),
    /// Texts, of which these are known.
    Known(Text, Vec<Word>),
}
