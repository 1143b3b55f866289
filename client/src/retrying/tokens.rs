//! What keeps the clients of a service that is down from multiplying its load.

use std::sync::atomic::{AtomicU32, Ordering};

/// A bucket of tokens, which retries take and successes give back.
#[derive(Debug)]
pub(crate) struct Tokens {
    most: u32,
    left: AtomicU32,
}

impl Tokens {
    pub(crate) const fn full(most: u32) -> Self {
        Self {
            most,
            left: AtomicU32::new(most),
        }
    }

    pub(crate) fn left(&self) -> u32 {
        self.left.load(Ordering::Relaxed)
    }

    /// Takes so many, or none where there are fewer.
    pub(crate) fn take(&self, count: u32) -> bool {
        let take = |left: u32| left.checked_sub(count);
        let taken = self
            .left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, take);
        taken.is_ok()
    }

    pub(crate) fn give_back(&self, count: u32) {
        let give = |left: u32| Some(left.saturating_add(count).min(self.most));
        // It always gives a value, so that it cannot fail.
        let _ = self
            .left
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, give);
    }
}
