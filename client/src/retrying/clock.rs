//! The clock: std's, or in a browser that of JavaScript, as std has none there and panics.

use std::time::SystemTime;

#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
pub(super) use std::time::Instant;
#[cfg(all(target_family = "wasm", target_os = "unknown"))]
pub(super) use web_time::Instant;

#[cfg(not(all(target_family = "wasm", target_os = "unknown")))]
pub(super) fn now() -> SystemTime {
    SystemTime::now()
}

#[cfg(all(target_family = "wasm", target_os = "unknown"))]
pub(super) fn now() -> SystemTime {
    web_time::web::SystemTimeExt::to_std(web_time::SystemTime::now())
}
