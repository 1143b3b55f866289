//! Bodies that a layer decodes, and those that actix-web's own extractors read.

use manila_probe::wire::Request;

use super::app::INPUT_LIMIT;
use super::{App, FRAMEWORKS, Framework, answer};

/// A 7, in gzip.
const SEVEN: [u8; 21] = [
    0x1f, 0x8b, 0x08, 0, 0, 0, 0, 0, 0x02, 0x03, 0x33, 0x07, 0, 0x82, 0x4a, 0xbf, 0x6a, 1, 0, 0, 0,
];

fn coded(path: &str) -> Request {
    let request = Request::new("POST", path).header("content-encoding", "gzip");
    request.body("application/json", SEVEN)
}

#[test]
fn a_coding_that_a_layer_undoes_is_none() {
    let response = answer(Framework::Axum, App::Input, &coded("/decoded"));
    assert_eq!((response.status, &*response.text()), (200, "7"));
    // actix-web's own extractor decodes by itself.
    let response = answer(Framework::Actix, App::Input, &coded("/its/number"));
    assert_eq!((response.status, &*response.text()), (200, "7"));
    for framework in FRAMEWORKS {
        let response = answer(framework, App::Input, &coded("/number"));
        assert_eq!(response.status, 415, "{framework:?}");
        assert_eq!(
            response.only("accept-encoding"),
            Some("identity"),
            "{framework:?}"
        );
        assert_eq!(response.only("accept"), None, "{framework:?}");
    }
}

#[test]
fn a_415_is_of_the_coding_where_it_names_those_that_are_taken() {
    let check = |framework, request: Request, taken: &str| {
        let response = answer(framework, App::Input, &request);
        let (what, text) = (format!("{framework:?} {taken}"), response.text());
        assert_eq!(response.status, 415, "{what}");
        assert_eq!(response.only("accept-encoding"), Some(taken), "{what}");
        assert_eq!(response.only("accept"), None, "{what}");
        for told in [
            r#""message":"The content coding of the request is not supported.""#,
            r#""message":"The body has a content coding.""#,
            r#""header":"content-encoding""#,
            &format!(r#""details":{{"expected":"{taken}"}}"#),
        ] {
            assert!(text.contains(told), "{what}: {told}: {text}");
        }
    };
    for framework in FRAMEWORKS {
        check(framework, coded("/number"), "identity");
        check(framework, coded("/foreign/coding"), "gzip, br");
        let of_type = answer(framework, App::Input, &coded("/foreign/type"));
        let text = of_type.text();
        assert_eq!(of_type.status, 415, "{framework:?}");
        assert!(!text.contains("coding"), "{framework:?}: {text}");
    }
    // The layer that undoes codings refuses those that it cannot undo.
    let unknown = Request::new("POST", "/decoded").header("content-encoding", "compress");
    let unknown = unknown.body("application/json", "7");
    check(Framework::Axum, unknown, "gzip");
}

#[test]
fn the_limit_is_that_of_every_body_that_actix_reads() {
    for (path, content_type) in [
        ("/its/bytes", "application/octet-stream"),
        ("/its/text", "text/plain"),
        ("/its/form", "application/x-www-form-urlencoded"),
    ] {
        let post = |bytes: usize| {
            let request = Request::new("POST", path).body(content_type, "a".repeat(bytes));
            [request.clone(), request.chunked()].map(|request| {
                let response = answer(Framework::Actix, App::Input, &request);
                let code = response.only("x-error-code").map(str::to_owned);
                (response.status, code)
            })
        };
        assert_eq!(post(INPUT_LIMIT), [(200, None), (200, None)], "{path}");
        let large = (413, Some("content_too_large".to_owned()));
        assert_eq!(post(INPUT_LIMIT + 1), [large.clone(), large], "{path}");
    }
}
