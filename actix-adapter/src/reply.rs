//! Success in the service's shape: the handler's data, wrapped by the middleware.
//!
//! The data are serialized when the handler returns; the middleware knows the style and the
//! request.

use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, Responder};
use manila::Success;
use manila::adapter::Carrier;
use serde::Serialize;

use crate::__private::{carry, respond_with};
use crate::newtype::newtype;

/// A success in the shape that the service's errors have: `{"ok":true,"data":…}`, JSON:API's
/// `{"data":…,"meta":…}`, `{"code":0,"data":…}`, or with `problem`, which is about errors alone,
/// the data by itself.
///
/// ```
/// use actix_web::{App, body::to_bytes, test, web};
/// use manila_actix::{EnvelopeLayer, Envelopes, Reply};
///
/// # #[actix_web::main]
/// # async fn main() {
/// let app = App::new()
///     .wrap(EnvelopeLayer::new(Envelopes::code_data()))
///     .route("/", web::get().to(async || Reply([1, 2])));
/// let app = test::init_service(app).await;
/// let response = test::call_service(&app, test::TestRequest::get().to_request()).await;
/// let body = to_bytes(response.into_body()).await.unwrap();
/// assert_eq!(body, r#"{"code":0,"data":[1,2]}"#);
/// # }
/// ```
///
/// The status is 200; another is set by `customize`. Without the middleware the body is
/// `{"ok":true,"data":…}`. Data that does not serialize is answered with the condition `internal`.
///
/// ```
/// use actix_web::{App, Responder, body::to_bytes, http::StatusCode, test, web};
/// use manila_actix::{EnvelopeLayer, Envelopes, Reply};
///
/// async fn create_app() -> impl Responder {
///     Reply("app-7").customize().with_status(StatusCode::CREATED)
/// }
///
/// # #[actix_web::main]
/// # async fn main() {
/// let app = App::new()
///     .wrap(EnvelopeLayer::new(Envelopes::json_api()))
///     .route("/apps", web::post().to(create_app));
/// let app = test::init_service(app).await;
/// let request = test::TestRequest::post().uri("/apps");
/// let request = request.insert_header(("x-request-id", "abc-123")).to_request();
/// let response = test::call_service(&app, request).await;
/// assert_eq!(response.status(), 201);
/// let body = to_bytes(response.into_body()).await.unwrap();
/// assert_eq!(body, r#"{"data":"app-7","meta":{"request_id":"abc-123"}}"#);
/// # }
/// ```
///
/// It is for successes: a response with a status from 400 up is answered as an error, without the
/// data.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[must_use]
pub struct Reply<T>(pub T);

newtype!(Reply);

impl<T: Serialize> Responder for Reply<T> {
    type Body = BoxBody;

    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        match Success::new(&self.0) {
            Ok(success) => carry(StatusCode::OK, Carrier::success(success)),
            Err(fault) => respond_with(fault),
        }
    }
}
