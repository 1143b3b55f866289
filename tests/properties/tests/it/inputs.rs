//! Where inputs come from.

use std::fmt::Debug;
use std::fs;
use std::path::Path;

use arbitrary::{Arbitrary, Unstructured};
use proptest::collection::vec;
use proptest::prelude::{Strategy, any};
use proptest::test_runner::Config;

/// The usual number of cases, four times over: these are quick, and what goes wrong takes two or
/// three coincidences.
pub(crate) fn four_times() -> Config {
    let config = Config::default();
    Config {
        cases: config.cases.saturating_mul(4),
        ..config
    }
}

/// Cases that are read from any bytes, as the fuzzers read them.
pub(crate) fn any_case<C>() -> impl Strategy<Value = C>
where
    C: for<'a> Arbitrary<'a> + Debug,
{
    vec(any::<u8>(), 0..2048).prop_filter_map("too short for a case", |bytes| read(&bytes))
}

fn read<C: for<'a> Arbitrary<'a>>(bytes: &[u8]) -> Option<C> {
    C::arbitrary_take_rest(Unstructured::new(bytes)).ok()
}

/// Checks every case that is kept for a fuzzer.
pub(crate) fn check_seeds<C: for<'a> Arbitrary<'a>>(target: &str, check: fn(&C)) {
    let mut checked = 0;
    for bytes in seeds(target) {
        if let Some(case) = read(&bytes) {
            check(&case);
            checked += 1;
        }
    }
    assert!(checked > 0, "no seed of {target} is a case");
}

/// The inputs that are kept for a fuzzer.
pub(crate) fn seeds(target: &str) -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../fuzz/seeds")
        .join(target);
    let files = fs::read_dir(folder).unwrap();
    files
        .map(|file| fs::read(file.unwrap().path()).unwrap())
        .collect()
}
