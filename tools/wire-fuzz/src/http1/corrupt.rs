//! Mutations of bytes, which know nothing of HTTP.

use fastrand::Rng;

/// What HTTP gives a meaning to.
const SPECIAL: &[u8] = b"\r\n\0 \t:;,/%?#\"0123456789abcdefxX\x7f\x80\xff";

/// Changes a few of the bytes.
pub(crate) fn corrupt(rng: &mut Rng, bytes: &mut Vec<u8>) {
    for _ in 0..rng.usize(1..=4) {
        if bytes.is_empty() {
            return;
        }
        let at = rng.usize(0..bytes.len());
        let end = (at + rng.usize(1..=16)).min(bytes.len());
        match rng.u8(0..7) {
            0 => bytes[at] ^= 1 << rng.u8(0..8),
            1 => bytes[at] = special(rng),
            2 => bytes.insert(at, special(rng)),
            3 => {
                bytes.remove(at);
            }
            4 => {
                bytes.drain(at..end);
            }
            5 => {
                let doubled = bytes[at..end].to_vec();
                bytes.splice(at..at, doubled);
            }
            _ => {
                let other = rng.usize(0..bytes.len());
                bytes.swap(at, other);
            }
        }
    }
}

fn special(rng: &mut Rng) -> u8 {
    SPECIAL[rng.usize(0..SPECIAL.len())]
}
