//! Fresh ids without a system call for each.

use std::cell::RefCell;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{SystemTime, UNIX_EPOCH};

use super::UUID_LEN;

/// The random bytes of one id.
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

/// A UUID version 7 in its usual form.
pub(super) fn uuid_v7() -> [u8; UUID_LEN] {
    let random = random_bytes(|bytes| getrandom::fill(bytes).is_ok());
    uuid_at(SystemTime::now(), random)
}

/// The layout of RFC 9562 §5.7: 48 bits of milliseconds, the version and 12 random bits, the
/// variant and 62 random bits. A clock that stands before 1970 counts as that year's first moment.
fn uuid_at(time: SystemTime, random: [u8; PER_ID]) -> [u8; UUID_LEN] {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    let millis = since
        .as_secs()
        .wrapping_mul(1000)
        .wrapping_add(u64::from(since.subsec_millis()));
    let [_, _, time @ ..] = millis.to_be_bytes();
    let mut bytes = [0; 16];
    bytes[..6].copy_from_slice(&time);
    bytes[6..].copy_from_slice(&random);
    bytes[6] = 0x70 | (bytes[6] & 0x0f);
    bytes[8] = 0x80 | (bytes[8] & 0x3f);
    text_of(bytes)
}

/// The usual form of a UUID, in lower case (RFC 9562 §4).
fn text_of(bytes: [u8; 16]) -> [u8; UUID_LEN] {
    let mut text = *b"00000000-0000-0000-0000-000000000000";
    for (place, byte) in PLACES.into_iter().zip(bytes) {
        let [high, low] = HEX[usize::from(byte)];
        text[place] = high;
        text[place + 1] = low;
    }
    text
}

/// Where the two digits of each byte stand, between hyphens.
const PLACES: [usize; 16] = [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

/// Each byte in hexadecimal.
static HEX: [[u8; 2]; 256] = {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let mut hex = [[0; 2]; 256];
    let mut byte = 0;
    while byte < hex.len() {
        hex[byte] = [DIGITS[byte >> 4], DIGITS[byte & 0x0f]];
        byte += 1;
    }
    hex
};

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

/// What stands in for randomness when the system has none: unique within the process by a
/// counter, and across processes by the clock and the process's number.
fn counted_bytes() -> [u8; PER_ID] {
    static COUNTER: AtomicU64 = AtomicU64::new(0);
    let count = COUNTER.fetch_add(1, Ordering::Relaxed);
    let since = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    let salt = u64::from(since.subsec_nanos()) ^ u64::from(std::process::id()).rotate_left(32);
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

    use super::*;
    use crate::http::request_id::is_uuid;

    #[test]
    fn an_id_is_laid_out_as_the_rfc_shows() {
        // The example of RFC 9562, appendix A.6.
        let time = UNIX_EPOCH + Duration::from_millis(0x017f_22e2_79b0);
        let random = [0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f];
        let id = uuid_at(time, random);
        assert_eq!(&id, b"017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
    }

    #[test]
    fn ids_differ_where_the_system_has_no_randomness() {
        let ids: HashSet<_> = (0..10_000).map(|_| counted_bytes()).collect();
        assert_eq!(ids.len(), 10_000);
        let on_a_fresh_thread = std::thread::spawn(|| random_bytes(|_| false));
        assert_ne!(on_a_fresh_thread.join().unwrap(), [0; PER_ID]);
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
                let id = String::from_utf8(id.to_vec()).unwrap();
                assert!(is_uuid(&id) && id.as_bytes()[14] == b'7', "{id}");
                ids.insert(id);
            }
        }
        assert_eq!(ids.len(), 4_000);
    }
}
