//! Headers through the choice of a language.

#![no_main]

use libfuzzer_sys::fuzz_target;
use manila_properties::languages::negotiation::{Case, check};

fuzz_target!(|case: Case| check(&case));
