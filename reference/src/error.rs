//! Why a setting cannot be used.

use std::fmt;

/// A setting of a [`Reference`](crate::Reference) that it cannot be made with. Its text says what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(String);

impl Error {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

/// A value of a setting as a message shows it: short, and without characters that steer a terminal.
pub(crate) fn shown(value: &str) -> String {
    const LONGEST: usize = 80;
    let mut characters = value.chars();
    let start = characters.by_ref().take(LONGEST);
    let mut shown: String = start.flat_map(manila_catalog_file::printable).collect();
    if characters.next().is_some() {
        shown.push('…');
    }
    format!("`{shown}`")
}
