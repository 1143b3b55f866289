//! Bodies in a content coding that the framework undoes.

use actix_web::App;
use actix_web::test::{TestRequest, call_service, init_service};
use actix_web::web;
use manila_actix::{EnvelopeLayer, InputConfig, Json};

/// A 7, in gzip.
const GZIP: &[u8] = &[
    0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3, 0x33, 7, 0, 0x82, 0x4a, 0xbf, 0x6a, 1, 0, 0, 0,
];

/// A 7, in the form that is called `deflate`.
const DEFLATE: &[u8] = &[0x78, 0x9c, 0x33, 7, 0, 0, 0x38, 0, 0x38];

/// 100,000 blanks and a 7, in gzip.
const LARGE: &[u8] = &[
    0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 3, 0xed, 0xc1, 0xb1, 0, 0, 0, 0, 2, 0x30, 0x95, 0x2c, 0xf2,
    0x37, 0x4b, 0xa3, 0x63, 0x5b, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xbc, 0xea, 0, 7, 0x6f, 0xaa, 0x2f, 0xa1, 0x86, 1, 0,
];

#[actix_web::test]
async fn a_coding_that_the_framework_undoes_is_read() {
    let app = App::new()
        .app_data(InputConfig::new().body_limit(64 * 1024))
        .route(
            "/",
            web::post().to(async |Json(number): Json<u8>| number.to_string()),
        )
        .wrap(EnvelopeLayer::default());
    let app = init_service(app).await;
    for (codings, body, status) in [
        (&[][..], &b"7"[..], 200),
        (&["identity"], b"7", 200),
        (&["gzip"], GZIP, 200),
        (&[" GZip "], GZIP, 200),
        (&["deflate"], DEFLATE, 200),
        (&["gzip"], b"7", 400),
        (&["gzip"], &GZIP[..12], 400),
        (&["gzip"], LARGE, 413),
        (&["br"], b"7", 415),
        (&["gzip, gzip"], GZIP, 415),
        (&["identity", "gzip"], GZIP, 415),
        (&["unknown"], b"7", 415),
    ] {
        let mut request = TestRequest::post().insert_header(("content-type", "application/json"));
        for coding in codings {
            request = request.append_header(("content-encoding", *coding));
        }
        let response = call_service(&app, request.set_payload(body).to_request()).await;
        assert_eq!(response.status(), status, "{codings:?}");
        let taken = response.headers().get("accept-encoding").is_some();
        assert_eq!(taken, status == 415, "{codings:?}");
    }
}
