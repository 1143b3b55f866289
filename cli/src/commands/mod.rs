//! What each command does. Each writes to a text that is shown at the end, so that a failure on the
//! way leaves nothing half told.

pub(crate) mod check;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod list;
pub(crate) mod new;
pub(crate) mod probe;

use serde::Serialize;

/// Data as JSON that people can read too.
fn json(value: &impl Serialize) -> String {
    // Plain data of this crate's own has nothing that JSON cannot hold.
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
