//! The media type of a style of one's own.

use manila_probe::wire::Request;

use super::{App, FRAMEWORKS, answer};

#[test]
fn a_media_type_that_is_no_header_value_is_not_sent() {
    for framework in FRAMEWORKS {
        for (media_type, sent) in [
            ("application/x", "application/x"),
            ("application/x; v=\"1\"", "application/x; v=\"1\""),
            ("application/\u{e9}", "application/json"),
            ("application/x\r\nset-cookie: a=1", "application/json"),
            ("", "application/json"),
        ] {
            let response = answer(framework, App::OwnStyle(media_type), &Request::get("/"));
            let what = format!("{framework:?} {media_type:?}");
            assert_eq!(response.status, 409, "{what}");
            assert_eq!(response.only("content-type"), Some(sent), "{what}");
            assert_eq!(response.only("set-cookie"), None, "{what}");
        }
    }
}
