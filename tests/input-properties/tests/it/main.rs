//! The properties, for sixteen times as many cases as `PROPTEST_CASES` says.

mod documents;
mod pairs;

use proptest::test_runner::Config;

/// There are many types, and each has its share.
fn many() -> Config {
    let config = Config::default();
    Config {
        cases: config.cases.saturating_mul(16),
        ..config
    }
}
