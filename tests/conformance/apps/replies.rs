//! Replies whose status a layer further in has changed, as one that compares entity tags does.

use manila_probe::wire::Request;

use super::{App, FRAMEWORKS, answer};

#[test]
fn a_reply_is_wrapped_only_where_the_status_has_all_of_it_for_its_content() {
    const WRAPPED: &str = r#"{"code":0,"data":[1,2]}"#;
    for framework in FRAMEWORKS {
        for (status, expected) in [
            (200, WRAPPED),
            (201, WRAPPED),
            (300, WRAPPED),
            (204, ""),
            (205, ""),
            (206, ""),
            (304, ""),
        ] {
            let request = Request::get(format!("/{status}"));
            let response = answer(framework, App::Replies, &request);
            let what = format!("{framework:?} {status}");
            assert_eq!(response.status, status, "{what}");
            assert_eq!(response.values("x-request-id").count(), 1, "{what}");
            let is_wrapped = response.values("content-type").next().is_some();
            assert_eq!(is_wrapped, !expected.is_empty(), "{what}");
            assert_eq!(response.text(), expected, "{what}");
        }
    }
}
