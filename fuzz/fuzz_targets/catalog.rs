//! Texts through the reader of catalog files.

#![no_main]

use arbitrary::Unstructured;
use libfuzzer_sys::{fuzz_mutator, fuzz_target, fuzzer_mutate};
use manila_properties::catalog::{change, check};

fuzz_target!(|bytes: &[u8]| check(&String::from_utf8_lossy(bytes)));

// Changes as people make them, beside those of bytes: few of the latter leave a file readable.
fuzz_mutator!(|bytes: &mut [u8], size: usize, max_size: usize, seed: u32| {
    let text = str::from_utf8(&bytes[..size]);
    let choices = choices(seed);
    match text.map(|text| change(text, &mut Unstructured::new(&choices))) {
        Ok(Ok(changed)) if seed % 2 == 0 && changed.len() <= max_size => {
            bytes[..changed.len()].copy_from_slice(changed.as_bytes());
            changed.len()
        }
        _ => fuzzer_mutate(bytes, size, max_size),
    }
});

/// Bytes to choose by, from the fuzzer's own generator.
fn choices(seed: u32) -> Vec<u8> {
    let mut state = u64::from(seed) << 1 | 1;
    let byte = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 56) as u8
    };
    std::iter::repeat_with(byte).take(32).collect()
}
