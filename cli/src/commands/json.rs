//! Data for tools.

use serde::Serialize;

/// Writes data as JSON that people can read too.
pub(super) fn json(value: &impl Serialize) -> String {
    // Plain data of this crate's own has nothing that JSON cannot hold.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
