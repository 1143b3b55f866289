//! Texts through the reader of Fluent files, and their messages through what formats them.

#![no_main]

use libfuzzer_sys::fuzz_target;
use manila_properties::languages::translation::check;

fuzz_target!(|bytes: &[u8]| check(&String::from_utf8_lossy(bytes)));
