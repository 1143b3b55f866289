//! Responses through the decoder of clients.

#![no_main]

use libfuzzer_sys::fuzz_target;
use manila_properties::decode::{Case, check};

fuzz_target!(|case: Case| check(&case));
