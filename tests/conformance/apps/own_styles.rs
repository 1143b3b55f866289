//! The media type of a style of one's own.

use manila::{Envelopes, Object, PublicFault};
use manila_probe::wire::Request;

use super::{App, FRAMEWORKS, answer};

#[test]
fn a_media_type_is_sent_as_it_is() {
    for framework in FRAMEWORKS {
        for media_type in ["application/x", "application/x; v=\"1\""] {
            let response = answer(framework, App::OwnStyle(media_type), &Request::get("/"));
            let what = format!("{framework:?} {media_type:?}");
            assert_eq!(response.status, 409, "{what}");
            assert_eq!(response.only("content-type"), Some(media_type), "{what}");
        }
    }
}

#[test]
fn a_media_type_that_is_no_header_value_is_refused() {
    let style = |_: &PublicFault<'_>, _: &mut Object<'_>| {};
    for media_type in ["application/\u{e9}", "application/x\r\nset-cookie: a=1", ""] {
        let refused = Envelopes::custom(media_type, style).unwrap_err();
        assert!(refused.to_string().contains("media type"), "{refused}");
    }
}
