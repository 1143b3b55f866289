//! What is told of a document of JSON.

use manila_input_properties::{
    Reader, broken, cases, cases_with_an_unreadable_member, check_broken, check_plain,
    check_what_is_taken, check_what_is_told, check_where_it_is_told,
};
use proptest::proptest;

use crate::many;

proptest! {
    #![proptest_config(many())]

    #[test]
    fn every_document_that_fits_is_read(case in cases(0..=0)) {
        check_what_is_taken(&case, Reader::Json);
        check_what_is_taken(&case, Reader::JsonAll);
    }

    #[test]
    fn what_is_no_json_has_a_line_and_a_column(broken in broken()) {
        check_broken(&broken);
    }

    #[test]
    fn no_document_is_read_that_does_not_fit(case in cases(1..=2)) {
        check_what_is_taken(&case, Reader::Json);
        check_what_is_taken(&case, Reader::JsonAll);
    }

    #[test]
    fn a_number_that_no_reader_has_is_refused_only_where_it_is_copied(
        case in cases_with_an_unreadable_member()
    ) {
        check_what_is_taken(&case, Reader::Json);
        check_what_is_taken(&case, Reader::JsonAll);
        check_what_is_told(&case, Reader::Json);
        check_what_is_told(&case, Reader::JsonAll);
    }

    #[test]
    fn what_is_told_of_a_document_is_true(case in cases(1..=3)) {
        check_what_is_told(&case, Reader::Json);
    }

    #[test]
    fn whatever_is_told_of_a_document_at_once_is_true(case in cases(1..=3)) {
        check_what_is_told(&case, Reader::JsonAll);
    }

    #[test]
    fn nothing_false_is_told_of_a_frameworks_own_reader(case in cases(1..=1)) {
        check_plain(&case);
    }

    #[test]
    fn one_mistake_is_told_where_it_is(case in cases(1..=1)) {
        check_where_it_is_told(&case, Reader::Json);
    }

    #[test]
    fn one_mistake_is_told_where_it_is_and_nothing_else(case in cases(1..=1)) {
        check_where_it_is_told(&case, Reader::JsonAll);
    }
}
