//! Why a text has no routes.

use std::error::Error;
use std::fmt;

/// The most operations that are read.
pub(super) const MOST: usize = 2_000;

/// Why a text has no routes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidRoutes {
    line: usize,
    message: String,
}

impl InvalidRoutes {
    pub(super) fn new(line: usize, message: impl Into<String>) -> Self {
        Self {
            line,
            message: message.into(),
        }
    }

    /// The line that is wrong, from 1.
    #[must_use]
    pub const fn line(&self) -> usize {
        self.line
    }
}

impl fmt::Display for InvalidRoutes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.message)
    }
}

impl Error for InvalidRoutes {}

/// The refusal of more operations than are read.
pub(super) fn too_many() -> String {
    format!("more than {MOST} operations")
}
