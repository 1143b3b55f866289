//! What somebody outside the middleware finds of a body.

use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, BoxBody, MessageBody, to_bytes};
use actix_web::http::Method;
use actix_web::test::{TestRequest, call_service, init_service, try_call_service};
use actix_web::web::Bytes;
use actix_web::{App, HttpResponse, web};
use manila_actix::{EnvelopeLayer, ResponseBody};

const NOT_FOUND: &[u8] =
    br#"{"ok":false,"error":{"code":"not_found","message":"Nothing was found at this address."}}"#;

/// Yields a piece, and breaks off.
struct Broken(Option<&'static [u8]>);

#[derive(Debug, thiserror::Error)]
#[error("the disk is gone")]
struct DiskGone;

impl MessageBody for Broken {
    type Error = DiskGone;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Bytes, DiskGone>>> {
        let piece = self.0.take().map(Bytes::from_static);
        Poll::Ready(Some(piece.ok_or(DiskGone)))
    }
}

/// The body that the middleware gives for a request of this path.
async fn body_of(path: &str) -> ResponseBody<BoxBody> {
    let app = App::new()
        .route("/text", web::get().to(async || "hello"))
        .route("/empty", web::get().to(HttpResponse::NoContent))
        .route(
            "/broken",
            web::get().to(async || HttpResponse::Ok().body(Broken(Some(b"half")))),
        )
        .wrap(EnvelopeLayer::default());
    let app = init_service(app).await;
    let request = TestRequest::get().uri(path).to_request();
    call_service(&app, request).await.into_body()
}

#[actix_web::test]
async fn a_body_is_the_services_own_or_an_envelope() {
    let check = async |path: &str, size: BodySize, bytes: &'static [u8]| {
        assert_eq!(body_of(path).await.size(), size, "{path}");
        assert_eq!(
            to_bytes(body_of(path).await).await.unwrap(),
            bytes,
            "{path}"
        );
        let boxed = body_of(path).await.boxed();
        assert_eq!(boxed.size(), size, "{path}");
        assert_eq!(to_bytes(boxed).await.unwrap(), bytes, "{path}");
        let whole = body_of(path).await.try_into_bytes();
        assert_eq!(whole.ok().unwrap(), bytes, "{path}");
    };
    check("/text", BodySize::Sized(5), b"hello").await;
    check("/empty", BodySize::Sized(0), b"").await;
    let size = BodySize::Sized(NOT_FOUND.len() as u64);
    check("/missing", size, NOT_FOUND).await;
}

#[actix_web::test]
async fn a_body_that_breaks_off_breaks_off_with_its_own_error() {
    let body = body_of("/broken").await;
    assert_eq!(body.size(), BodySize::Stream);
    let body = body.try_into_bytes().err().unwrap();
    let error = to_bytes(body).await.unwrap_err();
    assert!(error.downcast_ref::<DiskGone>().is_some(), "{error}");
}

/// A size of 0 would be written as the length that GET has, and a body would be taken for the next
/// answer.
#[actix_web::test]
async fn the_answer_to_head_is_at_its_end_and_states_no_size() {
    let app = App::new()
        .route(
            "/panic",
            web::head().to(async || -> &'static str { panic!("a test's") }),
        )
        .wrap(EnvelopeLayer::default());
    let app = init_service(app).await;
    for path in ["/missing", "/panic"] {
        let request = TestRequest::with_uri(path).method(Method::HEAD);
        let body = match try_call_service(&app, request.to_request()).await {
            Ok(response) => response.into_body().boxed(),
            Err(error) => error.error_response().into_body(),
        };
        assert_eq!(body.size(), BodySize::None, "{path}");
        assert_eq!(to_bytes(body).await.unwrap(), "", "{path}");
    }
}
