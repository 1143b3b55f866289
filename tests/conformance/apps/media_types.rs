//! The media types of the bodies that the extractors read.

use manila_probe::wire::Request;

use super::{App, Framework, answer};

/// Manila's extractors, and actix-web's own.
const ROUTES: [(Framework, &str); 3] = [
    (Framework::Axum, "/number"),
    (Framework::Actix, "/number"),
    (Framework::Actix, "/its/number"),
];

/// Asserts what a body of this media type is answered: what is said of the type, if it is refused.
fn check((framework, path): (Framework, &str), content_type: Option<&[u8]>, refusal: Option<&str>) {
    let mut request = Request::new("POST", path);
    request.body = b"7".to_vec();
    if let Some(content_type) = content_type {
        request = request.raw_header("content-type", content_type);
    }
    let response = answer(framework, App::Input, &request);
    let expected = if refusal.is_some() { 415 } else { 200 };
    let what = format!("{framework:?} {path}: {content_type:?}");
    assert_eq!(response.status, expected, "{what}");
    let body = response.text();
    assert!(body.contains(refusal.unwrap_or("7")), "{what}: {body}");
}

#[test]
fn a_media_type_is_read_refused_or_missing() {
    for route in ROUTES {
        for read in [
            "application/json",
            "Application/JSON; charset=utf-8",
            "application/vnd.api+json",
        ] {
            check(route, Some(read.as_bytes()), None);
        }
        for other in [
            &b"text/plain"[..],
            b"application/jsonp",
            b"",
            b"application/json; name=\xe9",
        ] {
            check(
                route,
                Some(other),
                Some("The body is of another media type."),
            );
        }
        check(route, None, Some("The body has no media type."));
    }
}

#[test]
fn text_json_is_read_by_actixs_own_extractor_alone() {
    let [on_axum, on_actix, its_own] = ROUTES;
    let refusal = Some("The body is of another media type.");
    check(on_axum, Some(b"text/json"), refusal);
    check(on_actix, Some(b"text/json"), refusal);
    check(its_own, Some(b"text/json"), None);
}
