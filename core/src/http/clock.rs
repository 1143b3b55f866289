//! The clock of the system, where there is one.

use std::time::SystemTime;

/// Whether the target has a clock and processes; asking one that has none for either panics.
pub(crate) const HAS_CLOCK: bool = !cfg!(all(target_family = "wasm", target_os = "unknown"));

/// The time of the system's clock.
#[inline]
pub(crate) fn now() -> Option<SystemTime> {
    HAS_CLOCK.then(SystemTime::now)
}
