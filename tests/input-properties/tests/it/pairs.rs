//! What is told of queries, forms and paths.

use manila_input_properties::pairs::{
    Source, check_what_is_taken, check_what_is_told, check_where_it_is_told, pairs, paths,
};
use proptest::proptest;

use crate::many;

proptest! {
    #![proptest_config(many())]

    #[test]
    fn pairs_are_read_where_they_fit(case in pairs(0..=2)) {
        check_what_is_taken(&case, Source::Query);
        check_what_is_taken(&case, Source::Form);
    }

    #[test]
    fn what_is_told_of_a_query_is_true(case in pairs(1..=3)) {
        check_what_is_told(&case, Source::Query);
    }

    #[test]
    fn what_is_told_of_a_form_is_true(case in pairs(1..=3)) {
        check_what_is_told(&case, Source::Form);
    }

    #[test]
    fn one_mistake_in_a_query_is_told_where_it_is(case in pairs(1..=1)) {
        check_where_it_is_told(&case, Source::Query);
    }

    #[test]
    fn one_mistake_in_a_form_is_told_where_it_is(case in pairs(1..=1)) {
        check_where_it_is_told(&case, Source::Form);
    }
}

proptest! {
    #[test]
    fn a_path_is_read_where_it_fits(case in paths(0..=2)) {
        check_what_is_taken(&case, Source::AxumPath);
        check_what_is_taken(&case, Source::ActixPath);
    }

    #[test]
    fn what_is_told_of_a_path_is_true(case in paths(1..=2)) {
        check_what_is_told(&case, Source::AxumPath);
        check_what_is_told(&case, Source::ActixPath);
    }

    #[test]
    fn one_mistake_in_a_path_is_told_where_it_is(case in paths(1..=1)) {
        check_where_it_is_told(&case, Source::AxumPath);
        check_where_it_is_told(&case, Source::ActixPath);
    }
}
