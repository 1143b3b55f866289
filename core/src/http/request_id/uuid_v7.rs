//! Fresh ids without a system call for each.
//!
//! Randomness is asked for in batches of 64 ids, one batch for each thread. The layout is that of
//! RFC 9562 §5.7, made by `uuid`; the time is that of the system's clock, which may go back: 74
//! random bits keep ids apart whatever it says. A target without a clock has ids of version 4.

use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use uuid::{Builder, Uuid};

use crate::http::clock::{HAS_CLOCK, now};

/// The random bytes of one id, six bits of which are given up to its version and variant.
const PER_ID: usize = 10;

/// The random bytes that are asked of the system at a time.
const BATCH: usize = 64 * PER_ID;

/// Random bytes that no id has used yet.
struct Pool {
    bytes: [u8; BATCH],
    /// How many are left, at the end.
    left: usize,
}

thread_local! {
    // Each thread has its own, so that no request waits for another; it holds nothing but
    // randomness, and no behaviour depends on it.
    static POOL: RefCell<Pool> = const { RefCell::new(Pool { bytes: [0; BATCH], left: 0 }) };
}

/// Makes a fresh UUID version 7, or version 4 where there is no clock.
pub(super) fn fresh_uuid() -> Uuid {
    let random = || random_bytes(|bytes| getrandom::fill(bytes).is_ok());
    match now() {
        Some(time) => uuid_at(time, random()),
        None => uuid_without_time(random(), random()),
    }
}

/// The UUID version 4 of the random bytes of two ids (RFC 9562 §5.4).
fn uuid_without_time(start: [u8; PER_ID], end: [u8; PER_ID]) -> Uuid {
    let mut random = [0; 16];
    let (first, last) = random.split_at_mut(8);
    // Where the system has no randomness, it is the last eight that the counter is in.
    first.copy_from_slice(&start[2..]);
    last.copy_from_slice(&end[2..]);
    Builder::from_random_bytes(random).into_uuid()
}

/// The UUID of a moment; a clock that is before 1970 counts as the first moment of that year.
fn uuid_at(time: SystemTime, random: [u8; PER_ID]) -> Uuid {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    let millis = since
        .as_secs()
        .wrapping_mul(1000)
        .wrapping_add(u64::from(since.subsec_millis()));
    Builder::from_unix_timestamp_millis(millis, &random).into_uuid()
}

/// The next unused random bytes; a batch that cannot be filled is asked for again by the next id.
fn random_bytes(fill: impl FnOnce(&mut [u8]) -> bool) -> [u8; PER_ID] {
    // The pool is out of reach while its thread is being torn down.
    let pooled = POOL.try_with(|pool| {
        let mut pool = pool.borrow_mut();
        if pool.left == 0 {
            if !fill(&mut pool.bytes) {
                return None;
            }
            pool.left = BATCH;
        }
        let used = BATCH - pool.left;
        pool.left -= PER_ID;
        pool.bytes[used..].first_chunk().copied()
    });
    pooled.ok().flatten().unwrap_or_else(counted_bytes)
}

/// Throws away what this thread has in store.
pub(super) fn drop_batch() {
    let _ = POOL.try_with(|pool| pool.borrow_mut().left = 0);
}

/// The substitute for randomness when the system has none: unique within the process by a counter,
/// and across processes by the clock and the process's number.
fn counted_bytes() -> [u8; PER_ID] {
    static COUNTER: AtomicU64 = AtomicU64::new(0);
    let count = COUNTER.fetch_add(1, Ordering::Relaxed);
    let since = now().and_then(|now| now.duration_since(UNIX_EPOCH).ok());
    let process = if HAS_CLOCK { std::process::id() } else { 0 };
    let nanos = since.unwrap_or_default().subsec_nanos();
    let salt = u64::from(nanos) ^ u64::from(process).rotate_left(32);
    let mut bytes = [0; PER_ID];
    bytes[2..].copy_from_slice(&count.to_be_bytes());
    for (byte, salt) in bytes.iter_mut().zip(mix(salt).to_be_bytes()).take(4) {
        *byte ^= salt;
    }
    bytes
}

/// The finalizer of splitmix64.
const fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;
    use std::time::Duration;

    use uuid::{Variant, Version};

    use super::*;
    use crate::http::request_id::{RequestId, is_uuid};

    #[test]
    fn an_id_is_laid_out_as_the_rfc_shows() {
        // The example of RFC 9562, appendix A.6.
        let time = UNIX_EPOCH + Duration::from_millis(0x017f_22e2_79b0);
        let random = [0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f];
        let id = RequestId::from(uuid_at(time, random));
        assert_eq!(id.as_str(), "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    }

    #[test]
    fn ids_differ_where_the_system_has_no_randomness() {
        let ids: HashSet<_> = (0..10_000).map(|_| counted_bytes()).collect();
        assert_eq!(ids.len(), 10_000);
        let on_a_fresh_thread = std::thread::spawn(|| random_bytes(|_| false));
        assert_ne!(on_a_fresh_thread.join().unwrap(), [0; PER_ID]);
    }

    #[test]
    fn ids_differ_where_there_is_no_clock() {
        let random = || random_bytes(|bytes| getrandom::fill(bytes).is_ok());
        for next in [random as fn() -> [u8; PER_ID], counted_bytes] {
            let mut ids = HashSet::new();
            for _ in 0..1_000 {
                let id = uuid_without_time(next(), next());
                assert_eq!(id.get_version(), Some(Version::Random));
                assert_eq!(id.get_variant(), Variant::RFC4122);
                ids.insert(id);
            }
            assert_eq!(ids.len(), 1_000);
        }
    }

    #[test]
    fn a_batch_that_fails_is_asked_for_again() {
        let on_a_fresh_thread = std::thread::spawn(|| {
            random_bytes(|_| false);
            let fill = |bytes: &mut [u8]| {
                bytes.fill(7);
                true
            };
            assert_eq!(random_bytes(fill), [7; PER_ID]);
        });
        on_a_fresh_thread.join().unwrap();
    }

    #[test]
    fn ids_differ_where_the_clock_stands_or_goes_back() {
        let second = Duration::from_secs(1);
        let mut ids = HashSet::new();
        for time in [
            SystemTime::now(),
            SystemTime::now() - 3600 * second,
            UNIX_EPOCH,
            UNIX_EPOCH - second,
        ] {
            for _ in 0..1_000 {
                let id = uuid_at(time, random_bytes(|bytes| getrandom::fill(bytes).is_ok()));
                assert_eq!(id.get_version(), Some(Version::SortRand));
                assert_eq!(id.get_variant(), Variant::RFC4122);
                assert!(is_uuid(RequestId::from(id).as_str()), "{id}");
                ids.insert(id);
            }
        }
        assert_eq!(ids.len(), 4_000);
    }
}
