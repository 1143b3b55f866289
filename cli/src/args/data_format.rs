//! How a command writes what it found.

use clap::ValueEnum;

/// How data are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DataFormat {
    /// Text for people.
    Text,
    /// JSON.
    Json,
}
