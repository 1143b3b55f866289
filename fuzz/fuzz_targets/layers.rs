//! Services through the layers of the tower adapter.

#![no_main]

use libfuzzer_sys::fuzz_target;
use manila_properties::layers::{Case, check};

fuzz_target!(|case: Case| check(&case));
