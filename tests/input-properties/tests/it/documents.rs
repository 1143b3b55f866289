//! What is told of a document of JSON.

use manila_input_properties::{Reader, broken, cases, check_broken, check_what_is_taken};
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
}
