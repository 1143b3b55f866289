//! The file as a whole.

use super::{TABLES, Table, field::table_of};

/// Returns what a catalog file consists of: the tables at its top, and what is in them.
#[must_use]
pub fn file() -> Table {
    table_of("", TABLES)
}
