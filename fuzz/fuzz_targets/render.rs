//! Faults through core's front door.

#![no_main]

use libfuzzer_sys::fuzz_target;
use manila_properties::render::{Case, check};

fuzz_target!(|case: Case| check(&case));
