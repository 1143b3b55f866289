//! What is told of queries, forms and paths.

use manila_input_properties::pairs::{Source, check_what_is_taken, paths};
use proptest::proptest;

proptest! {
    #[test]
    fn a_path_is_read_where_it_fits(case in paths(0..=2)) {
        check_what_is_taken(&case, Source::AxumPath);
        check_what_is_taken(&case, Source::ActixPath);
    }
}
